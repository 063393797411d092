import pg from 'pg'
import { bake, type BakeReport } from '@/edition/bake'
import { repair } from '@/edition/repair'
import { env } from '@/env'
import { auditChain } from '@/audit/chain'
import { database, databaseUrl, publicPool } from '@/platform/database'
import { BAKING } from '@/platform/locks'
import { publishedReader } from '@/publishing/published-reader'
import { ledger } from './ledger'

/**
 * Runs `work` while no other process bakes. The lock belongs to a connection of its own, so that it ends with this process
 * however that ends.
 *
 * @throws where the database can't be reached, and what `work` throws.
 */
export async function whileBaking<T>(work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl(), connectionTimeoutMillis: 10_000, keepAlive: true, application_name: 'handbill-baking' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [BAKING])
    return await work()
  } finally {
    await client.end().catch(() => undefined)
  }
}

type Options = { all?: boolean; onProgress?: (done: number, total: number) => void; signal?: AbortSignal }

/**
 * Bakes what waits, or with `all` everything, into this process's edition, reading as the role that sees only what is live.
 *
 * @throws an error where the database or the disk fails, and where a page could not be written; the rest is then baked.
 */
export async function bakeNow(options: Options = {}): Promise<BakeReport> {
  const { editionDir, mediaDir, siteUrl } = env()
  return whileBaking(() => bake({ ...options, editionDir, mediaDir, origin: siteUrl, reader: publishedReader(publicPool()), ledger: ledger(database()), chain: auditChain(database()) }))
}

/** Holds `parts` of the edition's files against what was written, and bakes again what is missing or damaged. Returns how many were. */
export async function repairNow(parts: readonly number[]): Promise<number> {
  const { editionDir, mediaDir, siteUrl } = env()
  return whileBaking(() => repair({ editionDir, mediaDir, origin: siteUrl, reader: publishedReader(publicPool()), chain: auditChain(database()), parts }))
}
