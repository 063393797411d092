import { appendAudit } from '@/audit/append'
import { now } from '@/platform/clock'
import type { Queryable } from '@/platform/database'
import { addEvent } from '@/review/store'
import type { FollowUp } from '@/review/workflow'

type About = { collection: string; document: string; by: string; publication: string }

const HOUR_MS = 3_600_000

/**
 * Notes that a publication is owed a whole review within the hours that its workflow says. Where one is owed already, as
 * in a burst of corrections, the first term stands.
 */
export async function openFollowUp(tx: Queryable, { collection, document, by, publication, run, followUp }: About & { run: string; followUp: FollowUp }): Promise<void> {
  const dueAt = new Date(now().getTime() + followUp.withinHours * HOUR_MS)
  const { rowCount } = await tx.query(
    `insert into handbill.follow_ups (collection, document, kind, workflow, publication, opened_at, due_at) values ($1, $2, 'fullReview', $3, $4, $5, $6)
     on conflict (collection, document, kind) where done_at is null do nothing`,
    [collection, document, followUp.workflow, publication, now(), dueAt],
  )
  if (rowCount === 0) return
  await addEvent(tx, { collection, document, run, kind: 'followUpDue', by })
  await appendAudit(tx, { actor: by, action: 'followUpOpened', collection, document, run, details: { publication, dueAt: dueAt.toISOString() } })
}

/** Ends the review that a document was owed, if it was owed one: it has been reviewed whole, or is no longer public. */
export async function closeFollowUps(tx: Queryable, { collection, document, by, publication }: About): Promise<void> {
  const { rowCount } = await tx.query(
    `update handbill.follow_ups set done_at = $3, done_by = $4, done_with = $5 where collection = $1 and document = $2 and kind = 'fullReview' and done_at is null`,
    [collection, document, now(), by, publication],
  )
  if (rowCount !== 0) await appendAudit(tx, { actor: by, action: 'followUpDone', collection, document, details: { publication } })
}
