import { appendAudit } from '@/audit/append'
import { can } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { inTransaction, type Queryable } from '@/platform/database'
import { lockedReview } from '@/review/locked'
import { step } from '@/review/machine'
import { refusal, Refused } from '@/review/refusal'
import { addEvent, loadReview, saveStep, type Loaded } from '@/review/store'
import { liveRow } from '../insert'
import { publishIn, type Cause } from '../publish'
import { endSchedule, instantFor, type LocalMoment } from '../schedules'
import { closeRelease, loadRelease, type Release } from './items'
import { blockersOf } from './preflight'

/** @throws Refused (403) where somebody may not make, change or send out releases. */
export function requireReleaser(actor: Actor): void {
  const right = can(actor, 'edit', { collection: 'releases' })
  if (!right.allowed) throw new Refused(refusal(403, right.why.code, right.why.message))
}

/**
 * Makes every document of a release public in one transaction, or none. Returns the ids of the publications.
 *
 * @throws Refused: 403 by role, 404, 409 where it is over, scheduled, or with the list of everything that blocks it.
 */
export async function release(id: string, actor: Actor): Promise<string[]> {
  requireReleaser(actor)
  return inTransaction(async (tx) => {
    const { locked, documents } = await lockAll(tx, id)
    if (locked.state === 'scheduled') throw new Refused(refusal(409, 'scheduled', 'This is scheduled; unschedule it first.'))
    requireState(locked, 'open')
    await requireClear(tx, locked, actor, documents)
    return releaseIn(tx, locked, actor, { release: id })
  })
}

/** Publishes each document of a release whose rows are locked, and ends it. */
export async function releaseIn(tx: Queryable, locked: Release, actor: Actor, cause: Cause): Promise<string[]> {
  const published: string[] = []
  for (const item of locked.items) {
    const before = await liveRow(tx, item.collection, item.document)
    const publication = await publishIn(tx, { collection: item.collection, document: item.document, actor, cause, ...(item.change === null ? {} : { change: item.change }), ...(item.publicNote === null ? {} : { publicNote: item.publicNote }) })
    await tx.query('update handbill.release_items set publication = $4, superseded = $5 where release = $1 and collection = $2 and document = $3', [locked.id, item.collection, item.document, publication, before?.id ?? null])
    published.push(publication)
  }
  await closeRelease(tx, locked.id, 'released', actor.id)
  await appendAudit(tx, { actor: actor.id, action: 'released', collection: 'releases', document: locked.id, details: { publications: published, ...cause } })
  return published
}

/**
 * Schedules a release: from then on its list and its documents can't be changed until it is out or unscheduled.
 *
 * @throws Refused: 403 by role, 404, 409 with everything that blocks it, 422 as `instantFor`.
 */
export async function scheduleRelease(id: string, actor: Actor, moment: LocalMoment): Promise<void> {
  requireReleaser(actor)
  const instant = instantFor(moment)
  await inTransaction(async (tx) => {
    const { locked, documents } = await lockAll(tx, id)
    requireState(locked, 'open')
    await requireClear(tx, locked, actor, documents)
    for (const loaded of documents.values()) await stepEach(tx, loaded, { type: 'schedule', actor })
    const { rows } = await tx.query<{ id: string }>('insert into handbill.schedules (release, local_time, time_zone, at, scheduled_by, scheduled_at) values ($1, $2, $3, $4, $5, $6) returning id', [id, moment.at, moment.timeZone, instant, actor.id, now()])
    await tx.query(`update handbill.releases set state = 'scheduled' where id = $1`, [id])
    for (const { collection, document } of locked.items) await addEvent(tx, { collection, document, run: documents.get(document)?.review.run?.id ?? null, kind: 'scheduled', by: actor.id, details: { at: instant.toISOString(), timeZone: moment.timeZone, release: id } })
    await appendAudit(tx, { actor: actor.id, action: 'releaseScheduled', collection: 'releases', document: id, details: { schedule: rows[0]?.id ?? '', at: instant.toISOString(), timeZone: moment.timeZone, documents: [...documents.keys()] } })
  })
}

/**
 * Takes a release's schedule back: its documents are approved again and can be changed.
 *
 * @throws Refused: 403 by role, 404, 409 where it isn't scheduled.
 */
export async function unscheduleRelease(id: string, actor: Actor): Promise<void> {
  requireReleaser(actor)
  await inTransaction(async (tx) => {
    const { locked, documents } = await lockAll(tx, id)
    requireState(locked, 'scheduled')
    await reopen(tx, locked, documents, actor.id)
    await appendAudit(tx, { actor: actor.id, action: 'releaseUnscheduled', collection: 'releases', document: id, details: { schedule: locked.schedule?.id ?? null } })
  })
}

/** Brings a scheduled release and its documents back to where they stood before, whatever has become of some of them. */
export async function reopen(tx: Queryable, locked: Release, documents: ReadonlyMap<string, Loaded | null>, by: string, ended: 'cancelled' | 'failed' = 'cancelled', problem?: string): Promise<void> {
  for (const loaded of documents.values()) {
    if (loaded?.review.run?.state !== 'scheduled') continue
    await saveStep(tx, loaded, { ...loaded.review, run: { ...loaded.review.run, state: 'approved' } })
    await addEvent(tx, { collection: loaded.collection, document: loaded.document.id, run: loaded.review.run.id, kind: ended === 'failed' ? 'releaseBlocked' : 'unscheduled', by, details: { release: locked.id } })
  }
  if (locked.schedule !== null) await endSchedule(tx, locked.schedule.id, ended, problem === undefined ? {} : { problem })
  await tx.query(`update handbill.releases set state = 'open' where id = $1`, [locked.id])
}

