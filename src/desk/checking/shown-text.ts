import type { Place } from '@/citations/quotes/quote'

/** A stretch of a paragraph; `mark` is the number of the place that it belongs to, where it does. */
export type Stretch = { text: string; mark?: number }
/** Paragraphs of a text to be shown; whether there is more of it on either side. */
export type Shown = { paragraphs: Stretch[][]; isCutBefore: boolean; isCutAfter: boolean }

/** How much is shown on either side of what was looked for, in UTF-16 code units: a page or two. */
const AROUND = 3_000

/**
 * The paragraphs of a text round the places in it that are to be seen, those marked; its beginning where there are none. A copy may have
 * 100,000 words: all of it is shown with `isWhole` alone.
 */
export function shownText(text: string, places: readonly Place[], isWhole: boolean): Shown {
  const [first, last] = [places[0]?.start ?? 0, places.at(-1)?.end ?? 0]
  const start = isWhole || first <= AROUND ? 0 : lineStart(text, first - AROUND)
  const end = isWhole || last + AROUND >= text.length ? text.length : lineEnd(text, last + AROUND)
  const paragraphs: Stretch[][] = []
  let at = start
  for (const line of text.slice(start, end).split('\n')) {
    if (line.trim() !== '') paragraphs.push(stretches(line, at, places))
    at += line.length + 1
  }
  return { paragraphs, isCutBefore: start > 0, isCutAfter: end < text.length }
}

function lineStart(text: string, at: number): number {
  const found = text.lastIndexOf('\n', at)
  // A text without breaks is cut where it has to be, never inside of a character.
  return found === -1 || at - found > AROUND ? whole(text, at) : found + 1
}

function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  return found === -1 || found - at > AROUND ? whole(text, at) : found
}

function whole(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}

function stretches(line: string, offset: number, places: readonly Place[]): Stretch[] {
  const found: Stretch[] = []
  let at = 0
  for (const [mark, place] of places.entries()) {
    const [from, to] = [Math.max(at, place.start - offset), Math.min(line.length, place.end - offset)]
    if (to <= from) continue
    if (from > at) found.push({ text: line.slice(at, from) })
    found.push({ text: line.slice(from, to), mark })
    at = to
  }
  if (at < line.length) found.push({ text: line.slice(at) })
  return found
}
