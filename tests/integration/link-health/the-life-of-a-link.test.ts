import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findQuote } from '@/citations/quotes/anchor'
import { env } from '@/env'
import { bakeNow } from '@/jobs/baking'
import { database, publicPool } from '@/platform/database'
import { publishedReader } from '@/publishing/published-reader'
import { prefersArchive, type SourceFacts } from '@/record/source-facts'
import { openDesk, type Desk } from '../../support/desk'
import { watchLinks, type LinkWatch } from '../../support/link-watch'
import { htmlPage, openLocalWeb, type LocalWeb } from '../../support/local-web'
import { openNewsroom, citationNode, lexical, textNode, type Newsroom } from '../../support/newsroom'

const QUOTE = 'the harbour master signed for forty crates and counted thirty-one'
const STORY = `On the ninth of March ${QUOTE}, and nobody on the quay that morning could say where the other nine had gone, though the crane driver had logged each lift and the night watch had locked the shed behind the last of them before the tide turned.`
const OTHERS = 'Spin the reels tonight and claim a welcome bonus on your first deposit, with hundreds of slots, live dealers around the clock, instant payouts to every wallet, and a loyalty scheme that rewards our most faithful players each and every week of the year without any limit at all.'
const PAGE = htmlPage('Crates at the quay', STORY)
const ARCHIVE = 'https://web.archive.org/web/20260301000000/http://paper.test/crates'

let desk: Desk
let room: Newsroom
let web: LocalWeb
let watch: LinkWatch
let source: string
let article: string
const clock = { at: Date.parse('2026-03-02T08:00:00Z') }

const ask = async (path: string) => (await room.must(room.team.author, `GET ${path}`)).body
const facts = async (): Promise<SourceFacts | undefined> => (await publishedReader(publicPool()).facts([source])).get(source)
const baked = (name: string): Promise<string> => readFile(join(env().editionDir, 'public', name), 'utf8')

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  await room.withoutBaking()
  web = await openLocalWeb(() => clock.at)
  watch = watchLinks(web, clock, { findQuote })
  source = await room.write('sources', { title: 'Crates at the quay', url: 'http://paper.test/crates', archivedUrl: ARCHIVE, archivedAt: '2026-03-01' })
  await room.bring('sources', source, 'live')
  article = await room.write('articles', { title: 'Nine crates', slug: 'nine-crates', body: lexical([textNode('Nine are gone.'), citationNode({ key: 'crates', source, quote: QUOTE })]) })
  await room.bring('articles', article, 'live')
  await bakeNow()
})
afterAll(async () => {
  watch.stop()
  await web.close()
  await desk.close()
})

