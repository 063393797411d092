import { appendAudit } from '@/audit/append'
import { can } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import type { Subject } from '@/permissions/can'
import { now } from '@/platform/clock'
import { inTransaction } from '@/platform/database'
import { tellOfTrouble } from './check'
import { refreshFacts, type KeptCopyOf } from './facts'
import { standing, type Lock } from './state'
import { noteChange, noteTrouble, readLink, TROUBLED_STATES } from './store'

/**
 * Who may say how a link stands against what checks found: what they say is public at once, in every text that cites the source. So it takes
 * somebody who verifies sources, or who publishes.
 */
export function mayLock(actor: Actor, subject: Subject): boolean {
  return can(actor, 'verify', subject).allowed || can(actor, 'publish', subject).allowed
}

/** What somebody may say of a source and its link, and whether they may ask for a look at it. */
export type RightsOnLink = { mayLock: boolean; mayVerify: boolean; mayCheck: boolean }

export function rightsOn(actor: Actor, subject: Subject): RightsOnLink {
  return { mayLock: mayLock(actor, subject), mayVerify: can(actor, 'verify', subject).allowed, mayCheck: can(actor, 'edit', subject).allowed }
}

/**
 * Lets a person's word on a link stand before what checks find, or takes it back (`lock` null). Every page and feed that cites the source
 * shows it within a second or two; those who rely on it are told.
 */
export async function lockLink(source: string, by: string, { lock, note }: { lock: Lock | null; note: string | null }, keptCopyOf: KeptCopyOf): Promise<void> {
  await inTransaction(async (tx) => {
    const at = now()
    await tx.query('insert into handbill.links (document, since, next_check_at) values ($1, $2, $2) on conflict do nothing', [source, at])
    const link = await readLink(tx, source, { lock: true })
    if (link === null || (lock === null && link.record.lock === null)) return
    const isSet = lock !== null
    await tx.query('update handbill.links set lock = $2, lock_note = $3, locked_by = $4, locked_at = $5 where document = $1', [source, lock, isSet ? note : null, isSet ? by : null, isSet ? at : null])
    const [was, became] = [standing(link.record), standing({ ...link.record, lock })]
    if (was !== became) {
      await noteChange(tx, { source, at, was, became, by, cause: 'lock' })
      await noteTrouble(tx, source, at)
      if (TROUBLED_STATES.some((state) => state === became)) await tellOfTrouble(tx, source, became === 'changed' ? 'sourceChanged' : 'sourceDied', { by, state: became })
    }
    await refreshFacts(tx, source, keptCopyOf)
    await appendAudit(tx, { actor: by, action: isSet ? 'linkLocked' : 'linkUnlocked', collection: 'sources', document: source, details: { state: became } })
  })
}
