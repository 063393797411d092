import { runMigrations } from 'graphile-worker'
import { setEnvironment } from '../../src/env'
import { freshDatabase } from '../../tests/support/database'
import { killReleases } from '../../tests/support/killed-releases'
import { publish } from '../../tests/support/published'
import { live, SETTINGS } from '../../tests/support/publications'
import { startTestServer } from '../../tests/support/test-server'
import type { Drill } from '../drill'

const RELEASES = 200
/** After its restart, a worker has a release out within this many milliseconds. */
const SOON = 5_000

/** The worker, or whoever sends a release out by hand, killed at a random moment of each. */
export const drill: Drill = {
  what: `${RELEASES} releases whose process is killed at a random moment: out whole or not at all, never twice, none stuck`,
  async run(say) {
    const server = await startTestServer()
    setEnvironment({ TEST_DATABASE_URL: server.url, LOG_LEVEL: 'error' })
    const fresh = await freshDatabase()
    try {
      await runMigrations({ connectionString: fresh.url })
      await publish(live('site-settings', 99, SETTINGS), { asks: false })
      const kills = await killReleases(RELEASES, Math.random, say)
      say(`${kills.whole} found out whole, ${kills.not} not at all; the slowest was out ${Math.round(kills.slowest)} ms after the restart`)
      return kills.slowest < SOON ? kills.wrong : [...kills.wrong, `One was out only ${Math.round(kills.slowest)} ms after the restart`]
    } finally {
      await fresh.drop()
      await server.stop()
    }
  },
}
