import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/**
 * SHA-256, in lower-case hexadecimal, of a JSON value in the canonical form of RFC 8785.
 * Members whose value is `undefined` don't count. Throws a TypeError for what JSON can't hold.
 */
export function contentHash(value: unknown): string {
  const canonical = canonicalize(value)
  if (canonical === undefined) throw new TypeError('only a JSON value has a content hash')
  return createHash('sha256').update(canonical, 'utf8').digest('hex')
}
