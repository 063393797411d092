import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { presentText } from '@/rich-text/present'
import { freshDatabase } from '../../support/database'

// Exports of real blogs lie beside the checkout where it was made; a bare clone has none, and `import.test.ts` holds the same on our own.
const SAMPLES = fileURLToPath(new URL('../../../../shared/samples', import.meta.url))

describe.skipIf(!existsSync(SAMPLES))('the sample exports beside the checkout', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let payload: Payload

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

  const articles = async () => (await payload.find({ collection: 'articles', depth: 0, pagination: false, overrideAccess: true, showHiddenFields: true, sort: 'createdAt' })).docs
  const textOf = (article: { body?: unknown; citations?: unknown }) => presentText(article.body as never, new Map(), new Set(), (article.citations ?? {}) as never)
  const wordsOf = (value: unknown): string => JSON.stringify(value)

  it('five drafts: the attribution of the repost, the proposed warning, every paragraph, every footnote mark', async () => {
    const { runImport } = await import('@/import/run')
    const { report } = await runImport({ payload, file: `${SAMPLES}/campaign-blog.wxr.xml`, mediaFolder: null, isAdopting: false, isDryRun: false })
    expect(report.created).toMatchObject({ articles: 5, people: 1, topics: 4 })
    const [repost, warned, long, answer, statement] = await articles()
    expect(repost).toMatchObject({ kind: 'republication', republication: { title: repost?.title } })
    expect(warned?.proposedWarnings).toMatch(/^– Warning: /)
    expect(warned?.warningReview).toBe('notAssessed')
    expect([repost, warned, long, answer, statement].map((article) => textOf(article ?? {}).body.length)).toEqual([1, 5, 22, 20, 4])
    expect(textOf(answer ?? {}).citations.map(({ originalLabel, note }) => originalLabel ?? note)).toEqual(['[1]', '[2]', '[3]', '[4]', '…/uk-seizes-syrian…', '…/isis-air-strikes-mi6-secret…'])
    expect(wordsOf(textOf(long ?? {}).body)).toContain('[AR]')
  })

  it('live pages at new addresses, redirects from the old ones, three styles of footnotes, the draft private', async () => {
    const { runImport } = await import('@/import/run')
    const order = { payload, file: `${SAMPLES}/wordpress-export.wxr.xml`, mediaFolder: `${SAMPLES}/wordpress-media`, isAdopting: true, isDryRun: false }
    const { report } = await runImport(order)
    expect(report).toMatchObject({ adopted: 6, created: { articles: 6, pages: 1, people: 2, topics: 9, series: 1, sources: 7, media: 1 } })
    const { database: pool } = await import('@/platform/database')
    const { rows: live } = await pool().query<{ path: string; addresses: string[]; projection: { citations: { originalLabel?: string }[] } }>(`select path, addresses, projection from publications where collection = 'articles' order by published_at`)
    expect(live.map(({ path, addresses }) => [path, addresses.find((address) => address.startsWith('/2018/'))])).toEqual([
      ['/articles/pumping-station-part-one', '/2018/03/pumping-station-part-one'],
      ['/articles/pumping-station-part-two', '/2018/03/pumping-station-part-two'],
      ['/articles/night-work', '/2018/07/night-work'],
      ['/articles/answer-to-the-mayor', '/2018/08/answer-to-the-mayor'],
      ['/ar/articles/المستنقع-ليس-للبيع', '/2018/08/المستنقع-ليس-للبيع'],
    ])
    expect(live.map(({ projection }) => projection.citations.flatMap(({ originalLabel }) => originalLabel ?? []))).toEqual([['[1]'], ['1', '2'], [], ['[2]', '[3]', '[4]'], []])
    expect(wordsOf(live)).not.toContain('Half a sentence')
    expect(report.posts.find(({ postId }) => postId === '6')).toMatchObject({ became: 'draft', why: 'it was a draft' })
    expect((await runImport(order)).report).toMatchObject({ adopted: 0, created: { articles: 0, sources: 0, media: 0 } })
  })

  it('each link a citation with its source, three spellings of one address one record, an archived link an archive of its original', async () => {
    const { database: pool } = await import('@/platform/database')
    const { rows: sources } = await pool().query<{ id: string; url: string; url_key: string; archived_url: string | null; archived_at: string | null }>('select id, url, url_key, archived_url, archived_at from sources')
    const of = (key: string) => sources.filter((source) => source.url_key === key)
    expect(of('agency.example/licences/4471')).toHaveLength(1)
    expect(of('paper.example/questions')).toEqual([
      expect.objectContaining({ url: 'http://paper.example/questions', archived_url: 'https://web.archive.org/web/20170609120000/http://paper.example/questions', archived_at: '2017-06-09T12:00:00.000Z' }),
    ])
    const { rows: citations } = await pool().query<{ source: string | null; intent: string; note: string | null }>('select source, intent, note from handbill.citations order by document, position')
    const citing = (key: string) => citations.filter(({ source }) => of(key).some(({ id }) => id === source))
    expect(citing('agency.example/licences/4471')).toHaveLength(3)
    // The one whose text was republished is named by the attribution, not by a mark.
    for (const { url_key: key } of sources) if (key !== 'rivers.example/reports/night-work') expect(citing(key).length, key).toBeGreaterThan(0)
    // An address that was cut still needs its source, and so does a mark whose words are lost; a footnote that names no work is a remark.
    const cut = citations.filter(({ note }) => note?.includes('…'))
    expect(cut.length).toBeGreaterThan(0)
    expect(new Set(cut.map(({ source, intent }) => `${source} ${intent}`))).toEqual(new Set(['null supports']))
    const plain = citations.filter(({ source, note }) => source === null && note !== null && !note.includes('…'))
    expect(new Set(plain.map(({ intent }) => intent))).toEqual(new Set(['remark']))
  })
})
