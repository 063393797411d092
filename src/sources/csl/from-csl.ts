import { CUSTOM, cslExtras, CSL_TYPE_OF, KIND_OF_CSL, type CslDate, type CslName } from '@/record/csl'
import { CREATOR_ROLES, PLATFORMS } from '@/record/projections'
import { dateProblem } from '../dates'
import { readDoi, readIsbn, readIssn, readQid } from '../identifiers'
import { readLink } from '../addresses/normalise'

type Item = Readonly<Record<string, unknown>>
/** The fields of a source, as the collection takes them. */
export type SourceFields = Record<string, unknown> & { title: string; kind: string }

const TEXTS = { 'container-title': 'container', publisher: 'publisher', 'publisher-place': 'place', volume: 'volume', issue: 'issue', page: 'pages', edition: 'edition', number: 'number', note: 'note' } as const
const LONGEST = 300
const LONGEST_NOTE = 5_000
const MOST_CREATORS = 100

/**
 * One CSL-JSON item as the fields of a source; null for what has no title. What a field can't take, as a DOI that is none, is left out;
 * variables that have no field stay beside them, those of `CSL_EXTRAS`.
 */
function fromCslItem(value: unknown): SourceFields | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  const item = value as Item
  const title = text(item.title, LONGEST)
  if (title === null) return null
  const type = typeof item.type === 'string' ? item.type : ''
  const kind = KIND_OF_CSL[type] ?? 'webpage'
  const own = ownOf(item)
  const texts = Object.entries(TEXTS).flatMap(([variable, field]) => {
    const words = text(item[variable], field === 'note' ? LONGEST_NOTE : LONGEST)
    return words === null ? [] : [[field, words]]
  })
  const extras = cslExtras({ ...item, type: CSL_TYPE_OF[kind] === type ? undefined : type })
  return {
    title,
    kind,
    ...Object.fromEntries(texts),
    ...only({
      url: linkIn(item.URL), archivedUrl: linkIn(item.archive_location), issued: dateIn(item.issued), accessed: dateIn(item.accessed),
      doi: read(item.DOI, readDoi), isbn: read(item.ISBN, readIsbn), issn: read(item.ISSN, readIssn), qid: read(own.qid, readQid),
      titleTranslated: text(own.titleTranslated, LONGEST), platform: PLATFORMS.find((known) => known === own.platform) ?? null, postId: text(own.postId, 200), csl: extras,
    }),
    creators: creatorsIn(item, own).slice(0, MOST_CREATORS),
  }
}

/** CSL-JSON as somebody pastes it: an array of items, or one alone; null for what is no CSL-JSON, and among them for an item without a title. */
export function readCslJson(words: string): (SourceFields | null)[] | null {
  try {
    const parsed: unknown = JSON.parse(words)
    const items = Array.isArray(parsed) ? parsed : parsed !== null && typeof parsed === 'object' && 'title' in parsed ? [parsed] : null
    return items === null ? null : items.map(fromCslItem)
  } catch {
    return null
  }
}

/** What Handbill itself wrote into `custom`. */
function ownOf({ custom }: Item): Item {
  const own = custom !== null && typeof custom === 'object' ? (custom as Item)[CUSTOM] : null
  return own !== null && typeof own === 'object' ? (own as Item) : {}
}

function creatorsIn(item: Item, own: Item): Record<string, string>[] {
  const latin = (own.latinNames ?? {}) as Record<string, unknown>
  return CREATOR_ROLES.flatMap((role) =>
    (Array.isArray(item[role]) ? (item[role] as unknown[]) : []).flatMap((name, index) => {
      const written = nameOf(name)
      const inLatin = Array.isArray(latin[role]) ? text(latin[role][index], LONGEST) : null
      return written === null ? [] : [{ ...written, ...(inLatin === null ? {} : { nameLatin: inLatin }), ...(role === 'author' ? {} : { role }) }]
    }),
  )
}

function nameOf(value: unknown): { name: string; familyName?: string } | null {
  if (value === null || typeof value !== 'object') return null
  const { literal, family, given, suffix, ...particles } = value as CslName
  const whole = text(literal, LONGEST)
  if (whole !== null) return { name: whole }
  const familyName = [particles['non-dropping-particle'], family].flatMap((part) => text(part, LONGEST) ?? []).join(' ')
  const before = [given, particles['dropping-particle']].flatMap((part) => text(part, LONGEST) ?? []).join(' ')
  if (familyName === '') return before === '' ? null : { name: before }
  const name = [before, familyName, text(suffix, LONGEST)].filter(Boolean).join(' ')
  return before === '' ? { name } : { name, familyName }
}

/** A CSL date as EDTF; null where it has no numbers. */
function dateIn(value: unknown): string | null {
  if (value === null || typeof value !== 'object') return typeof value === 'string' && dateProblem(value) === null ? value : null
  const { 'date-parts': parts, season, circa, literal, raw } = value as CslDate
  if (!Array.isArray(parts) || parts.length === 0) return [literal, raw].find((words) => typeof words === 'string' && dateProblem(words) === null) ?? null
  const ends = parts.slice(0, 2).map((part) => (Array.isArray(part) ? pointOf(part, parts.length === 1 ? season : undefined) : null))
  if (ends.some((end) => end === null)) return null
  const mark = circa !== undefined && circa !== false && circa !== 0 && !(season !== undefined && parts.length === 1) ? '~' : ''
  const written = ends.map((end) => `${end}${mark}`).join('/')
  return dateProblem(written) === null ? written : null
}

function pointOf(part: readonly (number | string)[], season: number | string | undefined): string | null {
  const [year, month, day] = part.map(Number)
  if (year === undefined || !Number.isInteger(year) || year < 0 || year > 9999) return null
  const two = (number: number): string => String(number).padStart(2, '0')
  const time = Number(season)
  const middle = month !== undefined && month > 0 ? month : Number.isInteger(time) && time >= 1 && time <= 4 ? time + 20 : null
  return [String(year).padStart(4, '0'), ...(middle === null ? [] : [two(middle), ...(day === undefined || month === undefined || day <= 0 ? [] : [two(day)])])].join('-')
}

function linkIn(value: unknown): string | null {
  const words = text(value, 2_000)
  return words === null || 'problem' in readLink(words) ? null : words
}

function read(value: unknown, reader: (value: string) => string | null): string | null {
  const words = text(value, LONGEST)
  // Several ISBNs or ISSNs stand in one text; the first that is one is taken.
  return words === null ? null : (reader(words) ?? words.split(/[\s,;]+/).map(reader).find((found) => found !== null) ?? null)
}

function text(value: unknown, most: number): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  return String(value).replace(/[\u0000-\u001f\u007f]+/g, ' ').replace(/\p{Surrogate}/gu, '\ufffd').replace(/\s+/g, ' ').trim().slice(0, most) || null
}

function only(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}
