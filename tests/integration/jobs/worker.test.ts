import { spawn, type ChildProcess } from 'node:child_process'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { runMigrations } from 'graphile-worker'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { allUnits } from '@/edition/all-pages'
import { fileOf } from '@/edition/file-names'
import { producePage } from '@/edition/pages'
import { env, environmentOfChild } from '@/env'
import { bakeNow, repairNow, whileBaking } from '@/jobs/baking'
import { health } from '@/jobs/health'
import { ledger } from '@/jobs/ledger'
import { startWorker, type RunningWorker } from '@/jobs/worker'
import { database, publicPool } from '@/platform/database'
import { publishedReader } from '@/publishing/published-reader'
import { freshDatabase } from '../../support/database'
import { live, SETTINGS } from '../../support/publications'
import { publish, untilBaked, withdrawPublication } from '../../support/published'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let worker: RunningWorker | null = null
const children: ChildProcess[] = []
const page = (name: string): Promise<string | null> => readFile(join(env().editionDir, 'public', name), 'utf8').catch(() => null)

beforeAll(async () => {
  fresh = await freshDatabase()
  await runMigrations({ connectionString: fresh.url })
  await publish(live('site-settings', 99, SETTINGS), { asks: false })
  await publish(live('articles', 1, { slug: 'first', title: 'First' }), { asks: false })
  await bakeNow()
})
afterEach(async () => {
  await worker?.stop()
  worker = null
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => fresh.drop())

/** A worker in a process of its own; resolves once it says that it takes jobs. */
async function workerProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'commands/worker.ts'], { env: environmentOfChild({ DATABASE_URL: fresh.url, DATA_DIR: fresh.dataDir, LOG_LEVEL: 'error' }), stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  children.push(child)
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)))
  })
  return child
}

