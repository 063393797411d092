import { appendAudit } from '@/audit/append'
import { can } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { inTransaction } from '@/platform/database'
import { lockedReview, requireBaseHash } from '@/review/locked'
import { refusal, Refused } from '@/review/refusal'
import { addEvent } from '@/review/store'
import { closeTranslationCheck } from './follow-ups'

/** `at`: the instant of the correction that somebody held the translation against. `baseHash`: of the live translation as they saw it. */
export type CheckOrder = { collection: string; document: string; actor: Actor; note: string; at?: string; baseHash?: string }

/**
 * Ends the look that a live translation was owed, where somebody held it against the corrected original and found nothing to
 * change. What is public stays as it is.
 *
 * @throws Refused: 403 by role, 409 where no look is owed or something changed since, 422 where `at` is no instant.
 */
export async function checkTranslation({ collection, document, actor, note, at, baseHash }: CheckOrder): Promise<void> {
  if (at !== undefined && Number.isNaN(Date.parse(at))) throw new Refused(refusal(422, 'malformed', 'at must be the instant that the review answered.', { field: 'at' }))
  await inTransaction(async (tx) => {
    const loaded = await lockedReview(tx, collection, document)
    const right = can(actor, 'checkTranslation', loaded.review.subject)
    if (!right.allowed) throw new Refused(refusal(403, right.why.code, right.why.message))
    const { translationDue, live } = loaded
    if (translationDue === null || live === null) throw new Refused(refusal(409, 'noTranslationDue', 'This translation is not waiting for a look.'))
    requireBaseHash(baseHash, live.contentHash)
    if (at !== undefined && Date.parse(at) !== Date.parse(translationDue.at)) throw new Refused(refusal(409, 'correctedAgain', 'The original was corrected again since you looked.', { at: translationDue.at }))
    const looks = await closeTranslationCheck(tx, { collection, document, by: actor.id, publication: null })
    await addEvent(tx, { collection, document, run: null, kind: 'translationChecked', by: actor.id, words: note, details: { of: translationDue.of } })
    for (const look of looks) await appendAudit(tx, look)
  })
}
