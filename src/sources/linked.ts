import type { Queryable } from '@/platform/database'

/** A source that somebody's link led to: made for it, or known before. `url`: the link without what only says who shared it; null for one without an address. */
export type LinkedSource = { source: string; url: string | null; isNew: boolean }

/** What else is done once a link has its source, in the transaction that found or made it. */
export type OnSourceLinked = (tx: Queryable, linked: LinkedSource, by: string) => Promise<void>

/** Told, one after the other, of every link that became a source. Who keeps copies of what is cited adds itself here. */
export const sourceLinked: OnSourceLinked[] = []

/** Tells whoever asked to know that a link has its source. `by`: the id of who gave the link. */
export async function onSourceLinked(tx: Queryable, linked: LinkedSource, by: string): Promise<void> {
  for (const told of sourceLinked) await told(tx, linked, by)
}
