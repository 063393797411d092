import type { Queryable } from '@/platform/database'
import { contentHash } from '@/record/content-hash'

/**
 * What is wrong with a publication. `changed`: its hash is not that of its words. `notLogged`: no row of the audit log made it.
 * `otherHash`: the log knows another hash, as after a change of words and hash together. `order`: it was not superseded at the
 * moment its successor went live, or two are live at once. `missing`: the log made it, and it is gone.
 */
export type PublicationProblem = { publication: string; collection: string; document: string; problem: 'changed' | 'notLogged' | 'otherHash' | 'order' | 'missing' }
export type PublicationsReport = { publications: number; firstWrong: PublicationProblem | null }

const ROWS = 200

type Row = {
  id: string
  collection: string
  document: string
  content_hash: string
  projection: unknown
  is_in_order: boolean
  logged: { action: string; before: string | null; after: string | null }[] | null
}

/**
 * Proves all publications, some hundred at a time: that each says what its hash says, that the audit log made it with that
 * hash, and that each took the place of the one before it. A redaction changes words and hash; the log then holds both hashes,
 * link by link. The audit chain itself is proven by `verifyAuditChain`.
 */
export async function verifyPublications(db: Queryable, onProgress: (done: number, total: number) => void = () => undefined): Promise<PublicationsReport> {
  const { rows: counted } = await db.query<{ count: string }>('select count(*)::text as count from publications')
  const total = Number(counted[0]?.count ?? 0)
  const report: PublicationsReport = { publications: 0, firstWrong: null }
  // Ids are random, so their order is as good as any; what is published meanwhile may be seen or not.
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await db.query<Row>(
      `select p.id, p.collection, p.document, p.content_hash, p.projection,
         p.superseded_at is not distinct from (
           select next.went_live_at from publications next
           where next.collection = p.collection and next.document = p.document
             and (next.went_live_at, coalesce(next.superseded_at, 'infinity')) > (p.went_live_at, coalesce(p.superseded_at, 'infinity'))
           order by next.went_live_at, coalesce(next.superseded_at, 'infinity') limit 1) as is_in_order,
         (select jsonb_agg(jsonb_build_object('action', log.action, 'before', log.before_hash, 'after', log.after_hash) order by log.seq)
            from handbill.audit_log log where log.details ? 'publication' and log.details ->> 'publication' = p.id::text) as logged
       from publications p where p.id > $1::uuid order by p.id limit ${ROWS}`,
      [after],
    )
    for (const row of rows) {
      const problem = problemOf(row)
      if (problem !== null) return { ...report, firstWrong: { publication: row.id, collection: row.collection, document: row.document, problem } }
      report.publications += 1
      after = row.id
    }
    onProgress(report.publications, total)
    if (rows.length < ROWS) break
  }
  report.firstWrong = await firstMissing(db)
  return report
}

function problemOf(row: Row): PublicationProblem['problem'] | null {
  if (contentHash(row.projection) !== row.content_hash) return 'changed'
  const made = row.logged?.find(({ action, after }) => action !== 'redacted' && after !== null)
  if (made === undefined) return 'notLogged'
  let hash = made.after
  for (const link of row.logged?.filter(({ action }) => action === 'redacted') ?? []) {
    if (link.before !== hash) return 'otherHash'
    hash = link.after
  }
  if (hash !== row.content_hash) return 'otherHash'
  return row.is_in_order ? null : 'order'
}

/** A publication that the log made and that is no longer there. */
async function firstMissing(db: Queryable): Promise<PublicationProblem | null> {
  const { rows } = await db.query<{ publication: string; collection: string; document: string }>(
    `select log.details ->> 'publication' as publication, log.collection, log.document from handbill.audit_log log
     where log.details ? 'publication' and not exists (select from publications p where p.id::text = log.details ->> 'publication')
     order by log.seq limit 1`,
  )
  return rows[0] === undefined ? null : { ...rows[0], problem: 'missing' }
}
