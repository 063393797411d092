/** A part of a document that both sides changed, each in its own way. */
export type Conflict = {
  /** Where: dotted names of fields, and ids of rows. */
  path: string
  /** For a block of a rich text, where it stood in the text that both began from; null elsewhere. */
  index: number | null
  kind: 'value' | 'block' | 'row'
  base: unknown
  /** What each side made of it; null where it deleted it. */
  mine: unknown
  theirs: unknown
}

/** Which side stands: one of them, or both, one after the other. Where both can't stand (a date, a choice), `both` counts as `mine`. */
export type Choice = 'mine' | 'theirs' | 'both'

/** Answers a conflict. */
export type Decide = (conflict: Conflict) => Choice

/** Names a conflict among those of one merge; the same in each merge of the same three states. */
export function conflictKey({ path, index }: Pick<Conflict, 'path' | 'index'>): string {
  return index === null ? path : `${path}#${index}`
}
