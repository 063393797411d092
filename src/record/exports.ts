/** A text's sources in the forms of reference managers: below the text's own address. */
import type { Live } from './publication'

export const EXPORT_FORMATS = ['bib', 'ris', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** The unencoded path of a text's sources in a format. */
export function exportPath(path: string, format: ExportFormat): string {
  return `${path}/sources.${format}`
}

/** The text's path and the format that such a path names; null for any other. */
export function exportOf(path: string): { base: string; format: ExportFormat } | null {
  const found = /^(\/.+)\/sources\.(bib|ris|json)$/.exec(path)
  return found === null ? null : { base: found[1] ?? '', format: found[2] as ExportFormat }
}

/** Whether a text cites any source, so that there is something to take along. */
export function citesSources({ projection }: Live): boolean {
  return 'citations' in projection && projection.citations.some(({ source }) => source !== null)
}
