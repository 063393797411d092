import type { Slot } from './workflow'

/**
 * Somebody's part in the text since its last publication. `author`: wrote it. `slotHolder`: changed, in a run, only what
 * their own slots are about. `companionAuthor`: wrote a document that would become public for the first time along with it.
 */
export type Contribution = { by: string; as: 'author' | 'slotHolder' | 'companionAuthor'; slots: string[] }
/** Four eyes lifted for one slot, by an administrator, with a reason. The role is still needed. */
export type Exception = { slot: string; by: string; at: string; reason: string }

export type Bar = { code: 'wroteTheText' | 'helped' | 'signedAnother'; message: string }

/**
 * What keeps `person` from signing `slot`, or null. Whoever wrote the text signs off none of it; who only did their slot's
 * own work in the run, or wrote a companion, is kept from the whole (`approval`) alone; nobody fills two slots.
 * `elsewhere`: the other slots that the person fills in this run. Source: DESIGN section 5, "Four eyes".
 */
export function barOf(person: string, slot: Slot, contributions: readonly Contribution[], elsewhere: readonly string[], exceptions: readonly Exception[]): Bar | null {
  if (exceptions.some((exception) => exception.slot === slot.slot)) return null
  const own = contributions.filter((contribution) => contribution.by === person)
  if (own.some((contribution) => contribution.as === 'author')) {
    return { code: 'wroteTheText', message: 'You wrote on this text since it was last published, so somebody else has to sign it.' }
  }
  if (slot.scope === 'approval' && own.length > 0) {
    return { code: 'helped', message: 'You changed something in this review yourself, so somebody else has to approve the whole.' }
  }
  if (elsewhere.length > 0) return { code: 'signedAnother', message: `You signed ${elsewhere.join(', ')} in this review, and nobody signs two slots.` }
  return null
}
