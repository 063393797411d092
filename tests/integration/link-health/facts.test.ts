import { runMigrations } from 'graphile-worker'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refreshFacts } from '@/link-health/facts'
import { lockLink } from '@/link-health/lock'
import { bakeNow } from '@/jobs/baking'
import { ledger } from '@/jobs/ledger'
import { startWorker } from '@/jobs/worker'
import { database, inTransaction, pool, publicPool } from '@/platform/database'
import { publishedReader } from '@/publishing/published-reader'
import type { KeptCopy } from '@/record/source-facts'
import { freshDatabase } from '../../support/database'
import { live, SETTINGS, uuid } from '../../support/publications'
import { publish } from '../../support/published'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
const SOURCE = uuid(50)
const none = async (): Promise<undefined> => undefined
const waiting = async (): Promise<string[]> => (await pool.query<{ id: string }>('select id from handbill.unbaked_facts where source = $1', [SOURCE])).rows.map(({ id }) => id)
const facts = async () => (await publishedReader(publicPool()).facts([SOURCE])).get(SOURCE)

beforeAll(async () => {
  fresh = await freshDatabase()
  await runMigrations({ connectionString: fresh.url })
  await pool.query(`insert into sources (id, title, slug, language, archived_url, _status) values ($1, 'A letter', 'a-letter', 'en', 'https://web.archive.org/web/2026/https://letter.example/', 'draft')`, [SOURCE])
  await publish(live('site-settings', 99, SETTINGS), { asks: false })
  await publish(live('sources', 50, { slug: 'a-letter', title: 'A letter' }), { asks: false })
  await publish(live('articles', 90, { slug: 'read', title: 'Read', body: [{ type: 'paragraph', children: [{ type: 'citation', key: 'k' }] }], citations: [{ key: 'k', source: SOURCE }] }), { asks: false })
  await bakeNow()
})
afterAll(() => fresh.drop())

describe('facts of a source', () => {
  test('are written, and ask for a bake, only where they differ', async () => {
    await pool.query('delete from handbill.source_facts')
    const refresh = (): Promise<boolean> => inTransaction((tx) => refreshFacts(tx, SOURCE, none))
    expect(await refresh()).toBe(true)
    const before = await waiting()
    expect([await refresh(), await waiting()]).toEqual([false, before])
    expect(await facts()).toEqual({ source: SOURCE, state: 'unknown', archives: [{ url: 'https://web.archive.org/web/2026/https://letter.example/', provider: 'wayback' }], history: [] })
    expect((await pool.query(`select 1 from graphile_worker.jobs where task_identifier = 'bake'`)).rows).toHaveLength(1)
  })

  test('are none, and bake nothing, where nothing is known of a source yet', async () => {
    await pool.query(`insert into sources (id, title, slug, language, _status) values ($1, 'Another', 'another', 'en', 'draft')`, [uuid(51)])
    expect(await inTransaction((tx) => refreshFacts(tx, uuid(51), none))).toBe(false)
    expect((await pool.query('select 1 from handbill.unbaked_facts where source = $1', [uuid(51)])).rows).toEqual([])
  })

  test('name the copies that were made in public archives, and the one that is kept, but none that was revoked or failed', async () => {
    await pool.query(
      `insert into handbill.captures (id, source, requested_url, final_url, memento_url, fetched_at, captured_at, provider, why, tool, audience, failure, revoked_at, revoked_reason) values
       (gen_random_uuid(), $1, 'https://letter.example/', 'https://letter.example/', 'https://web.archive.org/web/20260105/https://letter.example/', '2026-01-05', '2026-01-05', 'wayback', 'asked', 'a test', 'public', null, null, null),
       (gen_random_uuid(), $1, 'https://letter.example/', 'https://letter.example/', 'https://web.archive.org/web/20260106/https://letter.example/', '2026-01-06', '2026-01-06', 'wayback', 'asked', 'a test', 'public', null, now(), 'a test'),
       (gen_random_uuid(), $1, 'https://letter.example/', 'https://letter.example/', 'https://web.archive.org/web/20260107/https://letter.example/', '2026-01-07', '2026-01-07', 'wayback', 'asked', 'a test', 'public', 'timeout', null, null)`,
      [SOURCE],
    )
    const copy: KeptCopy = { at: '2026-01-04T00:00:00.000Z', sha256: 'ab'.repeat(32), mime: 'text/html', text: '/sources/a-letter/copy' }
    await inTransaction((tx) => refreshFacts(tx, SOURCE, async () => copy))
    expect(await facts()).toMatchObject({ copy, archives: [{ provider: 'wayback' }, { url: 'https://web.archive.org/web/20260105/https://letter.example/', at: '2026-01-05T00:00:00.000Z' }] })
  })

  test('of which some came while others were baked, wait on', async () => {
    const known = ledger(database())
    await lockLink(SOURCE, uuid(1), { lock: 'dead', note: 'x' }, none)
    const baking = await known.pending()
    expect((await known.changes(baking)).map(({ before, after }) => [before?.document, after?.document])).toEqual([[SOURCE, SOURCE]])
    await lockLink(SOURCE, uuid(1), { lock: null, note: null }, none)
    await known.markBaked(baking)
    expect(await waiting()).toHaveLength(1)
    expect(await known.pending()).toEqual(await waiting())
    expect((await pool.query('select 1 from handbill.bakes where publication = any($1)', [baking])).rows).toEqual([])
    await bakeNow()
    expect(await waiting()).toEqual([])
  })

  test('are baked by the worker at once, and also where the job for it was lost', async () => {
    const worker = await startWorker()
    // Sooner than the worker would look for it by itself.
    const baked = async (): Promise<void> => {
      const started = performance.now()
      while ((await waiting()).length > 0) {
        if (performance.now() - started > 20_000) throw new Error('not baked')
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    await baked()
    await lockLink(SOURCE, uuid(1), { lock: 'usurped', note: 'x' }, none)
    await baked()
    await worker.stop()
    await lockLink(SOURCE, uuid(1), { lock: 'dead', note: 'x' }, none)
    await pool.query(`delete from graphile_worker._private_jobs`)
    const next = await startWorker()
    await baked()
    await next.stop()
  })

  test('are kept of no private source', async () => {
    await pool.query(`update sources set visibility = 'private' where id = $1`, [SOURCE])
    expect(await inTransaction((tx) => refreshFacts(tx, SOURCE, none))).toBe(true)
    expect([await facts(), (await pool.query('select 1 from handbill.source_facts')).rows]).toEqual([undefined, []])
  })
})
