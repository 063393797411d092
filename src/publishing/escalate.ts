import { now } from '@/platform/clock'
import { database, inTransaction } from '@/platform/database'
import { addEvent } from '@/review/store'

/** How long after one reminder of a review that is late the next one comes, in milliseconds. */
const AGAIN_MS = 6 * 3_600_000

/**
 * Tells people of whole reviews that are owed and late: when they become due, and again every six hours until they are done.
 * Returns how many it told of.
 */
export async function escalateFollowUps(): Promise<number> {
  const at = now()
  const { rows } = await database().query<{ id: string; collection: string; document: string; escalations: number }>(
    `select id, collection, document, escalations from handbill.follow_ups
     where kind = 'fullReview' and done_at is null and due_at <= $1 and (escalated_at is null or escalated_at <= $2) order by due_at limit 100`,
    [at, new Date(at.getTime() - AGAIN_MS)],
  )
  let told = 0
  for (const { id, collection, document, escalations } of rows) {
    await inTransaction(async (tx) => {
      // Of two workers, one tells.
      const { rowCount } = await tx.query('update handbill.follow_ups set escalations = escalations + 1, escalated_at = $2 where id = $1 and escalations = $3 and done_at is null', [id, at, escalations])
      if (rowCount === 0) return
      told += 1
      await addEvent(tx, { collection, document, run: null, kind: 'escalated', by: null, details: { times: escalations + 1 } })
    })
  }
  return told
}
