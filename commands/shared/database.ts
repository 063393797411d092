import { join } from 'node:path'
import { env, setEnvironment } from '../../src/env'
import { closeDatabase } from '../../src/platform/database'
import { ensureDataDirectory } from '../../src/platform/data-directory'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/server'
import { hold, holder } from '../../src/platform/instance'

/** The file below DATA_DIR that says who runs the embedded database. */
export const instanceFile = () => join(env().dataDir, 'running.json')

/**
 * Gives this process a database for as long as `work` takes: the external one that DATABASE_URL names, the one that a
 * running `npm run up` or `npm run dev` has started, or else the embedded server, started and stopped around it.
 */
export async function withDatabase<T>(command: string, work: () => Promise<T>): Promise<T> {
  if (env().databaseUrl !== null) return work()
  ensureDataDirectory()
  const running = holder(instanceFile())
  if (running !== null && running.databaseUrl !== null) {
    setEnvironment({ DATABASE_URL: running.databaseUrl })
    return work()
  }
  const held = hold(instanceFile(), command)
  if (held === null) throw new Error(`The database is being started or used by another command (${holder(instanceFile())?.command ?? 'just now'}). Try again when it has finished.`)
  try {
    const server = await startEmbeddedPostgres({ folder: env().dataDir })
    try {
      setEnvironment({ DATABASE_URL: server.url })
      return await work()
    } finally {
      await closeDatabase()
      await server.stop()
    }
  } finally {
    held.release()
  }
}
