import type { PayloadRequest } from 'payload'
import { payloadOrPool } from '@/review/connection'

/** Which of some sources are private, by id. Reads in the transaction of `req`, where it has one. */
export async function privateAmong(req: PayloadRequest, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await (await payloadOrPool(req)).query<{ id: string }>(`select id from sources where id = any($1::uuid[]) and visibility = 'private'`, [[...new Set(ids)]])
  return new Set(rows.map(({ id }) => id))
}
