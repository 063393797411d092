import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database, type Queryable } from '@/platform/database'
import { publishedReader } from '@/publishing/published-reader'
import { freshDatabase, type TestDatabase } from '../../support/database'

const db: Queryable = { query: (text, values) => database().query(text, values as unknown[]) }
const reader = publishedReader(db)
const TOPIC = randomUUID()
let test_: TestDatabase

type Given = { collection?: string; language?: string; at: string; title: string; document?: string; group?: string; refs?: string[]; isTombstone?: boolean; corrections?: unknown[]; supersededAt?: string; projection?: object }

async function put(given: Given): Promise<string> {
  const document = given.document ?? randomUUID()
  const path = given.collection === 'site-settings' ? null : `/${given.title.replaceAll(' ', '-')}`
  await db.query(
    `insert into publications (title, collection, document, language, slug, path, is_tombstone, is_adopted, published_at, updated_publicly_at, went_live_at, superseded_at, content_hash, projection, corrections, addresses, refs, images, translation_group)
     values ($1, $2, $3, $4, $1, $5, $6, false, $7, $7, $7, $8, 'hash', $9, $10, $11, $12, '[]', $13)`,
    [given.title, given.collection ?? 'articles', document, given.language ?? 'en', path, given.isTombstone ?? false, given.at, given.supersededAt ?? null, JSON.stringify(given.projection ?? {}), JSON.stringify(given.corrections ?? []), JSON.stringify([path, `/old-${given.title}`]), JSON.stringify(given.refs ?? []), given.group ?? document],
  )
  return document
}

beforeAll(async () => {
  test_ = await freshDatabase()
  await put({ collection: 'site-settings', document: 'site-settings', title: 'settings', at: '2020-01-01T00:00:00Z', projection: { timeZone: 'Europe/London' } })
  const original = await put({ title: 'a', at: '2026-03-10T00:00:00Z', refs: [TOPIC] })
  await put({ title: 'b', at: '2026-03-20T00:00:00Z', language: 'ar', group: original })
  await put({ title: 'c', at: '2026-03-15T00:00:00Z', collection: 'social-posts', refs: [TOPIC] })
  // In London it is July already; in Greenwich's time still June.
  await put({ title: 'd', at: '2026-06-30T23:30:00Z' })
  await put({ title: 'e', at: '2026-01-05T00:00:00Z', isTombstone: true, refs: [TOPIC] })
  await put({ title: 'f', at: '2025-12-31T23:59:59Z', corrections: [{ at: '2026-01-01T00:00:00Z', kind: 'correction', note: 'n' }] })
  await put({ title: 'gone', at: '2026-02-01T00:00:00Z', supersededAt: '2026-02-02T00:00:00Z', refs: [TOPIC] })
})
afterAll(() => test_.drop())

const titles = (rows: { title: string }[]) => rows.map(({ title }) => title).join('')

