import { appendAudit } from '@/audit/append'
import { can } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { inTransaction } from '@/platform/database'
import { lockedReview } from '@/review/locked'
import { refusal, Refused } from '@/review/refusal'
import { addEvent } from '@/review/store'

type About = { collection: string; document: string; actor: Actor }

/**
 * Keeps a document from becoming public, alone or in a release, until a publisher lifts it. `until`: when that is meant to
 * be, for people to plan by.
 *
 * @throws Refused: 403 by role, 409 where an embargo is on it already, or it is scheduled.
 */
export async function setEmbargo({ collection, document, actor, reason, until }: About & { reason: string; until: Date | null }): Promise<void> {
  await inTransaction(async (tx) => {
    const { review, release } = await lockedReview(tx, collection, document)
    const right = can(actor, 'embargo', review.subject)
    if (!right.allowed) throw new Refused(refusal(403, right.why.code, right.why.message))
    if (review.embargo != null) throw new Refused(refusal(409, 'alreadyEmbargoed', 'An embargo is on this already.'))
    // Whoever scheduled it relies on its going out: that is for people to take back first.
    if (review.run?.state === 'scheduled') throw new Refused(refusal(409, 'scheduled', 'This is scheduled; unschedule it first.', { release: release?.id ?? null }))
    await tx.query('insert into handbill.embargoes (collection, document, until, reason, set_by, set_at) values ($1, $2, $3, $4, $5, $6)', [collection, document, until, reason, actor.id, now()])
    await addEvent(tx, { collection, document, run: review.run?.id ?? null, kind: 'embargoed', by: actor.id, words: reason })
    await appendAudit(tx, { actor: actor.id, action: 'embargoed', collection, document, run: review.run?.id ?? null, details: { until: until?.toISOString() ?? null } })
  })
}

/**
 * Lifts the embargo that is on a document.
 *
 * @throws Refused: 403 by role, 409 where there is none.
 */
export async function liftEmbargo({ collection, document, actor, reason }: About & { reason?: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const { review } = await lockedReview(tx, collection, document)
    const right = can(actor, 'liftEmbargo', review.subject)
    if (!right.allowed) throw new Refused(refusal(403, right.why.code, right.why.message))
    const { rowCount } = await tx.query('update handbill.embargoes set lifted_by = $3, lifted_at = $4 where collection = $1 and document = $2 and lifted_at is null', [collection, document, actor.id, now()])
    if (rowCount === 0) throw new Refused(refusal(409, 'notEmbargoed', 'No embargo is on this.'))
    await addEvent(tx, { collection, document, run: review.run?.id ?? null, kind: 'embargoLifted', by: actor.id, words: reason ?? null })
    await appendAudit(tx, { actor: actor.id, action: 'embargoLifted', collection, document, run: review.run?.id ?? null })
  })
}
