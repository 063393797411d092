import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLink, readUrl } from '@/sources/addresses/normalise'

const RUNS = 400

const hosts = fc.constantFrom('a.example', 'www.a.example', 'm.facebook.com', 'x.com', 'twitter.com', 'youtu.be', 'www.youtube.com', 't.me', 'web.archive.org', 'archive.ph', 'www.google.com', 'amp.theguardian.com', 'doi.org', 'social.example', 'مثال.example', 'l.facebook.com', '127.0.0.1', '[::1]', 'www.m.co.uk', 'www.www.example', 'books.google.com', 'www.tiktok.com', 'webcache.googleusercontent.com')
const pieces = fc.oneof(
  fc.constantFrom('web', '2019', '*', 'https://b.example/y', 'http:/b.example', 'amp', 's', '@mira', '110000000000000001', 'status', 'posts', 'watch', 'index.html', 'index.php', '10.1000', 'xyz', '..', '.', '%2F', '%00', '%E2%80%AE', '%ff', 'مقال', 'a(b', '[x](y)', 'x)', 'url', 'embed', 'c', '...', '…', "'", '`', '|', ';', '!', 'doi', 'full', '+', 'l.php', 'redirect', 'search'),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const parameters = fc.tuple(fc.constantFrom('v', 't', 's', 'q', 'u', 'url', 'utm_source', 'si', 'id', 'amp', 'fbclid', 'story_fbid', 'comment', 'start', 'vid', 'print'), fc.oneof(pieces, fc.constantFrom('https://c.example/z?utm_x=1', 'cache:https://d.example/', '1', '')))
const hashes = fc.constantFrom('', '#top', '#!/route', '#/a.', '#page=2', '#:~:text=a,b', '#!x)')
const addresses = fc
  .tuple(fc.constantFrom('https://', 'http://', 'HTTPS://', '//', ''), hosts, fc.constantFrom('', ':80', ':443', ':8080', '.'), fc.array(pieces, { maxLength: 5 }), fc.array(parameters, { maxLength: 4 }), hashes)
  .map(([scheme, host, port, path, query, hash]) => `${scheme}${host}${port}/${path.join('/')}${query.length > 0 ? `?${query.map(([name, value]) => `${name}=${value}`).join('&')}` : ''}${hash}`)
const pasted = fc.oneof(addresses, fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.tuple(fc.string({ maxLength: 12 }), addresses, fc.string({ maxLength: 12 })).map((parts) => parts.join(' ')))

test('whatever is pasted is read or refused, and what is read is a clean address of the web that reads the same again', () => {
  fc.assert(
    fc.property(pasted, (text) => {
      const link = readLink(text)
      if ('problem' in link) return
      const url = new URL(link.url)
      expect(['http:', 'https:']).toContain(url.protocol)
      expect(`${url.username}${url.password}`).toBe('')
      expect(link.url).toMatch(/^[\x21-\x7e]+$/)
      expect(link.key).toMatch(/^[^\p{Cc}\p{Cs}]+$/u)
      expect(link.key.length).toBeLessThanOrEqual(2_100)
      expect(readLink(link.url)).toMatchObject({ key: link.key, url: link.url, ...(link.archive === undefined ? { stripped: [] } : {}) })
      if (link.archive?.original != null) expect(readLink(link.archive.original)).toMatchObject({ key: link.key, url: link.archive.original })
    }),
    { numRuns: RUNS },
  )
})

const words = fc.stringMatching(/^[a-z][a-z0-9-]{0,11}$/)
const pages = fc.record({ host: fc.stringMatching(/^[a-z]([a-z0-9-]{0,9}[a-z0-9])?$/), path: fc.array(fc.oneof(words, fc.constantFrom('مقال', 'آخر', 'é')), { minLength: 1, maxLength: 4 }), query: fc.dictionary(fc.constantFrom('id', 'page', 'lang'), words, { maxKeys: 3 }) })
const spelled = fc.record({
  scheme: fc.constantFrom('https://', 'http://', 'HTTP://', ''), www: fc.constantFrom('', 'www.', 'm.', 'WWW.'), end: fc.constantFrom('', '/', '/index.html'), isEncoded: fc.boolean(), isDecomposed: fc.boolean(), isReversed: fc.boolean(),
  sharing: fc.subarray(['utm_source=x', 'fbclid=1', 'gclid=2', 'mc_eid=3', 'igsh=4']), hash: fc.constantFrom('', '#top', '#:~:text=x'), around: fc.constantFrom(['', ''], ['<', '>'], [' \u202E', '\u202C\n'], ['«', '»'], ['(', ').']),
})

test('one page has one key in every spelling', () => {
  fc.assert(
    fc.property(pages, spelled, ({ host, path, query }, { scheme, www, end, isEncoded, isDecomposed, isReversed, sharing, hash, around }) => {
      const parameters = Object.entries(query).map(([name, value]) => `${name}=${value}`)
      const plain = `https://${host}.example/${path.join('/')}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`
      const form = path.map((part) => part.normalize(isDecomposed ? 'NFD' : 'NFC')).map((part) => (isEncoded ? encodeURIComponent(part) : part)).join('/')
      const all = [...(isReversed ? parameters.toReversed() : parameters), ...sharing]
      const other = `${around[0]}${scheme}${www}${host}.example/${form}${end}${all.length > 0 ? `?${all.join('&')}` : ''}${hash}${around[1]}`
      expect(readLink(other)).toMatchObject({ key: (readLink(plain) as { key: string }).key })
    }),
    { numRuns: RUNS },
  )
})

test('an address is read the same from a page as from a paste', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
      const read = readUrl(new URL(address))
      if (typeof read === 'string') return
      expect(readLink(read.url)).toMatchObject({ key: read.key, url: read.url })
    }),
    { numRuns: RUNS },
  )
})
