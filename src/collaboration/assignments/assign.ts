import { appendAudit } from '@/audit/append'
import { can } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { inTransaction, type Queryable } from '@/platform/database'
import { lockedReview } from '@/review/locked'
import type { Review } from '@/review/machine'
import { refusal, Refused } from '@/review/refusal'
import { addEvent } from '@/review/store'
import { assignmentsOf, endAssignment, mentionedIn, putAssignment, type Assignment } from './store'

/** `dueAt`: until when; null for no date, undefined to leave it as it is. */
export type Order = { collection: string; document: string; actor: Actor; person: string; dueAt?: Date | null }

/**
 * Puts a document on somebody's desk and tells them. Whoever may assign does it for everybody who may read the document;
 * everybody for themselves.
 *
 * @throws Refused: 403 by role, 404 where the document is gone, 409 where it is in the trash, 422 where the person can't have it.
 */
export async function assign(order: Order): Promise<void> {
  await inTransaction(async (tx) => {
    const { collection, document, actor, person } = order
    const { review } = await lockedReview(tx, collection, document)
    const before = (await assignmentsOf(tx, collection, document)).find((one) => one.person === person)
    const dueAt = order.dueAt === undefined ? (before?.dueAt ?? null) : order.dueAt
    if (before !== undefined && before.dueAt?.getTime() === dueAt?.getTime()) return
    requireRight(review, actor, person, before)
    if (!readersOf(review, await mentionedIn(tx, collection, document)).includes(person)) {
      throw new Refused(refusal(422, 'notToBeAssigned', 'Whoever is assigned needs an account with a role, and must be able to read this.', { field: 'person' }))
    }
    await putAssignment(tx, collection, document, { person, by: actor.id, at: now(), dueAt })
    const due = dueAt === null ? {} : { dueAt: dueAt.toISOString() }
    await record(tx, order, review, 'assigned', due)
  })
}

/**
 * Takes a document off somebody's desk.
 *
 * @throws Refused: 403 by role, 404 where the document is gone, 409 where it is in the trash or nobody of that name has it.
 */
export async function unassign(order: Order): Promise<void> {
  await inTransaction(async (tx) => {
    const { collection, document, actor, person } = order
    const { review } = await lockedReview(tx, collection, document)
    requireRight(review, actor, person, undefined)
    if (!(await endAssignment(tx, collection, document, person, now()))) throw new Refused(refusal(409, 'notAssigned', 'This isn’t assigned to them.', { field: 'person' }))
    await record(tx, order, review, 'unassigned', {})
  })
}

/** Whether somebody may assign a document to others. */
export function mayAssign({ subject }: Review, actor: Actor): boolean {
  return can(actor, 'assign', subject).allowed
}

/** Who may read a document, of all with a role, by id. `mentioned`: who is mentioned in its threads. */
export function readersOf({ subject, team }: Pick<Review, 'subject' | 'team'>, mentioned: readonly string[]): string[] {
  return team.filter((person) => can(person, 'read', { ...subject, isMentioned: mentioned.includes(person.id) }).allowed).map(({ id }) => id)
}

/** A date that somebody else set is theirs to change: whoever it binds may lay the work down, but not give themselves longer. */
function requireRight(review: Review, actor: Actor, person: string, before: Assignment | undefined): void {
  if (person === actor.id && (before === undefined || before.by === actor.id)) return
  const right = can(actor, 'assign', review.subject)
  if (!right.allowed) throw new Refused(refusal(403, right.why.code, right.why.message))
}

async function record(tx: Queryable, { collection, document, actor, person }: Order, { run }: Review, kind: 'assigned' | 'unassigned', due: { dueAt?: string }): Promise<void> {
  await addEvent(tx, { collection, document, run: run?.id ?? null, kind, by: actor.id, details: { person, ...due } })
  await appendAudit(tx, { actor: actor.id, action: kind, collection, document, run: run?.id ?? null, details: { person, ...due } })
}
