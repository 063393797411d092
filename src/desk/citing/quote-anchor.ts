/** Words that a citation relies on, with up to 32 characters before and after them (W3C Web Annotation, TextQuoteSelector). */
export type Quote = { exact: string; prefix: string; suffix: string }
export type Found = { state: 'found'; start: number; end: number } | { state: 'ambiguous'; places: { start: number; end: number }[] } | { state: 'lost' }

const CONTEXT = 32

/**
 * Describes the words of `text` from `start` to before `end` (UTF-16 code units).
 *
 * @throws RangeError where there are no such words.
 */
export function describeQuote(text: string, start: number, end: number): Quote {
  if (start < 0 || end > text.length || start >= end) throw new RangeError(`A text of ${text.length} has no words from ${start} to ${end}`)
  return { exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT) }
}

/** Finds the very words of a quote in a text; where they stand more than once, what stood before and after them tells the place. */
export function findQuote(text: string, { exact, prefix = '', suffix = '' }: { exact: string; prefix?: string; suffix?: string }): Found {
  const places: { start: number; end: number }[] = []
  if (exact !== '') for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) places.push({ start: at, end: at + exact.length })
  const told = places.length < 2 ? places : places.filter(({ start, end }) => text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, end))
  const [only, ...others] = told.length === 0 ? places : told
  if (only === undefined) return { state: 'lost' }
  return others.length === 0 ? { state: 'found', ...only } : { state: 'ambiguous', places: [only, ...others] }
}
