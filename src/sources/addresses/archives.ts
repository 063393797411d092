import { decoded } from './decoding'
import type { Archive } from './link'

export type ArchivedCopy = Archive & { isBanned: boolean }

const BANNED = /^(?:www\.)?archive\.(?:today|ph|is|li|md|vn|fo)$/
const WAYBACK = /^(?:(?:web|wayback|www|web-beta)\.)?archive\.org$/
/** Archives that run the same software and write addresses in the same way. */
const LIKE_WAYBACK = /^(?:arquivo\.pt|(?:www\.)?webarchive\.org\.uk|webarchive\.nationalarchives\.gov\.uk|webarchive\.loc\.gov|wayback\.archive-it\.org|wayback\.vefsafn\.is|web\.archive\.bibalex\.org|webarchive\.parliament\.uk)$/

/** ISO 8601 instant of a Memento's time of 4 to 14 digits ("2017", "20170609120000"), or undefined. */
function instant(digits: string): string | undefined {
  const [year, month, day, hour, minute, second] = [digits.slice(0, 4), digits.slice(4, 6) || '01', digits.slice(6, 8) || '01', digits.slice(8, 10) || '00', digits.slice(10, 12) || '00', digits.slice(12, 14) || '00']
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  return Number.isNaN(Date.parse(at)) ? undefined : at
}

/** An address as it stands within another: encoded or not, with a slash lost on the way, or without its scheme. */
function innerAddress(written: string): string | null {
  const plain = /^https?%3a/i.test(written) ? decoded(written) : written
  const whole = /^https?:/i.test(plain) ? plain.replace(/^(https?:)\/*/i, '$1//') : /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]|$)/u.test(plain) ? `http://${plain}` : null
  return whole !== null && URL.canParse(whole) ? whole : null
}

const copy = (provider: Archive['provider'], original: string | null, at?: string, isBanned = false): ArchivedCopy => ({ provider, original, ...(at === undefined ? {} : { at }), isBanned })

function memento(url: URL, prefix: RegExp, provider: Archive['provider'], isBanned = false): ArchivedCopy | null {
  const rest = `${url.pathname}${url.search}${url.hash}`.replace(prefix, '')
  const [, time, written] = /^(?:(\d{4,14}|\d{4}\.\d{2}\.\d{2}-\d{6}|\*)?(?:[a-z]{2}_|\*)?\/)?(.+)$/i.exec(rest) ?? []
  // A name with a dot is a host only where a time before it says so.
  const original = written === undefined || (time === undefined && !/^https?(?::|%3a)/i.test(written)) ? null : innerAddress(written)
  return original === null ? null : copy(provider, original, time === undefined ? undefined : instant(time.replace(/\D/g, '')), isBanned)
}

function bannedCopy(url: URL): ArchivedCopy {
  const asked = url.searchParams.get('url')
  if (asked !== null) return copy('other', innerAddress(asked), undefined, true)
  return memento(url, /^\/(?:(?:newest|oldest|timegate|timemap|o\/\w+)(?=\/))?\/?/, 'other', true) ?? copy('other', null, undefined, true)
}

/**
 * What an address of a web archive is a copy of, or null where it is none. The original is as it stands there, not yet read.
 * archive.today, under all its names, is told apart as banned.
 */
export function archivedCopy(url: URL): ArchivedCopy | null {
  const host = url.hostname
  if (BANNED.test(host)) return url.pathname === '/' && url.search === '' ? null : bannedCopy(url)
  if (WAYBACK.test(host)) return /^\/(?:web|wayback|save)\/./.test(url.pathname) || /^\/\d{4,14}(?:[a-z]{2}_)?\//.test(url.pathname) ? memento(url, /^\/(?:(?:web|wayback|save)\/)?/, 'wayback') : null
  if (LIKE_WAYBACK.test(host)) return memento(url, /^\/(?:[a-z][a-z-]*\/)*(?:\d{1,6}\/(?=\d{8}))?/i, 'other')
  if (/^(?:www\.)?perma\.cc$/.test(host)) return /^\/[A-Z0-9]{2,4}-[A-Z0-9]{4}/i.test(url.pathname) ? copy('perma', null) : null
  if (/^(?:www\.)?ghostarchive\.org$/.test(host)) {
    const film = /^\/varchive\/(?:youtube\/\d+\/)?([\w-]{11})$/.exec(url.pathname)?.[1]
    return film === undefined ? (/^\/archive\/./.test(url.pathname) ? copy('other', null) : null) : copy('other', `https://www.youtube.com/watch?v=${film}`)
  }
  if (/^(?:www\.)?webcitation\.org$/.test(host)) return url.pathname === '/' ? null : copy('other', innerAddress(url.searchParams.get('url') ?? ''))
  if (host === 'webcache.googleusercontent.com') {
    const written = /^cache:(?:[\w-]{12}:)?([^\s+]+)/.exec(url.searchParams.get('q') ?? '')?.[1]
    return written === undefined ? null : copy('other', innerAddress(written))
  }
  return null
}
