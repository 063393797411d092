/**
 * Words that a citation relies on, with what stood around them: a TextQuoteSelector of the W3C Web Annotation Data Model
 * (section 4.2.4). `prefix` and `suffix` may be empty.
 */
export type Quote = { exact: string; prefix: string; suffix: string }

/** A place in a text, in UTF-16 code units: from `start` to before `end`. */
export type Place = { start: number; end: number }

/**
 * What became of a quote. `exact`: its very characters stand there. `folded`: the same letters and digits, written or set
 * otherwise. `near`: a misprint apart. `ambiguous`: it stands in several places and its context tells none of them.
 * `lost`: it is gone; `changed` is the place of a sentence so like it that people should look there first, and is never to be
 * taken for the quote.
 */
export type Found =
  | { state: 'found'; start: number; end: number; how: 'exact' | 'folded' | 'near' }
  | { state: 'ambiguous'; places: Place[] }
  | { state: 'lost'; changed?: Place }
