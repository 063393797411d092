import pg from 'pg'
import { databaseUrl } from '@/platform/database'
import { logger } from '@/platform/logger'

const TRIES = 5
const PAUSE_MS = 1_000

/**
 * Writes tables anew without their dead rows, which otherwise lie on in the database's files with the words that were erased,
 * and with them what the planner remembers of common values. Returns the tables where that failed: another transaction still
 * saw their old rows, or held them. What the write-ahead log, replicas and backups hold is out of its reach.
 */
export async function clearDeadRows(tables: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl(), connectionTimeoutMillis: 10_000, application_name: 'handbill-redaction' })
  client.on('error', () => undefined)
  let left = 0
  client.on('notice', ({ detail }) => {
    left += Number(/^(\d+) dead row versions cannot be removed yet/.exec(detail ?? '')?.[1] ?? 0)
  })
  const failed: string[] = []
  try {
    await client.connect()
    await client.query(`set statement_timeout = 0; set lock_timeout = '10s'`)
    for (const table of tables) {
      let isClear = false
      for (let attempt = 1; attempt <= TRIES && !isClear; attempt += 1) {
        left = 0
        isClear = await client.query(`vacuum (full, verbose, analyze) ${table}`).then(() => left === 0, () => false)
        if (!isClear && attempt < TRIES) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
      if (!isClear) failed.push(table)
    }
    // An owner of the database may do the first, a superuser both; elsewhere the server does them in its own time.
    for (const statement of ['vacuum full pg_catalog.pg_statistic', 'checkpoint']) await client.query(statement).catch((error: unknown) => logger.warn('The database’s files could not be cleared at once', { statement, error }))
  } catch (error) {
    logger.warn('Dead rows could not be cleared', { error })
    return [...tables]
  } finally {
    await client.end().catch(() => undefined)
  }
  return failed
}
