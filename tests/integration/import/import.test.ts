import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CollectionSlug, Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ImportOrder } from '@/import/run'
import { freshDatabase } from '../../support/database'
import { wxr, type TestItem } from '../../support/wxr'

const ORCHARD = fileURLToPath(new URL('../../support/fixtures/wxr/orchard-line.wxr.xml', import.meta.url))

let database: Awaited<ReturnType<typeof freshDatabase>>
let payload: Payload
let folder: string

beforeAll(async () => {
  database = await freshDatabase()
  const [{ getPayload }, { default: config }] = await Promise.all([import('payload'), import('@payload-config')])
  payload = await getPayload({ config })
})
afterAll(async () => {
  const { closePayload } = await import('@/platform/payload-database')
  await closePayload(payload)
  await database.drop()
})
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handbill-uploads-'))
  mkdirSync(join(folder, '2019/05'), { recursive: true })
  writeFileSync(join(folder, '2019/05/stumps.png'), await sharp({ create: { width: 60, height: 40, channels: 3, background: '#775533' } }).png().toBuffer())
})
afterEach(async () => {
  vi.restoreAllMocks()
  await emptyDatabase()
  for (const name of ['media', 'imports']) rmSync(join(database.dataDir, name), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

/** Empties every table, those too that never shrink in life: a test is no life. */
async function emptyDatabase(): Promise<void> {
  const { inTransaction } = await import('@/platform/database')
  await inTransaction(async (tx) => {
    const { rows: tables } = await tx.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'handbill') and tablename <> 'payload_migrations'`,
    )
    await tx.query('set local session_replication_role = replica')
    await tx.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
    await tx.query(`delete from graphile_worker._private_jobs`)
  })
}

async function run(file: string, options: Partial<ImportOrder> = {}) {
  const { runImport } = await import('@/import/run')
  return runImport({ payload, file, mediaFolder: folder, isAdopting: false, isDryRun: false, ...options })
}

function write(...items: TestItem[]): string {
  const file = join(folder, 'export.xml')
  writeFileSync(file, wxr(...items))
  return file
}

async function rows<R extends Record<string, unknown>>(query: string, values: unknown[] = []): Promise<R[]> {
  const { database: pool } = await import('@/platform/database')
  return (await pool().query<R>(query, values)).rows
}

async function documents(collection: CollectionSlug): Promise<Record<string, unknown>[]> {
  const { docs } = await payload.find({ collection, depth: 0, pagination: false, overrideAccess: true, showHiddenFields: true, trash: true, sort: 'createdAt' })
  return docs as unknown as Record<string, unknown>[]
}

async function counts(): Promise<Record<string, number>> {
  const tables = ['articles', '_articles_v', 'pages', 'people', 'topics', 'series', 'sources', 'media', 'publications', 'handbill.addresses', 'handbill.audit_log']
  const pairs = await Promise.all(tables.map(async (table) => [table, Number((await rows<{ count: string }>(`select count(*) from ${table}`))[0]?.count)] as const))
  return Object.fromEntries(pairs)
}

describe('without adopting', () => {
  it('makes private drafts with all that belongs to them', async () => {
    const { report } = await run(ORCHARD)
    expect(report.created).toEqual({ articles: 7, pages: 1, people: 2, topics: 2, series: 1, sources: 4, media: 1 })
    expect(await rows('select 1 from publications')).toEqual([])
    const articles = await documents('articles')
    expect(articles.map(({ slug, language, kind, warningReview }) => [slug, language, kind, warningReview])).toEqual([
      ['felled-part-one', 'en', 'original', 'notAssessed'],
      ['felled-part-two', 'en', 'original', 'notAssessed'],
      ['night-shift', 'en', 'republication', 'notAssessed'],
      ['قطعت', 'ar', 'translation', 'notAssessed'],
      ['names-numbers-we-cant-print-yet', 'en', 'original', 'notAssessed'],
      ['for-members', 'en', 'original', 'notAssessed'],
      ['thrown-away-trashed', 'en', 'original', 'notAssessed'],
    ])
    const [one, two, night, arabic] = articles
    expect(one).toMatchObject({ title: 'Felled before breakfast: Part One', standfirst: 'Ninety trees came down where forty were allowed.', seriesPart: 1 })
    expect(two).toMatchObject({ series: one?.series, seriesPart: 2 })
    expect(night).toMatchObject({ proposedWarnings: 'Content warning: this report describes an injury.', republication: { publisher: 'Hedge Watch', title: 'The night shift', publishedOn: '2019-07-12', permission: 'Reposted with permission' } })
    expect(arabic?.translationOf).toBe(one?.id)
    expect(articles[6]?.deletedAt).toBeTruthy()
    expect(JSON.stringify(two?.body)).toContain(`"value":"${String(one?.id)}"`)
    expect(JSON.stringify(await documents('people'))).not.toContain('@orchard.example')
  })

  it('cites one work as one source, keeps each footnote, and loses no link to a later post', async () => {
    await run(ORCHARD)
    const sources = await documents('sources')
    expect(sources.map(({ urlKey }) => urlKey).sort()).toEqual(['council.example/minutes', 'council.example/permits/88', 'gazette.example/paid', 'hedgewatch.example/night'])
    expect(sources.find(({ urlKey }) => urlKey === 'gazette.example/paid')).toMatchObject({ title: 'The Gazette (archived)', url: 'http://gazette.example/paid', archivedAt: '2019-06-01T07:08:09.000Z' })
    const { presentText } = await import('@/rich-text/present')
    const [one, two] = await documents('articles')
    const citations = [one, two].map((article) => presentText(article?.body as never, new Map(), new Set(), article?.citations as never).citations)
    const idOf = (key: string) => sources.find(({ urlKey }) => urlKey === key)?.id
    expect(citations[0]).toMatchObject([
      { source: idOf('council.example/permits/88') }, { source: idOf('council.example/permits/88') }, { source: idOf('council.example/permits/88'), locator: { label: 'section', value: 'schedule-b' } },
      { source: null, note: 'https://count.example/…/spring-co…' }, { source: null, note: 'Letter of 30 April 2019, shown to us.', originalLabel: '[1]' }, { source: null, originalLabel: '[2]' },
    ])
    expect(citations[1]).toMatchObject([
      { source: null, note: 'Land register, entry 12', originalLabel: '1' }, { source: idOf('gazette.example/paid'), originalLabel: '2' }, { source: idOf('council.example/minutes'), note: 'Minutes of the council', originalLabel: '3' },
    ])
  })

  it('uses a source that the desk has, but never a private one', async () => {
    const shared = { language: 'en', kind: 'webpage' } as const
    const known = await payload.create({ collection: 'sources', data: { ...shared, title: 'Permit 88', slug: 'permit-88', url: 'http://www.council.example/permits/88/' }, overrideAccess: true, draft: false })
    await payload.create({ collection: 'sources', data: { ...shared, title: 'A friend', slug: 'a-friend', url: 'https://council.example/minutes', visibility: 'private', publicLabel: 'a friend' }, overrideAccess: true, draft: false })
    const { report } = await run(ORCHARD)
    expect(report.created.sources).toBe(3)
    expect(JSON.stringify((await documents('articles'))[0]?.citations)).toContain(known.id)
  })

  it('gives a slug that is taken a number, for drafts of the desk too', async () => {
    await payload.create({ collection: 'articles', data: { title: 'x', slug: 'felled-part-one', language: 'en' }, overrideAccess: true, draft: false })
    const { report } = await run(ORCHARD)
    expect(report.posts[0]).toMatchObject({ became: 'draft', slug: 'felled-part-one-2' })
  })
})

describe('a second run', () => {
  it('changes nothing, whatever was done to the drafts since', async () => {
    await run(ORCHARD)
    const [first, second] = await documents('articles')
    await payload.update({ collection: 'articles', id: String(first?.id), data: { title: 'Our better title' }, overrideAccess: true, draft: false })
    await payload.update({ collection: 'articles', id: String(second?.id), data: { deletedAt: new Date().toISOString() }, overrideAccess: true, draft: false })
    const before = [await counts(), await documents('articles'), readdirSync(join(database.dataDir, 'media'))]
    const { report, reportFile } = await run(ORCHARD)
    expect([await counts(), await documents('articles'), readdirSync(join(database.dataDir, 'media'))]).toEqual(before)
    expect(reportFile).toBeNull()
    const { reportText } = await import('@/import/report')
    expect(reportText(report)).toContain('Nothing to do: all 8 posts are here already.')
  })

  it('brings in only what is new in a later export', async () => {
    await run(write({ id: 1, content: '<p>One</p>' }))
    const { report } = await run(write({ id: 1, content: '<p>One, changed there</p>' }, { id: 2, content: '<p><a href="/2019/05/post-1/">one</a></p>' }))
    expect(report.posts.map(({ became }) => became)).toEqual(['known', 'draft'])
    const [one, two] = await documents('articles')
    expect(JSON.stringify(one?.body)).not.toContain('changed there')
    expect(JSON.stringify(two?.body)).toContain(String(one?.id))
  })
})

describe('with --adopt', () => {
  it('makes public what was public, with its dates and old addresses, and nothing else', async () => {
    const { report } = await run(ORCHARD, { isAdopting: true })
    expect(report.adopted).toBe(5)
    const live = await rows<{ path: string; published_at: Date; addresses: string[]; is_adopted: boolean; projection: unknown }>(`select * from publications where collection in ('articles', 'pages') order by published_at`)
    expect(live.map(({ path, published_at: at, addresses, is_adopted: isAdopted }) => [path, at.toISOString(), addresses.toSorted(), isAdopted])).toEqual([
      ['/who-we-are', '2018-01-01T09:00:00.000Z', ['/who-we-are'], true],
      ['/articles/felled-part-one', '2019-05-04T10:00:00.000Z', ['/2019/05/felled-part-one', '/articles/felled-part-one'], true],
      ['/articles/felled-part-two', '2019-06-02T08:30:00.000Z', ['/2019/06/felled-part-two', '/articles/felled-part-two'], true],
      ['/articles/night-shift', '2019-07-14T06:00:00.000Z', ['/2019/07/night-shift', '/articles/night-shift'], true],
      ['/ar/articles/قطعت', '2019-08-01T09:00:00.000Z', ['/2019/08/قطعت', '/ar/articles/قطعت'], true],
    ])
    const everything = JSON.stringify(await rows('select projection, search_text, title from publications'))
    for (const canary of ['canary-draft', 'canary-password', 'canary-trash', 'canary-script', 'Canary Commenter', 'canary@mail', '@orchard.example', 'hedgehog']) expect(everything).not.toContain(canary)
    for (const shown of ['Rows of stumps', 'a passer-by', 'CC BY-SA', 'The last pear tree.']) expect(everything).toContain(shown)
  })

  it('readers are sent on from the old addresses, and find the notes; feeds are not flooded', async () => {
    await payload.updateGlobal({ slug: 'site-settings', data: { name: { en: 'The Line' }, languages: ['en', 'ar'] }, overrideAccess: true })
    await run(ORCHARD, { isAdopting: true })
    const [{ answer }, { publishedReader }, { publicPool }, { env }] = await Promise.all([import('@/edition/answer'), import('@/publishing/published-reader'), import('@/platform/database'), import('@/env')])
    const ask = (path: string) => answer({ path, search: '' }, { reader: publishedReader(publicPool()), origin: 'https://line.example' }, env().editionDir)
    for (const old of ['/2019/06/felled-part-two/', '/2019/06/felled-part-two']) expect(await ask(old)).toMatchObject({ status: 301, headers: { Location: '/articles/felled-part-two' } })
    expect(await ask('/2019/08/قطعت/')).toMatchObject({ status: 301, headers: { Location: encodeURI('/ar/articles/قطعت') } })
    const page = await ask('/articles/felled-part-two')
    expect(page.status).toBe(200)
    for (const note of ['Land register, entry 12', 'The Gazette (archived)', 'Minutes of the council']) expect(String(page.body)).toContain(note)
    expect(String(page.body).match(/role="doc-noteref"/g)).toHaveLength(3)
    expect((await ask('/articles/names-numbers-we-cant-print-yet')).status).toBe(404)
    expect(String((await ask('/feed.xml')).body)).not.toContain('Felled before breakfast')
  })

  it('logs one exception for all of it, and orders a bake', async () => {
    await run(ORCHARD, { isAdopting: true })
    const adopted = await rows<{ exception: string }>(`select details ->> 'exception' as exception from handbill.audit_log where action = 'adopted'`)
    expect(adopted.length).toBeGreaterThan(5)
    expect(new Set(adopted.map(({ exception }) => exception)).size).toBe(1)
    expect(await rows(`select 1 from graphile_worker.jobs where key = 'bake'`)).toHaveLength(1)
  })

  it('adopts what an earlier run left as drafts, unless somebody has worked on it', async () => {
    await run(ORCHARD)
    const user = await payload.create({ collection: 'users', data: { email: 'editor@desk.example', name: 'Editor', roles: ['editor'], password: 'a-long-password' }, overrideAccess: true })
    const [one] = await documents('articles')
    await payload.update({ collection: 'articles', id: String(one?.id), data: { title: 'In work' }, overrideAccess: true, draft: false, user })
    const { report } = await run(ORCHARD, { isAdopting: true })
    expect(report.adopted).toBe(4)
    expect(await rows('select 1 from publications where document = $1', [one?.id])).toEqual([])
    expect((await run(ORCHARD, { isAdopting: true })).report).toMatchObject({ adopted: 0, created: { articles: 0 } })
  })

  it('says so where an old address is somebody else’s already', async () => {
    await run(write({ id: 1, link: 'https://orchard.example/shared/' }), { isAdopting: true })
    const { report } = await run(write({ id: 2, link: 'https://orchard.example/shared/' }, { id: 3, link: 'https://orchard.example/admin/x/' }), { isAdopting: true })
    expect(report.adopted).toBe(2)
    expect(report.posts.flatMap(({ findings }) => findings.map(({ words }) => words))).toEqual(['/shared', '/admin/x'])
  })
})

it('where adopting fails, the drafts stay, the error says so, and a later run adopts them', async () => {
  const { find } = payload
  // Only adopting reads a whole page again.
  const broken = vi.spyOn(payload, 'find').mockImplementation(((order: { collection: string; showHiddenFields?: boolean }) =>
    order.collection === 'pages' && order.showHiddenFields ? Promise.reject(new Error('the connection was lost.')) : find.call(payload, order as never)) as never)
  await expect(run(ORCHARD, { isAdopting: true })).rejects.toThrow('The posts are in as drafts, but none could be made public: the connection was lost.')
  broken.mockRestore()
  expect((await documents('articles')).length).toBe(7)
  expect(await rows('select 1 from publications')).toEqual([])
  expect((await run(ORCHARD, { isAdopting: true })).report).toMatchObject({ adopted: 5, created: { articles: 0 } })
})

describe('all of it or nothing', () => {
  it('a dry run says what would happen and changes nothing', async () => {
    const before = await counts()
    const { report, reportFile } = await run(ORCHARD, { isDryRun: true, isAdopting: true })
    expect(report).toMatchObject({ adopted: 5, created: { articles: 7, pages: 1 } })
    expect(reportFile).toBeNull()
    expect(await counts()).toEqual(before)
    expect(existsSync(join(database.dataDir, 'imports'))).toBe(false)
  })

  it.each([
    ['cut off at its end', (text: string) => text.slice(0, -20), /ends before it is complete/],
    ['with a control character in its last post', (text: string) => text.replace('Neighbours of', 'Neighbours\u0007 of'), /control character/],
    ['with two posts of one id', (text: string) => text.replace('<wp:post_id>8<', '<wp:post_id>1<'), /Two items have the post id 1/],
    ['that names no site', (text: string) => text.replaceAll(/<wp:base_\w+_url>.*?<\/wp:base_\w+_url>/g, '').replace('<link>https://orchard.example</link>', ''), /which site/],
  ])('a file %s imports nothing', async (_, change, why) => {
    const file = join(folder, 'broken.xml')
    writeFileSync(file, change(readFileSync(ORCHARD, 'utf8')))
    const before = await counts()
    await expect(run(file, { isAdopting: true })).rejects.toThrow(why)
    expect(await counts()).toEqual(before)
  })

  it('a failure in the middle takes back documents, versions and image files', async () => {
    const before = await counts()
    const { create } = payload
    vi.spyOn(payload, 'create').mockImplementation(((order: { collection: string; data: { slug?: string } }) => {
      if (order.data.slug === 'for-members') throw new Error('the disk is full')
      return create.call(payload, order as never)
    }) as never)
    await expect(run(ORCHARD, { isAdopting: true })).rejects.toThrow('the disk is full')
    expect(await counts()).toEqual(before)
    const media = join(database.dataDir, 'media')
    expect(existsSync(media) ? readdirSync(media) : []).toEqual([])
  })

  it('an image that lies about its type is reported, and its post comes in without it', async () => {
    writeFileSync(join(folder, '2019/05/stumps.png'), '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
    const { report } = await run(ORCHARD)
    expect(report.created.media).toBe(0)
    expect(report.posts[1]?.findings).toContainEqual({ kind: 'notPlaced', what: 'An image of the media folder can’t be taken', words: '2019/05/stumps.png is not a JPEG, PNG or WebP image' })
    expect(JSON.stringify((await documents('articles'))[1]?.body)).toContain('Stumps in June.')
  })

  it('two imports at once: one of them waits for nobody and is refused', async () => {
    const outcomes = await Promise.allSettled([run(ORCHARD), run(ORCHARD)])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await documents('articles')).length).toBe(7)
  })

  it('a post too long for the editor is left behind by name', async () => {
    const { report } = await run(write({ id: 1, content: '<b>x</b> y '.repeat(40_000) }, { id: 2 }))
    expect(report.posts.map(({ became, why }) => [became, why !== ''])).toEqual([['left', true], ['draft', false]])
  })
})

it('the report is kept as a file that only its owner reads', async () => {
  const { reportFile } = await run(ORCHARD)
  expect(dirname(reportFile ?? '')).toBe(join(database.dataDir, 'imports'))
  const stored = JSON.parse(readFileSync(reportFile ?? '', 'utf8')) as { posts: { findings: { words?: string }[] }[] }
  expect(stored.posts).toHaveLength(8)
  expect(JSON.stringify(stored)).toContain('canary-script')
})
