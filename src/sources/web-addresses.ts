import type { Locator } from '@/record/body'
import type { Platform, SourceKind } from '@/record/projections'

/** An address of another site's work, cleaned, with what it tells by itself. */
export type WebAddress = {
  kind: 'web'
  /** Absolute, without what only identifies who shared it. */
  url: string
  /** The same for every spelling of one work's address: what sources are told apart by. */
  key: string
  locator?: Locator
  /** Words that a text fragment (`#:~:text=`) pointed at. */
  quote?: string
  doi?: string
  archivedUrl?: string
  /** ISO 8601 instant. */
  archivedAt?: string
  platform?: Platform
}
export type Address =
  | WebAddress
  /** An address that was cut when it was pasted: what it led to is lost. */
  | { kind: 'truncated'; words: string }
  | { kind: 'mail'; href: string }
  | { kind: 'fragment'; id: string }
  | { kind: 'refused'; why: string }

const TRACKING = /^(utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igsh|igshid|mc_cid|mc_eid|_ga|_gl|__tn__|__cft__.*|__xts__.*|ref_src|ref_url|share_id|xmt|oft_.*|wt_mc|at_campaign|at_medium|s_cid|cmpid|fb_action_.*|fb_ref|fb_source)$/i
/** Parameters that only on these sites say who shared the address. */
const SHARING: [host: RegExp, parameters: RegExp][] = [
  [/(^|\.)(youtube\.com|youtu\.be|spotify\.com|threads\.net)$/, /^(si|feature|pp|ab_channel)$/],
  [/(^|\.)(x\.com|twitter\.com)$/, /^(s|t|ref|cxt|lang)$/],
  [/(^|\.)(facebook\.com|instagram\.com)$/, /^(hc_ref|rdid|mibextid|sfnsn|hl|ref|__.*)$/],
  [/(^|\.)tiktok\.com$/, /^(_r|_t|is_from_webapp|sender_device|web_id)$/],
]
const SHARE_BUTTON = /^(www\.)?(facebook\.com\/(sharer|share\.php|dialog)|(twitter|x)\.com\/(intent|share)|linkedin\.com\/(shareArticle|sharing)|(api\.whatsapp|web\.whatsapp)\.com\/send|wa\.me\/\?|t(elegram)?\.me\/share|pinterest\.[a-z]+\/pin\/create|reddit\.com\/submit|addtoany\.com\/)/i
const PLATFORMS: [RegExp, Platform][] = [
  [/(^|\.)(x|twitter)\.com$/, 'x'],
  [/(^|\.)(facebook\.com|fb\.watch|fb\.com)$/, 'facebook'],
  [/(^|\.)instagram\.com$/, 'instagram'],
  [/(^|\.)bsky\.app$/, 'bluesky'],
  [/(^|\.)(t\.me|telegram\.me)$/, 'telegram'],
  [/(^|\.)tiktok\.com$/, 'tiktok'],
  [/(^|\.)(youtube\.com|youtu\.be)$/, 'youtube'],
  [/(^|\.)linkedin\.com$/, 'linkedin'],
]
const MAX_LENGTH = 2_000

/** Tells whether an address, or words that look like one, were cut: "https://gauge.example/…/may-rea…". */
export function isTruncated(address: string): boolean {
  return /…|%E2%80%A6|\.{3}$|\/\.{3}\//i.test(address)
}

// Control characters are legal in percent-encoding and nowhere else.
function decoded(value: string): string {
  try {
    return decodeURIComponent(value).replace(/[\u0000-\u001f\u007f]/g, '')
  } catch {
    return value
  }
}

function timecode(value: string): string {
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(value)
  if (parts === null) return value
  const seconds = Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0)
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

