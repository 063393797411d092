/**
 * CSL-JSON, the form in which reference managers exchange works: schema 1.0.2 (github.com/citation-style-language/schema,
 * schemas/input/csl-data.json). Only what Handbill writes or reads has a type of its own.
 */
import type { SourceKind } from './projections'

/** A name: `literal` as a whole, or in parts. */
export type CslName = { literal?: string; family?: string; given?: string; 'non-dropping-particle'?: string; 'dropping-particle'?: string; suffix?: string }
/** One date or two, each a year, month and day as far as known. `season`: 1 spring to 4 winter. */
export type CslDate = { 'date-parts'?: (number | string)[][]; season?: number | string; circa?: boolean | number | string; literal?: string; raw?: string }
export type CslItem = { id: string | number; type: string; [variable: string]: unknown }

export const CSL_TYPE_OF: Readonly<Record<SourceKind, string>> = {
  article: 'article-newspaper', socialPost: 'post', statement: 'document', report: 'report', legal: 'legislation', book: 'book', paper: 'article-journal', video: 'motion_picture',
  audio: 'song', image: 'graphic', dataset: 'dataset', interview: 'interview', testimony: 'personal_communication', letter: 'personal_communication', webpage: 'webpage', privateDocument: 'document',
}

/** Every type of CSL 1.0.2, and the kind of source that it is here. */
export const KIND_OF_CSL: Readonly<Record<string, SourceKind>> = {
  article: 'article', 'article-journal': 'paper', 'article-magazine': 'article', 'article-newspaper': 'article', bill: 'legal', book: 'book', broadcast: 'video', chapter: 'book', classic: 'book',
  collection: 'book', dataset: 'dataset', document: 'statement', entry: 'book', 'entry-dictionary': 'book', 'entry-encyclopedia': 'book', event: 'statement', figure: 'image', graphic: 'image',
  hearing: 'legal', interview: 'interview', legal_case: 'legal', legislation: 'legal', manuscript: 'letter', map: 'image', motion_picture: 'video', musical_score: 'audio', pamphlet: 'statement',
  'paper-conference': 'paper', patent: 'legal', performance: 'video', periodical: 'article', personal_communication: 'letter', post: 'socialPost', 'post-weblog': 'article', regulation: 'legal',
  report: 'report', review: 'article', 'review-book': 'article', software: 'dataset', song: 'audio', speech: 'statement', standard: 'report', thesis: 'paper', treaty: 'legal', webpage: 'webpage',
}

/** Variables of CSL that sources have no field for and that may be kept and published as plain text beside their fields. */
export const CSL_EXTRAS = [
  'type', 'archive', 'archive-place', 'authority', 'call-number', 'chapter-number', 'collection-number', 'collection-title', 'container-title-short', 'dimensions', 'division', 'event-place',
  'event-title', 'genre', 'jurisdiction', 'medium', 'number-of-pages', 'number-of-volumes', 'original-publisher', 'original-publisher-place', 'original-title', 'part-number', 'part-title',
  'PMCID', 'PMID', 'printing-number', 'references', 'reviewed-genre', 'reviewed-title', 'scale', 'section', 'source', 'status', 'supplement-number', 'title-short', 'version', 'volume-title',
] as const

/** Where Handbill keeps what CSL 1.0.2 has no variable for: the schema leaves `custom` to whoever writes it. */
export const CUSTOM = 'handbill'

const LONGEST_EXTRA = 500

/**
 * What of a JSON value may stand as a source's extras: the variables of `CSL_EXTRAS` that hold words, each at most 500 characters.
 * Null where there are none.
 */
export function cslExtras(value: unknown): Record<string, string> | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  const held = value as Record<string, unknown>
  const kept = CSL_EXTRAS.flatMap((name): [string, string][] => {
    const words = typeof held[name] === 'string' || typeof held[name] === 'number' ? String(held[name]).trim().slice(0, LONGEST_EXTRA) : ''
    return words === '' || (name === 'type' && KIND_OF_CSL[words] === undefined) ? [] : [[name, words]]
  })
  return kept.length === 0 ? null : Object.fromEntries(kept)
}
