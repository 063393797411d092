import { runMigrations } from 'graphile-worker'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { captureSite } from '../../support/captured-site'
import { freshDatabase } from '../../support/database'
import { startCaptureWorker } from '../../support/start-capture-worker'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  fresh = await freshDatabase()
  await runMigrations({ connectionString: fresh.url })
})
afterAll(() => fresh.drop())

it('keeps each of 30 pages once, though its worker is killed twice on the way, and proves them', async () => {
  expect(await captureSite({ pages: 30, start: async (hosts) => (await startCaptureWorker(hosts)).process })).toEqual([])
})
