import { readFileSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Answer } from 'dns-packet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setEnvironment } from '../../../../src/env'
import { openFetcher } from '../../../../src/captures/fetch/fetcher'
import type { Fetched, Fetcher } from '../../../../src/captures/fetch/types'
import { type Zone, openNameServer, openTrap, programOf, spoolFolder } from '../../../support/hostile-network'

const SITE = '93.184.215.14'
const PUBLIC = '93.184.215.15'

const a = (name: string, ...addresses: string[]): Answer[] => addresses.map((data) => ({ type: 'A', name, ttl: 0, data }))
const aaaa = (name: string, ...addresses: string[]): Answer[] => addresses.map((data) => ({ type: 'AAAA', name, ttl: 0, data }))
const alias = (name: string, data: string): Answer => ({ type: 'CNAME', name, ttl: 0, data })

/** Names that lead to a place that is not public. Every one of them is a name like any other, so that only what it leads to speaks against it. */
const FOUR = [
  '127.0.0.1', '127.0.0.2', '127.255.255.254', '0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.100.100.200', '100.127.255.255', '169.254.169.254', '169.254.170.2', '172.16.0.1', '172.31.255.255',
  '192.0.0.192', '192.0.2.1', '192.88.99.1', '192.168.0.1', '192.168.255.255', '198.18.0.1', '198.19.255.255', '198.51.100.7', '203.0.113.9', '224.0.0.251', '239.255.255.250', '240.0.0.1', '255.255.255.255', '168.63.129.16',
]
const SIX = [
  '::', '::1', '::7f00:1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:169.254.169.254', '::ffff:0:127.0.0.1', '64:ff9b::7f00:1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::a00:1', '64:ff9b:1::5db8:d70e', '2002:7f00:1::', '2002:c0a8:1::1',
  '2001:0:5db8:d70e:0:0:80ff:fffe', '2001:0:7f00:1::a247:28f1', 'fe80::1', 'fec0::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '100::1', '2001:db8::1', '3fff::1', '5f00::1', '4000::1', '2001:2::1', '2001:20::1',
]

const zone: Zone = {
  ...Object.fromEntries(FOUR.map((address, index) => [`four-${index}.attacker.org`, (type) => (type === 'A' ? a(`four-${index}.attacker.org`, address) : [])] satisfies [string, Zone[string]])),
  ...Object.fromEntries(SIX.map((address, index) => [`six-${index}.attacker.org`, (type) => (type === 'AAAA' ? aaaa(`six-${index}.attacker.org`, address) : [])] satisfies [string, Zone[string]])),
  'mixed-last.attacker.org': (type) => (type === 'A' ? a('mixed-last.attacker.org', PUBLIC, '127.0.0.1') : []),
  'mixed-first.attacker.org': (type) => (type === 'A' ? a('mixed-first.attacker.org', '10.0.0.1', PUBLIC) : []),
  'mixed-families.attacker.org': (type) => (type === 'A' ? a('mixed-families.attacker.org', PUBLIC) : aaaa('mixed-families.attacker.org', '::1')),
  'mixed-mapped.attacker.org': (type) => (type === 'A' ? a('mixed-mapped.attacker.org', PUBLIC) : aaaa('mixed-mapped.attacker.org', '::ffff:192.168.1.1')),
  'alias.attacker.org': (type) => (type === 'A' ? [alias('alias.attacker.org', 'localhost'), ...a('localhost', '127.0.0.1')] : [alias('alias.attacker.org', 'localhost'), ...aaaa('localhost', '::1')]),
  'alias-chain.attacker.org': (type) => (type === 'A' ? [alias('alias-chain.attacker.org', 'b.attacker.org'), alias('b.attacker.org', 'c.attacker.org'), ...a('c.attacker.org', '169.254.169.254')] : []),
  'alias-metadata.attacker.org': (type) => (type === 'A' ? [alias('alias-metadata.attacker.org', 'metadata.google.internal'), ...a('metadata.google.internal', '169.254.169.254')] : []),
  'alias-bare.attacker.org': () => [alias('alias-bare.attacker.org', 'localhost')],
  'huge.attacker.org': (type) => (type === 'A' ? a('huge.attacker.org', ...Array.from({ length: 500 }, (_, index) => `93.184.${index >> 8}.${index & 255}`), '127.0.0.1') : []),
  'huge-v6.attacker.org': (type) => (type === 'AAAA' ? aaaa('huge-v6.attacker.org', ...Array.from({ length: 300 }, (_, index) => `2606:4700::${index.toString(16)}`), '::1') : a('huge-v6.attacker.org', PUBLIC)),
  '127.0.0.1.attacker.org': (type) => (type === 'A' ? a('127.0.0.1.attacker.org', '127.0.0.1') : []),
  'xn--mnchen-3ya.attacker.org': (type) => (type === 'A' ? a('xn--mnchen-3ya.attacker.org', '10.1.1.1') : []),
  'empty.attacker.org': () => [],
  'failing.attacker.org': () => 'SERVFAIL',
  'refusing.attacker.org': () => 'REFUSED',
  'silent.attacker.org': () => null,
  // Public when it is looked at, private the next time.
  'rebinding.attacker.org': (type, times) => (type === 'A' ? a('rebinding.attacker.org', times === 0 ? SITE : '127.0.0.1') : []),
  'rebinding-v6.attacker.org': (type, times) => (type === 'A' ? a('rebinding-v6.attacker.org', SITE) : times === 0 ? [] : aaaa('rebinding-v6.attacker.org', '::1')),
  'site.attacker.org': (type) => (type === 'A' ? a('site.attacker.org', SITE) : []),
  'public.attacker.org': (type) => (type === 'A' ? a('public.attacker.org', PUBLIC, '1.1.1.1') : aaaa('public.attacker.org', '2606:4700:4700::1111')),
}

