import type { Queryable } from '@/platform/database'

export type ChainReport = { rows: number; head: string | null; firstWrong: { seq: number; problem: 'changed' | 'unchained' | 'missing' } | null }

/**
 * Reads the whole audit chain and names the first row that is wrong: changed after it was written, not linked to the row
 * before it, or with rows missing before it. A cut-off end shows only against a head that was kept elsewhere.
 */
export async function verifyAuditChain(db: Queryable): Promise<ChainReport> {
  const { rows: totals } = await db.query<{ rows: string; head: string | null }>(
    `select count(*)::text as rows, (select hash from handbill.audit_log order by seq desc limit 1) as head from handbill.audit_log`,
  )
  const { rows: wrong } = await db.query<{ seq: string; problem: 'changed' | 'unchained' | 'missing' }>(`
    with chained as (
      select entry, lag(entry.seq) over w as seq_before, lag(entry.hash) over w as hash_before
      from handbill.audit_log entry window w as (order by entry.seq)
    )
    select (entry).seq::text as seq,
      case when (entry).seq <> coalesce(seq_before, 0) + 1 then 'missing'
        when (entry).previous <> coalesce(hash_before, repeat('0', 64)) then 'unchained'
        else 'changed' end as problem
    from chained
    where (entry).seq <> coalesce(seq_before, 0) + 1
      or (entry).previous <> coalesce(hash_before, repeat('0', 64))
      or (entry).hash <> handbill.audit_hash(entry)
    order by (entry).seq limit 1`)
  const first = wrong[0]
  return { rows: Number(totals[0]?.rows ?? 0), head: totals[0]?.head ?? null, firstWrong: first === undefined ? null : { seq: Number(first.seq), problem: first.problem } }
}
