import type { Place } from './quote'

// Where to begin reading characters from: none of Unicode's rules joins two of them over a line feed.
const WINDOW = 400
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The boundary of characters (Unicode Annex 29) at `at`, or the next one before or behind it. */
function boundary(text: string, at: number, direction: 'before' | 'behind'): number {
  if (at <= 0 || at >= text.length) return at
  const line = text.lastIndexOf('\n', at - 1) + 1
  const from = line >= at - WINDOW ? line : at - WINDOW
  const { index, segment } = segmenter.segment(text.slice(from, at + WINDOW)).containing(at - from) ?? { index: at - from, segment: '' }
  const start = from + index
  return start === at || direction === 'before' ? start : start + segment.length
}

/** A place that cuts no character in two. */
export function widened(text: string, { start, end }: Place): Place {
  return { start: boundary(text, start, 'before'), end: boundary(text, end, 'behind') }
}

/** What stands before and behind a place: `most` code units on each side, fewer where a character would be cut. */
export function contextOf(text: string, { start, end }: Place, most: number): { prefix: string; suffix: string } {
  const from = Math.min(start, boundary(text, Math.max(0, start - most), 'behind'))
  const to = Math.max(end, boundary(text, Math.min(text.length, end + most), 'before'))
  return { prefix: text.slice(from, start), suffix: text.slice(end, to) }
}
