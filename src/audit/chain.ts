import type { AuditChain } from '@/edition/chain-head'
import type { Queryable } from '@/platform/database'

/** The audit log as the edition keeps its end. */
export function auditChain(db: Queryable): AuditChain {
  return {
    async head() {
      const { rows } = await db.query<{ seq: string; hash: string }>('select seq::text as seq, hash from handbill.audit_log order by audit_log.seq desc limit 1')
      return rows[0] === undefined ? null : { seq: Number(rows[0].seq), hash: rows[0].hash }
    },
    async holds({ seq, hash }) {
      return (await db.query('select 1 from handbill.audit_log where seq = $1 and hash = $2', [seq, hash])).rows.length > 0
    },
  }
}
