import type { PayloadRequest } from 'payload'
import { payloadOrPool } from '@/review/connection'

/** Which of some sources are private, by id, or were merged into one that is. Reads in the transaction of `req`, where it has one. */
export async function privateAmong(req: PayloadRequest, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await (await payloadOrPool(req)).query<{ id: string }>(`select asked.id::text from unnest($1::uuid[]) as asked (id) where exists (select from sources s where s.id in (asked.id, handbill.survivor_of(asked.id)) and s.visibility = 'private')`, [[...new Set(ids)]])
  return new Set(rows.map(({ id }) => id))
}
