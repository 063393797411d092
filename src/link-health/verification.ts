import { appendAudit } from '@/audit/append'
import { now } from '@/platform/clock'
import { inTransaction, type Queryable } from '@/platform/database'
import { namesOf } from '@/review/store'
import { tellOfTrouble } from './check'
import { refreshFacts, type KeptCopyOf } from './facts'
import { reopenReviews } from './reopen'
import { noteTrouble, readLink, TROUBLED_RESULTS } from './store'
import type { AxisValue, Result } from './verification-words'

export type Verification = { source: AxisValue; technical: AxisValue; content: AxisValue; result: Result; note: string | null; by: { id: string; name: string }; at: string }

/** Whether a result takes away what texts rested on. */
export function isTroubling(result: string): boolean {
  return TROUBLED_RESULTS.some((each) => each === result)
}

/**
 * Says how far a source is verified; what was said before stays. Where it is disputed or retracted, whoever relied on it is told, the
 * sign-offs that did are open again, and live texts are owed a look, all in one transaction. Readers are told within a second or two.
 */
export async function verify(source: string, by: string, said: Pick<Verification, 'source' | 'technical' | 'content' | 'result'> & { note: string | null }, keptCopyOf: KeptCopyOf): Promise<void> {
  await inTransaction(async (tx) => {
    const at = now()
    await tx.query('insert into handbill.links (document, since, next_check_at) values ($1, $2, $2) on conflict do nothing', [source, at])
    const before = await readLink(tx, source, { lock: true })
    await tx.query(
      'insert into handbill.source_verifications (document, source_axis, technical_axis, content_axis, result, note, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [source, said.source, said.technical, said.content, said.result, said.note, by, at],
    )
    await tx.query('update handbill.links set verification = $2 where document = $1', [source, said.result])
    const isNew = before?.verification !== said.result
    if (isNew) await noteTrouble(tx, source, at)
    const isTrouble = isNew && isTroubling(said.result)
    const reopened = isTrouble ? await reopenReviews(tx, source, by) : []
    if (isTrouble) await tellOfTrouble(tx, source, 'sourceRetracted', { by, state: said.result })
    for (const each of [source, ...(await standingFor(tx, source))]) await refreshFacts(tx, each, keptCopyOf)
    for (const entry of reopened) await appendAudit(tx, entry)
    await appendAudit(tx, { actor: by, action: 'sourceVerified', collection: 'sources', document: source, details: { result: said.result, source: said.source, technical: said.technical, content: said.content } })
  })
}

/** The record that a merged one is read as, if it is merged. */
async function standingFor(tx: Queryable, source: string): Promise<string[]> {
  const { rows } = await tx.query<{ into: string }>('select "into"::text from handbill.source_merges where merged = $1', [source])
  return rows.map(({ into }) => into)
}

/** Everything that was said of a source, the newest first: the first is what holds. */
export async function verificationsOf(db: Queryable, source: string): Promise<Verification[]> {
  const { rows } = await db.query<{ source_axis: AxisValue; technical_axis: AxisValue; content_axis: AxisValue; result: Result; note: string | null; by: string; at: Date }>(
    'select source_axis, technical_axis, content_axis, result, note, by, at from handbill.source_verifications where document = $1 order by id desc limit 200',
    [source],
  )
  const names = await namesOf(db, rows.map(({ by }) => by))
  return rows.map((row) => ({
    source: row.source_axis, technical: row.technical_axis, content: row.content_axis, result: row.result, note: row.note, by: { id: row.by, name: names.get(row.by) ?? '' }, at: row.at.toISOString(),
  }))
}
