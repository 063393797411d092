import type { PublicSource, SourceKind } from '@/record/projections'
import { archivesOf, citationKey, datePoint, nameParts, oneLine, plainUrl, standingNote } from './common'
import type { ExportedSource } from './export'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const LANGUAGES: Readonly<Record<string, string>> = { en: 'english', ar: 'arabic', fr: 'french', de: 'german', es: 'spanish', tr: 'turkish', fa: 'persian', uk: 'ukrainian', ru: 'russian' }
/** What means something to TeX, and how it is written to mean itself. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '%': '\\%', '&': '\\&', '#': '\\#', _: '\\_', $: '\\$', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}', '{': '\\{', '}': '\\}',
}

/**
 * Sources as BibTeX, in UTF-8. Titles and names stand in a second pair of braces where BibTeX would otherwise change their case or take
 * them apart. `date` has what `year` can't say, in EDTF as biblatex reads it (biblatex manual, section 2.3.8).
 */
export function toBibTeX(sources: readonly ExportedSource[]): string {
  return sources.map(entryOf).join('\n')
}

function entryOf({ source, facts }: ExportedSource): string {
  const { projection } = source
  const fields: [string, string | undefined][] = [['title', twice(projection.title)]]
  if (projection.visibility === 'public') fields.push(...publicFields({ source, facts }))
  const written = fields.flatMap(([name, value]) => (value === undefined || value === '' || value === '{}' || value === '{{}}' ? [] : [`  ${name} = ${value},\n`]))
  return `@${entryType(projection)}{${citationKey(source)},\n${written.join('')}}\n`
}

function publicFields({ source, facts }: ExportedSource): [string, string | undefined][] {
  const { projection } = source
  const { kind, issued, url, doi, creators } = projection
  const point = datePoint(issued)
  const isYear = point !== null && /^\d{4}$/.test(point.year)
  const latin = creators.flatMap(({ name, nameLatin }) => (nameLatin === undefined || nameLatin === name ? [] : [oneLine(nameLatin)]))
  const archives = archivesOf(source, facts).map(({ url: copy, at }) => `Archived${at === undefined ? '' : ` ${at.slice(0, 10)}`}: \\url{${plainUrl(copy)}}`)
  return [
    ['author', names(creators, undefined)],
    ['editor', names(creators, 'editor')],
    ['translator', names(creators, 'translator')],
    ['nameaddon', latin.length === 0 ? undefined : once(latin.join('; '))],
    ['titleaddon', optional(projection.titleTranslated)],
    [containerField(projection), projection.container === undefined ? undefined : twice(projection.container)],
    [kind === 'report' ? 'institution' : 'publisher', optional(projection.publisher)],
    ['address', optional(projection.place)],
    ['edition', optional(projection.edition)],
    ['volume', optional(projection.volume)],
    ['number', optional(projection.issue ?? projection.number)],
    ['pages', projection.pages === undefined ? undefined : once(projection.pages).replace(/\s*[-–]\s*/g, '--')],
    ['year', isYear ? `{${point.year}}` : undefined],
    ['month', isYear && point.month !== undefined ? MONTHS[point.month - 1] : undefined],
    ['day', isYear && point.day !== undefined ? `{${point.day}}` : undefined],
    ['date', optional(issued)],
    ['doi', doi === undefined ? undefined : `{${plainUrl(doi)}}`],
    ['isbn', optional(projection.isbn)],
    ['issn', optional(projection.issn)],
    ['url', url === undefined ? undefined : `{${plainUrl(url)}}`],
    ['urldate', optional(projection.accessed?.slice(0, 10))],
    ['langid', optional(LANGUAGES[projection.titleLanguage ?? ''])],
    ['note', remarks([...[projection.note, standingNote(facts)].flatMap((words) => (words ? [escaped(words)] : [])), ...archives])],
  ]
}

function entryType({ kind, container }: PublicSource): string {
  if (kind === 'book') return 'book'
  if (kind === 'report') return 'techreport'
  return (kind === 'article' || kind === 'paper') && container !== undefined ? 'article' : 'misc'
}

function containerField(source: PublicSource): string {
  const inArticle: readonly SourceKind[] = ['article', 'paper']
  return inArticle.includes(source.kind) ? 'journal' : source.kind === 'book' ? 'series' : 'howpublished'
}

function names(creators: PublicSource['creators'], role: 'editor' | 'translator' | undefined): string | undefined {
  const those = creators.filter((creator) => (role === undefined ? creator.role !== 'editor' && creator.role !== 'translator' : creator.role === role))
  if (those.length === 0) return undefined
  return `{${those.map((creator) => {
    const { family, given } = nameParts(creator)
    return given === undefined ? `{${escaped(family)}}` : `${inName(family)}, ${inName(given)}`
  }).join(' and ')}}`
}

/** A part of a name: in braces where BibTeX would find a comma or the word that parts names in it. */
function inName(part: string): string {
  const written = escaped(part)
  return /,|\band\b/i.test(part) ? `{${written}}` : written
}

/** Words as TeX reads them. A brace without its other half would end the entry, so those are left out in pairs only. */
function escaped(words: string): string {
  const line = oneLine(words)
  const braces = isBalanced(line) ? line : line.replaceAll('{', '(').replaceAll('}', ')')
  return braces.replace(/[\\%&#_$~^{}]/g, (character) => ESCAPES[character] ?? character)
}

function isBalanced(words: string): boolean {
  let depth = 0
  for (const character of words) {
    if (character === '{') depth += 1
    if (character === '}' && (depth -= 1) < 0) return false
  }
  return depth === 0
}

function once(words: string): string {
  return `{${escaped(words)}}`
}

function twice(words: string): string {
  return `{{${escaped(words)}}}`
}

function optional(words: string | undefined): string | undefined {
  return words === undefined ? undefined : once(words)
}

function remarks(parts: readonly string[]): string | undefined {
  return parts.length === 0 ? undefined : `{${parts.join('. ').replaceAll('.. ', '. ')}}`
}
