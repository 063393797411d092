import { can } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { refusal, type Refusal } from '@/review/refusal'

/** Why somebody may not propose, see or cancel redactions; null if they may. */
export function whyNotRedact(actor: Actor): Refusal | null {
  const right = can(actor, 'redact', { collection: 'articles' })
  return right.allowed ? null : refusal(403, right.why.code, right.why.message)
}

/** Why `actor` may not confirm what `proposer` proposed: it takes two people, of whom one at least is a publisher. */
export function whyNotConfirm(proposer: Actor, actor: Actor): Refusal | null {
  const own = whyNotRedact(actor)
  if (own !== null) return own
  if (proposer.id === actor.id) return refusal(403, 'samePerson', 'You proposed this, so somebody else has to confirm it.')
  if (whyNotRedact(proposer) !== null) return refusal(403, 'proposerLostRole', 'Whoever proposed this may not redact any more. Propose it anew.')
  if (![proposer, actor].some(({ roles }) => roles.includes('publisher'))) return refusal(403, 'needsPublisher', 'One of the two has to be a publisher.')
  return null
}
