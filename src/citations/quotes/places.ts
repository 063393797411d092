import { joinsBefore, joinsBehind } from './characters'
import { foldText, type Folded } from './fold'
import type { Quote } from './quote'

/**
 * A quote to look for: its folded words and context, and whether it began or ended within a word. `folded` is the quote with its
 * context, `from` and `to` the units in it; `lead` how many characters of `exact` come before the first that counts.
 */
export type Sought = { exact: string; lead: number; words: string; before: string; behind: string; joinsBefore: boolean; joinsBehind: boolean; folded: Folded; from: number; to: number }
/** A place in a folded text, in units of it. */
export type FoldedPlace = { from: number; to: number }

// More places than a person could choose from; where a page holds more, none is told apart.
const MOST_PLACES = 2_000
/** Units compared before a text of nothing but repetitions is given up. */
const MOST_UNITS = 20_000_000
/** By how many units of context one place must be ahead of all others, where its context doesn't stand whole. */
const LEAD = 8

/** Folds a quote within its context, so that a sign on its first letter or a word cut at its end are seen as in the text. */
export function soughtOf({ exact, prefix, suffix }: Quote): Sought {
  const folded = foldText(prefix + exact + suffix)
  const unitAt = (offset: number): number => {
    let unit = 0
    while (unit < folded.text.length && (folded.starts[unit] ?? 0) < offset) unit += 1
    return unit
  }
  let from = unitAt(prefix.length)
  let to = unitAt(prefix.length + exact.length)
  while (from < to && folded.text[from] === ' ') from += 1
  while (to > from && folded.text[to - 1] === ' ') to -= 1
  return {
    exact, folded, from, to, lead: Math.max(0, (folded.starts[from] ?? 0) - prefix.length),
    words: folded.text.slice(from, to), before: folded.text.slice(0, from).trim(), behind: folded.text.slice(to).trim(),
    joinsBefore: joinsBefore(folded, from), joinsBehind: joinsBehind(folded, to),
  }
}

/** Whether a place begins and ends as the quote did: at whole characters, and not within other words or numbers. */
export function standsAlike(text: Folded, { from, to }: FoldedPlace, sought: Sought): boolean {
  const isWhole = (at: number) => at === 0 || at === text.text.length || text.starts[at] !== text.starts[at - 1]
  return isWhole(from) && isWhole(to) && joinsBefore(text, from) === sought.joinsBefore && joinsBehind(text, to) === sought.joinsBehind
}

/** Where the folded words of a quote stand; null where they stand in too many places to say. */
export function foldedPlaces(text: Folded, sought: Sought): FoldedPlace[] | null {
  const places: FoldedPlace[] = []
  if (sought.words === '') return places
  let units = 0
  for (let from = text.text.indexOf(sought.words); from !== -1; from = text.text.indexOf(sought.words, from + 1)) {
    const place = { from, to: from + sought.words.length }
    units += sought.words.length
    if (units > MOST_UNITS) return null
    if (!standsAlike(text, place, sought)) continue
    places.push(place)
    if (places.length > MOST_PLACES) return null
  }
  return places
}

type Context = { units: number; isWhole: boolean; hasWholeSide: boolean }

function contextAt(text: string, { from, to }: FoldedPlace, { before, behind }: Sought): Context {
  let at = from - 1
  while (text[at] === ' ') at -= 1
  let left = 0
  while (left < before.length && at - left >= 0 && text[at - left] === before[before.length - 1 - left]) left += 1
  at = to
  while (text[at] === ' ') at += 1
  let right = 0
  while (right < behind.length && text[at + right] === behind[right]) right += 1
  const [isLeftWhole, isRightWhole] = [left === before.length, right === behind.length]
  return { units: left + right, isWhole: isLeftWhole && isRightWhole, hasWholeSide: (isLeftWhole && left > 0) || (isRightWhole && right > 0) }
}

/**
 * The places that a quote's context leaves possible; one, where it tells them apart. Its context stands whole there and nowhere
 * else; or one side of it does, and every other place is far behind. Anything less would be a guess.
 */
export function toldByContext<T extends FoldedPlace>(text: Folded, places: T[], sought: Sought): T[] {
  const read = places.map((place) => ({ place, ...contextAt(text.text, place, sought) }))
  const whole = read.filter(({ isWhole }) => isWhole)
  if (whole.length > 0) return whole.map(({ place }) => place)
  const [best, second] = read.toSorted((a, b) => b.units - a.units)
  if (best === undefined || !best.hasWholeSide || best.units - (second?.units ?? 0) < LEAD) return places
  return [best.place]
}
