import type { ExportFormat } from '@/record/exports'
import type { Live } from '@/record/publication'
import type { SourceFacts } from '@/record/source-facts'
import { toBibTeX } from './bibtex'
import { toCslJson } from './csl-json'
import { toRis } from './ris'

/** A source as a list of references gives it, and how it stands today, where that is known: its archived copies go along. */
export type ExportedSource = { source: Live<'sources'>; facts?: SourceFacts }


/** The media types of the formats. BibTeX has none that is registered; RIS neither. */
export const EXPORT_MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  json: 'application/vnd.citationstyles.csl+json; charset=utf-8',
}

const WRITERS: Readonly<Record<ExportFormat, (sources: readonly ExportedSource[]) => string>> = { bib: toBibTeX, ris: toRis, json: toCslJson }

/** Writes sources, in their order and each once, as a file that reference managers read. Of a private source it holds the public label alone. */
export function exportSources(format: ExportFormat, sources: readonly ExportedSource[]): string {
  return WRITERS[format]([...new Map(sources.map((each) => [each.source.document, each])).values()])
}
