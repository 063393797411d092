import type { Place } from './quote'

// Where to begin reading characters from: none of Unicode's rules joins two of them over a line feed.
const WINDOW = 400
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const isSign = (text: string, at: number): boolean => /^\p{M}/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
const sizeBefore = (text: string, at: number): number => (at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff ? 2 : 1)
const sizeAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

/**
 * The boundary of characters (Unicode Annex 29) at `at`, or the next one before or behind it. A sign is never parted from what
 * it stands on, as the annex does with some vowels of Burmese: folding takes it as one with its letter.
 */
function boundary(text: string, at: number, direction: 'before' | 'behind'): number {
  let near = at
  while (near > 0 && near < text.length && isSign(text, near)) near += direction === 'before' ? -sizeBefore(text, near) : sizeAt(text, near)
  if (near <= 0 || near >= text.length) return near
  const line = text.lastIndexOf('\n', near - 1) + 1
  const from = line >= near - WINDOW ? line : near - WINDOW
  const { index, segment } = segmenter.segment(text.slice(from, near + WINDOW)).containing(near - from) ?? { index: near - from, segment: '' }
  const start = from + index
  if (start === near || direction === 'before') return start
  const end = start + segment.length
  return end < text.length && isSign(text, end) ? boundary(text, end, 'behind') : end
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