const ASIDE = new Set(['rebinding.attacker.org', 'rebinding-v6.attacker.org', 'site.attacker.org', 'public.attacker.org', 'silent.attacker.org'])
const names = Object.keys(zone).filter((name) => !ASIDE.has(name))

const literals = [
  'http://127.0.0.1/', 'http://127.0.0.1:443/', 'https://127.0.0.1/', 'http://127.1/', 'http://127.0.1/', 'http://0177.0.0.1/', 'http://0x7f.0.0.1/', 'http://0x7f000001/', 'http://2130706433/', 'http://017700000001/', 'http://127.0.0.1./',
  'http://0/', 'http://0.0.0.0/', 'http://10.0.0.1/', 'http://012.1/', 'http://192.168.1.1/', 'http://3232235777/', 'http://172.16.0.1/', 'http://169.254.169.254/latest/meta-data/', 'http://2852039166/', 'http://0xA9FEA9FE/', 'http://0251.0376.0251.0376/',
  'http://100.100.100.200/', 'http://168.63.129.16/', 'http://192.0.0.192/', 'http://255.255.255.255/', 'http://224.0.0.1/', 'http://240.0.0.1/', 'http://198.18.0.1/',
  'http://%31%32%37.0.0.1/', 'http://127。0。0。1/', 'http://①②⑦.⓪.⓪.①/', 'http://１２７.0.0.1/', 'http://127%2e0%2e0%2e1/', 'http://ⓛocalhost/', 'http://loc%61lhost/',
  'http://[::1]/', 'http://[::]/', 'http://[0:0:0:0:0:0:0:1]/', 'http://[::127.0.0.1]/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', 'http://[::ffff:0:127.0.0.1]/', 'http://[64:ff9b::127.0.0.1]/', 'http://[64:ff9b:1::10.0.0.1]/', 'http://[2002:7f00:1::]/',
  'http://[2001:0:5db8:d70e::80ff:fffe]/', 'http://[fe80::1]/', 'http://[fe80::1%25lo]/', 'http://[::1%25lo]/', 'http://[fd00:ec2::254]/', 'http://[fec0::1]/', 'http://[ff02::1]/', 'http://[2001:db8::1]/', 'http://[4000::1]/',
  'http://localhost/', 'http://localhost./', 'http://LocalHost/', 'http://a.localhost/', 'http://localhost.localdomain/', 'http://ip6-localhost/', 'http://metadata.google.internal/', 'http://db.internal/', 'http://printer.local/',
  'http://metadata/', 'http://site.attacker.org@127.0.0.1/', 'http://127.0.0.1#@site.attacker.org/', 'http://127.0.0.1\\@site.attacker.org/', 'http:127.0.0.1/', 'http:/127.0.0.1', 'http:\\\\127.0.0.1\\',
  'http://site.attacker.org:22/', 'http://site.attacker.org:6379/', 'http://site.attacker.org:3000/', 'http://127.0.0.1:5432/', 'ftp://site.attacker.org/', 'file:///etc/passwd', 'gopher://127.0.0.1/', 'dict://127.0.0.1/', 'data:text/plain,x', 'javascript:1',
]

