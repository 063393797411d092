import { commitTransaction, initTransaction, killTransaction, type CollectionSlug, type PayloadRequest } from 'payload'
import { appendAudit } from '@/audit/append'
import type { Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { database, payloadSession, type Queryable } from '@/platform/database'
import { contentHash } from '@/record/content-hash'
import type { Reviewed } from '@/review/definition'
import { step } from '@/review/machine'
import { presentContext } from '@/review/present-context'
import { refusal, Refused } from '@/review/refusal'
import { addContribution, addEvent, loadReview, saveStep } from '@/review/store'
import { resolve, type Anchor } from './anchor'
import { dataWith, valueAt } from './fields'
import { replaced } from './replace'
import { whyNotAct } from './rights'
import { factsOf, settleThread } from './store'
import { lockedThread } from './talk'
import { wordsOf } from './words'

/**
 * Takes a suggestion over: the words are replaced by an ordinary save of `actor`, under that person's rights, and the thread is
 * settled, both in one transaction or neither. Who suggested the words counts as one of the text's writers from then on.
 *
 * @throws Refused: 403 where the text isn't theirs to edit, 404 where there is no such thread, 409 where it is settled or its words
 * are no longer there; whatever else a save is refused for.
 */
export async function accept(req: PayloadRequest, definition: Reviewed, document: string, actor: Actor, id: string): Promise<void> {
  await initTransaction(req)
  try {
    const tx = payloadSession(req)
    const { rows } = await tx.query<{ xid: string }>('select pg_current_xact_id()::text as xid')
    await acceptIn(tx, req, definition, document, actor, id)
    await tx.query('set constraints all immediate')
    await commitTransaction(req)
    // Payload's commit never throws.
    const { rows: status } = await database().query<{ status: string }>('select pg_xact_status($1::text::xid8) as status', [rows[0]?.xid])
    if (status[0]?.status !== 'committed') throw new Error('The database did not keep an accepted suggestion')
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

async function acceptIn(tx: Queryable, req: PayloadRequest, definition: Reviewed, document: string, actor: Actor, id: string): Promise<void> {
  const { collection } = definition
  const { loaded, thread } = await lockedThread(tx, collection, document, id)
  const inTheWay = whyNotAct('accept', actor, factsOf(thread), loaded.review)
  if (inTheWay !== null) throw new Refused(inTheWay)
  const before = await stored(req, collection, document)
  const data = suggested(before, thread.anchor, thread.replacement)
  if (data === null) throw new Refused(refusal(409, 'wordsMoved', 'The words that this is about no longer stand in the text as they did.'))
  await req.payload.update({ collection: collection as CollectionSlug, id: document, data: { ...data, rev: loaded.document.rev }, depth: 0, overrideAccess: false, user: req.user, req })
  await settleThread(tx, id, 'accepted', actor.id, now())
  const hashOf = async (text: unknown): Promise<string> => contentHash(await definition.present(text, presentContext(req)))
  const [hashBefore, hashAfter] = [await hashOf(before), await hashOf(await stored(req, collection, document))]
  if (hashBefore !== hashAfter && thread.by !== actor.id) await countAsWriter(tx, collection, document, thread.by)
  const run = loaded.review.run?.id ?? null
  await addEvent(tx, { collection, document, run, kind: 'suggestionAccepted', by: actor.id, details: { thread: id, suggestedBy: thread.by } })
  await appendAudit(tx, { actor: actor.id, action: 'suggestionAccepted', collection, document, before: hashBefore, after: hashAfter, run, details: { thread: id, suggestedBy: thread.by } })
}

/** The data of a save that puts the suggested words in place; null where the words are no longer at one place. */
function suggested(document: Record<string, unknown>, anchor: Anchor | null, replacement: string | null): Record<string, unknown> | null {
  if (anchor === null || replacement === null) return null
  const value = valueAt(document, anchor.fieldPath)
  const place = resolve(anchor, wordsOf(value).text)
  if (place.state === 'orphaned') return null
  const changed = replaced(value, place.start, place.end, replacement)
  return changed === null ? null : dataWith(document, anchor.fieldPath, changed)
}

/** Presenters need every field, also those that this person doesn't see. */
async function stored(req: PayloadRequest, collection: string, id: string): Promise<Record<string, unknown>> {
  const { docs } = await req.payload.find({ collection: collection as CollectionSlug, where: { id: { equals: id } }, depth: 0, limit: 1, pagination: false, overrideAccess: true, showHiddenFields: true, draft: false, req })
  const found = docs[0]
  if (found === undefined) throw new Refused(refusal(404, 'notFound', 'There is no such document.'))
  return found as unknown as Record<string, unknown>
}

/** Four eyes: whose words went into the text signs none of it, and what they had signed falls. */
async function countAsWriter(tx: Queryable, collection: string, document: string, person: string): Promise<void> {
  await addContribution(tx, collection, document, person, 'author')
  const loaded = await loadReview(tx, collection, document)
  const run = loaded?.review.run
  if (loaded === null || run === null || run === undefined) return
  const outcome = step(loaded.review, { type: 'edited', by: person, as: 'author', slots: [], at: now().toISOString(), contentHash: run.contentHash, coverage: run.coverage })
  if (!outcome.ok) throw new Refused(outcome.refusal)
  const fallen = await saveStep(tx, loaded, outcome.review)
  if (fallen.length > 0) await appendAudit(tx, { actor: person, action: 'signOffsVoided', collection, document, before: run.contentHash, after: run.contentHash, run: run.id, details: { signOffs: fallen } })
}
