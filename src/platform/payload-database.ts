import { postgresAdapter } from '@payloadcms/db-postgres'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { env } from '@/env'

const MIGRATIONS = join(dirname(fileURLToPath(import.meta.url)), '../../migrations')

// `next build` reads the config but never connects.
const NOWHERE = 'postgres://nobody@127.0.0.1:1/none'

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
    pool: {
      connectionString: env().databaseUrl ?? NOWHERE,
      max: 10,
      connectionTimeoutMillis: 10_000,
      idle_in_transaction_session_timeout: 60_000,
      statement_timeout: 30_000,
      application_name: 'handbill-payload',
    },
  })
}
