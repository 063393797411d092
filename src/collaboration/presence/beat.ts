import type { Actor } from '@/permissions/roles'
import { can } from '@/permissions/can'
import { inTransaction, pool } from '@/platform/database'
import { loadReview } from '@/review/store'
import { refusal, Refused } from '@/review/refusal'
import { slotsAsked } from '@/review/workflow'
import type { SentBeat } from './body'
import { closeWindow, forgetOld, isGone, lockPresence, passLock, sessionsOf, tellPresence, writeBeat, type Session } from './store'
import { presenceIn, type PresenceView } from './view'

/** Whether somebody may change a document now: by their roles, their part in its review, and unless it is scheduled or in the trash. */
export async function mayEdit(collection: string, document: string, actor: Actor): Promise<boolean> {
  const loaded = await loadReview(pool, collection, document)
  if (loaded === null || loaded.document.isTrashed || loaded.review.run?.state === 'scheduled') return false
  const { run, subject } = loaded.review
  return can(actor, 'edit', { ...subject, runSlots: run === null ? [] : slotsAsked(run.workflow, run).map(({ slot }) => slot.capacity) }).allowed
}

/**
 * Writes down a sign of life and answers who else is there. The first who edits holds the document's lock until they stop;
 * one that its holder abandoned passes on by itself, unless text hangs on it: that has to be taken over.
 *
 * @throws Refused (409) where the window is another person's or of another document.
 */
export async function beat(collection: string, document: string, actor: Actor, sent: SentBeat, at: Date): Promise<PresenceView> {
  const isEditing = sent.isEditing && (await mayEdit(collection, document, actor))
  // What they may not change they have not typed here.
  const unsaved = isEditing || sent.unsaved === null ? sent.unsaved : (await mayEdit(collection, document, actor)) ? sent.unsaved : null
  return inTransaction(async (tx) => {
    await lockPresence(tx, collection, document)
    const before = await sessionsOf(tx, collection, document)
    const isOwn = await writeBeat(tx, { session: sent.session, collection, document, person: actor.id, isEditing, field: sent.field, baseRev: sent.baseRev, unsaved, at })
    if (!isOwn) throw new Refused(refusal(409, 'notYourWindow', 'This window belongs to somebody else or to another document.', { field: 'session' }))
    const holder = before.find(({ holdsSince }) => holdsSince !== null)
    if (isEditing && (holder === undefined || (isGone(holder, at) && !holder.hasUnsaved && holder.id !== sent.session))) await passLock(tx, collection, document, sent.session, at)
    else if (holder?.id === sent.session && !isEditing && unsaved === null) await passLock(tx, collection, document, null, at)
    const after = await sessionsOf(tx, collection, document)
    if (shape(before) !== shape(after)) await tellPresence(tx, collection, document)
    return presenceIn(tx, collection, document, at)
  })
}

/** Closes a window of somebody's. One that isn't theirs stays as it is. */
export async function leave(collection: string, document: string, actor: Actor, session: string, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await lockPresence(tx, collection, document)
    await closeWindow(tx, session, actor.id, at)
    await forgetOld(tx, at)
    await tellPresence(tx, collection, document)
  })
}

/** What others see of the windows, so that only what they would notice is told to them. */
function shape(sessions: readonly Session[]): string {
  return JSON.stringify(sessions.map(({ id, isEditing, field, hasUnsaved, holdsSince, releasedAt }) => [id, isEditing, field, hasUnsaved, holdsSince !== null, releasedAt !== null]))
}
