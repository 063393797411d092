import type { Folded } from './fold'

const KINDS = ['other', 'letter', 'digit', 'sign'] as const
/** What a unit of a folded text is. A `sign` means something by itself (`€`, `%`, `?`), as other punctuation doesn't. */
export type Kind = (typeof KINDS)[number]

const known = new Uint8Array(0x10000)

export function kindOf(unit: number): Kind {
  const remembered = known[unit] ?? 0
  if (remembered > 0) return KINDS[remembered - 1] ?? 'other'
  const character = String.fromCharCode(unit)
  const kind = /[\p{L}\p{M}\p{Cs}]/u.test(character) ? 'letter' : /\p{N}/u.test(character) ? 'digit' : /[\p{Sc}%‰&@#?+<>=±×÷°]/u.test(character) ? 'sign' : 'other'
  known[unit] = KINDS.indexOf(kind) + 1
  return kind
}

const kindAt = (folded: Folded, at: number): Kind => (at < 0 || at >= folded.text.length ? 'other' : kindOf(folded.text.charCodeAt(at)))
const isOfWord = (folded: Folded, at: number): boolean => kindAt(folded, at) === 'letter' || kindAt(folded, at) === 'digit'
// A dash between two parts of a sentence folds to the same unit, and joins nothing.
const isHyphen = (folded: Folded, at: number): boolean => folded.text[at] === '-' && /[-‐‑]/.test(folded.original[folded.starts[at] ?? 0] ?? '')
const isWithinNumber = (folded: Folded, at: number): boolean => /[.,]/.test(folded.text[at] ?? '') && kindAt(folded, at - 1) === 'digit' && kindAt(folded, at + 1) === 'digit'

/**
 * Whether the words that begin at `at` go on from what stands before: "men" in "women", "5" in "1.5", "-5" or "£5", "violent"
 * in "non-violent". A quote that began with a word of its own is not one of these.
 */
export function joinsBefore(folded: Folded, at: number): boolean {
  if (at === 0) return false
  if (isOfWord(folded, at - 1)) return isOfWord(folded, at)
  if (isHyphen(folded, at - 1) && isOfWord(folded, at - 2)) return isOfWord(folded, at)
  if (kindAt(folded, at) !== 'digit') return false
  return isWithinNumber(folded, at - 1) || /[-+\p{Sc}]/u.test(folded.text[at - 1] ?? '')
}

/** Whether the words that end before `at` go on behind: "can" in "can't", "1" in "1,000" or "1%", "government" in "government-backed". */
export function joinsBehind(folded: Folded, at: number): boolean {
  if (at === 0 || at >= folded.text.length) return false
  if (isOfWord(folded, at)) return isOfWord(folded, at - 1)
  if (!isOfWord(folded, at - 1)) return false
  if (isHyphen(folded, at)) return isOfWord(folded, at + 1)
  if (folded.text.startsWith("'t", at)) return !isOfWord(folded, at + 2)
  return kindAt(folded, at - 1) === 'digit' && (isWithinNumber(folded, at) || /[%‰]/.test(folded.text[at] ?? ''))
}
