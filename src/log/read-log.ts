import type { Actor } from '@/permissions/roles'
import type { Queryable } from '@/platform/database'
import type { LogFilters } from './filters'
import { logCondition, logRightsOf } from './rights'

/** One row of the audit log, with the name that the person has on the desk now; null for an act of the system or an account that is gone. */
export type LogRow = {
  seq: number
  /** ISO 8601 instant. */
  at: string
  actor: string | null
  name: string | null
  action: string
  collection: string | null
  document: string | null
  before: string | null
  after: string | null
  run: string | null
  details: Record<string, unknown>
  hash: string
}

/** Rows of the log that `actor` may read, newest first, from below the row `before` on. `limit`: at most so many. */
export async function readLog(db: Queryable, actor: Actor, filters: LogFilters, { before = null, limit }: { before?: number | null; limit: number }): Promise<LogRow[]> {
  const values: unknown[] = []
  const hold = (value: unknown): string => `$${values.push(value)}`
  const rights = logRightsOf(actor)
  const where = [logCondition(rights, rights.all ? '' : hold(actor.id))]
  if (before !== null) where.push(`log.seq < ${hold(before)}`)
  if (filters.person !== null) where.push(`log.actor = ${hold(filters.person)}::uuid`)
  if (filters.action !== null) where.push(`log.action = ${hold(filters.action)}`)
  if (filters.collection !== null) where.push(`log.collection = ${hold(filters.collection)}`)
  if (filters.document !== null) where.push(`log.document = ${hold(filters.document.toLowerCase())}`)
  if (filters.from !== null) where.push(`log.at >= ${hold(filters.from)}::date at time zone 'UTC'`)
  if (filters.to !== null) where.push(`log.at < (${hold(filters.to)}::date + 1) at time zone 'UTC'`)
  const { rows } = await db.query<Omit<LogRow, 'seq' | 'at'> & { seq: string; at: Date }>(
    `select log.seq::text as seq, log.at, log.actor, person.name, log.action, log.collection, log.document, log.before_hash as before, log.after_hash as after, log.run, log.details, log.hash
     from handbill.audit_log log left join users person on person.id = log.actor
     where ${where.join(' and ')} order by log.seq desc limit ${hold(limit)}`,
    values,
  )
  return rows.map((row) => ({ ...row, seq: Number(row.seq), at: row.at.toISOString() }))
}

/** The acts and the people that the log knows, for filters to choose from. */
export async function logChoices(db: Queryable): Promise<{ actions: string[]; collections: string[]; people: { id: string; name: string }[] }> {
  const { rows } = await db.query<{ actions: string[] | null; collections: string[] | null; people: { id: string; name: string }[] | null }>(
    `select (select array_agg(distinct action order by action) from handbill.audit_log) as actions,
       (select array_agg(distinct collection order by collection) from handbill.audit_log where collection is not null) as collections,
       (select jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name) from users where exists (select from handbill.audit_log where actor = users.id)) as people`,
  )
  return { actions: rows[0]?.actions ?? [], collections: rows[0]?.collections ?? [], people: rows[0]?.people ?? [] }
}