/** What readers are offered first where a page or feed names the source: its original, a copy, or, with no way to the original, a copy alone. */
function offered(bytes: string): 'original' | 'copy' | 'copy alone' {
  // In a feed the markup of an item is text.
  const text = bytes.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('\\"', '"')
  const [original, copy] = [text.search(/href="http:\/\/paper\.test\/crates/), text.indexOf(`href="${ARCHIVE}"`)]
  expect(copy).toBeGreaterThan(-1)
  return original === -1 ? 'copy alone' : original < copy ? 'original' : 'copy'
}

/** The same of every page and feed that shows it. */
async function shown(): Promise<Record<string, string>> {
  const names = { article: 'articles/nine-crates.html', source: `${(await ask(`/sources/${source}`)).slug}.html`, rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' }
  names.source = `sources/${names.source}`
  return Object.fromEntries(await Promise.all(Object.entries(names).map(async ([name, file]) => [name, offered(await baked(file))])))
}
const everywhere = (what: string) => ({ article: what, source: what, rss: what, atom: what, json: what })
const inTrouble = async (): Promise<string[]> => (await ask('/link-health')).sources.map(({ id }: { id: string }) => id)

/** Looks `times` times, bakes what that changed, and says how the link stands everywhere. */
async function then(times: number): Promise<{ state: string; public: string | undefined; archiveFirst: boolean; waiting: number }> {
  await watch.untilLooked(source, times)
  const report = await bakeNow()
  expect(report.failed).toEqual([])
  const [link, known] = [await ask(`/sources/${source}/link`), await facts()]
  const { rows } = await database().query<{ count: number }>('select count(*)::int as count from handbill.unbaked_facts')
  return { state: link.state, public: known?.state, archiveFirst: prefersArchive(known), waiting: rows[0]!.count }
}

describe('a link from its first day to its last', () => {
  test('is live while its page answers with the words relied on', async () => {
    await web.site('paper.test', (path) => (path === '/crates' ? { body: PAGE } : { status: 404, body: htmlPage('Not found') }))
    expect(await then(1)).toEqual({ state: 'live', public: 'live', archiveFirst: false, waiting: 0 })
    expect(await facts()).toEqual({ source, state: 'live', since: '2026-03-02', archives: [{ url: ARCHIVE, at: '2026-03-01', provider: 'wayback' }], history: [{ on: '2026-03-02', state: 'live' }] })
    expect((await ask(`/sources/${source}/link`)).quotes).toEqual([expect.objectContaining({ document: article, key: 'crates', state: 'found' })])
    expect(await shown()).toEqual(everywhere('original'))
    expect(await inTrouble()).toEqual([])
  })

  test('stays live where it redirects to the same words', async () => {
    await web.site('paper.test', (path) => (path === '/crates' ? { status: 301, headers: { Location: '/2026/crates' } } : path === '/2026/crates' ? { body: PAGE } : { status: 404 }))
    expect(await then(2)).toMatchObject({ state: 'live', public: 'live', waiting: 0 })
    const { checks } = await ask(`/sources/${source}/link`)
    expect(checks[0]).toMatchObject({ outcome: 'redirect', finalUrl: 'http://paper.test/2026/crates', quotesFound: 1 })
  })

  test('is blocked, and never dead, for as long as it keeps us out', async () => {
    await web.site('paper.test', () => ({ status: 403, body: 'no' }))
    expect(await then(8)).toEqual({ state: 'blocked', public: 'blocked', archiveFirst: false, waiting: 0 })
    expect(await shown()).toEqual(everywhere('original'))
  })

  test('is suspect at the first 404 and dead after three, a last look of another shape included; the archived copy then comes first', async () => {
    await web.site('paper.test', () => ({ status: 404, body: htmlPage('Not found') }))
    expect(await then(1)).toMatchObject({ state: 'suspect', public: 'suspect', archiveFirst: false })
    expect(await then(2)).toMatchObject({ state: 'suspect', archiveFirst: false })
    expect(await then(1)).toEqual({ state: 'dead', public: 'dead', archiveFirst: true, waiting: 0 })
    expect(web.exchanges.at(-1)).toMatchObject({ path: '/crates', agent: 'capture' })
    const { rows } = await database().query(`select details ->> 'state' as state, details -> 'people' as people from handbill.review_events where document = $1 and kind = 'sourceDied'`, [source])
    expect(rows).toEqual([{ state: 'dead', people: [room.team.author.id] }])
    expect(await shown()).toEqual(everywhere('copy'))
    expect(await inTrouble()).toEqual([source])
    expect((await ask(`/sources/${source}/impact`)).texts).toMatchObject([{ id: article, places: [{ key: 'crates', quote: QUOTE, quoteState: 'found' }] }])
  })

  test('is usurped once somebody else’s page stands in its place, seen twice', async () => {
    await web.site('casino.test', () => ({ body: htmlPage('Welcome bonus', OTHERS) }))
    await web.site('paper.test', () => ({ status: 302, headers: { Location: 'http://casino.test/' } }))
    expect(await then(1)).toMatchObject({ state: 'dead', archiveFirst: true })
    expect(await then(1)).toEqual({ state: 'usurped', public: 'usurped', archiveFirst: true, waiting: 0 })
    expect((await facts())?.history.map(({ state }) => state)).toEqual(['usurped', 'dead', 'suspect', 'blocked', 'live'])
    // Nobody is sent to whoever holds the address now.
    expect(await shown()).toEqual(everywhere('copy alone'))
  })

  test('is live again after two good looks, should it come back', async () => {
    await web.site('paper.test', (path) => (path === '/crates' ? { body: PAGE } : { status: 404 }))
    expect(await then(1)).toMatchObject({ state: 'usurped' })
    expect(await then(1)).toMatchObject({ state: 'live', public: 'live', archiveFirst: false, waiting: 0 })
    expect(await shown()).toEqual(everywhere('original'))
  })

  test('is changed where the page answers without the words relied on', async () => {
    await web.site('paper.test', (path) => (path === '/crates' ? { body: htmlPage('Crates at the quay', STORY.replace('thirty-one', 'forty')) } : { status: 404 }))
    expect(await then(1)).toMatchObject({ state: 'suspect' })
    expect(await then(1)).toEqual({ state: 'changed', public: 'changed', archiveFirst: true, waiting: 0 })
    expect((await ask(`/sources/${source}/link`)).quotes[0]).toMatchObject({ state: 'lost' })
    expect(await shown()).toEqual(everywhere('copy'))
    const { rows } = await database().query(`select kind from handbill.review_events where document = $1 and kind like 'source%' order by id`, [source])
    expect(rows.map(({ kind }) => kind)).toEqual(['sourceDied', 'sourceDied', 'sourceChanged'])
  })

  test('was asked for at no less than ten seconds from one time to the next', () => {
    const times = web.exchanges.filter(({ host }) => host === 'paper.test').map(({ at }) => at)
    // A redirect within the site is one visit.
    const visits = [...new Set(times)]
    expect(visits.slice(1).every((at, index) => at - visits[index]! >= 10_000)).toBe(true)
  })
})