/** Where the site redirects to, from a public address: `/0`, `/1` … answer with each of these in turn. */
const onwards = [
  ...['http://127.0.0.1/', 'https://127.0.0.1/', '//127.0.0.1/', '///127.0.0.1/', '\\\\127.0.0.1\\', 'http://2130706433/', 'http://0x7f.1/', 'http://[::1]/', '//[::ffff:127.0.0.1]/', 'http://169.254.169.254/latest/meta-data/', 'http://localhost/', 'http://10.0.0.1/'],
  ...['http://four-0.attacker.org/', 'http://six-1.attacker.org/', 'http://six-3.attacker.org/', 'http://alias.attacker.org/', 'http://mixed-last.attacker.org/', 'http://db.internal/', 'http://site.attacker.org:8080/', 'http://me:secret@site.attacker.org/'],
  ...['file:///etc/passwd', 'ftp://site.attacker.org/', 'gopher://127.0.0.1/', 'data:text/html,x', 'javascript:alert(1)', 'http://127.0.0.1\t/', ' http://127.0.0.1/ ', 'http://%31%32%37.0.0.1/', 'http://fe80::1/', 'http://', 'http://[::1', 'http:///'],
]

let fetcher: Fetcher
let site: Server
const ended: (() => void | Promise<void>)[] = []
let spool: string
let caught: () => number
let asked: string[]

const lines = (file: string) => {
  try {
    return readFileSync(join(spool, file), 'utf8').trim().split('\n')
  } catch {
    return []
  }
}

beforeAll(async () => {
  const trap = await openTrap()
  const nameServer = await openNameServer(zone)
  site = createServer((request, response) => {
    const path = request.url ?? '/'
    if (/^\/\d+$/.test(path)) return response.writeHead([301, 302, 303, 307, 308][Number(path.slice(1)) % 5] ?? 302, { location: onwards[Number(path.slice(1))] }).end()
    if (path === '/again') return response.writeHead(302, { location: '/' }).end()
    if (path === '/loop') return response.writeHead(302, { location: '/loop#again' }).end()
    if (path === '/ping') return response.writeHead(302, { location: '/pong' }).end()
    if (path === '/pong') return response.writeHead(302, { location: '/ping' }).end()
    if (path.startsWith('/maze')) return response.writeHead(302, { location: `${path}x` }).end()
    if (path === '/refresh') return response.writeHead(200, { refresh: '0; url=http://127.0.0.1/', 'content-type': 'text/html' }).end('<meta http-equiv="refresh" content="0; url=http://127.0.0.1/"><script>location = "http://127.0.0.1/"</script>')
    return response.end('a page')
  })
  const sitePort = await new Promise<number>((resolve) => site.listen(0, '127.0.0.1', () => resolve((site.address() as AddressInfo).port)))
  const place = spoolFolder()
  const program = await programOf('tests/support/watched-fetcher.ts', [trap.port, sitePort])
  setEnvironment({ FETCH_DNS: nameServer.address, FETCH_TEST_HOSTS: undefined, FETCH_PROXY: undefined })
  spool = place.folder
  caught = trap.caught
  asked = nameServer.asked
  fetcher = openFetcher({ spoolDir: spool }, { program: () => program })
  ended.push(() => fetcher.close(), () => setEnvironment({ FETCH_DNS: undefined }), trap.close, nameServer.close, () => void site.close(), place.remove, program.remove)
})

