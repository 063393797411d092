import { appendAudit } from '@/audit/append'
import type { Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { database, inTransaction } from '@/platform/database'
import { lockedReview } from '@/review/locked'
import { refusal, Refused } from '@/review/refusal'
import { addEvent } from '@/review/store'
import { languageOf, type StoredDocument } from './answer'
import { whyNotByRole, whyNotCheck } from './rights'
import { checksOf, citedIn, groundOf, handsIn, insertCheck, isCopyOf, writeMissingRows } from './store'
import { supportOf, type Result } from './support'

export type CheckOrder = { collection: string; document: StoredDocument; key: string; actor: Actor; result: Result; note: string | null; basis: string; capture: string | null; isReadable(source: string): Promise<boolean> }

/**
 * Records what somebody found of a citation. What they found last time, found again on the same ground, adds nothing.
 *
 * @throws Refused: 403 by role, four eyes or a private source; 404 where no such citation stands in the text; 409 where it needs a source or
 * relies on none, and with the new `basis` where it rests on something else than what was looked at; 422 where the copy is none of its source.
 */
export async function recordCheck(order: CheckOrder): Promise<void> {
  const { collection, document, key, actor, result, note, basis, capture } = order
  const place = { collection, document: document.id }
  const byRole = whyNotByRole(actor, collection)
  if (byRole !== null) throw new Refused(byRole)
  const seen = await citedIn(database(), place, key)
  // Payload's pool is not to be asked while the row is held; that the citation still names this source is looked at then.
  const source = seen[0]?.source ?? null
  const isReadable = source === null || (await order.isReadable(source))
  await inTransaction(async (tx) => {
    const { review, document: row } = await lockedReview(tx, collection, document.id)
    if (row.rev === Number(document.rev ?? 0)) await writeMissingRows(tx, place, document.body ?? document.context, { citations: document.citations, language: languageOf(document) })
    const [cited] = await citedIn(tx, place, key)
    if (cited === undefined) throw new Refused(refusal(404, 'noSuchCitation', 'This text has no such citation.'))
    const checks = (await checksOf(tx, place, key)).get(key) ?? []
    const hands = (await handsIn(tx, place)).get(key) ?? []
    // Another source has another basis, whatever the reader sent.
    const stale = new Refused(refusal(409, 'stale', 'This citation has changed since you looked at it.', { basis: cited.basis }))
    if (cited.source !== source) throw stale
    const inTheWay = whyNotCheck(actor, review, { hands, isWithheld: !isReadable, support: supportOf(cited, cited.basis, checks) })
    if (inTheWay !== null) throw new Refused(inTheWay)
    if (cited.basis !== basis) throw stale
    if (capture !== null && cited.source !== null && !(await isCopyOf(tx, capture, cited.source))) throw new Refused(refusal(422, 'malformed', 'capture must be a kept copy of this source.', { field: 'capture' }))
    const own = checks.findLast((check) => check.by === actor.id && check.basis === basis)
    if (own === undefined ? result === 'unchecked' : own.result === result && own.note === note && own.capture === capture && checks.at(-1)?.id === own.id) return
    const check = await insertCheck(tx, { ...place, key, basis, result, note, seen: groundOf(cited), capture, by: actor.id, at: now() })
    const run = review.run?.id ?? null
    if (result === 'partly' || result === 'doesNot') await addEvent(tx, { ...place, run, kind: 'citationDoubted', by: actor.id, details: { check, key, result } })
    await appendAudit(tx, { actor: actor.id, action: 'citationChecked', ...place, run, details: { check, key, result, basis } })
  })
}
