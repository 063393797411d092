const LONGEST_WHOLE = 10
const AT_EACH_END = 4
const LEFT_OUT = /\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3})\s*/

/**
 * The text directive that finds `quote` in a page (WICG, URL Fragment Text Directives, section 3.3), with its delimiter. A long quote,
 * and one with words left out, is given by its first and last words, since a whole one is only found within one paragraph. Null where
 * there is no word to look for.
 */
export function textDirective(quote: string): string | null {
  const parts = quote.split(LEFT_OUT).map(wordsOf).filter((words) => words.length > 0)
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined) return null
  if (parts.length === 1 && (first.length === 1 || (first.length <= LONGEST_WHOLE && !/\n/.test(quote.trim())))) return `:~:text=${encodeTerm(first)}`
  const count = endsLength(parts)
  return `:~:text=${encodeTerm(first.slice(0, count))},${encodeTerm(last.slice(-count))}`
}

/** The address at which a browser shows `quote` in the page at `url`, an absolute http(s) address; `url` itself where that can't be. */
export function textFragment(url: string, quote: string): string {
  const directive = textDirective(quote)
  if (directive === null || !/^https?:/i.test(url)) return url
  const plain = url.replace(/#?:~:.*$/, '')
  return `${plain}${plain.includes('#') ? '' : '#'}${directive}`
}

/** How many words stand for each end: never so many that both ends of one part overlap. */
function endsLength(parts: readonly string[][]): number {
  const [only] = parts
  return parts.length > 1 || only === undefined ? AT_EACH_END : Math.max(1, Math.min(AT_EACH_END, Math.floor(only.length / 2)))
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** Dash, comma and ampersand are syntax inside a directive; `encodeURIComponent` leaves the first alone and throws for half a surrogate pair. */
function encodeTerm(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ').toWellFormed()).replaceAll('-', '%2D')
}
