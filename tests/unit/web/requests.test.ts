import { describe, expect, it } from 'vitest'
import { acceptedEncodings, isUnchanged, rangeOf } from '../../../src/web/conditional'
import { clientAddress, endToEnd } from '../../../src/web/forwarded'
import { pathOfRequest } from '../../../src/web/request-path'

describe('whether a copy still holds', () => {
  const modified = new Date('2026-11-01T10:00:00.700Z')
  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['*', true],
    ['"b"', false],
    ['', false],
  ])('If-None-Match: %s', (tags, unchanged) => {
    expect(isUnchanged({ 'if-none-match': tags }, '"a"', modified)).toBe(unchanged)
  })
  it('goes by the date where no tag is sent, to the second', () => {
    const since = (value: string) => isUnchanged({ 'if-modified-since': value }, '"a"', modified)
    expect(since('Sun, 01 Nov 2026 10:00:00 GMT')).toBe(true)
    expect(since('Sun, 01 Nov 2026 09:59:59 GMT')).toBe(false)
    expect(since('yesterday')).toBe(false)
  })
  it('goes by the tag alone where both are sent', () => {
    expect(isUnchanged({ 'if-none-match': '"b"', 'if-modified-since': 'Sun, 01 Nov 2099 10:00:00 GMT' }, '"a"', modified)).toBe(false)
  })
})

describe('what a client takes', () => {
  it.each([
    [undefined, []],
    ['gzip, deflate, br', ['br', 'gzip']],
    ['gzip', ['gzip']],
    ['br;q=0, gzip;q=0.5', ['gzip']],
    ['*', ['br', 'gzip']],
    ['*;q=0', []],
    ['BR', ['br']],
    ['brotli', []],
  ])('%s', (header, encodings) => {
    expect(acceptedEncodings(header)).toEqual(encodings)
  })
})

describe('ranges of a file of 100 octets', () => {
  it.each([
    ['bytes=0-9', { first: 0, last: 9 }],
    ['bytes=90-', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-500', { first: 0, last: 99 }],
    ['bytes=50-500', { first: 50, last: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-0', null],
    ['bytes=0-1,5-6', null],
    ['bytes=-', null],
    ['lines=1-2', null],
    [undefined, null],
  ])('%s', (header, range) => {
    expect(rangeOf(header, 100)).toEqual(range)
  })
  it('of an empty file are never satisfiable', () => {
    expect(rangeOf('bytes=0-', 0)).toBe('unsatisfiable')
  })
})

describe('where a request came from', () => {
  it('is the connection, whatever the client claims, where no proxy is trusted', () => {
    expect(clientAddress('192.0.2.7', '203.0.113.1', 0)).toBe('192.0.2.7')
  })
  it('is what the outermost trusted proxy wrote, and not what the client wrote before it', () => {
    expect(clientAddress('10.0.0.1', '6.6.6.6, 203.0.113.1', 1)).toBe('203.0.113.1')
    expect(clientAddress('10.0.0.1', '6.6.6.6, 203.0.113.1, 10.0.0.2', 2)).toBe('203.0.113.1')
  })
  it('is the connection where a trusted proxy sent nothing', () => {
    expect(clientAddress('192.0.2.7', undefined, 1)).toBe('192.0.2.7')
  })
})

describe('headers of a connection', () => {
  it('stay behind, with those that the connection names', () => {
    expect(endToEnd({ connection: 'keep-alive, X-Secret', 'x-secret': '1', te: 'trailers', upgrade: 'h2c', accept: '*/*' })).toEqual({ accept: '*/*' })
  })
})

describe('the path of a request', () => {
  it.each([
    ['/articles/x?y=%zz', '/articles/x'],
    ['/%D9%85%D9%82%D8%A7%D9%84', '/مقال'],
    ['/a%2Fb', '/a/b'],
    ['/%E0%A4%A', null],
    ['/%', null],
    ['/a%00b', null],
    ['*', null],
    ['http://elsewhere.example/', null],
  ])('%s', (target, path) => {
    expect(pathOfRequest(target)).toBe(path)
  })
})
