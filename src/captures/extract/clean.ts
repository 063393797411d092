/** C0 and C1 controls but for tab and line feed, and characters that are none. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g
/** Explicit embeddings, overrides and isolates (Unicode UAX #9): they reorder the words around them. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/g
/** Marks of direction, joiners that join nothing, and other characters that are not seen. Zero-width (non-)joiners stay, since scripts need them. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u2060-\u2064\ufeff]/g

/** A text of several lines as it may be stored and shown: well-formed, without controls, and without what would reorder the words around it. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(REORDERING, '')
}

/** One line of at most `most` characters, such as a title, in which nothing is unseen; undefined where no word is left. */
export function cleanLine(text: unknown, most = 300): string | undefined {
  if (typeof text !== 'string') return undefined
  // Cut twice: no line is worth cleaning a book for.
  const line = cleanText(text.slice(0, most * 8)).replace(UNSEEN, '').replace(/\s+/g, ' ').trim()
  if (line === '') return undefined
  const characters = [...line]
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join('').trimEnd()}…`
}
