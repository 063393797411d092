import { OMISSION_IN_TEXT } from './omissions'
import type { Quote } from './quote'

/** Longer quotes are named by their first and last words: an address should stay one that people can send. */
const LONGEST_WHOLE = 300
const WORDS_OF_AN_EDGE = 6
const LETTERS_OF_AN_EDGE = 60
const WORDS_OF_CONTEXT = 4

// encodeURIComponent leaves the dash, which would make a word of the quote into a prefix. It throws on half a character.
const encoded = (words: string): string => encodeURIComponent(words.toWellFormed()).replaceAll('-', '%2D')
const spaced = (words: string): string => words.replace(/\s+/gu, ' ').trim()

function edge(words: string[], side: 'first' | 'last', isOnlyPart: boolean): string {
  // Both ends of one part must not overlap.
  const count = isOnlyPart ? Math.max(1, Math.min(WORDS_OF_AN_EDGE, Math.floor(words.length / 2))) : WORDS_OF_AN_EDGE
  const chosen = side === 'first' ? words.slice(0, count) : words.slice(-count)
  const text = chosen.join(' ')
  if (text.length <= LETTERS_OF_AN_EDGE || chosen.length > 1) return text
  // Scripts without spaces: characters, not halves of them.
  const characters = [...text]
  return (side === 'first' ? characters.slice(0, LETTERS_OF_AN_EDGE) : characters.slice(-LETTERS_OF_AN_EDGE)).join('')
}

/** Whole words of the block next to the quote; the outermost one may have been cut and goes. */
function contextWords(context: string, side: 'prefix' | 'suffix'): string {
  const lines = context.split('\n').map(spaced)
  const isPrefix = side === 'prefix'
  const at = isPrefix ? lines.findLastIndex((line) => line !== '') : lines.findIndex((line) => line !== '')
  const words = (lines[at] ?? '').split(' ').filter((word) => word !== '')
  const mayBeCut = isPrefix ? at === 0 && !/^\s/u.test(context) : at === lines.length - 1 && !/\s$/u.test(context)
  if (isPrefix) return words.slice(mayBeCut ? 1 : 0).slice(-WORDS_OF_CONTEXT).join(' ')
  return words.slice(0, mayBeCut ? -1 : undefined).slice(0, WORDS_OF_CONTEXT).join(' ')
}

/**
 * The directive that makes a browser show a quote: `:~:text=prefix-,start,end,-suffix` (WICG, URL Fragment Text Directives,
 * section 3.3), or '' for a quote without words. `start` and `end` must each lie in one block of the page, so that a quote of
 * several lines, with an omission or of more than 300 characters is given by its first and last words.
 */
export function textDirective({ exact, prefix, suffix }: Quote): string {
  const parts = exact.split('\n').flatMap((line) => line.split(OMISSION_IN_TEXT)).map(spaced).filter((part) => part !== '')
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined) return ''
  const isWhole = parts.length === 1 && first.length <= LONGEST_WHOLE
  const range = isWhole ? [encoded(first)] : [encoded(edge(first.split(' '), 'first', parts.length === 1)), encoded(edge(last.split(' '), 'last', parts.length === 1))]
  const [before, behind] = [contextWords(prefix, 'prefix'), contextWords(suffix, 'suffix')]
  return `:~:text=${[...(before === '' ? [] : [`${encoded(before)}-`]), ...range, ...(behind === '' ? [] : [`-${encoded(behind)}`])].join(',')}`
}

/** An address that leads to a quote: its own fragment stays, a directive that it had gives way. */
export function addressOfQuote(url: string, quote: Quote): string {
  const directive = textDirective(quote)
  const bare = url.replace(/:~:.*$/s, '').replace(/#$/, '')
  if (directive === '') return bare
  return bare.includes('#') ? `${bare}${directive}` : `${bare}#${directive}`
}
