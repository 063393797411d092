import type { Actor } from '@/permissions/roles'
import { can } from '@/permissions/can'
import type { Queryable } from '@/platform/database'
import { refusal, Refused } from '@/review/refusal'

/** One act on a document: who did it, in which slot, and what they said with it. */
export type HistoryRow = {
  seq: number
  at: string
  action: string
  by: { id: string; name: string } | null
  slot: string | null
  words: string | null
  before: string | null
  after: string | null
  run: string | null
}

/** `next`: what to ask for as `before` to read on; null at the end. */
export type History = { document: { collection: string; id: string }; rows: HistoryRow[]; next: number | null }

/**
 * A page of a document's history, newest first: its rows in the audit log, each with the words that its act was given. Words
 * are kept apart from the log, so they may have been redacted since.
 *
 * @throws Refused (403) where the person may read the document and not its log.
 */
export async function historyOf(db: Queryable, actor: Actor, document: { collection: string; id: string; createdBy: string | null }, page: { before: number | null; limit: number }): Promise<History> {
  const { collection, id, createdBy } = document
  const right = can(actor, 'readAudit', { collection, id, createdBy })
  if (!right.allowed) throw new Refused(refusal(403, right.why.code, right.why.message))
  const { rows } = await db.query<Omit<HistoryRow, 'seq' | 'at' | 'by'> & { seq: string; at: Date; actor: string | null; name: string | null }>(
    `select log.seq::text as seq, log.at, log.action, log.actor, person.name, coalesce(said.slot, log.details ->> 'slot') as slot, said.words, log.before_hash as before, log.after_hash as after, log.run
     from handbill.audit_log log
     left join users person on person.id = log.actor
     left join lateral (
       -- What is said carries the moment at which its transaction began; the log the moment near its end.
       select event.slot, event.words from handbill.review_events event
       where event.collection = log.collection and event.document = $2::uuid and event.by is not distinct from log.actor
         and event.kind = case log.action when 'resubmitted' then 'submitted' else log.action end
         and event.at between log.at - interval '60 seconds' and log.at
       order by event.id desc limit 1
     ) said on true
     where log.collection = $1 and log.document = $2::text and ($3::bigint is null or log.seq < $3)
     order by log.seq desc limit $4`,
    [collection, id, page.before, page.limit + 1],
  )
  const shown = rows.slice(0, page.limit).map(({ seq, at, actor: by, name, ...row }): HistoryRow => ({ ...row, seq: Number(seq), at: at.toISOString(), by: by === null ? null : { id: by, name: name ?? '' } }))
  return { document: { collection, id }, rows: shown, next: rows.length > page.limit ? (shown.at(-1)?.seq ?? null) : null }
}
