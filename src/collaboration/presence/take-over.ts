import type { CollectionSlug, Payload, PayloadRequest, TypedUser } from 'payload'
import { appendAudit } from '@/audit/append'
import type { Actor } from '@/permissions/roles'
import { inTransaction } from '@/platform/database'
import { refusal, Refused } from '@/review/refusal'
import { addEvent } from '@/review/store'
import type { Conflict } from '../merge/conflict'
import { changedFields, mergeDocuments, type Data } from '../merge/merge'
import { mayEdit } from './beat'
import { dropUnsaved, endTakenOver, isGone, lockPresence, passLock, sessionsOf, tellPresence, unsavedOf, type Session, type Unsaved } from './store'

/** What became of one writer's text: saved in their name, or kept to be settled. `conflicts` are seen from the stored text: `mine` is the writer's. */
export type Committed = { session: string; person: string; isSaved: boolean; isKept: boolean; conflicts: Conflict[] }

const TRIES = 4

/**
 * Passes a document's lock to `session` of `actor`. What its holder, and whoever else left, had typed is first saved in
 * their own names, merged onto the stored text, by an ordinary guarded save; where it conflicts, or they may no longer edit, it is kept
 * to be settled. Nothing is dropped.
 *
 * @throws Refused: 403 where they may not edit, 409 where their window isn't open here.
 */
export async function takeOver(req: PayloadRequest, collection: string, document: string, actor: Actor, session: string, at: Date): Promise<Committed[]> {
  if (!(await mayEdit(collection, document, actor))) throw new Refused(refusal(403, 'mayNotEdit', 'You can’t edit this document now, so there is nothing to take over.'))
  const committed: Committed[] = []
  for (const from of await inTransaction(async (tx) => takenFrom(await sessionsOf(tx, collection, document), session, actor, at))) {
    committed.push(from.hasUnsaved ? await commit(req.payload, collection, document, from) : { session: from.id, person: from.person.id, isSaved: false, isKept: false, conflicts: [] })
  }
  await inTransaction(async (tx) => {
    await lockPresence(tx, collection, document)
    for (const { session: from, isKept } of committed) await endTakenOver(tx, from, isKept, at)
    await passLock(tx, collection, document, session, at)
    await tellPresence(tx, collection, document)
    await addEvent(tx, { collection, document, run: null, kind: 'tookOver', by: actor.id })
    await appendAudit(tx, {
      actor: actor.id, action: 'tookOver', collection, document,
      details: { from: [...new Set(committed.map(({ person }) => person))], saved: committed.filter(({ isSaved }) => isSaved).length, kept: committed.filter(({ isKept }) => isKept).length },
    })
  })
  return committed
}

/** The windows that are taken over from: the holder's, and those that their people left with text in them. */
function takenFrom(sessions: readonly Session[], to: string, actor: Actor, at: Date): Session[] {
  const own = sessions.find(({ id }) => id === to)
  if (own === undefined || own.person.id !== actor.id || own.releasedAt !== null) throw new Refused(refusal(409, 'notYourWindow', 'This window isn’t open in the document.', { field: 'session' }))
  return sessions.filter((one) => one.id !== to && one.releasedAt === null && (one.holdsSince !== null || (isGone(one, at) && one.hasUnsaved)))
}

/** Saves what a writer had typed, in their name, as far as that needs no decision. */
async function commit(payload: Payload, collection: string, document: string, { id, person }: Session): Promise<Committed> {
  const found = await inTransaction((tx) => unsavedOf(tx, collection, document, id))
  if (found === null) return { session: id, person: person.id, isSaved: false, isKept: false, conflicts: [] }
  for (let turn = 0; ; turn += 1) {
    const stored = await storedDocument(payload, collection, document)
    const { data, conflicts } = merged(found.unsaved, stored)
    const kept: Committed = { session: id, person: person.id, isSaved: false, isKept: true, conflicts }
    if (Object.keys(data).length === 0) return { ...kept, isKept: conflicts.length > 0 }
    const status = await save(payload, collection, document, person.id, { ...data, rev: stored.rev ?? 0 })
    if (status === 200) return { ...kept, isSaved: true, isKept: conflicts.length > 0 }
    if (status !== 409 || turn >= TRIES) return kept
  }
}

/** The fields that a writer's text changes of the stored one, where they conflict as they are stored, and those conflicts. */
export function merged({ base, mine }: Unsaved, stored: Data): { data: Data; conflicts: Conflict[] } {
  const now = Object.fromEntries(Object.keys(mine).map((name) => [name, stored[name] ?? null]))
  const made = mergeDocuments(base, mine, now, () => 'theirs')
  return { data: Object.fromEntries(changedFields(now, made.merged).map((name) => [name, made.merged[name]])), conflicts: made.conflicts }
}

async function storedDocument(payload: Payload, collection: string, id: string): Promise<Data> {
  const { docs } = await payload.find({ collection: collection as CollectionSlug, where: { id: { equals: id } }, depth: 0, limit: 1, pagination: false, trash: true, overrideAccess: true, showHiddenFields: true, draft: false })
  const found = docs[0]
  if (found === undefined) throw new Refused(refusal(404, 'notFound', 'There is no such document.'))
  return found as unknown as Data
}

/** Saves as somebody, under their rights. Returns 200, or the status with which it was refused. */
async function save(payload: Payload, collection: string, id: string, person: string, data: Data): Promise<number> {
  const user = await payload.findByID({ collection: 'users', id: person, depth: 0, overrideAccess: true, disableErrors: true })
  if (user === null) return 403
  try {
    await payload.update({ collection: collection as CollectionSlug, id, data: data as never, user: { ...user, collection: 'users' } as TypedUser, overrideAccess: false, depth: 0 })
    return 200
  } catch (error) {
    // By status and not by class: a bundle holds several copies of Payload's classes.
    const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500
    if (status >= 500) throw error
    return status
  }
}

/**
 * Drops the text that a window left, once somebody has decided about it: its writer, or whoever may edit the document.
 *
 * @throws Refused: 404 where nothing was left there, 403 where it isn't theirs to decide.
 */
export async function settle(collection: string, document: string, actor: Actor, session: string): Promise<void> {
  const isEditor = await mayEdit(collection, document, actor)
  await inTransaction(async (tx) => {
    await lockPresence(tx, collection, document)
    const found = await unsavedOf(tx, collection, document, session)
    if (found === null) throw new Refused(refusal(404, 'nothingLeft', 'Nothing was left unsaved there.'))
    if (found.person !== actor.id && !isEditor) throw new Refused(refusal(403, 'mayNotEdit', 'This is for its writer to decide, and for whoever may edit the document.'))
    await dropUnsaved(tx, session)
    await tellPresence(tx, collection, document)
    await appendAudit(tx, { actor: actor.id, action: 'leftTextSettled', collection, document, details: { of: found.person } })
  })
}
