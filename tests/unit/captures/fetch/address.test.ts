import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { objectionToAddress, plainAddress } from '../../../../src/captures/fetch/address'

const hex = (bytes: number[]) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
const six = (prefix: string, bytes: number[]) => `${prefix}${hex(bytes.slice(0, 2))}:${hex(bytes.slice(2))}`

/** Every way in which IPv6 carries an IPv4 address. */
const WRAPPINGS: Record<string, (v4: number[]) => string> = {
  mapped: (v4) => six('::ffff:', v4),
  compatible: (v4) => six('::', v4),
  'translated (SIIT)': (v4) => six('::ffff:0:', v4),
  NAT64: (v4) => six('64:ff9b::', v4),
  'local NAT64': (v4) => six('64:ff9b:1::', v4),
  '6to4': (v4) => `2002:${hex(v4.slice(0, 2))}:${hex(v4.slice(2))}::1`,
  'Teredo client': (v4) => six('2001:0:808:808:0:0:', v4.map((byte) => byte ^ 0xff)),
  'Teredo server': (v4) => `2001:0:${hex(v4.slice(0, 2))}:${hex(v4.slice(2))}:0:0:f7f7:f7f7`,
}

const NOT_PUBLIC: [string, number[], number][] = [
  ['this network', [0], 8], ['private', [10], 8], ['carrier-grade NAT', [100, 64], 10], ['loopback', [127], 8], ['link-local', [169, 254], 16], ['private', [172, 16], 12],
  ['protocol assignments', [192, 0, 0], 24], ['documentation', [192, 0, 2], 24], ['6to4 relays', [192, 88, 99], 24], ['private', [192, 168], 16], ['benchmarking', [198, 18], 15],
  ['documentation', [198, 51, 100], 24], ['documentation', [203, 0, 113], 24], ['multicast', [224], 4], ['reserved', [240], 4],
]

/** Any address of a network that is written as its first bytes and the length of its prefix. */
const within = (first: number[], prefix: number) =>
  fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((random) =>
    random.map((byte, index) => {
      const fixed = Math.max(0, Math.min(8, prefix - index * 8))
      const mask = (0xff << (8 - fixed)) & 0xff
      return ((first[index] ?? 0) & mask) | (byte & ~mask & 0xff)
    }),
  )

describe('what is not a public address', () => {
  it.each(NOT_PUBLIC)('is all of %s %j/%i, in every wrapping', (_name, first, prefix) => {
    fc.assert(
      fc.property(within(first, prefix), (v4) => {
        expect(objectionToAddress(v4.join('.'))).not.toBeNull()
        for (const wrap of Object.values(WRAPPINGS)) expect(objectionToAddress(wrap(v4)), wrap(v4)).not.toBeNull()
      }),
    )
  })
  it.each([
    '::', '::1', 'fe80::1', 'febf::1', 'fec0::1', 'fc00::1', 'fd00:ec2::254', 'fd12:3456::1', 'ff02::1', 'ff0e::1', '100::1', '100:0:0:1::1', '2001:db8::1', '3fff::1', '5f00::1', '4000::1', '8000::1',
    '2001:2::1', '2001:10::1', '2001:20::1', '64:ff9b:1::808:808', '64:ff9b:1:a::8.8.8.8', 'fe80::1%lo', '::1%lo', '168.63.129.16', '::ffff:168.63.129.16',
  ])('is %s', (address) => {
    expect(objectionToAddress(address)).not.toBeNull()
  })
  it.each(['0177.0.0.1', '0x7f.0.0.1', '2130706433', '127.1', '8.8.8', '08.8.8.8', '8.8.8.8.', ' 8.8.8.8', '256.1.1.1', 'localhost', '', '1::2::3'])('is what only some read as an address: %j', (text) => {
    expect(objectionToAddress(text)).toBe('not an address')
  })
})

describe('a public address', () => {
  it.each(['8.8.8.8', '1.1.1.1', '93.184.215.14', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1', '192.169.0.1', '198.17.0.1', '198.20.0.1', '223.255.255.254', '2606:4700:4700::1111', '2a00:1450:4009:80b::200e'])('is %s', (address) => {
    expect(objectionToAddress(address)).toBeNull()
    expect(plainAddress(address)).toBe(address)
  })
  it('may be reached through a translator, and a mapped one is dialled as what it is', () => {
    expect(objectionToAddress('64:ff9b::808:808')).toBeNull()
    expect(objectionToAddress('::ffff:8.8.8.8')).toBeNull()
    expect(plainAddress('::ffff:8.8.8.8')).toBe('8.8.8.8')
  })
})
