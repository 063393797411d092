import type { Queryable } from '@/platform/database'

export type ChainProblem = 'changed' | 'unchained' | 'missing'
export type ChainReport = { rows: number; head: { seq: number; hash: string } | null; firstWrong: { seq: number; problem: ChainProblem } | null }

/** How many rows are read at once. */
const ROWS = 5_000
const BEGINNING = '0'.repeat(64)

/**
 * Reads the whole audit chain, some thousand rows at a time, and names the first row that is wrong: changed after it was
 * written, not linked to the row before it, or with rows missing before it. A cut-off end shows only against a head that
 * was kept elsewhere. `onProgress` is told how many rows were read, and of how many.
 */
export async function verifyAuditChain(db: Queryable, onProgress: (done: number, total: number) => void = () => undefined): Promise<ChainReport> {
  const { rows: totals } = await db.query<{ rows: string; seq: string | null; hash: string | null }>(
    `select (select count(*)::text from handbill.audit_log) as rows, newest.seq::text as seq, newest.hash
     from (values (1)) as one left join (select seq, hash from handbill.audit_log order by seq desc limit 1) as newest on true`,
  )
  const { rows: count = '0', seq: last = null, hash = null } = totals[0] ?? {}
  const report: ChainReport = { rows: Number(count), head: last === null || hash === null ? null : { seq: Number(last), hash }, firstWrong: null }
  let before = { seq: 0, hash: BEGINNING }
  for (let done = 0; ; ) {
    const { rows } = await db.query<{ seq: string; previous: string; hash: string; is_right: boolean }>(
      `select entry.seq::text as seq, entry.previous, entry.hash, entry.hash = handbill.audit_hash(entry) as is_right
       from handbill.audit_log entry where entry.seq > $1 and entry.seq <= $2 order by entry.seq limit ${ROWS}`,
      // What is appended meanwhile is for the next time.
      [before.seq, report.head?.seq ?? 0],
    )
    for (const row of rows) {
      const problem: ChainProblem | null = Number(row.seq) !== before.seq + 1 ? 'missing' : row.previous !== before.hash ? 'unchained' : row.is_right ? null : 'changed'
      if (problem !== null) return { ...report, firstWrong: { seq: Number(row.seq), problem } }
      before = { seq: Number(row.seq), hash: row.hash }
    }
    done += rows.length
    onProgress(done, report.rows)
    if (rows.length < ROWS) return report
  }
}
