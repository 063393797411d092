import { parseFragment } from 'parse5'
import { textOf } from '../html/elements'

/** The words of a title, excerpt or name that may hold markup and entities, on one line. */
export function plainWords(html: string): string {
  return textOf(parseFragment(html, { scriptingEnabled: false }).childNodes).replace(/\s+/g, ' ').trim()
}

const ENGLISH = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
const ARABIC = ['الأول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن', 'التاسع', 'العاشر', 'الحادي عشر', 'الثاني عشر']

function partNumber(word: string): number | null {
  const bare = word.toLowerCase()
  const digits = /^\p{Nd}{1,2}$/u.test(bare) ? Number([...bare].map((sign) => ((sign.codePointAt(0) ?? 0) & 0xf)).join('')) : null
  if (digits !== null) return digits >= 1 ? digits : null
  for (const names of [ENGLISH, ROMAN, ARABIC]) if (names.includes(bare)) return names.indexOf(bare) + 1
  return null
}

const NUMBER = `(\\p{Nd}{1,2}|${[...ENGLISH, ...[...ROMAN].reverse()].join('|')})`
const MARK = '[\\s:：,،;–—|(\\[-]+'
const PATTERNS = [
  new RegExp(`^(.{3,}?)${MARK}(?:part|pt\\.?)\\s+${NUMBER}\\s*[)\\]]?\\s*(?:(?:[:：–—-]|\\s\\|)\\s*.+)?$`, 'iu'),
  new RegExp(`^(.{3,}?)${MARK}(?:الجزء|القسم|الحلقة)\\s+(\\p{Nd}{1,2}|${[...ARABIC].reverse().join('|')})\\s*[)\\]]?\\s*(?:[:：–—-]\\s*.+)?$`, 'iu'),
]

/** The series that a title names and the part that it is, as "The marsh: Part Two" does; null if it names none. */
export function partOf(title: string): { series: string; part: number } | null {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(title)
    const part = match === null ? null : partNumber(match[2] ?? '')
    const series = match?.[1]?.trim()
    if (part !== null && series) return { series, part }
  }
  return null
}

/** `words` cut at a word's end to at most `length` characters, with an ellipsis where something was cut. */
export function shorten(words: string, length: number): string {
  if (words.length <= length) return words
  const cut = words.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > length / 2 ? end : cut.length).trimEnd()}…`
}
