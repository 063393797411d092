import { setTimeout as wait } from 'node:timers/promises'
import { appendAudit } from '@/audit/append'
import { can } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { database, inTransaction } from '@/platform/database'
import { lockedReview, requireBaseHash } from '@/review/locked'
import { refusal, Refused } from '@/review/refusal'
import { addEvent } from '@/review/store'
import { closeFollowUps, closeTranslationCheck, openTranslationChecks } from './follow-ups'
import { dropScheduleOf } from './schedules'
import { askForBake, insertTombstone, liveRow } from './insert'

export type WithdrawOrder = { collection: string; document: string; actor: Actor; reason: string; publicNote: string; baseHash?: string }

const PATIENCE_MS = 10_000
const POLL_MS = 50

/**
 * Takes a live document away from readers: a tombstone goes live in its place, and the edition is baked without it.
 * Returns once the edition is clean.
 *
 * @throws Refused: 403 by role, 409 where nothing is live; 503 "withdrawal incomplete" where the edition was not clean
 * within ten seconds. The withdrawal stands all the same, and the worker keeps trying.
 */
export async function withdraw(order: WithdrawOrder): Promise<void> {
  const tombstone = await takeAway(order)
  if (!(await isBaked(tombstone))) throw new Refused(refusal(503, 'withdrawalIncomplete', 'Withdrawal incomplete: it is withdrawn, but some pages still show it. This keeps being tried until none does.'))
}

/**
 * The withdrawal alone, for where no edition shows the document yet. Returns the tombstone's id once it is committed.
 *
 * @throws Refused: 403 by role, 409 where nothing is live.
 */
export async function takeAway(order: WithdrawOrder): Promise<string> {
  const { collection, document, actor } = order
  return inTransaction(async (tx) => {
    const loaded = await lockedReview(tx, collection, document)
    const right = can(actor, 'withdraw', loaded.review.subject)
    if (!right.allowed) throw new Refused(refusal(403, right.why.code, right.why.message))
    const before = await liveRow(tx, collection, document)
    if (before === null || before.isTombstone) throw new Refused(refusal(409, 'notLive', 'This is not public.'))
    requireBaseHash(order.baseHash, before.contentHash)
    const { id, contentHash } = await insertTombstone(tx, collection, document, before, actor.id, order.publicNote)
    await dropScheduleOf(tx, loaded, actor.id)
    const about = { collection, document, by: actor.id, publication: id }
    const looks = [...(await closeTranslationCheck(tx, about)), ...(await openTranslationChecks(tx, about))]
    await closeFollowUps(tx, about)
    await addEvent(tx, { collection, document, run: null, kind: 'withdrawn', by: actor.id, words: order.reason, details: { publication: before.id } })
    await askForBake(tx)
    for (const look of looks) await appendAudit(tx, look)
    await appendAudit(tx, { actor: actor.id, action: 'withdrawn', collection, document, before: before.contentHash, after: contentHash, details: { publication: id } })
    return id
  })
}

/** Waits until the edition shows a publication, at most ten seconds. Returns whether it does. */
export async function isBaked(publication: string): Promise<boolean> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const { rows } = await database().query('select from handbill.bakes where publication = $1', [publication])
    if (rows.length > 0) return true
    if (performance.now() > until) return false
    await wait(POLL_MS)
  }
}