afterAll(async () => {
  for (const end of ended) await end()
})

const get = (url: string) => fetcher.fetch({ url, purpose: 'check' })
const outcome = (fetched: Fetched) => (fetched.ok ? 'ok' : fetched.failure.class)
/** What was dialled, less the site and the public addresses that refuse. */
const wronglyDialled = () => lines('dialled').filter((address) => ![SITE, PUBLIC, '1.1.1.1', '2606:4700:4700::1111'].includes(address))

describe('not one connection is made', () => {
  it.each(literals)('to %s', async (url) => {
    expect(outcome(await get(url))).toBe('refused')
  })
  it.each(names)('to %s', async (name) => {
    const expected = ['empty.attacker.org', 'failing.attacker.org', 'refusing.attacker.org', 'alias-bare.attacker.org'].includes(name) ? 'dns' : 'refused'
    expect(outcome(await get(`http://${name}/`))).toBe(expected)
    expect(asked).toContain(name)
  })
  it.each(onwards.map((location, index) => [location, index] as const))('from a public page that redirects to %j', async (_location, index) => {
    const fetched = await get(`http://site.attacker.org/${index}`)
    expect(outcome(fetched)).toMatch(/^(refused|redirects|dns)$/)
    expect(fetched.hops.map(({ url }) => url)).toEqual([`http://site.attacker.org/${index}`])
  })
  it('to a name that is public at first and private when it is looked up again', async () => {
    for (const name of ['rebinding.attacker.org', 'rebinding-v6.attacker.org']) {
      const fetched = await get(`http://${name}/again`)
      expect(fetched.hops).toMatchObject([{ address: SITE, status: 302 }])
      expect(outcome(fetched)).toBe('refused')
    }
  })
  it('for what a page asks of a browser', async () => {
    expect(outcome(await get('http://site.attacker.org/refresh'))).toBe('ok')
  })
  it('when the name server keeps silent', async () => {
    expect(outcome(await get('http://silent.attacker.org/'))).toBe('dns')
  })
  it('in circles, or through a maze', async () => {
    for (const [path, hops] of [['loop', 1], ['ping', 2], ['maze', 6]] as const) {
      const fetched = await get(`http://site.attacker.org/${path}`)
      expect(outcome(fetched), path).toBe('redirects')
      expect(fetched.hops).toHaveLength(hops)
    }
  })
})

describe('a public host', () => {
  it('is looked up once for each hop, and dialled at just the addresses that were judged', async () => {
    const before = lines('dialled').length
    expect(outcome(await get('http://public.attacker.org/'))).toBe('connect')
    expect(lines('dialled').slice(before)).toEqual([PUBLIC, '1.1.1.1', '2606:4700:4700::1111'])
    expect(asked.filter((name) => name === 'public.attacker.org')).toHaveLength(2)
  })
  it('is reached, and the address it was reached at is told', async () => {
    const fetched = await get('http://site.attacker.org/')
    expect(fetched).toMatchObject({ ok: true, hops: [{ address: SITE, status: 200 }] })
  })
})

// Runs last, over all that was asked above.
describe('seen from outside', () => {
  it('nothing but public addresses was dialled, no socket was opened past the dialling, and the trap is empty', () => {
    expect(literals.length + names.length + onwards.length).toBeGreaterThan(150)
    expect(lines('dialled').length).toBeGreaterThan(onwards.length)
    expect(wronglyDialled()).toEqual([])
    // The stand-ins for public addresses are the only sockets there were, one for each that was dialled.
    expect(lines('attempts')).toHaveLength(lines('dialled').length)
    expect(caught()).toBe(0)
  })
})
