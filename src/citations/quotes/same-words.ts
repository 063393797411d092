import type { Token } from './tokens'

/** Words must be longer than this for a letter of theirs to be a misprint, or for being broken at a line's end. */
const LONG = 6
const ACCENTS = /[\u0300-\u036F]/g
const LATIN = /^[a-z]+$/
/** What scanned letters are read as. None of these pairs tells two common long words apart, as t and f (detected, defected) or e and o (fellows, follows) do. */
const LOOK_ALIKE: [string, string][] = [['c', 'e'], ['i', 'l'], ['n', 'u'], ['b', 'h'], ['m', 'rn'], ['d', 'cl'], ['w', 'vv']]

/** `word` with one letter within it read as its look-alike, or doubled, or one of a double left out. */
function isMisread(word: string, as: string): boolean {
  let start = 0
  while (start < word.length && word[start] === as[start]) start += 1
  let end = 0
  while (end < Math.min(word.length, as.length) - start && word[word.length - 1 - end] === as[as.length - 1 - end]) end += 1
  if (start === 0 || end === 0) return false
  const [a, b] = [word.slice(start, word.length - end), as.slice(start, as.length - end)]
  if (LOOK_ALIKE.some(([one, other]) => (a === one && b === other) || (a === other && b === one))) return true
  // "hoping" and "hopping", "staring" and "starring" are two words; longer ones are not so.
  return Math.min(word.length, as.length) > LONG + 1 && a + b === word[start - 1] && (a === '' || b === '')
}

/** What it costs to take one word for the other: nothing, one misprint, or null where they may be two words. */
function costOf(quoted: Token, found: Token): 0 | 1 | null {
  if (quoted.kind !== found.kind) return null
  if (quoted.text === found.text) return 0
  if (quoted.kind !== 'word') return null
  const [a, b] = [quoted.text.replace(ACCENTS, ''), found.text.replace(ACCENTS, '')]
  if (!LATIN.test(a) || !LATIN.test(b) || Math.min(a.length, b.length) <= LONG) return null
  if (a === b) return 1
  // A name is another name with any other letter.
  if (quoted.isName || found.isName || quoted.text !== a || found.text !== b) return null
  return isMisread(a, b) ? 1 : null
}

/** Whether two parts are one word: broken at a line's end, an Arabic "and" set apart, or an editor's "[t]he". */
function isOneWord(first: Token, second: Token, whole: Token): boolean {
  if (first.kind !== 'word' || second.kind !== 'word' || whole.kind !== 'word' || first.text + second.text !== whole.text) return false
  if (first.text.length === 1 && first.before === '[' && first.behind === ']') return true
  if (whole.text.length <= LONG) return false
  return /^[-‐\u00AD¬]\s+$/.test(first.behind) || (first.text === 'و' && /^\s+$/.test(first.behind))
}

/**
 * Whether the words of a quote stand at the beginning of others, with `misprints` at most; returns the unit where they end, or
 * null. Free are punctuation, spaces, and words broken at a line's end. A misprint is one accent or one misread letter within a
 * word of more than six Latin letters that isn't a name. Never another number, sign or short word, and no letter of Arabic,
 * where "العربية" and "الغربية" (Arab, Western) are a dot apart.
 */
export function sameWords(quoted: Token[], found: Token[], misprints: number): number | null {
  let cost = 0
  let at = 0
  for (let index = 0; index < quoted.length; index += 1) {
    const [word, next, other, more] = [quoted[index], quoted[index + 1], found[at], found[at + 1]]
    if (word === undefined || other === undefined) return null
    const price = costOf(word, other)
    if (price !== null) {
      cost += price
      at += 1
    } else if (next !== undefined && isOneWord(word, next, other)) {
      index += 1
      at += 1
    } else if (more !== undefined && isOneWord(other, more, word)) {
      at += 2
    } else return null
    if (cost > misprints) return null
  }
  return found[at - 1]?.to ?? null
}
