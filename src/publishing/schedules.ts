import { appendAudit } from '@/audit/append'
import type { Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { inTransaction, type Queryable } from '@/platform/database'
import { afterGap, instantsOf, isTimeZone, LOCAL_TIME } from '@/platform/zoned-time'
import { lockedReview, requireBaseHash } from '@/review/locked'
import { step } from '@/review/machine'
import { refusal, Refused } from '@/review/refusal'
import { addEvent, saveStep, type Loaded } from '@/review/store'
import type { Change } from './insert'

/** A moment as people say it: what the clocks of a zone show, and in the hour that is lived twice, which of the two. */
export type LocalMoment = { at: string; timeZone: string; occurrence?: 'first' | 'second' }

/**
 * The instant of a local moment that is still to come.
 *
 * @throws Refused (422, naming `at` or `timeZone`): no such time or zone, an hour that clocks jump over, or a time that is past.
 */
export function instantFor({ at, timeZone, occurrence = 'first' }: LocalMoment): Date {
  if (!isTimeZone(timeZone)) throw wrong('timeZone', `There is no time zone “${timeZone.slice(0, 60)}”. Name one like Europe/London.`)
  const instants = LOCAL_TIME.test(at) ? instantsOf(timeZone, at) : null
  if (instants === null) throw wrong('at', 'This must be a day and time like 2026-12-01T09:00.')
  if (instants.length === 0) throw wrong('at', `The clocks of ${timeZone} jump over this time. The next is ${afterGap(timeZone, at)}.`, { next: afterGap(timeZone, at) })
  const instant = (occurrence === 'second' ? instants[1] : undefined) ?? (instants[0] as Date)
  if (instant.getTime() <= now().getTime()) throw wrong('at', 'This time is past.')
  return instant
}

function wrong(field: string, message: string, more: Record<string, unknown> = {}): Refused {
  return new Refused(refusal(422, 'malformed', message, { field, ...more }))
}

export type ScheduleOrder = LocalMoment & { collection: string; document: string; actor: Actor; change?: Change; publicNote?: string; baseHash?: string }

/**
 * Binds what a run approved to a moment: from then on its text can't be changed until it is public or unscheduled.
 *
 * @throws Refused: 403 by role, 409 where it isn't approved, is scheduled already, under embargo or in a release, 422 as `instantFor`.
 */
export async function schedule(order: ScheduleOrder): Promise<void> {
  const instant = instantFor(order)
  const { collection, document, actor } = order
  await inTransaction(async (tx) => {
    const loaded = await lockedReview(tx, collection, document)
    const { run } = loaded.review
    if (run !== null) requireBaseHash(order.baseHash, run.contentHash)
    if (loaded.release !== null) throw new Refused(refusal(409, 'inRelease', `This is in the release “${loaded.release.title}”. Schedule that, or take it out first.`, { release: loaded.release.id }))
    const outcome = step(loaded.review, { type: 'schedule', actor })
    if (!outcome.ok) throw new Refused(outcome.refusal)
    if (run === null || loaded.frozen === null || loaded.frozen.rev !== loaded.document.rev) throw new Refused(refusal(409, 'stale', 'The text has moved since it was approved.'))
    requireChange(loaded, order)
    await saveStep(tx, loaded, outcome.review)
    const { rows } = await tx.query<{ id: string }>(
      `insert into handbill.schedules (collection, document, local_time, time_zone, at, run, content_hash, change, public_note, scheduled_by, scheduled_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
      [collection, document, order.at, order.timeZone, instant, run.id, run.contentHash, loaded.live === null || loaded.live.isTombstone ? null : order.change, order.publicNote ?? null, actor.id, now()],
    )
    await addEvent(tx, { collection, document, run: run.id, kind: 'scheduled', by: actor.id, details: { at: instant.toISOString(), timeZone: order.timeZone } })
    await appendAudit(tx, { actor: actor.id, action: 'scheduled', collection, document, after: run.contentHash, run: run.id, details: { schedule: rows[0]?.id ?? '', at: instant.toISOString(), timeZone: order.timeZone } })
  })
}

/** @throws Refused (422) where something is live and it isn't said what kind of change this is, or readers' note is missing. */
export function requireChange({ live }: Pick<Loaded, 'live'>, { change, publicNote }: { change?: Change; publicNote?: string }): void {
  if (live === null || live.isTombstone) return
  if (change === undefined) throw wrong('change', 'This is public already: say whether the change is minor, a correction or a retraction.')
  if (change !== 'minor' && (publicNote ?? '') === '') throw wrong('publicNote', 'Tell readers what changed: a correction or retraction needs a public note.')
}

/**
 * Takes a document's schedule back: it is approved again, and can be changed.
 *
 * @throws Refused: 403 by role, 409 where it isn't scheduled, or only with a release.
 */
export async function unschedule(order: { collection: string; document: string; actor: Actor; reason?: string; baseHash?: string }): Promise<void> {
  const { collection, document, actor } = order
  await inTransaction(async (tx) => {
    const loaded = await lockedReview(tx, collection, document)
    const { run } = loaded.review
    if (run !== null) requireBaseHash(order.baseHash, run.contentHash)
    if (loaded.release?.state === 'scheduled') throw new Refused(refusal(409, 'inRelease', `This is scheduled with the release “${loaded.release.title}”. Unschedule that.`, { release: loaded.release.id }))
    const outcome = step(loaded.review, { type: 'unschedule', actor })
    if (!outcome.ok) throw new Refused(outcome.refusal)
    await dropSchedule(tx, loaded, outcome.review, actor.id, order.reason)
  })
}

/** Ends a document's own schedule and brings its run back to where it stood, with a trace of both. */
async function dropSchedule(tx: Queryable, loaded: Loaded, after: Loaded['review'], by: string, reason: string | undefined): Promise<void> {
  const { collection, document, schedule: waiting } = loaded
  await saveStep(tx, loaded, after)
  if (waiting !== null) await endSchedule(tx, waiting.id, 'cancelled')
  await addEvent(tx, { collection, document: document.id, run: after.run?.id ?? null, kind: 'unscheduled', by, words: reason ?? null })
  await appendAudit(tx, { actor: by, action: 'unscheduled', collection, document: document.id, after: after.run?.contentHash ?? null, run: after.run?.id ?? null, details: { schedule: waiting?.id ?? null } })
}

/** For whoever takes a document away while its next text is scheduled: that text waits for people again. */
export async function dropScheduleOf(tx: Queryable, loaded: Loaded, by: string): Promise<void> {
  if (loaded.schedule === null || loaded.review.run?.state !== 'scheduled') return
  await dropSchedule(tx, loaded, { ...loaded.review, run: { ...loaded.review.run, state: 'approved' } }, by, undefined)
}

/** Ends a schedule that waits. Returns whether it was this call that ended it. */
export async function endSchedule(tx: Queryable, id: string, state: 'done' | 'failed' | 'cancelled', more: { problem?: string; lateSeconds?: number; publication?: string | null } = {}): Promise<boolean> {
  const { rowCount } = await tx.query(`update handbill.schedules set state = $2, ended_at = $3, problem = $4, late_seconds = $5, publication = $6 where id = $1 and state = 'waiting'`, [
    id, state, now(), more.problem ?? null, more.lateSeconds ?? null, more.publication ?? null,
  ])
  return rowCount === 1
}
