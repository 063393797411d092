import type { CreatorRole, PublicSource, SourceKind } from '@/record/projections'
import { archivesOf, citationKey, datePoint, nameParts, oneLine, plainUrl, standingNote } from './common'
import type { ExportedSource } from './export'

const TYPES: Readonly<Record<SourceKind, string>> = {
  article: 'NEWS', socialPost: 'ICOMM', statement: 'PAMP', report: 'RPRT', legal: 'STAT', book: 'BOOK', paper: 'JOUR', video: 'VIDEO', audio: 'SOUND', image: 'ART', dataset: 'DATA',
  interview: 'PCOMM', testimony: 'PCOMM', letter: 'PCOMM', webpage: 'ELEC', privateDocument: 'GEN',
}
const ROLE_TAGS: Readonly<Record<CreatorRole, string>> = { author: 'AU', editor: 'ED', translator: 'A4', interviewer: 'A3', director: 'A3', contributor: 'A3' }

/**
 * Sources as RIS (Research Information Systems): one tag a line, two letters, two spaces, a hyphen, a space; `TY` first and `ER` last;
 * lines end with CR LF. UTF-8, as every reader of today takes it.
 */
export function toRis(sources: readonly ExportedSource[]): string {
  return sources.map((each) => linesOf(each).map(([tag, value]) => `${tag}  - ${value}\r\n`).join('')).join('\r\n')
}

function linesOf({ source, facts }: ExportedSource): [string, string][] {
  const { projection } = source
  const head: [string, string][] = [['TY', TYPES[projection.kind]], ['ID', citationKey(source)], ['TI', oneLine(projection.title)]]
  if (projection.visibility === 'private') return [...head, ['ER', '']]
  const { issued, url, pages } = projection
  const [first, last] = (pages ?? '').split(/\s*[-–]\s*/)
  const words: [string, string | undefined][] = [
    ['TT', projection.titleTranslated], [projection.kind === 'paper' ? 'JO' : 'T2', projection.container], ['PB', projection.publisher], ['CY', projection.place], ['VL', projection.volume],
    ['IS', projection.issue ?? projection.number], ['SP', first], ['EP', last], ['ET', projection.edition], ['LA', projection.titleLanguage], ['SN', projection.isbn ?? projection.issn], ['DO', projection.doi],
    ['N1', projection.note], ['N1', standingNote(facts) || undefined], ...latinNames(projection).map((name): [string, string] => ['N1', `In Latin script: ${name}`]),
  ]
  return [
    ...head,
    ...projection.creators.map((creator): [string, string] => [ROLE_TAGS[creator.role ?? 'author'], nameOf(creator)]),
    ...words.flatMap(([tag, value]): [string, string][] => (value === undefined || oneLine(value) === '' ? [] : [[tag, oneLine(value)]])),
    ...dateLines(issued),
    ...(projection.accessed === undefined ? [] : [['Y2', dateOf(projection.accessed)] as [string, string]].filter(([, value]) => value !== '')),
    ...(url === undefined ? [] : [['UR', plainUrl(url)] as [string, string]]),
    ...archivesOf(source, facts).map((copy): [string, string] => ['L2', plainUrl(copy.url)]),
    ['ER', ''],
  ]
}

// The comma says that the whole is one name, as of an organisation, and keeps readers from taking its last word for a family's.
function nameOf(creator: PublicSource['creators'][number]): string {
  const { family, given } = nameParts(creator)
  return `${family.replaceAll(',', ' ').replace(/\s+/g, ' ')},${given === undefined ? '' : ` ${given}`}`
}

function latinNames({ creators }: PublicSource): string[] {
  return creators.flatMap(({ name, nameLatin }) => (nameLatin === undefined || nameLatin === name ? [] : [nameLatin]))
}

function dateLines(issued: string | undefined): [string, string][] {
  const point = datePoint(issued)
  if (point === null || !/^\d{4}$/.test(point.year)) return issued === undefined ? [] : [['N1', `Date: ${oneLine(issued)}`]]
  return [['PY', point.year], ['DA', dateOf(issued ?? '')]]
}

/** `YYYY/MM/DD/other`, where the other says how sure the date is. */
function dateOf(value: string): string {
  const point = datePoint(value.split('T')[0])
  if (point === null || !/^\d{4}$/.test(point.year)) return ''
  const two = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'))
  const other = point.isInterval ? oneLine(value).replaceAll('/', ' to ') : point.isApproximate ? 'about' : point.isUncertain ? 'uncertain' : ''
  return `${point.year}/${two(point.month)}/${two(point.day)}/${other}`
}
