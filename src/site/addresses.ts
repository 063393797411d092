import { encodePath } from '@/record/paths'

/**
 * An address that may stand in a link: absolute http, https or mailto. Null for anything else: other schemes,
 * relative and protocol-relative addresses, and what is no address at all.
 */
export function safeAddress(address: string | null | undefined): string | null {
  if (!address) return null
  try {
    const url = new URL(address)
    if (url.protocol === 'mailto:') return url.href
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.host !== '' ? url.href : null
  } catch {
    return null
  }
}

/** The link to an unencoded path of this site. Throws a TypeError for what would lead away from it. */
export function pathAddress(path: string): string {
  if (!path.startsWith('/') || path.startsWith('//') || path.startsWith('/\\')) throw new TypeError(`not a path of this site: ${path}`)
  return encodePath(path)
}

/** The absolute address of an unencoded path. */
export function absoluteAddress(origin: string, path: string): string {
  return origin + pathAddress(path)
}