function placeOf(url: URL): { locator?: Locator; quote?: string } {
  const time = url.searchParams.get('t') ?? url.searchParams.get('start')
  if (/(^|\.)(youtube\.com|youtu\.be|vimeo\.com)$/.test(url.hostname) && time !== null && /^[\dhms]+$/.test(time)) {
    url.searchParams.delete('t')
    url.searchParams.delete('start')
    return { locator: { label: 'timecode', value: timecode(time) } }
  }
  const fragment = url.hash.slice(1)
  const textFragment = /:~:text=([^&]*)/.exec(fragment)?.[1]
  const id = decoded(fragment.replace(/:~:.*$/, '')).slice(0, 200)
  const quote = textFragment === undefined ? {} : { quote: textFragment.replace(/^[^,]*-,/, '').replace(/,-[^,]*$/, '').split(',').map(decoded).join(' … ') }
  if (id === '' || id.startsWith('!') || id.includes('/')) return quote
  const page = /^page=(\d+)$/.exec(id)?.[1]
  return { ...quote, locator: page === undefined ? { label: 'section', value: id } : { label: 'page', value: page } }
}

/** Twitter is X, phones' addresses are the site's own, a short video address is the long one. */
function settleHost(url: URL): void {
  url.hostname = url.hostname.replace(/\.$/, '')
  if (/^(www\.|mobile\.|m\.)?(twitter|x)\.com$/.test(url.hostname)) url.hostname = 'x.com'
  else if (/^(m|mobile|mbasic|touch|web|[a-z]{2}-[a-z]{2})\.facebook\.com$/.test(url.hostname)) url.hostname = 'www.facebook.com'
  else if (url.hostname === 'm.youtube.com') url.hostname = 'www.youtube.com'
  else if (/^[a-z]{2,3}\.m\.wikipedia\.org$/.test(url.hostname)) url.hostname = url.hostname.replace('.m.', '.')
  if (url.hostname === 'youtu.be' && url.pathname.length > 1) {
    const id = url.pathname.slice(1)
    url.hostname = 'www.youtube.com'
    url.pathname = '/watch'
    url.searchParams.set('v', id)
  }
}

function withoutTracking(url: URL): void {
  const sharing = SHARING.find(([host]) => host.test(url.hostname))?.[1]
  for (const name of [...url.searchParams.keys()]) {
    if (TRACKING.test(name) || sharing?.test(name)) url.searchParams.delete(name)
  }
  if ([...url.searchParams.keys()].length === 0) url.search = ''
}

