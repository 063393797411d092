import search from 'approx-string-match'
import { kindOf } from './characters'
import type { Folded } from './fold'
import { sameWords } from './same-words'
import { standsAlike, type FoldedPlace, type Sought } from './places'
import { tokensOf } from './tokens'

/** One misprint for so many letters, and never more than the second. */
const LETTERS_FOR_A_MISPRINT = 40
const MOST_MISPRINTS = 5
/** Fewer letters are like too much else, more take too long. */
const FEWEST_LETTERS = 12
const MOST_LETTERS = 3_000
const SHARE_OF_CHANGE = 0.2
const MOST_CHANGES = 24
const MARGIN = 24
const MOST_MATCHES = 50
const SMALLEST_PIECE = 4_000

/** The letters, digits and signs of a folded text without accents, spaces and punctuation; `at` leads back to its units. */
type Skeleton = { text: string; at: Int32Array }
const skeletons = new WeakMap<Folded, Skeleton>()

function skeletonOf(folded: Folded): Skeleton {
  const known = skeletons.get(folded)
  if (known !== undefined) return known
  const at = new Int32Array(folded.text.length)
  const units = new Uint16Array(folded.text.length)
  let length = 0
  for (let index = 0; index < folded.text.length; index += 1) {
    const unit = folded.text.charCodeAt(index)
    if (kindOf(unit) === 'other' || (unit >= 0x300 && unit <= 0x36f)) continue
    units[length] = unit
    at[length] = index
    length += 1
  }
  const made = { text: new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units.subarray(0, length)), at: at.subarray(0, length) }
  skeletons.set(folded, made)
  return made
}

/** Places whose words are the quote's but for misprints, and those that are only like it. */
export type Near = { places: FoldedPlace[]; changed: FoldedPlace[] }

/**
 * Looks for places that differ from a quote by what setting, scanning and typing do to a text, never by what it says (see
 * `same-words.ts`). The search by letters only proposes; words decide.
 */
export function nearPlaces(text: Folded, sought: Sought): Near {
  const pattern = skeletonOf(sought.folded)
  const [first, last] = [pattern.at.findIndex((at) => at >= sought.from), pattern.at.findLastIndex((at) => at < sought.to)]
  const letters = first === -1 ? '' : pattern.text.slice(first, last + 1)
  if (letters.length < FEWEST_LETTERS || letters.length > MOST_LETTERS) return { places: [], changed: [] }
  const misprints = Math.min(MOST_MISPRINTS, Math.floor(letters.length / LETTERS_FOR_A_MISPRINT))
  const words = tokensOf(sought.folded, sought.from, sought.to)
  const skeleton = skeletonOf(text)
  const matches = matchesOf(skeleton.text, letters)
  const fewest = Math.min(...matches.map(({ errors }) => errors))
  const found: Near = { places: [], changed: [] }
  for (const match of matches) {
    const from = skeleton.at[match.start] ?? 0
    const to = (skeleton.at[Math.max(match.start, match.end - 1)] ?? 0) + 1
    const around = tokensOf(text, Math.max(0, from - MARGIN), Math.min(text.text.length, to + MARGIN))
    const places = around.flatMap((_, index) => {
      const end = sameWords(words, around.slice(index), misprints)
      const place = end === null ? null : { from: around[index]?.from ?? 0, to: end }
      return place !== null && standsAlike(text, place, sought) ? [place] : []
    })
    if (places.length > 0) found.places.push(...places.filter((place) => !found.places.some(({ from: known }) => known === place.from)))
    else if (match.errors === fewest && !found.changed.some((known) => known.from < to && from < known.to)) found.changed.push({ from, to })
  }
  return found
}

/**
 * Places whose letters are much like the pattern's; none where they are so many that nothing is told by it. In pieces, since
 * the search looks for the beginning of each match that it finds, which in a text of repetitions takes for ever.
 */
function matchesOf(text: string, letters: string): ReturnType<typeof search> {
  const changes = Math.min(MOST_CHANGES, Math.floor(letters.length * SHARE_OF_CHANGE))
  const overlap = letters.length + changes
  const piece = Math.max(SMALLEST_PIECE, overlap * 4)
  const found = new Map<number, ReturnType<typeof search>[number]>()
  for (let from = 0; from === 0 || from + overlap < text.length; from += piece - overlap) {
    for (const { start, end, errors } of search(text.slice(from, from + piece), letters, changes)) {
      const known = found.get(from + start)
      if (known === undefined || errors < known.errors) found.set(from + start, { start: from + start, end: from + end, errors })
    }
    if (found.size > MOST_MATCHES) return []
  }
  return [...found.values()]
}
