import { describe, expect, it } from 'vitest'
import { hostOf, registrableDomain } from '@/link-health/hosts'
import { retryAfterMs } from '@/link-health/pace'

describe('the host that an address is paced by', () => {
  it('is one for a site with and without www, its letters large or small', () => {
    expect(['https://www.Quay.test/a', 'http://quay.test/b', 'https://quay.test./'].map(hostOf)).toEqual(['quay.test', 'quay.test', 'quay.test'])
    expect(hostOf('http://quay.test:8080/')).toBe('quay.test:8080')
    expect([hostOf('ftp://quay.test/'), hostOf('not an address')]).toEqual([null, null])
  })
})

describe('the part of a host that somebody registered', () => {
  it.each([['news.bbc.co.uk', 'bbc.co.uk'], ['a.b.org', 'b.org'], ['tide.blogspot.com', 'tide.blogspot.com'], ['x.tide.github.io', 'tide.github.io'], ['quay', 'quay'], ['192.0.2.7', '192.0.2.7'], ['www.gov.sy', 'www.gov.sy'], ['news.quay.de', 'quay.de']])('of %s is %s', (host, domain) => {
    expect(registrableDomain(host)).toBe(domain)
  })
})

describe('what a busy host asks for', () => {
  const at = new Date('2026-03-01T12:00:00Z')
  it('is read as seconds and as a date, and is nothing where it makes no sense', () => {
    expect(retryAfterMs([['Retry-After', '120']], at)).toBe(120_000)
    expect(retryAfterMs([['retry-after', 'Sun, 01 Mar 2026 12:05:00 GMT']], at)).toBe(300_000)
    for (const value of ['', '-5', 'soon', 'Sun, 01 Mar 2026 11:00:00 GMT']) expect(retryAfterMs([['retry-after', value]], at)).toBe(0)
  })
})