describe('the worker', () => {
  it('bakes a publication within a second or so of its commit, and takes a withdrawn one away', async () => {
    worker = await startWorker()
    const article = live('articles', 2, { slug: 'second', title: 'Second', topics: [] })
    await untilBaked(await publish(article))
    expect(await page('articles/second.html')).toContain('<h1>Second</h1>')
    for (const name of ['index.html', 'articles.html', 'feed.xml', 'atom.xml', 'feed.json', 'articles/feed.xml', 'sitemap.xml']) expect([name, (await page(name))?.includes('/articles/second')]).toEqual([name, true])
    await untilBaked(await withdrawPublication(article))
    expect(await page('articles/second.html')).toBe(null)
    for (const name of ['index.html', 'articles.html', 'feed.xml', 'atom.xml', 'feed.json', 'sitemap.xml']) expect([name, (await page(name))?.includes('/articles/second')]).toEqual([name, false])
  })

  it('takes over at once from a worker that was killed between commit and bake', async () => {
    const killed = await workerProcess()
    let held = ''
    await whileBaking(async () => {
      held = await publish(live('articles', 3, { slug: 'third', title: 'Third' }))
      // The job is taken by the other process, which now waits for the lock that is held here.
      for (;;) {
        const { rows } = await database().query('select 1 from graphile_worker.jobs where locked_by is not null')
        if (rows.length > 0) break
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      killed.kill('SIGKILL')
      await new Promise((resolve) => killed.once('exit', resolve))
    })
    expect(await page('articles/third.html')).toBe(null)
    const { rows } = await database().query('select 1 from graphile_worker.jobs where locked_by is not null')
    expect(rows).toHaveLength(1)
    worker = await startWorker()
    expect(await untilBaked(held, 5_000)).toBeLessThan(5_000)
    expect(await page('articles/third.html')).toContain('<h1>Third</h1>')
  })

  it('leaves the job of a living worker alone', async () => {
    await workerProcess()
    await whileBaking(async () => {
      await publish(live('articles', 4, { slug: 'fourth', title: 'Fourth' }))
      const holder = async () => (await database().query<{ locked_by: string }>('select locked_by from graphile_worker.jobs where locked_by is not null')).rows[0]?.locked_by
      let first: string | undefined
      while (first === undefined) first = await holder()
      worker = await startWorker()
      expect(await holder()).toBe(first)
      expect((await health()).worker.alive).toBe(2)
    })
  })

  it('goes on after the database dropped every connection', async () => {
    worker = await startWorker()
    const client = new pg.Client({ connectionString: fresh.url, application_name: 'test-of-broken-connections' })
    await client.connect()
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`)
    await client.end()
    await new Promise((resolve) => setTimeout(resolve, 300))
    await untilBaked(await publish(live('articles', 5, { slug: 'fifth', title: 'Fifth' })))
    expect(await page('articles/fifth.html')).toContain('<h1>Fifth</h1>')
    // What bakes may still be the runner that is about to be replaced by one with a name of its own.
    await expect.poll(async () => (await health()).worker.alive, { timeout: 10_000 }).toBe(1)
  })

  it('bakes what waits without a job, as where a job was lost', async () => {
    const lost = await publish(live('articles', 6, { slug: 'sixth', title: 'Sixth' }), { asks: false })
    worker = await startWorker()
    await untilBaked(lost)
    expect(await page('articles/sixth.html')).toContain('<h1>Sixth</h1>')
  })
})

describe('the edition over the database', () => {
  it('holds for every page the bytes that the server would make of the record', async () => {
    await bakeNow()
    const context = { reader: publishedReader(publicPool()), origin: env().siteUrl }
    let compared = 0
    for (const unit of await allUnits(context)) {
      for (const path of (await unit.load(context.reader)).paths) {
        const baked = await readFile(join(env().editionDir, 'public', fileOf(path) as string))
        expect([path, baked]).toEqual([path, Buffer.from((await producePage(context, path))?.body ?? '')])
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(30)
  })

  it('takes away all that a bake under way has made of a text, though it was never noted as baked', async () => {
    const topic = await publish(live('topics', 31, { slug: 'tides' }), { asks: false })
    await bakeNow()
    const text = live('articles', 30, { slug: 'thirtieth', title: 'Thirtieth', topics: [live('topics', 31, { slug: 'tides' }).document] })
    await publish(text, { asks: false })
    await bakeNow()
    expect(await page('topics/tides.html')).toContain('Thirtieth')
    // As while everything is baked anew: the page is there, and the publication is not noted yet.
    await database().query('delete from handbill.bakes where publication <> $1', [topic])
    await database().query('insert into handbill.bakes (publication) select id from publications where document <> $1 on conflict do nothing', [text.document])
    const tombstone = await withdrawPublication(text)
    const [change, ...others] = (await ledger({ query: (text, values) => database().query(text, values as unknown[]) }).changes([tombstone])).filter(({ before }) => before !== null)
    expect(others).toEqual([])
    expect(change).toMatchObject({ before: { title: 'Thirtieth', isTombstone: false }, after: { id: tombstone } })
    await bakeNow()
    expect(await page('articles/thirtieth.html')).toBe(null)
    expect(await page('topics/tides.html')).not.toContain('Thirtieth')
  })

  it('shows the last state after several that no bake saw', async () => {
    await publish(live('articles', 7, { slug: 'seventh', title: 'Seventh' }), { asks: false })
    await writeFile(join(env().editionDir, 'public/articles/seventh.html'), 'left by a bake that was broken off')
    await publish(live('articles', 7, { slug: 'seventh-renamed', title: 'Seventh, renamed' }), { asks: false })
    await bakeNow()
    expect(await page('articles/seventh.html')).toBe(null)
    expect(await page('articles/seventh-renamed.html')).toContain('renamed')
  })

  it('makes a deleted file anew', async () => {
    await rm(join(env().editionDir, 'public/articles/first.html'))
    expect(await repairNow(Array.from({ length: 256 }, (_, part) => part))).toBe(1)
    expect((await stat(join(env().editionDir, 'public/articles/first.html'))).size).toBeGreaterThan(500)
  })

  it('says how it is', async () => {
    await bakeNow()
    expect(await health()).toMatchObject({ isWell: false, database: { isWell: true }, worker: { isWell: false, alive: 0 }, edition: { isWell: true, isWhole: true, waiting: 0 } })
    await publish(live('articles', 8, { slug: 'eighth', title: 'Eighth' }), { asks: false })
    expect((await health()).edition.waiting).toBe(1)
    await bakeNow()
  })
})