describe('what readers’ pages are made from', () => {
  test.each<[Parameters<typeof reader.list>[0], string]>([
    [{ collections: ['articles', 'social-posts'] }, 'dbcaf'],
    [{ collections: ['articles', 'social-posts'], limit: 2 }, 'db'],
    [{ collections: ['articles', 'social-posts'], order: 'oldest' }, 'facbd'],
    [{ collections: ['articles'], order: 'title', limit: 3 }, 'abd'],
    [{ collections: ['articles'], language: 'ar' }, 'b'],
    [{ collections: ['articles', 'social-posts'], refersTo: TOPIC }, 'ca'],
    [{ collections: ['articles'], month: '2026-07' }, 'd'],
    [{ collections: ['articles'], month: '2026-06' }, ''],
    [{ collections: ['articles'], month: '2025-12' }, 'f'],
    [{ collections: [] }, ''],
  ])('lists %j', async (listing, expected) => {
    expect(titles(await reader.list(listing))).toBe(expected)
    if (listing.limit === undefined) expect(await reader.count(listing)).toBe(expected.length)
  })

  test('counts by month, newest first, the same by both ways', async () => {
    expect(await reader.months({ collections: ['articles', 'social-posts'] })).toEqual([{ month: '2026-07', count: 1 }, { month: '2026-03', count: 3 }, { month: '2025-12', count: 1 }])
    expect(await reader.months({ collections: ['articles', 'social-posts'], refersTo: TOPIC })).toEqual([{ month: '2026-03', count: 2 }])
    expect(await reader.months({ collections: ['pages'] })).toEqual([])
  })

  test('finds translations, corrections, and who has or had an address', async () => {
    const [original] = await reader.list({ collections: ['articles'], refersTo: TOPIC })
    expect(titles(await reader.translations('articles', original?.document ?? ''))).toBe('ba')
    const corrected = { language: 'en', limit: 5 }
    expect(titles(await reader.corrected(corrected))).toBe('ef')
    expect(titles(await reader.corrected({ ...corrected, limit: 1 }))).toBe('e')
    expect(titles(await reader.corrected({ ...corrected, collections: ['articles'] }))).toBe('ef')
    expect(titles(await reader.corrected({ ...corrected, collections: ['social-posts'] }))).toBe('')
    expect(titles(await reader.corrected({ ...corrected, refersTo: TOPIC }))).toBe('')
    expect([await reader.countCorrected({ language: 'en' }), await reader.countCorrected({ language: 'ar' })]).toEqual([2, 0])
    expect((await reader.byAddress('/d'))?.title).toBe('d')
    expect((await reader.byAddress('/old-d'))?.title).toBe('d')
    expect((await reader.byAddress('/e'))?.isTombstone).toBe(true)
    expect(await reader.byAddress('/gone')).toBeNull()
    expect(titles(await reader.byId('articles', [original?.document ?? '', randomUUID()]))).toBe('a')
  })

  test('what is not baked yet is listed until it is, and again when its bake is forgotten', async () => {
    const waiting = async () => (await db.query('select publication from handbill.unbaked')).rows.length
    expect(await waiting()).toBe(8)
    await db.query('insert into handbill.bakes (publication) select id from publications limit 5')
    expect(await waiting()).toBe(3)
    await db.query('delete from handbill.bakes')
    expect(await waiting()).toBe(8)
  })
})

describe('search', () => {
  const found = async (text: string, language = 'en') => {
    const { hits, total, isAll } = await reader.search({ text, language, limit: 5, offset: 0 })
    return { titles: hits.map(({ publication }) => publication.title), total, isAll }
  }
  beforeAll(async () => {
    // More texts than are looked at one by one: a word in each, one in every third, one in a few.
    await db.query(
      `insert into publications (title, collection, document, language, slug, path, is_tombstone, is_adopted, published_at, updated_publicly_at, went_live_at, content_hash, projection, corrections, addresses, refs, images, translation_group, search_text)
       select 'text ' || number, 'articles', gen_random_uuid(), 'en', 'text-' || number, case when number = 7 then null else '/text-' || number end, false, false, at, at, at, 'hash', '{}', '[]', '[]', '[]', '[]', 'group-' || number,
         'text ' || number || E'\nharbour' || case when number % 3 = 0 then ' permit' else '' end || case when number in (7, 8, 4900) then ' lighthouse' else '' end
       from generate_series(1, 5000) as number, lateral (select timestamptz '2020-01-01' + number * interval '1 hour') as dated (at)`,
    )
    await db.query('analyze publications')
  })

  test('finds the few texts of a rare word however old, and none without an address', async () => {
    expect(await found('lighthouse')).toEqual({ titles: ['text 4900', 'text 8'], total: 2, isAll: true })
    expect(await found('harbour lighthouse -4900')).toEqual({ titles: ['text 8'], total: 1, isAll: true })
  })

  test('ranks the newest of a common word’s texts, and says that there are more', async () => {
    expect(await found('harbour')).toEqual({ titles: ['text 5000', 'text 4999', 'text 4998', 'text 4997', 'text 4996'], total: 500, isAll: false })
    expect(await found('"harbour permit"')).toMatchObject({ titles: ['text 4998', 'text 4995', 'text 4992', 'text 4989', 'text 4986'], isAll: false })
  })

  test('finds nothing for words that say nothing', async () => {
    expect(await found('the')).toEqual({ titles: [], total: 0, isAll: true })
    expect(await found('\u0000 & | ! <-> :*')).toMatchObject({ titles: [], total: 0 })
  })

  test('counts also past the last page', async () => {
    expect(await reader.search({ text: 'lighthouse', language: 'en', limit: 5, offset: 100 })).toEqual({ hits: [], total: 2, isAll: true })
  })
})
