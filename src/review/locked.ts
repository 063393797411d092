import type { Queryable } from '@/platform/database'
import { refusal, Refused } from './refusal'
import { loadReview, type Loaded } from './store'

/**
 * The review of a document with its row locked until the transaction ends.
 *
 * @throws Refused: 404 where it is gone, 409 where it is in the trash.
 */
export async function lockedReview(tx: Queryable, collection: string, id: string): Promise<Loaded> {
  const loaded = await loadReview(tx, collection, id, { lock: true })
  if (loaded === null) throw new Refused(refusal(404, 'notFound', 'There is no such document.'))
  if (loaded.document.isTrashed) throw new Refused(refusal(409, 'trashed', 'This is in the trash.'))
  return loaded
}

/** @throws Refused (409, with the newest hash) where a decision was made on content that has changed since. */
export function requireBaseHash(baseHash: string | undefined, current: string): void {
  if (baseHash !== undefined && baseHash !== current) throw new Refused(refusal(409, 'stale', 'The text has changed since you looked at it.', { contentHash: current }))
}
