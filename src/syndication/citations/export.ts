import type { ExportFormat } from '@/record/exports'
import type { Live } from '@/record/publication'
import type { PublicSource } from '@/record/projections'
import type { SourceFacts } from '@/record/source-facts'
import { archivesOf, mayLead, originalOf } from '@/record/ways'

/** A source as a list of references gives it, and how it stands today, where that is known. */
export type ExportedSource = { source: Live<'sources'>; facts?: SourceFacts }

const CSL_TYPES: Partial<Record<PublicSource['kind'], string>> = {
  article: 'article-magazine', socialPost: 'post', report: 'report', legal: 'legislation', book: 'book', paper: 'article-journal', video: 'motion_picture', audio: 'song', image: 'graphic',
  dataset: 'dataset', interview: 'interview', letter: 'personal_communication', webpage: 'webpage',
}

/** What every format says of a source; of a private one its public label alone. Whatever has no value is left out. */
function fieldsOf({ source, facts }: ExportedSource) {
  const { projection } = source
  if (projection.visibility === 'private') return { title: projection.title, names: [] }
  const [archive] = archivesOf(projection, facts)
  return {
    title: projection.title, names: projection.creators.map(({ name }) => name), container: projection.container, publisher: projection.publisher, issued: projection.issued,
    url: mayLead(facts) ? originalOf(projection) : undefined, doi: projection.doi, archive: archive?.url,
  }
}

function toCslJson(sources: readonly ExportedSource[]): string {
  const items = sources.map((each) => {
    const { title, names, container, publisher, issued, url, doi, archive } = fieldsOf(each)
    return {
      id: each.source.document, type: CSL_TYPES[each.source.projection.kind] ?? 'document', title, author: names.length === 0 ? undefined : names.map((literal) => ({ literal })),
      'container-title': container, publisher, issued: issued === undefined ? undefined : { 'date-parts': [issued.split('-').map(Number)] }, URL: url, DOI: doi, archive_location: archive,
    }
  })
  return `${JSON.stringify(items, null, 1)}\n`
}

function toBibTeX(sources: readonly ExportedSource[]): string {
  const literal = (text: string): string => text.replace(/[{}\\]/g, '').replace(/([&%$#_])/g, '\\$1').replace(/\s+/g, ' ')
  return sources.map((each) => {
    const { title, names, container, publisher, issued, url, doi, archive } = fieldsOf(each)
    const rows: [string, string | undefined][] = [
      ['title', title], ['author', names.length === 0 ? undefined : names.map((name) => `{${literal(name)}}`).join(' and ')], ['howpublished', container], ['publisher', publisher],
      ['year', issued?.slice(0, 4)], ['doi', doi], ['url', url], ['note', archive === undefined ? undefined : `Archived: ${archive}`],
    ]
    const written = rows.flatMap(([name, value]) => (value === undefined ? [] : `  ${name} = {${name === 'author' ? value : literal(value)}}`))
    return `@misc{${each.source.slug.replace(/[^\p{L}\p{N}-]/gu, '')},\n${written.join(',\n')}\n}\n`
  }).join('\n')
}

function toRis(sources: readonly ExportedSource[]): string {
  return sources.map((each) => {
    const { title, names, container, publisher, issued, url, doi, archive } = fieldsOf(each)
    const rows: [string, string | undefined][] = [
      ['TY', 'GEN'], ['ID', each.source.document], ['TI', title], ...names.map((name): [string, string] => ['AU', name]), ['T2', container], ['PB', publisher], ['PY', issued?.slice(0, 4)],
      ['DO', doi], ['UR', url], ['L2', archive],
    ]
    return [...rows.flatMap(([tag, value]) => (value === undefined ? [] : `${tag}  - ${value.replace(/\s+/g, ' ')}`)), 'ER  - ', ''].join('\r\n')
  }).join('\r\n')
}

const WRITERS: Readonly<Record<ExportFormat, (sources: readonly ExportedSource[]) => string>> = { bib: toBibTeX, ris: toRis, json: toCslJson }

/** Writes sources, in their order and each once, as a file that reference managers read. Of a private source it holds the public label alone. */
export function exportSources(format: ExportFormat, sources: readonly ExportedSource[]): string {
  return WRITERS[format]([...new Map(sources.map((each) => [each.source.document, each])).values()])
}
