import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bakeNow } from '@/jobs/baking'
import { syncTouchedSources } from '@/link-health/sync'
import { now } from '@/platform/clock'
import { openDesk, type Desk } from '../../support/desk'
import { citationNode, lexical, openNewsroom, textNode, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
})
afterAll(() => desk.close())

const NOTE = 'A word in confidence from the printer'
const FORMATS = ['feed.xml', 'atom.xml', 'feed.json'] as const

/** What the public side answers now, once what waits for the edition is baked. */
async function read(path: string): Promise<string> {
  const { GET } = await import('@/app/(site)/[[...path]]/route')
  const response = await GET(new Request(`http://127.0.0.1:3000${path}`))
  expect(response.status, path).toBe(200)
  return response.text()
}
async function baked(path: string): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  const { env } = await import('@/env')
  return readFile(`${env().editionDir}/public${path}`, 'utf8')
}
const bake = async (): Promise<void> => expect((await bakeNow()).failed).toEqual([])
const say = (source: string, result: string): Promise<unknown> => room.must(room.team.sources, `POST /sources/${source}/verification`, { result, note: NOTE })

/** A live article of a language that cites a live source. */
async function citing(language: 'en' | 'ar', slug: string): Promise<string> {
  const source = await room.make('sources', 'live', { title: `The memo ${slug}`, slug: `memo-${slug}`, language, url: `https://memo.example/${slug}` })
  await room.make('articles', 'live', { title: `On the memo ${slug}`, slug, language, body: lexical([textNode('It was so.'), citationNode({ key: 'k1234567', source, quote: 'it was so' })]) })
  return source
}

describe('a source that is doubted', () => {
  test.each([
    ['en', '', { disputed: /Disputed: noted by us on \d+ \w+ \d{4}\./, retracted: /Retracted: noted by us on \d+ \w+ \d{4}\./ }],
    ['ar', '/ar', { disputed: /مطعون فيه: سجّلنا ذلك في [^<]+\./, retracted: /مسحوب: سجّلنا ذلك في [^<]+\./ }],
  ] as const)('is called so on every page and in every feed until that is taken back (%s)', async (language, at, words) => {
    const slug = `told-${language}`
    const source = await citing(language, slug)
    await bake()
    const pages = [`${at}/articles/${slug}`, `${at}/sources/memo-${slug}`, `${at}/sources`]
    const shown = async (): Promise<string[]> => Promise.all([...pages.map((path) => baked(`${path}.html`)), ...FORMATS.map((file) => baked(`${at}/${file}`))])
    const expecting = async (doubt: 'disputed' | 'retracted' | null): Promise<void> => {
      for (const [index, text] of (await shown()).entries()) {
        for (const each of ['disputed', 'retracted'] as const) {
          const name = `${index} ${each}`
          if (each === doubt) expect(text, name).toMatch(words[each])
          else expect(text, name).not.toMatch(words[each])
        }
        expect(text).not.toContain(NOTE)
      }
    }
    await say(source, 'verified')
    await bake()
    await expecting(null)
    await say(source, 'disputed')
    await bake()
    await expecting('disputed')
    expect((await shown())[0]).toMatch(/class="doubt".*?href="https:\/\/memo\.example/s)
    await say(source, 'retracted')
    await bake()
    await expecting('retracted')
    const [article = '', page = ''] = await shown()
    // It is named before any way to it, and can be read still.
    for (const each of [article, page]) expect(each).toMatch(/class="doubt".*?href="https:\/\/memo\.example/s)
    expect(page.indexOf('class="doubt"')).toBeLessThan(page.indexOf('href="https://memo.example'))
    expect(article).toContain('"creativeWorkStatus":"Retracted"')
    const [bib, ris, json] = await Promise.all(['bib', 'ris', 'json'].map((format) => baked(`${at}/articles/${slug}/sources.${format}`)))
    for (const each of [bib, ris, json]) expect(each).toMatch(/Retracted: noted on \d{4}-\d{2}-\d{2}\./)
    expect(JSON.parse(json ?? '')).toMatchObject([{ status: 'retracted' }])
    expect(JSON.parse((await shown()).at(-1) ?? '').items.flatMap((item: { _editorial?: { sources?: unknown[] } }) => item._editorial?.sources ?? [])).toContainEqual(expect.objectContaining({ doubt: 'retracted', doubted_since: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) }))
    await say(source, 'verified')
    await bake()
    await expecting(null)
    expect((await shown())[0]).not.toContain('creativeWorkStatus')
  })

  test('is said to be so since the day on which that was noted first, however often it was said again', async () => {
    const source = await citing('en', 'since')
    await say(source, 'retracted')
    const facts = async () => (await room.sql<{ facts: { doubt?: unknown } }>('select facts from handbill.source_facts where source = $1', [source]))[0]?.facts.doubt
    await room.sql(`insert into handbill.source_verifications (document, source_axis, technical_axis, content_axis, result, by, at) values
      ($1, 'n/a', 'n/a', 'n/a', 'disputed', $2, '2025-01-01'), ($1, 'n/a', 'n/a', 'n/a', 'retracted', $2, '2025-02-02'), ($1, 'n/a', 'n/a', 'n/a', 'retracted', $2, '2025-03-03')`, [source, room.team.sources.id])
    await say(source, 'retracted')
    expect(await facts()).toEqual({ is: 'retracted', since: '2025-02-02' })
  })

  test('counts for the record that it is merged into, and no longer once they are parted', async () => {
    const { publisher } = room.team
    const [doubted, survivor] = [await citing('en', 'merged'), await citing('en', 'survivor')]
    await say(doubted, 'retracted')
    await room.must(publisher, `POST /sources/${doubted}/merge`, { into: survivor })
    const doubt = async () => {
      while ((await syncTouchedSources({ query: async (text, values) => ({ rows: await room.sql(text, values as unknown[]) }) as never }, now(), async () => undefined)) > 0);
      return (await room.sql<{ doubt: string | null }>(`select facts -> 'doubt' ->> 'is' as doubt from handbill.source_facts where source = $1`, [survivor]))[0]?.doubt ?? null
    }
    expect(await doubt()).toBe('retracted')
    await bake()
    expect(await read('/articles/merged')).toMatch(/Retracted: noted by us/)
    await room.must(publisher, `POST /sources/${doubted}/unmerge`, {})
    expect(await doubt()).toBeNull()
  })

  test('and private is its label still, and nothing more', async () => {
    const secret = await room.make('sources', 'live', { title: 'A nurse', visibility: 'private', publicLabel: 'A nurse in the north', slug: 'a-nurse', grantedTo: [room.team.sources.id, room.team.publisher.id] })
    await say(secret, 'retracted')
    expect(await room.sql('select 1 from handbill.source_facts where source = $1', [secret])).toEqual([])
  })
})
