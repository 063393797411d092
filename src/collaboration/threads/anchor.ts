/** How much of the text on either side of the quoted words an anchor remembers, in UTF-16 units. */
export const CONTEXT = 32
/** Context that is shorter than this tells nothing; one side that agrees this far tells enough. */
const TELLING = 8
const SURE = 16

/**
 * Where in a field's words a thread stands, kept outside of the text. `offset` and `hash` (of the field's words) are as of when
 * it was last seen; `only`: its words stood there once then, and have not been missed since.
 */
export type Anchor = { fieldPath: string; quote: string; prefix: string; suffix: string; offset: number; hash: string; only: boolean }

/**
 * Where the words of an anchor are now. `byContext`: they occur more than once, and what stands around them told which.
 * `orphaned`: they are gone, or nothing tells any longer which of several they are.
 */
export type Place = { state: 'found' | 'byContext'; start: number; end: number } | { state: 'orphaned'; why: 'gone' | 'ambiguous' }

/** What somebody selected, as a client tells it. All but the quote may be missing. */
export type Selected = { quote: string; prefix?: string; suffix?: string; offset?: number; hash?: string }

const WORD = '[\\p{L}\\p{M}\\p{N}_]'
// Between two of those they belong to the word: well-known, 3.5, l’eau.
const JOINER = '[-.,:\'’٫٬]'
const WORD_OR_JOINER = new RegExp(`${WORD}|${JOINER}`, 'u')
const HEAD = new RegExp(`^(?:${WORD}|${JOINER}(?=${WORD}))*`, 'u')
const TAIL = new RegExp(`(?:${WORD}|(?<=${WORD})${JOINER})*$`, 'u')

/** A short mark of a text, to see whether it is the same one. It keeps nobody from forging a second. */
export function fingerprint(text: string): string {
  let [one, other] = [0x811c9dc5, 0x1b873593]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ unit, 0x85ebca6b)
    other ^= other >>> 13
  }
  const hex = (number: number): string => (number >>> 0).toString(16).padStart(8, '0')
  return `${hex(one)}${hex(other)}${hex(text.length)}`
}

/** The anchor of `text.slice(start, end)` in a field's words. */
export function anchorAt(fieldPath: string, text: string, start: number, end: number): Anchor {
  const quote = text.slice(start, end)
  const context = { quote, prefix: before(text, start), suffix: after(text, end) }
  return { fieldPath, ...context, offset: start, hash: fingerprint(text), only: placesOf(context, text).length === 1 }
}

/**
 * Where an anchor's words are in a field's present words. It never answers with other words: what stands at the place is the
 * quote, letter by letter, as whole words where it was whole words.
 */
export function resolve(anchor: Anchor, text: string): Place {
  const at = (start: number, state: 'found' | 'byContext'): Place => ({ state, start, end: start + anchor.quote.length })
  if (fingerprint(text) === anchor.hash && text.startsWith(anchor.quote, anchor.offset)) return at(anchor.offset, 'found')
  const places = placesOf(anchor, text)
  const [first] = places
  if (first === undefined) return { state: 'orphaned', why: 'gone' }
  if (places.length === 1 && anchor.only) return at(first, 'found')
  const evidence = places.map((start) => ({ start, ...evidenceAt(anchor, text, start) })).filter(({ isTelling }) => isTelling)
  const [best] = evidence.length === 1 ? evidence : evidence.filter(({ isWhole }, _, all) => isWhole && all.filter((other) => other.isWhole).length === 1)
  if (best !== undefined) return at(best.start, places.length === 1 ? 'found' : 'byContext')
  return { state: 'orphaned', why: places.length === 1 ? 'gone' : 'ambiguous' }
}

/**
 * The anchor after its field's words went from `textBefore` to `textAfter`: moved along with what was edited elsewhere, or, where
 * its own words are gone, as it was, to be found again should the very same text come back.
 */
