import { appendAudit, type AuditEntry } from '@/audit/append'
import { now } from '@/platform/clock'
import type { Queryable } from '@/platform/database'
import { addEvent } from '@/review/store'
import type { FollowUp } from '@/review/workflow'

type About = { collection: string; document: string; by: string; publication: string }

const HOUR_MS = 3_600_000

/**
 * Notes that a publication is owed a whole review within the hours that its workflow says. Where one is owed already, as
 * in a burst of corrections, the first term stands.
 */
export async function openFollowUp(tx: Queryable, { collection, document, by, publication, run, followUp }: About & { run: string; followUp: FollowUp }): Promise<void> {
  const dueAt = new Date(now().getTime() + followUp.withinHours * HOUR_MS)
  const { rowCount } = await tx.query(
    `insert into handbill.follow_ups (collection, document, kind, workflow, publication, opened_at, due_at) values ($1, $2, 'fullReview', $3, $4, $5, $6)
     on conflict (collection, document, kind) where done_at is null do nothing`,
    [collection, document, followUp.workflow, publication, now(), dueAt],
  )
  if (rowCount === 0) return
  await addEvent(tx, { collection, document, run, kind: 'followUpDue', by })
  await appendAudit(tx, { actor: by, action: 'followUpOpened', collection, document, run, details: { publication, dueAt: dueAt.toISOString() } })
}

/** Ends what a document was owed, if it was: a whole review, or a look at a source that was retracted. It has been reviewed whole, or is no longer public. */
export async function closeFollowUps(tx: Queryable, { collection, document, by, publication }: About): Promise<void> {
  const { rowCount } = await tx.query(
    `update handbill.follow_ups set done_at = $3, done_by = $4, done_with = $5 where collection = $1 and document = $2 and kind in ('fullReview', 'source') and done_at is null`,
    [collection, document, now(), by, publication],
  )
  if (rowCount !== 0) await appendAudit(tx, { actor: by, action: 'followUpDone', collection, document, details: { publication } })
}

/** A correction, a retraction or a withdrawal of a document: what its translations have to be held against. */
export type Corrected = About

/**
 * Notes that every live translation of a document is to be looked at: what it was translated from was corrected, retracted or
 * withdrawn. Of an original these are its translations; of a translation there are none, unless something was translated from
 * it in turn. Where a look is owed already, it is owed from now on to the newest correction. A translation that goes public in
 * this very transaction, as in one release with its original, is owed none.
 *
 * Returns what the audit log has to hold of it, for the caller to append last: the log's lock is held until the transaction
 * ends, and the rows of another document may be waited for here.
 */
export async function openTranslationChecks(tx: Queryable, { collection, document, by, publication }: Corrected): Promise<AuditEntry[]> {
  const { rows } = await tx.query<{ document: string }>(
    `insert into handbill.follow_ups (collection, document, kind, publication, opened_at)
     select $1, document::uuid, 'translation', $3, $4 from publications
     where collection = $1 and translation_group = $2 and document <> $2 and superseded_at is null and not is_tombstone
       and xmin <> pg_current_xact_id()::xid order by document
     on conflict (collection, document, kind) where done_at is null do update set publication = excluded.publication, opened_at = excluded.opened_at
     returning document`,
    [collection, document, publication, now()],
  )
  const translations = rows.map((row) => row.document).toSorted()
  for (const translation of translations) await addEvent(tx, { collection, document: translation, run: null, kind: 'translationDue', by, details: { of: document, original: publication } })
  return translations.map((translation) => ({ actor: by, action: 'followUpOpened', collection, document: translation, details: { kind: 'translation', of: document, publication } }))
}

/**
 * Ends the look that a translation was owed, if it was: it was published anew, was withdrawn (`publication` says by which row), or
 * somebody found nothing to change (null). Returns what the audit log has to hold of it, for the caller to append last.
 */
export async function closeTranslationCheck(tx: Queryable, { collection, document, by, publication }: Omit<About, 'publication'> & { publication: string | null }): Promise<AuditEntry[]> {
  const { rows } = await tx.query<{ publication: string }>(
    `update handbill.follow_ups set done_at = $3, done_by = $4, done_with = $5 where collection = $1 and document = $2 and kind = 'translation' and done_at is null returning publication`,
    [collection, document, now(), by, publication],
  )
  const action = publication === null ? 'translationChecked' : 'followUpDone'
  return rows.map(({ publication: original }) => ({ actor: by, action, collection, document, details: { kind: 'translation', original, ...(publication === null ? {} : { publication }) } }))
}

/**
 * Notes that a live document rests on a source that was disputed or retracted, and that somebody has to look at it. Where such a look is
 * owed already, it stays one. Returns what the audit log has to hold of it, for the caller to append last.
 */
export async function openSourceFollowUp(tx: Queryable, { collection, document, by, publication }: About, source: string): Promise<AuditEntry[]> {
  const { rowCount } = await tx.query(
    `insert into handbill.follow_ups (collection, document, kind, publication, opened_at) values ($1, $2, 'source', $3, $4)
     on conflict (collection, document, kind) where done_at is null do nothing`,
    [collection, document, publication, now()],
  )
  return rowCount === 0 ? [] : [{ actor: by, action: 'followUpOpened', collection, document, details: { kind: 'source', source, publication } }]
}

/** Ends the look at a retracted source where somebody found that the text holds without it. Returns what the audit log has to hold of it. */
export async function closeSourceFollowUp(tx: Queryable, { collection, document, by }: Omit<About, 'publication'>, source: string): Promise<AuditEntry[]> {
  const { rowCount } = await tx.query(
    `update handbill.follow_ups set done_at = $3, done_by = $4 where collection = $1 and document = $2 and kind = 'source' and done_at is null`,
    [collection, document, now(), by],
  )
  return rowCount === 0 ? [] : [{ actor: by, action: 'sourceChecked', collection, document, details: { source } }]
}
