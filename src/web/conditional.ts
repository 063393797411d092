/**
 * Whether the client's copy still holds (RFC 9110, section 13.2.2): If-None-Match decides where it is sent, and only
 * without it If-Modified-Since does.
 */
export function isUnchanged(headers: { 'if-none-match'?: string; 'if-modified-since'?: string }, etag: string, modified: Date): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return !Number.isNaN(since) && Math.floor(modified.getTime() / 1000) * 1000 <= since
}

/** What a client takes of the two precompressed forms, best first (RFC 9110, section 12.5.3). */
export function acceptedEncodings(header: string | undefined): ('br' | 'gzip')[] {
  const asked = new Map((header ?? '').toLowerCase().split(',').map((part) => {
    const [name, ...parameters] = part.split(';').map((word) => word.trim())
    return [name ?? '', Number(parameters.find((word) => word.startsWith('q='))?.slice(2) ?? 1)]
  }))
  return (['br', 'gzip'] as const).filter((name) => (asked.get(name) ?? asked.get('*') ?? 0) > 0)
}

/**
 * The first and last octet that a Range header of one range asks for; null where the whole file is to be sent, and
 * 'unsatisfiable' where it lies beyond the end. Several ranges at once are not worth their code: the whole file answers them.
 */
export function rangeOf(header: string | undefined, size: number): { first: number; last: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (match === null || (match[1] === '' && match[2] === '')) return null
  const first = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const last = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1)
  if (match[1] !== '' && match[2] !== '' && Number(match[2]) < first) return null
  return first >= size || last < first ? 'unsatisfiable' : { first, last }
}
