import { can } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { barOf } from '@/review/four-eyes'
import type { Review } from '@/review/machine'
import { refusal, type Refusal } from '@/review/refusal'
import { slotsAsked, type Slot } from '@/review/workflow'
import type { Support } from './support'

/** Stands in where a run asks for no check of sources, or there is no run: the rules for people are the same. */
const SOURCES: Slot = { slot: 'sources', capacity: 'sources', count: 1, scope: 'sources', when: 'always' }

/** Whether somebody's role is to check sources, whatever the text. */
export function mayCheckSources(actor: Actor | null): boolean {
  return actor !== null && whyNotByRole(actor, 'articles') === null
}

/** Why it isn't somebody's role to check the sources of a collection's texts; null if it is. */
export function whyNotByRole(actor: Actor, collection: string): Refusal | null {
  const right = can(actor, 'signOff', { collection, slotCapacity: SOURCES.capacity })
  return right.allowed ? null : refusal(403, right.why.code, right.why.message)
}

/** Why somebody may check no citation of a document; null if they may: by role, and four eyes. */
export function whyNotCheckAny(actor: Actor, review: Review): Refusal | null {
  const byRole = whyNotByRole(actor, review.subject.collection)
  if (byRole !== null) return byRole
  const bar = barOf(actor.id, slotOf(review), review.contributions.filter(({ as }) => as === 'author'), [], review.exceptions)
  return bar === null ? null : refusal(403, bar.code, bar.message)
}

/**
 * Why somebody may not check one citation; null if they may. `hands`: who had a hand in it since the text was last public.
 * `isWithheld`: its source is private and not theirs to read.
 */
export function whyNotCheck(actor: Actor, review: Review, { hands, isWithheld, support }: { hands: readonly string[]; isWithheld: boolean; support: Support }): Refusal | null {
  const inTheWay = whyNotCheckAny(actor, review)
  if (inTheWay !== null) return inTheWay
  if (isWithheld) return refusal(403, 'private', 'This source is private and you weren’t granted access to it.')
  if (support === 'needsSource') return refusal(409, 'needsSource', 'This needs a source first.')
  if (support === 'remark') return refusal(409, 'remark', 'This is a remark that relies on no source.')
  if (!hands.includes(actor.id) || review.exceptions.some(({ slot }) => slot === slotOf(review).slot)) return null
  return refusal(403, 'wroteTheCitation', 'You made or changed this citation, so somebody else has to check it.')
}

function slotOf({ run }: Review): Slot {
  const asked = run === null ? [] : slotsAsked(run.workflow, run).map(({ slot }) => slot)
  return asked.find(({ scope, capacity }) => scope === 'sources' && capacity === SOURCES.capacity) ?? SOURCES
}