function doiOf(url: URL): string | undefined {
  const path = decoded(url.pathname)
  const isResolver = /^(dx\.|www\.)?doi\.org$/.test(url.hostname)
  const found = isResolver ? /^\/(10\.\d{4,9}\/\S+)$/.exec(path) : /\/(?:doi|abs|full|epdf|pdf|article)\/(?:abs\/|full\/|pdf\/|epdf\/)?(10\.\d{4,9}\/[^\s/?#][^\s?#]*)/.exec(path)
  return found?.[1]?.replace(/[/.]+$/, '').toLowerCase()
}

function keyOf(url: URL, doi: string | undefined): string {
  if (doi !== undefined) return `doi:${doi}`
  const host = url.host.toLowerCase().replace(/^www\./, '')
  const path = decoded(url.pathname).normalize('NFC').replace(/\/+$/, '')
  const query = [...url.searchParams].map(([name, value]) => `${name}=${value}`).sort().join('&')
  const isSocial = url.hostname === 'x.com'
  return `${host}${isSocial ? path.toLowerCase().replace(/\/(photo|video)\/\d+$/, '') : path}${query === '' ? '' : `?${query}`}`
}

type Archived = { original: string; archivedUrl: string; archivedAt: string }

/** A copy in the Wayback Machine, or in a service that keeps the original's address in its own. */
function archivedOriginal(url: URL): Archived | null {
  const isArchive = /^(web\.|www\.)?archive\.(org|today|is|ph|li|md|vn|fo)$/.test(url.hostname)
  const match = isArchive ? /^\/(?:web\/)?(\d{4,14})(?:[a-z]{2}_)?\/(https?:\/{1,2}.+)$/i.exec(`${url.pathname}${url.search}${url.hash}`) : null
  if (match === null) return null
  const digits = (match[1] ?? '').padEnd(4, '0')
  const part = (from: number, to: number, fallback: string) => digits.slice(from, to).padEnd(to - from, '') || fallback
  const at = `${digits.slice(0, 4)}-${part(4, 6, '01')}-${part(6, 8, '01')}T${part(8, 10, '00')}:${part(10, 12, '00')}:${part(12, 14, '00')}.000Z`
  if (Number.isNaN(Date.parse(at))) return null
  return { original: (match[2] ?? '').replace(/^(https?:)\/+/i, '$1//'), archivedUrl: `${url.origin}${url.pathname}${url.search}`, archivedAt: at }
}

function readWeb(url: URL): WebAddress | null {
  const archived = archivedOriginal(url)
  if (archived !== null) {
    if (!URL.canParse(archived.original)) return null
    const original = readWeb(new URL(archived.original))
    return original === null ? null : { ...original, archivedUrl: archived.archivedUrl, archivedAt: archived.archivedAt }
  }
  settleHost(url)
  const place = placeOf(url)
  withoutTracking(url)
  url.hash = /^#!?\//.test(url.hash) || url.hash.startsWith('#!') ? url.hash : ''
  const doi = doiOf(url)
  const platform = PLATFORMS.find(([host]) => host.test(url.hostname))?.[1]
  return { kind: 'web', url: url.href, key: `${keyOf(url, doi)}${url.hash}`, ...place, ...(doi === undefined ? {} : { doi }), ...(platform === undefined ? {} : { platform }) }
}

/**
 * Reads the address of a link. `base` is the address of the page that it stood on, for relative ones.
 * Nothing is fetched.
 */
export function readAddress(href: string, base: string): Address {
  const trimmed = href.replace(/[\u0000-\u0020\u007f]+/g, (space) => (space.includes(' ') ? ' ' : '')).trim()
  if (trimmed === '') return { kind: 'refused', why: 'it has no address' }
  if (trimmed.startsWith('#')) return trimmed === '#' ? { kind: 'refused', why: 'it has no address' } : { kind: 'fragment', id: decoded(trimmed.slice(1)) }
  if (trimmed.length > MAX_LENGTH) return { kind: 'refused', why: `its address is longer than ${MAX_LENGTH} characters` }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]?.toLowerCase()
  if (scheme === 'mailto') return /^mailto:[^\s@<>]+@[^\s@<>]+$/i.test(trimmed.replace(/\?.*$/, '')) ? { kind: 'mail', href: trimmed.replace(/\?.*$/, '') } : { kind: 'refused', why: 'its mail address is broken' }
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { kind: 'refused', why: `an address that begins with "${scheme}:" is not one of the web` }
  if (isTruncated(trimmed)) return { kind: 'truncated', words: decoded(trimmed) }
  if (!URL.canParse(trimmed, base)) return { kind: 'refused', why: 'its address is broken' }
  const url = new URL(trimmed, base)
  if (url.username !== '' || url.password !== '') return { kind: 'refused', why: 'its address holds a name or password' }
  if (SHARE_BUTTON.test(`${url.host}${url.pathname}${url.search}`)) return { kind: 'refused', why: 'it is a button for sharing' }
  return readWeb(url) ?? { kind: 'refused', why: 'its address is broken' }
}

/** What kind of source an address leads to, as far as it tells by itself. */
export function sourceKindOf(address: WebAddress): SourceKind {
  if (address.doi !== undefined) return 'paper'
  if (address.platform === 'youtube') return 'video'
  if (address.platform !== undefined) return 'socialPost'
  const path = new URL(address.url).pathname.toLowerCase()
  if (/vimeo\.com$/.test(new URL(address.url).hostname) || /\.(mp4|webm|mov)$/.test(path)) return 'video'
  if (/\.(csv|xlsx?|ods|json)$/.test(path)) return 'dataset'
  if (/\.(pdf|docx?|odt)$/.test(path)) return 'report'
  if (/\.(mp3|ogg|wav|m4a)$/.test(path)) return 'audio'
  if (/\.(jpe?g|png|gif|webp)$/.test(path)) return 'image'
  return 'webpage'
}

/** The address as a person would read it: without scheme, `www.` and closing slash, and not percent-encoded. */
export function readableAddress(url: string): string {
  const parsed = new URL(url)
  return `${parsed.host.replace(/^www\./, '')}${decoded(parsed.pathname)}${parsed.search}`.normalize('NFC').replace(/\/$/, '').slice(0, 200)
}
