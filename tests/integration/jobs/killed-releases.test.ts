import { runMigrations } from 'graphile-worker'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../support/database'
import { killReleases } from '../../support/killed-releases'
import { publish } from '../../support/published'
import { live, SETTINGS } from '../../support/publications'

let fresh: Awaited<ReturnType<typeof freshDatabase>>

beforeAll(async () => {
  fresh = await freshDatabase()
  await runMigrations({ connectionString: fresh.url })
  await publish(live('site-settings', 99, SETTINGS), { asks: false })
})
afterAll(() => fresh.drop())

test('ten releases whose worker or sender is killed are out whole or not at all, never twice, and out soon after the restart', async () => {
  let seed = 20261126
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647
  const kills = await killReleases(10, random)
  expect(kills.wrong).toEqual([])
  expect(kills.whole + kills.not).toBe(10)
  expect(kills.slowest).toBeLessThan(5_000)
}, 120_000)
