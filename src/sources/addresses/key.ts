import { decoded, decodedPath } from './decoding'
import type { Link } from './link'
import { hostOfKey, pathOfKey } from './variants'

// What would make a value into two parameters stays encoded.
const part = (words: string): string => decoded(words).normalize('NFC').replace(/[%&=#]/g, encodeURIComponent)

/**
 * What works are told apart by: the DOI, else the platform's own id of the post, else the address without scheme, `www.`, a
 * phone's host, index and closing slash, its parameters in one order. Never empty, at most as long as the address.
 */
export function keyOf(url: URL, { doi, platform, postId }: Pick<Link, 'doi' | 'platform' | 'postId'>): string {
  if (doi !== undefined) return `doi:${doi}`
  if (platform !== undefined && postId !== undefined) return `${platform}:${postId}`
  const path = pathOfKey(decodedPath(url.pathname))
  const query = [...url.searchParams].map(([name, value]) => `${part(name)}=${part(value)}`).sort().join('&')
  // Names of accounts there are the same in capitals.
  return `${hostOfKey(url.host)}${platform === 'x' ? path.toLowerCase() : path}${query === '' ? '' : `?${query}`}${decoded(url.hash).normalize('NFC')}`
}
