import { fold } from './fold'

/** What is to be erased: names and phrases, each in a form of its own. `wholeWords`: leave them where they are part of a longer word. */
export type Wanted = { forms: readonly string[]; wholeWords: boolean }

/** A stretch of a text, by UTF-16 units. `word`: the longer word that it is part of, or null. */
export type Found = { from: number; to: number; word: string | null }

export const MARKS = { latin: '[redacted]', arabic: '[محذوف]', address: 'redacted' } as const

const LETTER = /[\p{L}\p{N}\p{M}]/u
const ARABIC = /\p{Script=Arabic}/u

const folds = new WeakMap<Wanted, string[]>()

/** The forms as they are compared, the longest first, so that a whole name is found before its part. */
function foldedForms(wanted: Wanted): string[] {
  const known = folds.get(wanted)
  if (known !== undefined) return known
  const made = [...new Set(wanted.forms.map((form) => fold(form).text.trim()).filter((form) => form !== ''))].sort((one, other) => other.length - one.length)
  folds.set(wanted, made)
  return made
}

/** Every place where one of the wanted forms stands, in order; overlapping ones count as one. */
export function findIn(text: string, wanted: Wanted): Found[] {
  const forms = foldedForms(wanted)
  if (text.length === 0 || forms.length === 0) return []
  const { text: folded, from, to } = fold(text)
  const found: Found[] = []
  let after = 0
  for (;;) {
    const next = nextOf(folded, forms, after)
    if (next === null) return found
    const [start, length] = next
    const end = start + length
    after = end
    const word = wordAround(folded, start, end)
    if (word !== null && wanted.wholeWords) {
      // The next one may begin within this one.
      after = start + 1
      continue
    }
    found.push({ from: from[start] ?? 0, to: to[end - 1] ?? text.length, word })
  }
}

function nextOf(folded: string, forms: readonly string[], after: number): [start: number, length: number] | null {
  let first: [number, number] | null = null
  for (const form of forms) {
    const at = folded.indexOf(form, after)
    if (at !== -1 && (first === null || at < first[0])) first = [at, form.length]
  }
  return first
}

/** The word that a stretch lies in, where letters go on before or behind it. */
function wordAround(folded: string, start: number, end: number): string | null {
  let [first, last] = [start, end]
  while (first > 0 && LETTER.test(folded[first - 1] ?? '')) first -= 1
  while (last < folded.length && LETTER.test(folded[last] ?? '')) last += 1
  const isPart = (first < start && LETTER.test(folded[start] ?? '')) || (last > end && LETTER.test(folded[end - 1] ?? ''))
  return isPart ? folded.slice(first, last) : null
}

/** A text without the wanted words, each place marked, and what was found in it. */
export function redactText(text: string, wanted: Wanted): { text: string; found: Found[] } {
  if (looksLikeAddress(text)) return redactAddress(text, wanted)
  const found = findIn(text, wanted)
  return { text: marked(text, found, (words) => (ARABIC.test(words) ? MARKS.arabic : MARKS.latin)), found }
}

function marked(text: string, found: readonly Found[], mark: (words: string) => string): string {
  let left = ''
  let at = 0
  for (const { from, to } of found) {
    left += text.slice(at, from) + mark(text.slice(from, to))
    at = to
  }
  return left + text.slice(at)
}

function looksLikeAddress(text: string): boolean {
  return /^(https?:|mailto:|ftp:)\S+$/i.test(text)
}

/** Of an address a name is written without blanks, and its letters as octets. What is left is still an address. */
function redactAddress(text: string, wanted: Wanted): { text: string; found: Found[] } {
  const read = decoded(text)
  const found = findIn(read.replace(/[+.]/g, ' '), wanted)
  if (found.length === 0) return { text, found }
  return { text: encodeURI(marked(read, found, () => MARKS.address)), found }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
