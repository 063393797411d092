import type { Locator } from '@/record/body'
import type { Platform, SourceKind } from '@/record/projections'
import { decoded } from '@/sources/addresses/decoding'
import { LONGEST_LINK, type Link, type LinkProblemCode } from '@/sources/addresses/link'
import { readUrl } from '@/sources/addresses/normalise'
import { isTruncated } from '@/sources/addresses/pasted'

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

const WHY: Partial<Record<LinkProblemCode, string>> = {
  credentials: 'its address holds a name or password',
  shareButton: 'it is a button for sharing',
  tooLong: `its address is longer than ${LONGEST_LINK} characters`,
}

/** A link as a source of the import: an archived copy stands beside its original, where it names one. */
function asWebAddress({ url, key, archive, locator, quote, doi, platform }: Link): WebAddress {
  const isCopy = archive !== undefined && archive.original !== null
  return {
    kind: 'web', url: isCopy ? archive.original ?? url : url, key,
    ...(isCopy ? { archivedUrl: url, ...(archive.at === undefined ? {} : { archivedAt: archive.at }) } : {}),
    ...(locator === undefined ? {} : { locator }), ...(quote === undefined ? {} : { quote }),
    ...(doi === undefined ? {} : { doi }), ...(platform === undefined ? {} : { platform }),
  }
}

/**
 * Reads the address of a link. `base` is the address of the page that it stood on, for relative ones.
 * Nothing is fetched.
 */
export function readAddress(href: string, base: string): Address {
  const trimmed = href.replace(/[\u0000-\u0020\u007f]+/g, (space) => (space.includes(' ') ? ' ' : '')).trim()
  if (trimmed === '') return { kind: 'refused', why: 'it has no address' }
  if (trimmed.startsWith('#')) return trimmed === '#' ? { kind: 'refused', why: 'it has no address' } : { kind: 'fragment', id: decoded(trimmed.slice(1)) }
  if (trimmed.length > LONGEST_LINK) return { kind: 'refused', why: `its address is longer than ${LONGEST_LINK} characters` }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]?.toLowerCase()
  if (scheme === 'mailto') return /^mailto:[^\s@<>]+@[^\s@<>]+$/i.test(trimmed.replace(/\?.*$/, '')) ? { kind: 'mail', href: trimmed.replace(/\?.*$/, '') } : { kind: 'refused', why: 'its mail address is broken' }
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { kind: 'refused', why: `an address that begins with "${scheme}:" is not one of the web` }
  if (isTruncated(trimmed)) return { kind: 'truncated', words: decoded(trimmed) }
  if (!URL.canParse(trimmed, base)) return { kind: 'refused', why: 'its address is broken' }
  const link = readUrl(new URL(trimmed, base))
  if (link === 'truncated') return { kind: 'truncated', words: decoded(trimmed) }
  return typeof link === 'string' ? { kind: 'refused', why: WHY[link] ?? 'its address is broken' } : asWebAddress(link)
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
