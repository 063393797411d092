import { appendAudit } from '@/audit/append'
import { now } from '@/platform/clock'
import { inTransaction, database } from '@/platform/database'
import { refusal, Refused } from '@/review/refusal'
import { readCapture } from '../store'
import { cleanCaptures } from './clean'

/**
 * Revokes a capture: its words leave the database and its bytes the disk, unless another capture that stands has the same. Its hashes, and
 * that it was there, stay.
 *
 * @throws Refused: 404 where there is no such capture, 409 where it was revoked already.
 */
export async function revokeCapture(id: string, by: string, reason: string): Promise<void> {
  await inTransaction(async (tx) => {
    const capture = await readCapture(tx, id, 'for update')
    if (capture === null) throw new Refused(refusal(404, 'notFound', 'There is no such copy.'))
    if (capture.revokedAt !== null) throw new Refused(refusal(409, 'alreadyRevoked', 'This copy was revoked already.'))
    await tx.query(
      `update handbill.captures set revoked_at = $2, revoked_by = $3, revoked_reason = $4, text = null, title = null, metadata = null, headers = '[]', request_headers = '[]', redirects = '[]' where id = $1`,
      [id, now(), by, reason],
    )
    await appendAudit(tx, { actor: by, action: 'captureRevoked', collection: 'sources', document: capture.source, details: { capture: id } })
  })
  await cleanCaptures(database())
}
