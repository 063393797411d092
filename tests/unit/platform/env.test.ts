import { describe, expect, it } from 'vitest'
import { type EnvironmentError, parseEnvironment } from '../../../src/env'

const problem = (source: Record<string, string>) => {
  try {
    parseEnvironment(source)
  } catch (error) {
    return error as EnvironmentError
  }
  return null
}

describe('the environment', () => {
  it('has a default for everything', () => {
    const read = parseEnvironment({})
    expect(read).toMatchObject({ databaseUrl: null, port: 3000, host: '127.0.0.1', siteUrl: 'http://127.0.0.1:3000', mode: 'development', trustProxy: 0, payloadSecret: null })
    expect(read.editionDir).toBe(`${read.dataDir}/edition`)
  })
  it('takes an empty variable as unset', () => {
    expect(parseEnvironment({ DATABASE_URL: '', PORT: ' ' })).toMatchObject({ databaseUrl: null, port: 3000 })
  })
  it.each([
    ['PORT', '80000'],
    ['PORT', '3000x'],
    ['CMS_PORT', '0'],
    ['DATABASE_URL', 'mysql://localhost/handbill'],
    ['DATABASE_URL', 'handbill'],
    ['SITE_URL', 'example.org'],
    ['SITE_URL', 'https://example.org/news'],
    ['ADMIN_URL', 'ftp://example.org'],
    ['SMTP_URL', 'mail.example.org'],
    ['PAYLOAD_SECRET', 'short'],
    ['TRUST_PROXY', 'yes'],
    ['NODE_ENV', 'prod'],
    ['LOG_LEVEL', 'loud'],
    ['FETCH', 'maybe'],
    ['FETCH_PROXY', 'http://127.0.0.1:9050'],
    ['FETCH_DNS', 'resolver.example:53'],
    ['FETCH_DNS', '127.0.0.1:70000'],
    ['FETCH_TEST_HOSTS', 'site.test'],
    ['FETCH_TEST_HOSTS', 'site.test=192.0.2.1:80'],
    ['FETCH_TEST_HOSTS', 'site.test=127.0.0.1'],
  ])('names %s when it holds %s', (variable, value) => {
    const error = problem({ [variable]: value })
    expect(error?.variable).toBe(variable)
    expect(error?.message).toMatch(new RegExp(`^${variable} `))
  })
  it('never repeats a password in what it says', () => {
    expect(problem({ DATABASE_URL: 'mysql://me:hunter2@localhost/x' })?.message).not.toContain('hunter2')
    expect(problem({ FETCH_PROXY: 'http://me:hunter2@127.0.0.1:9050' })?.message).not.toContain('hunter2')
    expect(problem({ PAYLOAD_SECRET: 'hunter2' })?.message).not.toContain('hunter2')
  })
  it('reads how pages are fetched', () => {
    expect(parseEnvironment({}).fetching).toEqual({ isOff: false, proxy: null, dns: null, testHosts: null })
    const { testHosts, ...rest } = parseEnvironment({ FETCH: 'off', FETCH_PROXY: 'socks5://127.0.0.1:9050', FETCH_DNS: '[::1]:5353', FETCH_TEST_HOSTS: 'site.test=127.0.0.1:4010, site.test:443=[::1]:4011' }).fetching
    expect(rest).toEqual({ isOff: true, proxy: 'socks5://127.0.0.1:9050', dns: '[::1]:5353' })
    expect([...(testHosts ?? [])]).toEqual([['site.test', { address: '127.0.0.1', port: 4010 }], ['site.test:443', { address: '::1', port: 4011 }]])
  })
  it('trusts a loopback address under both of its names, and nothing else beside the site and the desk', () => {
    expect(parseEnvironment({ PORT: '4000' }).trustedOrigins).toEqual(['http://127.0.0.1:4000', 'http://localhost:4000'])
    const split = parseEnvironment({ SITE_URL: 'https://news.example', ADMIN_URL: 'https://desk.example/' })
    expect(split.trustedOrigins).toEqual(['https://news.example', 'https://desk.example', 'http://127.0.0.1:3000', 'http://localhost:3000'])
  })
})
