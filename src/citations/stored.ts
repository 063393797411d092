import { INTENTS, LOCATOR_LABELS, type Intent } from '@/record/body'

/** The values of a citation that are words of people or names of languages; all of them optional. */
export const CITATION_TEXTS = ['locatorValue', 'quote', 'quotePrefix', 'quoteSuffix', 'quoteLanguage', 'quoteTranslation', 'claim', 'note', 'originalLabel'] as const

/**
 * A citation as its document keeps it, beside the text that holds only its key. `source` is the id of a `sources` document,
 * `capture` that of the copy in which the quote was picked. `quotePrefix` and `quoteSuffix` are what stands before and after the quote
 * there (W3C Web Annotation, TextQuoteSelector). `claim` is what we say, in our own words, where the sentence alone doesn't tell it.
 */
export type StoredCitation = {
  source?: string
  capture?: string
  intent?: Intent
  locatorLabel?: (typeof LOCATOR_LABELS)[number]
} & { [Text in (typeof CITATION_TEXTS)[number]]?: string }

/** The citations of a document by their keys (ULIDs). One whose mark was deleted stays, so that taking that back brings it back whole. */
export type StoredCitations = Record<string, StoredCitation>

/** Why a text cites here: what was said, or a remark where there is a note and no source, or support. */
export function intentOf({ intent, source, note, originalLabel }: StoredCitation): Intent {
  if (intent !== undefined) return intent
  return source === undefined && (note !== undefined || originalLabel !== undefined) ? 'remark' : 'supports'
}

/** Whether a citation names no source though it relies on one: allowed in a draft, never approved. */
export function needsSource(citation: StoredCitation): boolean {
  return citation.source === undefined && intentOf(citation) !== 'remark'
}

/** A citation of any values, cleaned: known names only, texts trimmed and not empty, choices among those there are. */
export function toStoredCitation(values: Readonly<Record<string, unknown>>): StoredCitation {
  const stored: StoredCitation = {}
  const source = idIn(values.source)
  const capture = idIn(values.capture)
  const intent = INTENTS.find((known) => known === values.intent)
  const label = LOCATOR_LABELS.find((known) => known === values.locatorLabel)
  if (source !== undefined) stored.source = source
  if (capture !== undefined) stored.capture = capture
  if (intent !== undefined) stored.intent = intent
  if (label !== undefined) stored.locatorLabel = label
  for (const name of CITATION_TEXTS) {
    const value = values[name]
    // The context of a quote is matched character by character, spaces at its ends included.
    const kept = typeof value !== 'string' ? '' : name === 'quotePrefix' || name === 'quoteSuffix' ? value : value.trim()
    if (kept !== '') stored[name] = kept
  }
  return stored
}

function idIn(value: unknown): string | undefined {
  if (typeof value === 'string' && value !== '') return value
  return value !== null && typeof value === 'object' && 'id' in value && typeof value.id === 'string' ? value.id : undefined
}
