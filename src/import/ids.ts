import { createHash } from 'node:crypto'

/** The namespace for names that are URLs: RFC 9562, section 6.6. */
const URL_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8'

/** The UUID of version 5 (RFC 9562, section 5.5) of a URL: always the same for the same one. */
export function uuidOfUrl(url: string): string {
  const hash = createHash('sha1').update(Buffer.from(URL_NAMESPACE.replaceAll('-', ''), 'hex')).update(url, 'utf8').digest().subarray(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** How a thing of the old site is known here, for ever: `kind` and `name` are unique on that site. */
export function importKey(siteUrl: string, kind: 'post' | 'term' | 'author' | 'series' | 'media', name: string): string {
  return uuidOfUrl(`${siteUrl.toLowerCase().replace(/^https?:\/\/(www\.)?/, 'https://').replace(/\/+$/, '')}/#${kind}-${name}`)
}

/** An id for a node of a rich text: 24 hexadecimal digits, the same for the same seed. */
export function nodeId(seed: string): string {
  return createHash('sha256').update(seed, 'utf8').digest('hex').slice(0, 24)
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A citation's key in the form of a ULID, the same for the same seed. */
export function citationKey(seed: string): string {
  const bytes = createHash('sha256').update(seed, 'utf8').digest()
  return `0${[...bytes.subarray(0, 25)].map((byte) => CROCKFORD[byte % 32]).join('')}`
}
