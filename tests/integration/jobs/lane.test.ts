import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setEnvironment } from '@/env'
import { runLane } from '@/jobs/lane'
import { closeDatabase, database } from '@/platform/database'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/platform/embedded-postgres/server'

let folder: string
let server: EmbeddedPostgres
const start = async (port?: number): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ folder, port, settings: { fsync: 'off' } })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handbill-lane-'))
  chmodSync(folder, 0o711)
  server = await start()
  setEnvironment({ DATABASE_URL: server.url, DATA_DIR: folder })
  await runMigrations({ connectionString: server.url })
})
afterAll(async () => {
  await closeDatabase()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

it.each([
  ['succeeds', false],
  ['fails', true],
])('survives a job that %s while the database is away, does it again once it is back, and loses none', async (_name, fails) => {
  const unheard: unknown[] = []
  const note = (error: unknown): void => void unheard.push(error)
  process.on('unhandledRejection', note)
  const done: string[] = []
  const lane = await runLane({
    name: 'worker',
    concurrency: 2,
    tasks: {
      async meanwhile() {
        done.push('meanwhile')
        if (done.length > 1) return
        await server.stop()
        if (fails) throw new Error('There is no database')
      },
      async afterwards() {
        done.push('afterwards')
      },
    },
  })
  try {
    await lane.runner()?.addJob('meanwhile', {}, { queueName: 'one' })
    await server.ended
    // The worker hears of it from each of its connections, and looks for the server again and again.
    await expect.poll(() => lane.runner(), { timeout: 10_000 }).toBe(null)
    server = await start(server.port)
    await expect.poll(() => lane.runner(), { timeout: 20_000 }).not.toBe(null)
    await database().query(`select graphile_worker.add_job('afterwards', '{}'::json, 'one')`)
    await expect.poll(() => done, { timeout: 20_000 }).toContain('afterwards')
    if (!fails) expect(done.filter((name) => name === 'meanwhile')).toHaveLength(2)
    expect(unheard).toEqual([])
  } finally {
    process.off('unhandledRejection', note)
    await lane.stop()
  }
})
