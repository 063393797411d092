import type { Live } from '@/record/publication'
import { hasLostOriginal, type ArchivedCopy, type SourceFacts } from '@/record/source-facts'
import { readPartialDate, type DatePoint } from '@/record/partial-dates'

const KEY_LENGTH = 40
const ID_LENGTH = 8

/**
 * The name by which a document refers to a source: ASCII, the same for ever, as both a published slug and an id stay, and no other
 * source's, as the id is in it.
 */
export function citationKey({ document, projection }: Pick<Live<'sources'>, 'document' | 'projection'>): string {
  const words = projection.slug.normalize('NFKD').replace(/[^A-Za-z0-9-]+/g, '').replace(/-+/g, '-').slice(0, KEY_LENGTH).replace(/^-|-$/g, '').toLowerCase()
  return `${words === '' ? 'source' : words}-${document.replaceAll('-', '').slice(0, ID_LENGTH)}`
}

/**
 * Words on one line, without what could turn round the order of letters behind them: control characters and the embeddings, overrides
 * and isolates of the bidirectional algorithm (UAX #9, section 2), which an exchange format has no place for.
 */
export function oneLine(words: string): string {
  return words.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim().normalize('NFC')
}

/** An address that no format mistakes for markup of its own: RFC 3986 has these characters percent-encoded anyway. */
export function plainUrl(url: string): string {
  return url.replace(/[{}\\|^`"<>\s]/g, (character) => encodeURIComponent(character))
}

/** The copies of a source in public archives, that of the record first, none twice. */
export function archivesOf(source: Live<'sources'>, facts: SourceFacts | undefined): ArchivedCopy[] {
  const { archivedUrl, archivedAt } = source.projection
  const own: ArchivedCopy[] = archivedUrl === undefined ? [] : [{ url: archivedUrl, provider: 'other', ...(archivedAt === undefined ? {} : { at: archivedAt }) }]
  return [...new Map([...own, ...(facts?.archives ?? [])].map((copy) => [copy.url, copy])).values()]
}

/** What a reader should know before they rely on a source or follow its original address, in the language of these formats; '' for nothing. */
export function standingNote(facts: SourceFacts | undefined): string {
  const doubt = facts?.doubt === undefined ? '' : `${facts.doubt.is === 'retracted' ? 'Retracted' : 'Disputed'}: noted on ${facts.doubt.since}.`
  const lost = hasLostOriginal(facts) ? `The original address no longer gives what was cited (${facts?.state}${facts?.since === undefined ? '' : ` since ${facts.since}`}).` : ''
  return [doubt, lost].filter((part) => part !== '').join(' ')
}

/** The parts of a date that formats with fixed columns can hold: of an interval its beginning. Null where the year isn't wholly known. */
export function datePoint(value: string | undefined): (DatePoint & { isInterval: boolean }) | null {
  const date = value === undefined ? null : readPartialDate(value)
  if (date === null) return null
  const point = date.kind === 'point' ? date.point : typeof date.from === 'string' ? date.to : date.from
  return typeof point === 'string' || point.year.includes('X') ? null : { ...point, isInterval: date.kind === 'interval' }
}

/** A name in the two parts that lists are sorted by; only the one where nobody said which is the family's. */
export function nameParts({ name, familyName }: { name: string; familyName?: string }): { family: string; given?: string } {
  const whole = oneLine(name)
  const family = oneLine(familyName ?? '')
  if (family === '' || family === whole) return { family: whole }
  const given = whole.endsWith(` ${family}`) ? whole.slice(0, -family.length) : whole.startsWith(`${family} `) ? whole.slice(family.length) : null
  return given === null ? { family: whole } : { family, given: given.replace(/^[\s,]+|[\s,]+$/g, '') }
}
