import { foldText, type Folded } from './fold'
import { contextOf, widened } from './graphemes'
import { omissionPlaces, partsOf } from './omissions'
import { nearPlaces } from './near'
import { foldedPlaces, soughtOf, toldByContext, type FoldedPlace, type Sought } from './places'
import type { Found, Place, Quote } from './quote'

/** Characters of context on each side. */
const CONTEXT = 32
/** So many places of an ambiguous quote are shown. */
const MOST_SHOWN = 100

/**
 * Describes the words from `start` to before `end` (UTF-16 code units) so that they are found again when the text around them
 * has changed. Widened to whole characters; up to 32 code units of context on each side, likewise whole.
 *
 * @throws RangeError where there are no such words.
 */
export function describeQuote(text: string, start: number, end: number): Quote {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) throw new RangeError(`A text of ${text.length} has no words from ${start} to ${end}`)
  const place = widened(text, { start, end })
  return { exact: text.slice(place.start, place.end), ...contextOf(text, place, CONTEXT) }
}

/**
 * Finds a quote in a text. Pass the text folded where many quotes are looked for in it. `prefix` and `suffix` may be left out,
 * as for words that somebody typed; they then stand as words of their own.
 *
 * The rules: letters and digits as quoted (`exact`, `folded`), or apart only by misprints (`near`); where they stand more than
 * once, context tells the place, else the quote that stands as it was written, else nobody does. "[…]" in a quote stands for
 * words left out.
 */
export function findQuote(text: string | Folded, quote: { exact: string; prefix?: string; suffix?: string }): Found {
  const folded = typeof text === 'string' ? foldText(text) : text
  const sought = soughtOf({ exact: quote.exact, prefix: quote.prefix ?? '', suffix: quote.suffix ?? '' })
  if (sought.words === '') return { state: 'lost' }
  const places = foldedPlaces(folded, sought)
  if (places === null) return { state: 'ambiguous', places: [] }
  if (places.length > 0) return settle(folded, places, sought, 'folded')
  const parts = partsOf(sought)
  if (parts !== null) {
    const omitting = omissionPlaces(folded, parts)
    if (omitting === null) return { state: 'ambiguous', places: [] }
    return omitting.length > 0 ? settle(folded, omitting, sought, 'folded') : { state: 'lost' }
  }
  const near = nearPlaces(folded, sought)
  if (near.places.length > 0) return settle(folded, near.places, sought, 'near')
  const [changed, ...others] = near.changed
  return changed === undefined || others.length > 0 ? { state: 'lost' } : { state: 'lost', changed: placeOf(folded, changed) }
}

function settle(folded: Folded, places: FoldedPlace[], sought: Sought, how: 'folded' | 'near'): Found {
  const likely = places.length === 1 ? places : toldByContext(folded, places, sought)
  const exact = likely.flatMap((place) => exactPlace(folded, place, sought) ?? [])
  const [first] = exact
  if (exact.length === 1 && first !== undefined) return { state: 'found', ...first, how: 'exact' }
  const [only] = likely
  if (likely.length === 1 && only !== undefined) return { state: 'found', ...placeOf(folded, only), how }
  return { state: 'ambiguous', places: likely.slice(0, MOST_SHOWN).map((place) => placeOf(folded, place)) }
}

function placeOf({ starts, ends }: Folded, { from, to }: FoldedPlace): Place {
  return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 }
}

/** The place as the very characters of the quote fill it, spaces and invisible ones at its edges included; null where they don't, or a sign follows on the last letter. */
function exactPlace(folded: Folded, place: FoldedPlace, { exact, lead }: Sought): Place | null {
  const whole = placeOf(folded, place)
  const start = whole.start - lead
  const end = start + exact.length
  return start >= 0 && end >= whole.end && folded.original.startsWith(exact, start) ? { start, end } : null
}
