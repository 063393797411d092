import { spawn, type ChildProcess } from 'node:child_process'
import { runMigrations } from 'graphile-worker'
import { environmentOfChild, setEnvironment } from '../../src/env'
import { captureSite } from '../../tests/support/captured-site'
import { freshDatabase } from '../../tests/support/database'
import { startTestServer } from '../../tests/support/test-server'
import type { Drill } from '../drill'

const PAGES = 1_000

/** The worker and the fetcher as they run in a newsroom, with names that are at a local site. */
function start(hosts: Record<string, string>): Promise<ChildProcess> {
  const environment = { FETCH: 'on', FETCH_TEST_HOSTS: Object.entries(hosts).map(([name, place]) => `${name}=${place}`).join(','), SCREENSHOTS: 'off', CAPTURE_PAUSE_MS: '0', LOG_LEVEL: 'error' }
  return new Promise((resolve, reject) => {
    const worker = spawn(process.execPath, ['dist/worker.mjs'], { env: environmentOfChild(environment), stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    worker.once('message', () => resolve(worker))
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code}`)))
  })
}

/** Copies of a whole site, by a worker that is killed twice on the way. */
export const drill: Drill = {
  what: `${PAGES} pages of a local site kept by a worker that is killed twice: each once, every hash holding, a changed byte found, a WACZ read`,
  async run(say) {
    const server = await startTestServer()
    setEnvironment({ TEST_DATABASE_URL: server.url, LOG_LEVEL: 'error' })
    const fresh = await freshDatabase()
    try {
      await runMigrations({ connectionString: fresh.url })
      return await captureSite({ pages: PAGES, start, say })
    } finally {
      await fresh.drop()
      await server.stop()
    }
  },
}