export function follow(anchor: Anchor, textBefore: string, textAfter: string): Anchor {
  if (textBefore === textAfter) return anchor
  const place = resolve(anchor, textBefore)
  if (place.state === 'orphaned') return anchor
  const known = anchorAt(anchor.fieldPath, textBefore, place.start, place.end)
  const moved = startAfter(place, textBefore, textAfter)
  if (moved !== null && isSameAt(known, textAfter, moved)) return anchorAt(anchor.fieldPath, textAfter, moved, moved + known.quote.length)
  const again = resolve(known, textAfter)
  return again.state === 'orphaned' ? { ...known, only: false } : anchorAt(anchor.fieldPath, textAfter, again.start, again.end)
}

/** Where a place that one edit didn't touch is after it; null where the edit touched it. */
function startAfter({ start, end }: { start: number; end: number }, textBefore: string, textAfter: string): number | null {
  const most = Math.min(textBefore.length, textAfter.length)
  let same = 0
  while (same < most && textBefore[same] === textAfter[same]) same += 1
  if (end <= same) return start
  let sameBehind = 0
  while (sameBehind < most && textBefore[textBefore.length - 1 - sameBehind] === textAfter[textAfter.length - 1 - sameBehind]) sameBehind += 1
  return start >= textBefore.length - sameBehind ? start + textAfter.length - textBefore.length : null
}

/**
 * The one place that somebody selected, from the words and what stands around them; or why it can't be told: they don't
 * stand there, or they do `count` times.
 */
export function placeOf(selected: Selected, text: string): { start: number; end: number } | { count: number } {
  const { quote, prefix = '', suffix = '', offset, hash } = selected
  const at = (start: number) => ({ start, end: start + quote.length })
  if (offset !== undefined && hash === fingerprint(text) && text.startsWith(quote, offset)) return at(offset)
  const places = occurrences(quote, text)
  const agreeing = places.filter((start) => text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, start + quote.length))
  const [only] = agreeing.length > 0 ? agreeing : places
  return only !== undefined && (agreeing.length === 1 || places.length === 1) ? at(only) : { count: agreeing.length === 0 ? places.length : agreeing.length }
}

type Quoted = Pick<Anchor, 'quote' | 'prefix' | 'suffix'>

function occurrences(quote: string, text: string): number[] {
  const found: number[] = []
  if (quote === '') return found
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) found.push(at)
  return found
}

function placesOf(quoted: Quoted, text: string): number[] {
  return occurrences(quoted.quote, text).filter((start) => isSameAt(quoted, text, start))
}

/** Whether a quote stands at a place as the same words, not as a part of longer ones. */
function isSameAt({ quote, prefix, suffix }: Quoted, text: string, start: number): boolean {
  if (!text.startsWith(quote, start)) return false
  const [first, last] = [Array.from(quote.slice(0, 2))[0] ?? '', Array.from(quote.slice(-2)).at(-1) ?? '']
  const isSameBefore = !WORD_OR_JOINER.test(first) || TAIL.exec(prefix)?.[0] === TAIL.exec(before(text, start))?.[0]
  return isSameBefore && (!WORD_OR_JOINER.test(last) || HEAD.exec(suffix)?.[0] === HEAD.exec(after(text, start + quote.length))?.[0])
}

function evidenceAt({ quote, prefix, suffix }: Quoted, text: string, start: number): { isTelling: boolean; isWhole: boolean } {
  const [preceding, following] = [before(text, start), after(text, start + quote.length)]
  let [behind, ahead] = [0, 0]
  while (behind < prefix.length && prefix.at(-1 - behind) === preceding.at(-1 - behind)) behind += 1
  while (ahead < suffix.length && suffix[ahead] === following[ahead]) ahead += 1
  const isWhole = behind === prefix.length && ahead === suffix.length && behind + ahead >= TELLING
  const tells = (agreeing: number, context: string): boolean => agreeing >= SURE || (agreeing === context.length && agreeing >= TELLING)
  return { isWhole, isTelling: isWhole || tells(behind, prefix) || tells(ahead, suffix) }
}

function before(text: string, at: number): string {
  const slice = text.slice(Math.max(0, at - CONTEXT), at)
  return /^[\uDC00-\uDFFF]/.test(slice) ? slice.slice(1) : slice
}

function after(text: string, at: number): string {
  const slice = text.slice(at, at + CONTEXT)
  return /[\uD800-\uDBFF]$/.test(slice) ? slice.slice(0, -1) : slice
}
