import { appendAudit } from '@/audit/append'
import type { Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { database, inTransaction, type Queryable } from '@/platform/database'
import { instantsOf } from '@/platform/zoned-time'
import { Refused, type Refusal } from '@/review/refusal'
import { addEvent, loadReview, readTeam, saveStep } from '@/review/store'
import type { Change } from './insert'
import { publishIn } from './publish'
import { lockAll, releaseIn, reopen } from './releases/release'
import { blockersOf } from './releases/preflight'
import { endSchedule } from './schedules'

/** A schedule whose moment has come. `release` stands where it is one of a release, else collection, document and hash. */
type Due = { id: string; collection: string | null; document: string | null; release: string | null; at: Date; content_hash: string | null; change: Change | null; public_note: string | null; scheduled_by: string }

/** What became of a schedule that was due. */
export type Fired = { id: string; state: 'done' | 'failed' | 'gone'; lateSeconds: number; problem?: string }

/** Later than this many seconds is said to be late. */
const LATE = 5

/** The schedules whose moment has come, the oldest first. */
export async function dueSchedules(limit = 50): Promise<string[]> {
  const { rows } = await database().query<{ id: string }>(`select id from handbill.schedules where state = 'waiting' and at <= $1 order by at, id limit $2`, [now(), limit])
  return rows.map(({ id }) => id)
}

/**
 * Carries out one schedule, in one transaction: what was approved goes public under the very hash that it was scheduled
 * with, if whoever scheduled it still may. Two workers at once, or one that is started again, do it once. Where it can't
 * be done, it is marked as failed with the reason, its text waits for people again, and they are told.
 *
 * @throws whatever went wrong for no reason of the newsroom's; nothing has happened then, and it can be tried again.
 */
export async function fire(id: string): Promise<Fired> {
  try {
    return await inTransaction(async (tx) => {
      const due = await readDue(tx, id)
      if (due === null) return { id, state: 'gone' as const, lateSeconds: 0 }
      const lateSeconds = Math.max(0, Math.floor((now().getTime() - due.at.getTime()) / 1000))
      return due.release === null ? fireDocument(tx, due, lateSeconds) : fireRelease(tx, due, due.release, lateSeconds)
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return giveUp(id, error.refusal)
  }
}

async function readDue(tx: Queryable, id: string): Promise<Due | null> {
  const { rows } = await tx.query<Due>(`select id, collection, document, release, at, content_hash, change, public_note, scheduled_by from handbill.schedules where id = $1 and state = 'waiting' and at <= $2`, [id, now()])
  return rows[0] ?? null
}

/** Whoever scheduled something, with the roles that they hold now. */
async function actorNow(tx: Queryable, person: string): Promise<Actor> {
  return (await readTeam(tx)).find((one) => one.id === person) ?? { id: person, roles: [] }
}

async function fireDocument(tx: Queryable, due: Due, lateSeconds: number): Promise<Fired> {
  const [collection, document] = [due.collection ?? '', due.document ?? '']
  // The document's row first, as everybody locks it first; then whether it is still this schedule that waits.
  const loaded = await loadReview(tx, collection, document, { lock: true })
  if (loaded?.schedule?.id !== due.id) return { id: due.id, state: 'gone', lateSeconds }
  const cause = { schedule: due.id, ...(lateSeconds > LATE ? { lateSeconds } : {}) }
  const publication = await publishIn(tx, {
    collection, document, actor: await actorNow(tx, due.scheduled_by), baseHash: due.content_hash ?? '', cause,
    ...(due.change === null ? {} : { change: due.change }),
    ...(due.public_note === null ? {} : { publicNote: due.public_note }),
  })
  await endSchedule(tx, due.id, 'done', { lateSeconds, publication })
  if (lateSeconds > LATE) await addEvent(tx, { collection, document, run: loaded.review.run?.id ?? null, kind: 'publishedLate', by: due.scheduled_by, details: { publication, seconds: lateSeconds } })
  return { id: due.id, state: 'done', lateSeconds }
}

async function fireRelease(tx: Queryable, due: Due, release: string, lateSeconds: number): Promise<Fired> {
  const { locked, documents } = await lockAll(tx, release)
  if (locked.schedule?.id !== due.id) return { id: due.id, state: 'gone', lateSeconds }
  const actor = await actorNow(tx, due.scheduled_by)
  const blockers = await blockersOf(tx, locked, actor, documents)
  const first = blockers[0]
  if (first !== undefined) throw new Refused({ status: 409, code: first.code, message: first.message, data: { blockers } })
  const cause = { schedule: due.id, release, ...(lateSeconds > LATE ? { lateSeconds } : {}) }
  await releaseIn(tx, locked, actor, cause)
  await endSchedule(tx, due.id, 'done', { lateSeconds })
  if (lateSeconds > LATE) for (const { collection, document } of locked.items) await addEvent(tx, { collection, document, run: documents.get(document)?.review.run?.id ?? null, kind: 'publishedLate', by: due.scheduled_by, details: { release, seconds: lateSeconds } })
  return { id: due.id, state: 'done', lateSeconds }
}

/** Marks a schedule as failed in a transaction of its own, and gives its text back to people. */
async function giveUp(id: string, refused: Refusal): Promise<Fired> {
  return inTransaction(async (tx) => {
    const due = await readDue(tx, id)
    if (due === null) return { id, state: 'gone' as const, lateSeconds: 0 }
    const lateSeconds = Math.max(0, Math.floor((now().getTime() - due.at.getTime()) / 1000))
    if (due.release !== null) {
      const { locked, documents } = await lockAll(tx, due.release)
      if (locked.schedule?.id !== id) return { id, state: 'gone' as const, lateSeconds }
      await reopen(tx, locked, documents, due.scheduled_by, 'failed', refused.code)
      await appendAudit(tx, { actor: null, action: 'releaseFailed', collection: 'releases', document: due.release, details: { schedule: id, problem: refused.code } })
    } else {
      const [collection, document] = [due.collection ?? '', due.document ?? '']
      const loaded = await loadReview(tx, collection, document, { lock: true })
      if (!(await endSchedule(tx, id, 'failed', { problem: refused.code, lateSeconds }))) return { id, state: 'gone' as const, lateSeconds }
      if (loaded?.review.run?.state === 'scheduled') await saveStep(tx, loaded, { ...loaded.review, run: { ...loaded.review.run, state: 'approved' } })
      await addEvent(tx, { collection, document, run: loaded?.review.run?.id ?? null, kind: 'scheduleFailed', by: due.scheduled_by, details: { problem: refused.code } })
      await appendAudit(tx, { actor: null, action: 'scheduleFailed', collection, document, run: loaded?.review.run?.id ?? null, details: { schedule: id, problem: refused.code } })
    }
    return { id, state: 'failed' as const, lateSeconds, problem: refused.code }
  })
}

/**
 * Holds the instants of waiting schedules against what their zones' clocks show, since a country may have changed its rules
 * after they were made: what people meant is the local time. Returns how many moved.
 */
export async function realignSchedules(): Promise<number> {
  const { rows } = await database().query<{ id: string; collection: string | null; document: string | null; release: string | null; at: Date; local_time: string; time_zone: string }>(
    `select id, collection, document, release, at, local_time, time_zone from handbill.schedules where state = 'waiting'`,
  )
  let moved = 0
  for (const row of rows) {
    const instants = instantsOf(row.time_zone, row.local_time) ?? []
    // In the hour that is lived twice either may have been meant.
    const meant = instants[0]
    if (meant === undefined || instants.some((instant) => instant.getTime() === row.at.getTime())) continue
    await inTransaction(async (tx) => {
      const { rowCount } = await tx.query(`update handbill.schedules set at = $2 where id = $1 and state = 'waiting' and at = $3`, [row.id, meant, row.at])
      if (rowCount === 0) return
      moved += 1
      await appendAudit(tx, { actor: null, action: 'rescheduled', collection: row.collection ?? 'releases', document: row.document ?? row.release ?? '', details: { schedule: row.id, from: row.at.toISOString(), at: meant.toISOString() } })
    })
  }
  return moved
}
