/** Types of the files that an edition holds, by extension. Feeds are told from other XML and JSON by their own names. */
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt; charset=utf-8',
  pdf: 'application/pdf',
  // Neither is registered; reference managers know these.
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
}

const FEEDS: Record<string, string> = {
  'feed.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
}

/** A text's sources as CSL-JSON, told from other JSON by their name. */
const NAMED: Record<string, string> = { 'sources.json': 'application/vnd.citationstyles.csl+json; charset=utf-8' }

/** No script, nothing from elsewhere, no frame around it: what a page of the edition may do. */
export const PUBLIC_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** What every public answer carries, whatever it holds and whoever serves it. */
export const PUBLIC_HEADERS = {
  'Content-Security-Policy': PUBLIC_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'browsing-topics=(), camera=(), geolocation=(), interest-cohort=(), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const

/** For what changes under its address: a cache may keep it but asks each time whether it still holds. */
export const REVALIDATED = 'public, max-age=0, must-revalidate'
/** For what has its own hash in its name. */
export const IMMUTABLE = 'public, max-age=31536000, immutable'

const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1)

/** The media type of an edition file such as `articles/x.html`, by its name alone. */
export function contentTypeOf(file: string): string {
  const name = nameOf(file)
  return FEEDS[name] ?? NAMED[name] ?? TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
}

/** Whether a file of this type has `.br` and `.gz` beside it; images and sound are compressed already. */
export function isCompressible(file: string): boolean {
  return !/^(image\/(?!svg)|audio\/|video\/|application\/(pdf|octet-stream))/.test(contentTypeOf(file))
}

/**
 * The headers of an edition file, by its name relative to the public folder (`index.html`, `articles/feed.xml`,
 * `media/…`), all but those that its bytes decide: ETag, Last-Modified, Content-Encoding, Content-Length.
 * Images and feeds may be shown by readers' own applications, so those two open to other origins; pages don't.
 */
export function publicHeaders(file: string): Record<string, string> {
  const isFeed = nameOf(file) in FEEDS
  const isMedia = file.startsWith('media/')
  return {
    ...PUBLIC_HEADERS,
    'Content-Type': contentTypeOf(file),
    'Cache-Control': isMedia || file.startsWith('assets/') ? IMMUTABLE : REVALIDATED,
    'Cross-Origin-Resource-Policy': isMedia || isFeed ? 'cross-origin' : 'same-origin',
    ...(isFeed ? { 'Access-Control-Allow-Origin': '*' } : {}),
    ...(isCompressible(file) ? { Vary: 'Accept-Encoding' } : {}),
  }
}
