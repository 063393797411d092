import { execFileSync } from 'node:child_process'
import { env, setEnvironment } from '../../src/env'
import { startTestServer } from './test-server'

/** Vitest's global setup of what needs PostgreSQL: takes the run's server, or starts one where the tests are run on their own. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (env().testDatabaseUrl !== null) return undefined
  // The fetcher runs as it is bundled, since Node's permissions would keep tsx from its work.
  execFileSync(process.execPath, ['commands/prepare.mjs'])
  const server = await startTestServer()
  setEnvironment({ TEST_DATABASE_URL: server.url })
  return server.stop
}
