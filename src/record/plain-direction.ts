/** Text that others wrote, made safe to stand in a line of ours: titles and quotes may hold characters that turn the line round. */

/** Embeddings, overrides, isolates and their ends (Unicode Standard Annex 9, table 1). The marks LRM, RLM and ALM turn nothing and stay. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * The text without the characters that turn the direction of what follows: a "right-to-left override" in a title would print our own
 * words after it backwards, and an isolate's end would let it out of the element that isolates it.
 */
export function withoutTurns(text: string): string {
  return text.replace(TURNING, '')
}

/** The same as a part of plain text whose direction its neighbours neither get nor give, where no element can isolate it. */
export function isolated(text: string): string {
  return text === '' ? '' : `\u2068${withoutTurns(text)}\u2069`
}