async function stepEach(tx: Queryable, loaded: Loaded | null, event: { type: 'schedule'; actor: Actor }): Promise<void> {
  if (loaded === null) return
  const outcome = step(loaded.review, event)
  if (!outcome.ok) throw new Refused(outcome.refusal)
  await saveStep(tx, loaded, outcome.review)
}

/**
 * Locks the rows of all documents of a release in the order of their ids, then the release itself, so that whoever locks
 * one document waits for nobody who waits for it.
 *
 * @throws Refused: 404 where there is no such release, 409 where its list changed just now.
 */
export async function lockAll(tx: Queryable, id: string): Promise<{ locked: Release; documents: Map<string, Loaded | null> }> {
  const listed = await loadRelease(tx, id)
  if (listed === null) throw new Refused(refusal(404, 'notFound', 'There is no such release.'))
  const documents = new Map<string, Loaded | null>()
  for (const { collection, document } of listed.items) documents.set(document, await loadReview(tx, collection, document, { lock: true }))
  const locked = await loadRelease(tx, id, { lock: true })
  if (locked === null || locked.items.length !== listed.items.length || locked.items.some(({ document }) => !documents.has(document))) throw new Refused(refusal(409, 'stale', 'Somebody changed this release at the same moment.'))
  return { locked, documents }
}

/** @throws Refused (409) where a release isn't in `state`. */
export function requireState(found: Release, state: Release['state']): void {
  if (found.state === state) return
  const [code, message] = found.state === 'scheduled' ? ['scheduled', 'This is scheduled; unschedule it first.'] : found.state === 'open' ? ['notScheduled', 'This is not scheduled.'] : ['releaseOver', 'This release is over.']
  throw new Refused(refusal(409, code, message, { state: found.state }))
}

async function requireClear(tx: Queryable, locked: Release, actor: Actor, documents: ReadonlyMap<string, Loaded | null>): Promise<void> {
  const blockers = await blockersOf(tx, locked, actor, documents)
  if (blockers.length > 0) throw new Refused(refusal(409, 'blocked', blockers[0]?.message ?? '', { blockers }))
}

export type ReleaseChange = { collection: string; document: string; change?: 'minor' | 'correction' | 'retraction'; publicNote?: string }

/**
 * Puts a document into an open release, or says anew what is to be said of it.
 *
 * @throws Refused: 403, 404, 409 where the release is scheduled or over, or the document is in another one, trashed or scheduled by itself.
 */
export async function addToRelease(id: string, actor: Actor, { collection, document, change, publicNote }: ReleaseChange): Promise<void> {
  requireReleaser(actor)
  await inTransaction(async (tx) => {
    const loaded = await lockedReview(tx, collection, document)
    const found = await loadRelease(tx, id, { lock: true })
    if (found === null) throw new Refused(refusal(404, 'notFound', 'There is no such release.'))
    requireState(found, 'open')
    if (loaded.release !== null && loaded.release.id !== id) throw new Refused(refusal(409, 'inRelease', `This is in another release, “${loaded.release.title}”.`, { release: loaded.release.id }))
    if (loaded.schedule !== null) throw new Refused(refusal(409, 'scheduled', 'This is scheduled by itself; unschedule it first.'))
    if (found.items.length >= MOST_ITEMS && !found.items.some((item) => item.document === document)) throw new Refused(refusal(409, 'releaseFull', `A release can hold ${MOST_ITEMS} documents.`))
    await tx.query(
      `insert into handbill.release_items (release, collection, document, change, public_note, added_by, added_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (release, collection, document) do update set change = excluded.change, public_note = excluded.public_note`,
      [id, collection, document, change ?? null, publicNote ?? null, actor.id, now()],
    )
    await appendAudit(tx, { actor: actor.id, action: 'releaseChanged', collection: 'releases', document: id, details: { added: document } })
  })
}

const MOST_ITEMS = 50

/**
 * Takes a document out of an open release.
 *
 * @throws Refused: 403, 404, 409 where the release is scheduled or over.
 */
export async function removeFromRelease(id: string, actor: Actor, collection: string, document: string): Promise<void> {
  requireReleaser(actor)
  await inTransaction(async (tx) => {
    const found = await loadRelease(tx, id, { lock: true })
    if (found === null) throw new Refused(refusal(404, 'notFound', 'There is no such release.'))
    requireState(found, 'open')
    const { rowCount } = await tx.query('delete from handbill.release_items where release = $1 and collection = $2 and document = $3', [id, collection, document])
    if (rowCount === 0) throw new Refused(refusal(404, 'notFound', 'This document is not in the release.'))
    await appendAudit(tx, { actor: actor.id, action: 'releaseChanged', collection: 'releases', document: id, details: { removed: document } })
  })
}

/** Makes an empty release. Returns its id. @throws Refused (403). */
export async function makeRelease(actor: Actor, title: string): Promise<string> {
  requireReleaser(actor)
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<{ id: string }>('insert into handbill.releases (title, created_by, created_at) values ($1, $2, $3) returning id', [title, actor.id, now()])
    const id = rows[0]?.id ?? ''
    await appendAudit(tx, { actor: actor.id, action: 'releaseMade', collection: 'releases', document: id })
    return id
  })
}

/** Gives an open release up; nothing of it has become public. @throws Refused: 403, 404, 409. */
export async function cancelRelease(id: string, actor: Actor): Promise<void> {
  requireReleaser(actor)
  await inTransaction(async (tx) => {
    const found = await loadRelease(tx, id, { lock: true })
    if (found === null) throw new Refused(refusal(404, 'notFound', 'There is no such release.'))
    requireState(found, 'open')
    await closeRelease(tx, id, 'cancelled', actor.id)
    await appendAudit(tx, { actor: actor.id, action: 'releaseCancelled', collection: 'releases', document: id })
  })
}
