import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setEnvironment } from '../../src/env'
import { bakeNow } from '../../src/jobs/baking'
import { closeDatabase, database, inTransaction, publicPool } from '../../src/platform/database'
import { askForBake, insertPublication } from '../../src/publishing/insert'
import { publishedReader } from '../../src/publishing/published-reader'
import { createDatabase } from '../../tests/support/database'
import { seedArticles, seedDrafts } from './seed'
import { percentile, timed, type Measure } from './table'

const SMALL = 1_000
const QUERIES = { en: ['harbour', 'harbour permit', 'night shift letter', '"court minutes"', 'union -storm', 'wordqr'], ar: ['المرفأ', 'النهر الورقة', 'التقرير', 'النقابة المحكمة'] } as const

type Costs = { publish: number; feed: number; list: number; search: number; slowest: string; rebakeSeconds: number }

/** What publishing, feeds, the admin's list and search cost with `count` articles, in milliseconds at the 95th percentile. */
async function costsAt(count: number, say: (line: string) => void, rebakes: boolean): Promise<Costs> {
  const made = await createDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'handbill-bench-'))
  setEnvironment({ DATABASE_URL: made.url, DATA_DIR: dataDir, MEDIA_DIR: undefined, EDITION_DIR: undefined, PAYLOAD_SECRET: 'of-a-bench-and-known-to-all' })
  try {
    say(`  ${count} articles: writing them`)
    await seedArticles(database(), count, say)
    await seedDrafts(database(), count)
    const reader = publishedReader(publicPool())

    let rebakeSeconds = Number.NaN
    if (rebakes) {
      say(`  ${count} articles: baking all`)
      const start = performance.now()
      let told = start
      await bakeNow({ all: true, onProgress: (done, total) => {
        if (performance.now() - told < 20_000) return
        told = performance.now()
        say(`    ${done} of ${total} parts`)
      } })
      rebakeSeconds = (performance.now() - start) / 1000
    } else await bakeNow()

    const search: number[] = []
    let slowest = { text: '', p95: 0 }
    for (const [language, queries] of Object.entries(QUERIES)) {
      for (const text of queries) {
        await reader.search({ text, language, limit: 20, offset: 0 })
        const samples = await timed(15, () => reader.search({ text, language, limit: 20, offset: 0 }))
        const p95 = percentile(samples, 0.95)
        if (p95 > slowest.p95) slowest = { text, p95 }
        search.push(...samples)
      }
    }
    const feed = await timed(30, () => reader.list({ collections: ['articles'], language: 'en', limit: 30 }))
    const list = await timed(30, async (index) => {
      await database().query('select id, title, language, kind, updated_at from articles where deleted_at is null order by updated_at desc limit 25 offset $1', [(index % 4) * 25])
      await database().query('select count(*) from (select from articles where deleted_at is null limit 1001) as counted')
    })
    const [model] = await reader.list({ collections: ['articles'], language: 'en', limit: 1 })
    if (model === undefined) throw new Error('Nothing was seeded')
    const publish = await timed(15, async (index) => {
      const slug = `fresh-${count}-${index}`
      await inTransaction(async (tx) => {
        await insertPublication(tx, { collection: 'articles', document: crypto.randomUUID(), projection: { ...model.projection, slug, title: slug }, title: slug, language: 'en', slug, publishedBy: null, run: null, change: null, publicNote: null }, null)
        await askForBake(tx)
      })
      await bakeNow()
      if (!existsSync(join(dataDir, 'edition', 'public', 'articles', `${slug}.html`))) throw new Error(`${slug} was not baked`)
    })
    return { publish: percentile(publish.slice(2), 0.5), feed: percentile(feed, 0.5), list: percentile(list, 0.5), search: percentile(search, 0.95), slowest: `slowest for ${slowest.text}, ${slowest.p95.toFixed(1)} ms`, rebakeSeconds }
  } finally {
    await closeDatabase()
    await made.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The same work with `large` articles and with a thousand, in one run; and, with `rebakes`, how long baking them all takes. */
export async function benchScale(large: number, say: (line: string) => void): Promise<Measure[]> {
  const small = await costsAt(SMALL, say, true)
  const big = await costsAt(large, say, true)
  const against = (what: string, name: 'publish' | 'feed' | 'list'): Measure => ({
    what: `${what}: ${large} articles against ${SMALL}`,
    value: big[name] / small[name],
    unit: '×',
    budget: 1.5,
    note: `${small[name].toFixed(1)} → ${big[name].toFixed(1)} ms, medians`,
  })
  return [
    against('publish and bake', 'publish'),
    against('what a feed reads', 'feed'),
    against('what the admin’s list reads', 'list'),
    { what: `search p95 at ${large} articles, English and Arabic`, value: big.search, unit: 'ms', budget: 50, note: `${small.search.toFixed(1)} ms at ${SMALL}; ${big.slowest}` },
    { what: `full bake of ${large} articles`, value: big.rebakeSeconds / 60, unit: 'min', budget: (15 * large) / 100_000, note: 'budget in proportion to 15 min for 100,000' },
  ]
}
