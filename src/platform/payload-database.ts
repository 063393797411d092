import { postgresAdapter } from '@payloadcms/db-postgres'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Payload } from 'payload'
import { env } from '@/env'
import { logger } from './logger'

const MIGRATIONS = join(dirname(fileURLToPath(import.meta.url)), '../../migrations')

// `next build` reads the config but never connects.
const NOWHERE = 'postgres://nobody@127.0.0.1:1/none'

// Payload leaves the pool without a listener, so that a database which restarts would end the whole process.
class SurvivingPool extends pg.Pool {
  constructor(config?: pg.PoolConfig) {
    super(config)
    this.on('error', (error) => logger.warn('An idle database connection of Payload was lost', { error }))
  }
}

/** Ends Payload in this process with the connections that it would otherwise keep; one of them it holds until the process ends. */
export async function closePayload(payload: Payload): Promise<void> {
  const { pool } = payload.db as unknown as { pool?: pg.Pool }
  await payload.destroy()
  // Never awaited: it waits for the connection that Payload took at its start and never gives back.
  void pool?.end()
}

/**
 * Payload's database: its schema changes by migrations alone. Waiting for a connection ends after 10 s, since pg's own
 * default is to wait for ever.
 */
export function payloadDatabase(): ReturnType<typeof postgresAdapter> {
  return postgresAdapter({
    idType: 'uuid',
    push: false,
    disableCreateDatabase: true,
    migrationDir: MIGRATIONS,
    // Payload's types come from another copy of the same declarations.
    pg: { ...pg, Pool: SurvivingPool } as unknown as NonNullable<Parameters<typeof postgresAdapter>[0]['pg']>,
    pool: {
      connectionString: env().databaseUrl ?? NOWHERE,
      max: 10,
      connectionTimeoutMillis: 10_000,
      idle_in_transaction_session_timeout: 60_000,
      statement_timeout: 30_000,
      application_name: 'handbill-payload',
      // A user named as our schema, `handbill`, would have Payload's new tables made there.
      options: '-c search_path=public',
    },
  })
}
