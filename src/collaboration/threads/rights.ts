import { can, type Subject } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import type { Review } from '@/review/machine'
import { refusal, type Refusal } from '@/review/refusal'
import { slotsAsked } from '@/review/workflow'

export const THREAD_ACTS = ['reply', 'resolve', 'reopen', 'accept', 'reject', 'block', 'unblock'] as const
export type ThreadAct = (typeof THREAD_ACTS)[number]

/** What a right hangs on: who began the thread, who made it stop approval, whether it suggests other words, and how it stands. */
export type ThreadFacts = { by: string; blockedBy: string | null; isSuggestion: boolean; state: 'open' | 'resolved' | 'accepted' | 'rejected' }

/** The document as the permission table needs it, with the slots of its active run. */
export function subjectOf({ subject, run }: Review): Subject {
  return { ...subject, runSlots: run === null ? [] : slotsAsked(run.workflow, run).map(({ slot }) => slot.capacity) }
}

/** Whether `actor` may begin threads that stop approval: who holds a slot of the run, editors, publishers. */
export function whyNotBlock(actor: Actor, review: Review): Refusal | null {
  return refused(actor, 'blockThread', review)
}

/** Why `actor` may not do this to a thread now; null if they may. The panel's buttons and the endpoints both ask here. */
export function whyNotAct(act: ThreadAct, actor: Actor, thread: ThreadFacts, review: Review): Refusal | null {
  if (act === 'reply') return null
  if (act === 'reopen') {
    if (thread.state === 'open') return refusal(409, 'threadOpen', 'This is open.')
    if (thread.state === 'accepted') return refusal(409, 'suggestionTaken', 'These words were taken over. Begin another thread.')
    return thread.by === actor.id || thread.blockedBy === actor.id ? null : refused(actor, 'settleThread', review)
  }
  if (thread.state !== 'open') return refusal(409, 'threadSettled', 'This is settled already.')
  if (!thread.isSuggestion && (act === 'accept' || act === 'reject')) return refusal(409, 'notASuggestion', 'This suggests no other words.')
  switch (act) {
    case 'accept':
      return refused(actor, 'edit', review)
    case 'block':
      return thread.blockedBy === null ? whyNotBlock(actor, review) : refusal(409, 'alreadyBlocking', 'This stops approval already.')
    case 'unblock':
      return thread.blockedBy === null ? refusal(409, 'notBlocking', 'This doesn’t stop approval.') : whyNotLift(actor, thread, review)
    case 'resolve':
    case 'reject':
      if (thread.blockedBy !== null) return whyNotLift(actor, thread, review)
      return thread.by === actor.id ? null : refused(actor, 'settleThread', review)
  }
}

/** Whether settling a thread needs a reason: it stops approval, and by another person's will. */
export function needsReason(act: ThreadAct, actor: Actor, thread: ThreadFacts): boolean {
  return (act === 'resolve' || act === 'reject' || act === 'unblock') && thread.blockedBy !== null && thread.blockedBy !== actor.id
}

/** Only whoever set a block lifts it, or a publisher, who says why. */
function whyNotLift(actor: Actor, thread: ThreadFacts, review: Review): Refusal | null {
  if (thread.blockedBy === actor.id || can(actor, 'settleBlocking', subjectOf(review)).allowed) return null
  return refusal(403, 'notYourBlock', 'This stops approval until whoever set that, or a publisher, settles it.')
}

/**
 * Why somebody can't be mentioned: they have no account with a role, it would show them what isn't theirs to know, or the one
 * who mentions was only called in and can't call in others. Null if they can be.
 */
export function whyNotMention(person: string, actor: Actor, review: Review): Refusal | null {
  const mentioned = review.team.find(({ id }) => id === person)
  const subject = subjectOf(review)
  const wrong = (message: string): Refusal => refusal(422, 'notToBeMentioned', message, { field: 'mentions', person })
  if (mentioned === undefined) return wrong('Somebody mentioned here has no account, or no role.')
  if (can(mentioned, 'read', subject).allowed) return null
  if (!can(mentioned, 'read', { ...subject, isMentioned: true }).allowed) return wrong('Somebody mentioned here may not read this document.')
  return can(actor, 'read', subject).allowed ? null : wrong('You were called in here yourself, so you can’t call in others.')
}

function refused(actor: Actor, action: 'settleThread' | 'blockThread' | 'edit', review: Review): Refusal | null {
  const right = can(actor, action, subjectOf(review))
  return right.allowed ? null : refusal(403, right.why.code, right.why.message)
}
