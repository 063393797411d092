import { appendAudit } from '@/audit/append'
import type { Actor } from '@/permissions/roles'
import { inTransaction, type Queryable } from '@/platform/database'
import { lockedReview, requireBaseHash } from '@/review/locked'
import { step, type Run } from '@/review/machine'
import type { Projection } from '@/review/projection-text'
import { refusal, Refused, type Refusal } from '@/review/refusal'
import type { Companion } from '@/review/scopes'
import { addEvent, endRun, standingIds, type Loaded } from '@/review/store'
import { slotsAsked, type Workflow } from '@/review/workflow'
import { closeFollowUps, closeTranslationCheck, openFollowUp, openTranslationChecks } from './follow-ups'
import { leaveRelease } from './releases/items'
import { endSchedule } from './schedules'
import { askForBake, insertPublication, liveRow, type Change, type NewPublication, type Superseded } from './insert'

/** `workflow`: what review would ask of a document that has no run, to say what is missing. */
export type PublishOrder = { collection: string; document: string; actor: Actor; change?: Change; publicNote?: string; baseHash?: string; workflow?: Workflow; cause?: Cause }
/** What an order came from, where nobody pressed a button just now: a schedule of the document, or a release that it is in. */
export type Cause = { schedule?: string; release?: string; lateSeconds?: number }

/**
 * Makes the content that a run approved public: exactly what was frozen and signed, in one transaction under the
 * document's lock, with its companions, its audit row and its order to bake. Returns the new publication's id once that
 * is committed. Nothing of Payload is asked, so a worker can do it too.
 *
 * @throws Refused: 403 by role, 409 where a sign-off is missing or the text moved, 422 where the kind of change isn't said.
 */
export async function publish(order: PublishOrder): Promise<string> {
  return inTransaction((tx) => publishIn(tx, order))
}

/**
 * The same in the caller's transaction, which must confirm its own commit. Locks the document's row first: whoever locks
 * several documents does so in the order of their ids.
 */
export async function publishIn(tx: Queryable, order: PublishOrder): Promise<string> {
  const { collection, document, actor } = order
  const loaded = await lockedReview(tx, collection, document)
  const { review, frozen } = loaded
  // What is to go out with others doesn't go out before them; what is scheduled alone may, and then isn't scheduled any more.
  if (loaded.release?.state === 'scheduled' && order.cause?.release !== loaded.release.id) throw new Refused(refusal(409, 'inRelease', `This goes public with the release “${loaded.release.title}”, which is scheduled.`, { release: loaded.release.id }))
  if (review.run !== null) requireBaseHash(order.baseHash, review.run.contentHash)
  const outcome = step(review, { type: 'publish', actor })
  if (!outcome.ok) throw new Refused(withMissing(outcome.refusal, order))
  const run = review.run
  if (run === null || frozen === null) throw new Refused(refusal(409, 'notApproved', 'This has not been through review.'))
  // What went round the save's own bookkeeping was not signed by anybody.
  if (frozen.rev !== loaded.document.rev) throw new Refused(refusal(409, 'stale', 'The text has moved since it was approved.', { contentHash: run.contentHash }))
  const before = await liveRow(tx, collection, document)
  if (loaded.schedule !== null && order.cause?.schedule !== loaded.schedule.id) await endSchedule(tx, loaded.schedule.id, 'cancelled')
  if (before !== null && isOwedReview(loaded, before)) {
    await leaveRelease(tx, loaded, order.cause)
    return confirm(tx, order, run, before)
  }
  const change = changeOf(order, before !== null && !before.isTombstone)
  const published = await insertPublication(tx, { ...addressOf(frozen.projection), collection, document, projection: frozen.projection, publishedBy: actor.id, run: run.id, change, publicNote: order.publicNote ?? null }, before)
  if (published.contentHash !== run.contentHash) throw new Error('A frozen projection doesn’t have the hash that it was signed under')
  const companions = await publishCompanions(tx, frozen.companions, { publishedBy: actor.id, run: run.id })
  const about = { collection, document, by: actor.id, publication: published.id }
  const looks = [...(await closeTranslationCheck(tx, about)), ...(change === 'correction' || change === 'retraction' ? await openTranslationChecks(tx, about) : [])]
  // What was let through by a shorter way is still to be reviewed whole, and by none of those who wrote it.
  if (run.workflow.followUp === undefined) {
    await closeRevision(tx, collection, document, published.id)
    await closeFollowUps(tx, about)
  } else await openFollowUp(tx, { ...about, run: run.id, followUp: run.workflow.followUp })
  await endRun(tx, run, 'published')
  await addEvent(tx, { collection, document, run: run.id, kind: 'published', by: actor.id, details: { publication: published.id, ...order.cause } })
  await leaveRelease(tx, loaded, order.cause)
  await askForBake(tx)
  for (const companion of companions) await addEvent(tx, { collection: companion.collection, document: companion.document, run: run.id, kind: 'published', by: actor.id, details: { publication: companion.id, alongWith: document } })
  for (const companion of companions) {
    await appendAudit(tx, { actor: actor.id, action: 'published', collection: companion.collection, document: companion.document, after: companion.contentHash, run: run.id, details: { publication: companion.id, alongWith: document } })
  }
  for (const look of looks) await appendAudit(tx, look)
  await appendAudit(tx, {
    actor: actor.id,
    action: 'published',
    collection,
    document,
    before: before?.contentHash ?? null,
    after: published.contentHash,
    run: run.id,
    details: { publication: published.id, change, ...order.cause, signOffs: standingIds(run), exceptions: review.exceptions.map(({ slot }) => slot) },
  })
  return published.id
}

