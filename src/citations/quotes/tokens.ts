import type { Folded } from './fold'

/**
 * A word, a number with the points and dashes within it, or a sign that means something; in units of the folded text.
 * `behind` is what the original holds between it and the next one.
 */
export type Token = { kind: 'word' | 'number' | 'sign'; text: string; from: number; to: number; before: string; behind: string; isName: boolean }

const TOKEN = /(?<number>(?<![\p{L}\p{M}\p{N}])[-+]?[\p{L}\p{M}]*\p{N}[\p{L}\p{M}\p{N}]*(?:[.,:/-]\p{N}[\p{L}\p{M}\p{N}]*)*)|(?<word>[\p{L}\p{M}\p{So}\p{Sk}]+(?:'[\p{L}\p{M}]+)*)|(?<sign>[\p{Sc}%‰&@#?+<>=±×÷°])/gu

/** Takes the units from `from` to before `to` of a folded text apart; words that are cut there stay cut. */
export function tokensOf(folded: Folded, from: number, to: number): Token[] {
  const matches = [...folded.text.slice(from, to).matchAll(TOKEN)]
  const between = (start: number, end: number): string => folded.original.slice(start === 0 ? 0 : (folded.ends[start - 1] ?? 0), folded.starts[end] ?? folded.original.length)
  return matches.map((match, index) => {
    const start = from + match.index
    const end = start + match[0].length
    const next = matches[index + 1]
    return {
      kind: match.groups?.number !== undefined ? 'number' : match.groups?.word !== undefined ? 'word' : 'sign',
      text: match[0], from: start, to: end, before: folded.text[start - 1] ?? '',
      behind: next === undefined ? '' : between(end, from + next.index),
      isName: /\p{Lu}/u.test(folded.original[folded.starts[start] ?? 0] ?? ''),
    }
  })
}
