import { APIError, type CollectionAfterChangeHook, type CollectionSlug, type PayloadRequest } from 'payload'
import { appendAudit } from '@/audit/append'
import { can } from '@/permissions/can'
import { actorOf, type Actor } from '@/permissions/roles'
import { payloadSession, type Queryable } from '@/platform/database'
import { contentHash } from '@/record/content-hash'
import { definitionOf, type Reviewed } from './definition'
import { COMPANIONS, coverageIn, freeze, type Frozen } from './freeze'
import { step } from './machine'
import { presentContext } from './present-context'
import type { Projection } from './projection-text'
import { addContribution, addEvent, loadReview, saveStep, type Loaded } from './store'
import { slotsAsked } from './workflow'

/**
 * After each save: remembers who wrote the text, brings an active run up to what it now decides on, voids the sign-offs
 * whose scope changed, and refuses a reviewer's edit that went beyond the reviewer's own subject. All in the
 * transaction of the save.
 */
export function afterSave(definition: Reviewed): CollectionAfterChangeHook {
  return async ({ doc, operation, previousDoc, req }) => {
    const tx = payloadSession(req)
    const id = String(doc.id)
    const actor = actorOf(req.user)
    if (operation === 'create') {
      if (actor !== null) await addContribution(tx, definition.collection, id, actor.id, 'author')
      return doc
    }
    const { hasRun, isAuthor } = await whatMatters(tx, definition.collection, id, actor)
    if (hasRun) await editInReview(req, tx, definition, id, actor, previousDoc as { id: string })
    else if (actor !== null && !isAuthor && (await changedText(req, definition, id, previousDoc as { id: string }))) await addContribution(tx, definition.collection, id, actor.id, 'author')
    if (COMPANIONS.has(definition.collection)) await refreshReviewsShowing(req, id)
    return doc
  }
}

async function whatMatters(tx: Queryable, collection: string, id: string, actor: Actor | null): Promise<{ hasRun: boolean; isAuthor: boolean }> {
  const { rows } = await tx.query<{ has_run: boolean; is_author: boolean }>(
    `select exists (select from handbill.review_runs where collection = $1 and document = $2 and ended_at is null) as has_run,
      exists (select from handbill.contributions where collection = $1 and document = $2 and person = $3 and kind = 'author' and publication is null) as is_author`,
    [collection, id, actor?.id ?? null],
  )
  return { hasRun: rows[0]?.has_run ?? false, isAuthor: rows[0]?.is_author ?? false }
}

/** The document as it is stored now, whole: what a hook is given may be cut by access, depth and selection. */
async function stored(req: PayloadRequest, collection: string, id: string): Promise<{ id: string }> {
  const { docs } = await req.payload.find({ collection: collection as CollectionSlug, where: { id: { equals: id } }, depth: 0, limit: 1, pagination: false, overrideAccess: true, showHiddenFields: true, trash: true, draft: false, req })
  const found = docs[0]
  if (found === undefined) throw new APIError('There is no such document.', 404, null, true)
  return found as { id: string }
}

async function changedText(req: PayloadRequest, definition: Reviewed, id: string, before: { id: string }): Promise<boolean> {
  const context = presentContext(req)
  const [old, now] = [await definition.present(before, context), await definition.present(await stored(req, definition.collection, id), context)]
  return contentHash(old) !== contentHash(now)
}

async function editInReview(req: PayloadRequest, tx: Queryable, definition: Reviewed, id: string, actor: Actor | null, previous: { id: string }): Promise<void> {
  const loaded = await loadReview(tx, definition.collection, id)
  if (loaded === null) return
  // A run that was brought up to the text before this save knows what that said, and what goes public along with it.
  const known = loaded.frozen !== null && loaded.frozen.rev === loaded.document.rev - 1 ? loaded.frozen : null
  const before = known?.projection ?? (await definition.present(previous, presentContext(req)))
  const frozen = await freeze(req, definition, await stored(req, definition.collection, id), known)
  const part = partOf(definition, loaded, actor, before, frozen.projection)
  if (part === 'notTheirs') throw new APIError('In review you can change only what your own slot is about. Everything else is for the editors.', 403, { code: 'notYourSubject' }, true)
  await bringUpToDate(tx, definition, loaded, frozen, actor?.id ?? null, part)
}

type Part = { as: 'author' | 'slotHolder'; slots: string[] } | { as: 'nobody' }

