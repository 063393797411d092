import { describe, expect, it } from 'vitest'
import { FetchFailure } from '../../../../src/captures/fetch/failure'
import { type Exceptions, judgeUrl } from '../../../../src/captures/fetch/target'

const none: Exceptions = { isTestHost: () => false, takesOnion: false }
const refusal = (url: string, exceptions = none) => {
  try {
    judgeUrl(url, exceptions)
  } catch (error) {
    return error instanceof FetchFailure ? error.failureClass : error
  }
  return null
}

describe('an address that is fetched', () => {
  it.each([
    ['https://news.example.com/a?b=c#d', 'news.example.com', 443, null, 'https://news.example.com/a?b=c'],
    ['http://news.example.com:80/', 'news.example.com', 80, null, 'http://news.example.com/'],
    ['http://news.example.com:443/', 'news.example.com', 443, null, 'http://news.example.com:443/'],
    ['https://news.example.com./', 'news.example.com', 443, null, 'https://news.example.com./'],
    ['HTTPS://Bücher.example.com/', 'xn--bcher-kva.example.com', 443, null, 'https://xn--bcher-kva.example.com/'],
    ['https://أخبار.com/', 'xn--igbicxr.com', 443, null, 'https://xn--igbicxr.com/'],
    ['http://8.8.8.8/', '8.8.8.8', 80, '8.8.8.8', 'http://8.8.8.8/'],
    ['http://0x08080808/', '8.8.8.8', 80, '8.8.8.8', 'http://8.8.8.8/'],
    ['http://[::ffff:8.8.8.8]/', '::ffff:808:808', 80, '8.8.8.8', 'http://[::ffff:808:808]/'],
    ['http://under_score.example.com/', 'under_score.example.com', 80, null, 'http://under_score.example.com/'],
  ])('is read: %s', (text, host, port, literal, href) => {
    const target = judgeUrl(text, none)
    expect({ host: target.host, port: target.port, literal: target.literal, href: target.url.href }).toEqual({ host, port, literal, href })
  })
  it.each([
    'ftp://news.example.com/', 'file:///etc/passwd', 'gopher://news.example.com/', 'data:text/html,x', 'javascript:alert(1)', 'ws://news.example.com/', 'blob:https://news.example.com/1', 'about:blank', '', 'news.example.com',
    'https://me@news.example.com/', 'https://me:secret@news.example.com/', 'https://:secret@news.example.com/', 'http://news.example.com@127.0.0.1/',
    'http://news.example.com:8080/', 'http://news.example.com:22/', 'https://news.example.com:8443/', 'http://news.example.com:0/', 'http://news.example.com:65536/',
    'http://localhost/', 'http://LOCALHOST./', 'http://a.localhost/', 'http://intranet/', 'http://printer.local/', 'http://db.internal/', 'http://metadata.google.internal/', 'http://nas.lan/', 'http://router.home.arpa/',
    'http://1.0.0.127.in-addr.arpa/', 'http://a.test/', 'http://a.example/', 'http://a.invalid/', 'http://abcdefghij234567.onion/', 'http://a.alt/', 'http://wiki.corp/', 'http://a.home/',
    'http://a..example.com/', 'http://.example.com/', 'http://example.com../', 'http://-a.example.com/', `http://${'a'.repeat(64)}.com/`, `http://${'a.'.repeat(127)}com/`, 'http://a b.com/', 'http://exa%00mple.com/', 'http://[fe80::1%25eth0]/',
  ])('is never %s', (url) => {
    expect(refusal(url)).toBe('refused')
  })
  it('may be an onion only where a proxy takes it, and a name of a test only in a test', () => {
    expect(refusal('http://abcdefghij234567.onion/', { ...none, takesOnion: true })).toBeNull()
    expect(refusal('http://site.test/', { ...none, isTestHost: (host) => host === 'site.test' })).toBeNull()
    expect(refusal('http://site.test:4010/', { isTestHost: () => true, takesOnion: false })).toBe('refused')
    expect(refusal('http://127.0.0.1/', { isTestHost: () => true, takesOnion: true })).toBe('refused')
  })
})