/** Whether a run is the review that was owed after a rapid publication, and found nothing to change. */
function isOwedReview({ review, frozen }: Loaded, before: Superseded): boolean {
  return review.followUp !== null && review.run?.workflow.followUp === undefined && !before.isTombstone && before.contentHash === review.run?.contentHash && frozen?.companions.length === 0
}

/** Ends the review that was owed: what is public stays public, word for word, and is now signed whole. */
async function confirm(tx: Queryable, { collection, document, actor }: PublishOrder, run: Run, before: Superseded): Promise<string> {
  await closeRevision(tx, collection, document, before.id)
  await closeFollowUps(tx, { collection, document, by: actor.id, publication: before.id })
  await endRun(tx, run, 'published')
  await addEvent(tx, { collection, document, run: run.id, kind: 'confirmed', by: actor.id })
  await appendAudit(tx, { actor: actor.id, action: 'confirmed', collection, document, before: before.contentHash, after: run.contentHash, run: run.id, details: { publication: before.id, signOffs: standingIds(run) } })
  return before.id
}

function withMissing(refused: Refusal, { workflow }: PublishOrder): Refusal {
  if (refused.code !== 'notApproved' || refused.data.missing !== undefined || workflow === undefined) return refused
  return { ...refused, data: { ...refused.data, missing: slotsAsked(workflow, { namesPeople: false }).map(({ slot }) => slot.slot) } }
}

function changeOf(order: PublishOrder, isLive: boolean): Change | null {
  if (!isLive) return null
  if (order.change === undefined) throw new Refused(refusal(422, 'malformed', 'This is public already: say whether the change is minor, a correction or a retraction.', { field: 'change' }))
  if (order.change !== 'minor' && (order.publicNote ?? '') === '') throw new Refused(refusal(422, 'malformed', 'Tell readers what changed: a correction or retraction needs a public note.', { field: 'publicNote' }))
  return order.change
}

/** Title, language and slug of a projection, under which it is listed and found. */
export function addressOf(projection: Projection): Pick<NewPublication, 'title' | 'language' | 'slug'> {
  const { title, language, slug } = projection
  if (typeof title !== 'string' || typeof language !== 'string' || typeof slug !== 'string') throw new Error('A projection lacks title, language or slug')
  return { title, language, slug }
}

/** Publishes the companions of a document that were never public until now; the others have publications of their own. */
export async function publishCompanions(tx: Queryable, companions: readonly Companion[], by: Pick<NewPublication, 'publishedBy' | 'run' | 'adopted'>): Promise<{ id: string; collection: string; document: string; contentHash: string }[]> {
  const published = []
  for (const { collection, document, projection } of companions.toSorted((one, other) => (one.document < other.document ? -1 : 1))) {
    if ((await liveRow(tx, collection, document)) !== null) continue
    const { id, contentHash } = await insertPublication(tx, { ...by, ...addressOf(projection), collection, document, projection, change: null, publicNote: null }, null)
    await closeRevision(tx, collection, document, id)
    published.push({ id, collection, document, contentHash })
  }
  return published
}

/** Who wrote what, and which exceptions held, now belongs to this publication; the next one starts anew. */
export async function closeRevision(tx: Queryable, collection: string, document: string, publication: string): Promise<void> {
  await tx.query('update handbill.contributions set publication = $3 where collection = $1 and document = $2 and publication is null', [collection, document, publication])
  await tx.query('update handbill.review_exceptions set publication = $3 where collection = $1 and document = $2 and publication is null', [collection, document, publication])
}