/** What somebody's edit in a run makes of them, from what it changed: nothing, their own slots' subject, or the text. */
function partOf(definition: Reviewed, { review }: Loaded, actor: Actor | null, before: Projection, after: Projection): Part | 'notTheirs' {
  if (actor === null || review.run === null || contentHash(before) === contentHash(after)) return { as: 'nobody' }
  const own = slotsAsked(review.run.workflow, review.run).flatMap(({ slot }) => (slot.scope !== 'approval' && actor.roles.includes(slot.capacity) ? [slot] : []))
  // The scopes that leave only a skeleton of the words come last: the others need whole blocks.
  const rest = (projection: Projection): unknown =>
    own.toSorted((one, other) => REST_ORDER.indexOf(one.scope) - REST_ORDER.indexOf(other.scope)).reduce<unknown>((left, slot) => definition.scopes[slot.scope].rest(left as Projection), projection)
  const isOwnSubject = own.length > 0 && contentHash({ rest: plain(rest(before)) }) === contentHash({ rest: plain(rest(after)) })
  if (isOwnSubject) return { as: 'slotHolder', slots: own.map(({ slot }) => slot) }
  return can(actor, 'edit', { ...review.subject, runSlots: [] }).allowed ? { as: 'author', slots: [] } : 'notTheirs'
}

const REST_ORDER = ['sources', 'care', 'legal', 'copy', 'approval']

function plain(value: unknown): unknown {
  return value === null || value === undefined ? null : JSON.parse(JSON.stringify(value))
}

async function bringUpToDate(tx: Queryable, definition: Reviewed, loaded: Loaded, frozen: Frozen, by: string | null, part: Part): Promise<void> {
  const { run } = loaded.review
  if (run === null) return
  const outcome = step(loaded.review, {
    type: 'edited',
    by,
    as: part.as,
    slots: part.as === 'nobody' ? [] : part.slots,
    at: new Date().toISOString(),
    contentHash: frozen.contentHash,
    coverage: coverageIn(definition, run.workflow, frozen),
  })
  if (!outcome.ok) throw new APIError(outcome.refusal.message, outcome.refusal.status, { code: outcome.refusal.code, ...outcome.refusal.data }, true)
  const { collection, document } = loaded
  const fallen = await saveStep(tx, loaded, outcome.review, { frozen, rev: document.rev })
  if (part.as !== 'nobody' && by !== null) await addContribution(tx, collection, document.id, by, part.as, part.slots)
  if (fallen.length > 0) {
    const signed = run.signOffs.filter((signOff) => fallen.includes(signOff.id))
    await addEvent(tx, { collection, document: document.id, run: run.id, kind: 'signOffsVoided', by, details: { people: [...new Set(signed.map((signOff) => signOff.by))], slots: [...new Set(signed.map(({ slot }) => slot))] } })
    await appendAudit(tx, { actor: by, action: 'signOffsVoided', collection, document: document.id, before: run.contentHash, after: frozen.contentHash, run: run.id, details: { signOffs: fallen } })
  }
}

/**
 * Brings every active run up to date that shows something of `id`: a companion that is still to become public, or an
 * image. Runs in the transaction of the save that changed it.
 */
export async function refreshReviewsShowing(req: PayloadRequest, id: string): Promise<void> {
  const tx = payloadSession(req)
  const { rows } = await tx.query<{ collection: string; document: string }>(
    `select collection, document from handbill.review_runs
     where ended_at is null and document::text <> $1 and (strpos(companions::text, $1) > 0 or strpos(projection::text, $1) > 0) order by collection, document`,
    [id],
  )
  for (const { collection, document } of rows) {
    const definition = definitionOf(req.payload, collection)
    if (definition === null) continue
    const loaded = await loadReview(tx, collection, document, { lock: true })
    const run = loaded?.review.run
    if (loaded === null || run === null || run === undefined || run.state === 'scheduled') continue
    const frozen = await freeze(req, definition, await stored(req, collection, document))
    const isSame = Object.entries(coverageIn(definition, run.workflow, frozen)).every(([slot, coverage]) => run.coverage[slot]?.hash === coverage.hash)
    if (!isSame) await bringUpToDate(tx, definition, loaded, frozen, req.user?.id === undefined ? null : String(req.user.id), { as: 'nobody' })
  }
}

/** For what reviewed documents show without being under review, as images: a change of it is a change of their text. */
export const refreshReviews: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'update') await refreshReviewsShowing(req, String(doc.id))
  return doc
}
