import { citesSources, EXPORT_FORMATS, exportPath } from '@/record/exports'
import type { Publication } from '@/record/publication'
import { copyPath } from '@/record/ways'

/** What may lie below the page of a document beside feeds and months, at a path that it has or had: a text's sources to take along, a source's copy. */
export function belowAt(path: string, document: Publication): string[] {
  if (document.collection === 'sources') return [copyPath(path)]
  // What cited once may have left its files, and a tombstone no longer knows.
  return CITING.has(document.collection) ? EXPORT_FORMATS.map((format) => exportPath(path, format)) : []
}

const CITING: ReadonlySet<string> = new Set(['articles', 'social-posts', 'pages', 'campaigns'])

/** The addresses that do lie below the page of a live document. */
export function belowNow(document: Publication): string[] {
  if (document.path === null || document.isTombstone) return []
  return document.collection === 'sources' || citesSources(document) ? belowAt(document.path, document) : []
}
