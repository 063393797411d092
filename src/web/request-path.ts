export const NOT_WELL_FORMED = 'This address is not well-formed.\n'

/** The decoded path of a request; null where it is not one: bad percent-encoding, NUL, or no path at all. */
export function pathOfRequest(target: string): string | null {
  const end = target.indexOf('?')
  const encoded = end === -1 ? target : target.slice(0, end)
  if (!encoded.startsWith('/')) return null
  if (!encoded.includes('%')) return encoded
  try {
    const path = decodeURIComponent(encoded)
    return path.includes('\0') ? null : path
  } catch {
    return null
  }
}
