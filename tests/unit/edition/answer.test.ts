import { describe, expect, it } from 'vitest'
import { answer, holds } from '@/edition/answer'
import { producePage } from '@/edition/pages'
import { renderWouldBe } from '@/edition/preview'
import { memoryReader } from '../../support/memory-reader'
import { live, uuid, withdrawn } from '../../support/publications'

const ORIGIN = 'https://sheet.example'
const article = live('articles', 1, { title: 'Tide', slug: 'tide-tables', standfirst: 'How the harbour counts.' }, { addresses: ['/articles/tide', '/articles/tide-tables', '/2019/05/tide/'] })
const arabic = live('articles', 2, { title: 'المد', slug: 'جداول-المد', language: 'ar', translationOf: article.document })
const gone = withdrawn(live('articles', 3, { title: 'Names', slug: 'names' }, { addresses: ['/articles/names', '/articles/names-of-people'] }), '2026-11-12T00:00:00Z')
const reader = memoryReader([article, arabic, gone])

const ask = (path: string, search = '') => answer({ path, search }, { reader, origin: ORIGIN }, '/nowhere')

describe('what a reader gets where no file answers', () => {
  it('gives the bytes that baking gives', async () => {
    for (const path of ['/', '/ar', '/articles/tide-tables', '/ar/articles/جداول-المد', '/feed.xml', '/ar/atom.xml', '/articles/feed.json', '/sitemap.xml', '/robots.txt', '/feeds']) {
      const page = await producePage({ reader, origin: ORIGIN }, path)
      const given = await ask(path)
      expect([path, given.status, given.body]).toEqual([path, 200, page?.body])
      expect(given.headers['Content-Type']).toBe(page?.contentType)
    }
  })

  it('sends an old address on to the new one in one step, with or without its last slash', async () => {
    for (const path of ['/articles/tide', '/articles/tide/', '/2019/05/tide/', '/2019/05/tide', '/articles/tide-tables/']) {
      const { status, headers } = await ask(path)
      expect([path, status, headers.Location]).toEqual([path, 301, '/articles/tide-tables'])
    }
  })

  it('sends an address that is not in normal form C to the one that is, percent-encoded', async () => {
    const { status, headers } = await ask('/ar/articles/جداول-المد'.normalize('NFD') + '/')
    expect(status).toBe(301)
    expect(headers.Location).toBe(`/ar/articles/${encodeURIComponent('جداول-المد')}`)
  })

  it('never sends a reader to another site', async () => {
    for (const path of ['//evil.example/', '/\\evil.example/', '///evil.example//x/']) {
      const { headers } = await ask(path)
      expect(new URL(headers.Location ?? '/', ORIGIN).origin).toBe(ORIGIN)
    }
  })

  it('says 410 at every address that a withdrawn text ever had, without its title', async () => {
    for (const path of ['/articles/names', '/articles/names-of-people']) {
      const { status, body } = await ask(path)
      expect(status).toBe(410)
      expect(body).toContain('at the request of a person')
      expect(body).not.toContain('<h1>Names')
    }
  })

  it('says 404 in the language of the address', async () => {
    expect((await ask('/articles/never')).status).toBe(404)
    expect((await ask('/ar/never')).body).toContain('<html lang="ar" dir="rtl">')
    expect((await ask('/media/../../etc/passwd')).status).toBe(404)
    expect((await ask('/articles/tide-tables/feed.xml')).status).toBe(404)
  })

  it('sends a feed along with its page, and says 410 of the feed of what was withdrawn', async () => {
    const renamed = live('topics', 30, { slug: 'harbours', title: 'Harbours' }, { addresses: ['/topics/harbour', '/topics/harbours'] })
    const ended = withdrawn(live('people', 31, { slug: 'someone' }), '2026-11-12T00:00:00Z')
    const more = memoryReader([renamed, ended, article, gone])
    const askThere = (path: string) => answer({ path, search: '' }, { reader: more, origin: ORIGIN }, '/nowhere')
    for (const file of ['feed.xml', 'atom.xml', 'feed.json']) {
      const { status, headers } = await askThere(`/topics/harbour/${file}`)
      expect([status, headers.Location]).toEqual([301, `/topics/harbours/${file}`])
      expect((await askThere(`/topics/harbours/${file}`)).status).toBe(200)
      expect((await askThere(`/authors/someone/${file}`)).status).toBe(410)
      // An article has no feed, wherever it is or was.
      for (const path of ['/articles/tide', '/articles/names', '/articles/tide-tables']) expect([path, (await askThere(`${path}/${file}`)).status]).toEqual([path, 404])
    }
  })

  it('sends the sources of a text and the copy of a source along with their pages', async () => {
    const source = live('sources', 40, { slug: 'log', title: 'Log' }, { addresses: ['/sources/old', '/sources/log'] })
    const citing = live('articles', 41, { slug: 'ebb', citations: [{ key: 'k', source: source.document }] }, { addresses: ['/articles/flow', '/articles/ebb'] })
    const there = memoryReader([source, citing, article, gone, live('pages', 42, { language: 'ar', slug: 'copy', title: 'نسخ' })])
    const copy = { at: '2026-03-14T10:00:00Z', sha256: 'ab', mime: 'text/html', text: '/sources/log/copy' }
    const askThere = (path: string) => answer({ path, search: '' }, { reader: there, origin: ORIGIN }, '/nowhere')
    expect((await askThere('/sources/log/copy')).status).toBe(404)
    expect((await askThere('/ar/copy')).status).toBe(200)
    there.known.set(source.document, { source: source.document, state: 'live', archives: [], copy, history: [] })
    there.copies.set(source.document, { text: 'The quay was closed.', title: 'Log', at: copy.at, sha256: copy.sha256 })
    expect(await askThere('/sources/log/copy')).toMatchObject({ status: 200, body: expect.stringContaining('The quay was closed.') })
    expect(await askThere('/sources/old/copy')).toMatchObject({ status: 301, headers: { Location: '/sources/log/copy' } })
    for (const [file, type] of [['bib', 'application/x-bibtex'], ['ris', 'application/x-research-info-systems'], ['json', 'application/vnd.citationstyles.csl+json']]) {
      expect(await askThere(`/articles/ebb/sources.${file}`)).toMatchObject({ status: 200, headers: { 'Content-Type': `${type}; charset=utf-8` }, body: expect.stringContaining('Log') })
      expect(await askThere(`/articles/flow/sources.${file}`)).toMatchObject({ status: 301, headers: { Location: `/articles/ebb/sources.${file}` } })
      expect((await askThere(`/articles/tide-tables/sources.${file}`)).status).toBe(404)
      expect((await askThere(`/articles/names/sources.${file}`)).status).toBe(410)
    }
  })

  it('lists a topic month by month, and sends its old months on', async () => {
    const topic = live('topics', 33, { slug: 'boats', title: 'Boats' }, { addresses: ['/topics/ships', '/topics/boats'] })
    const texts = Array.from({ length: 60 }, (_, number) => live('articles', 200 + number, { slug: `on-${number}`, title: `On ${number}.`, topics: [topic.document] }, { publishedAt: `2026-0${1 + (number % 3)}-02T10:00:00.000Z` }))
    const there = { reader: memoryReader([topic, ...texts]), origin: ORIGIN }
    const get = async (path: string) => answer({ path, search: '' }, there, '/nowhere')
    const page = String((await get('/topics/boats')).body)
    expect(page).toContain('The latest 50 of 60.')
    const linked = [...page.matchAll(/href="(\/topics\/boats\/\d{4}\/\d{2})"/g)].map(([, path]) => path)
    expect(linked).toEqual(['/topics/boats/2026/03', '/topics/boats/2026/02', '/topics/boats/2026/01'])
    const listed = await Promise.all(linked.map(async (path) => String((await get(path ?? '')).body)))
    for (const { title } of texts) expect(listed.filter((month) => month.includes(`>${title}<`))).toHaveLength(1)
    expect((await get('/topics/boats/2026/04')).status).toBe(404)
    expect((await get('/articles/on-1/2026/02')).status).toBe(404)
    expect(await get('/topics/ships/2026/02')).toMatchObject({ status: 301, headers: { Location: '/topics/boats/2026/02' } })
  })

  it('says 410 where a document has no page any more', async () => {
    const source = live('sources', 32, { visibility: 'private', slug: 'src' }, { path: null, addresses: ['/sources/src'] })
    const { status, body } = await answer({ path: '/sources/src', search: '' }, { reader: memoryReader([source]), origin: ORIGIN }, '/nowhere')
    expect(status).toBe(410)
    expect(body).not.toContain('A report')
  })

  it('searches, keeps nothing of it in caches, and takes any query for text', async () => {
    const found = await ask('/search', '?q=harbour')
    expect(found.status).toBe(200)
    expect(found.headers['Cache-Control']).toBe('no-store')
    expect(found.body).toContain('href="/articles/tide-tables"')
    const hostile = await ask('/search', `?q=${encodeURIComponent('"><script>alert(1)</script>')}&offset=-1`)
    expect(hostile.body).not.toContain('<script>alert')
    expect((await ask('/ar/search', '?q=%00%FF&offset=99999')).status).toBe(200)
  })

  it('gives a strong ETag that changes with the bytes, and takes the same one as unchanged', async () => {
    const first = (await ask('/articles/tide-tables')).headers.ETag
    expect(first).toMatch(/^"[\w-]+"$/)
    expect((await ask('/articles')).headers.ETag).not.toBe(first)
    expect(holds(`"x", W/${first}`, first)).toBe(true)
    expect(holds('"x"', first)).toBe(false)
    expect(holds(null, first)).toBe(false)
  })
})

describe('previews', () => {
  it('renders a text as if it were live, with what would be published along with it', async () => {
    const topic = live('topics', 20, { title: 'Newly made', slug: 'newly-made' })
    const preview = await renderWouldBe(
      { collection: 'articles', document: uuid(9), projection: { ...article.projection, slug: 'unpublished', title: 'Not yet', topics: [topic.document] }, at: '2026-11-20T00:00:00Z' },
      reader,
      { origin: ORIGIN, companions: [{ collection: 'topics', document: topic.document, projection: topic.projection, at: '2026-11-20T00:00:00Z' }] },
    )
    expect(preview.pageHtml).toContain('<h1>Not yet</h1>')
    expect(preview.pageHtml).toContain('Newly made')
    expect(preview.feedItemHtml).toContain('A paragraph.')
    expect((await ask('/articles/unpublished')).status).toBe(404)
  })

  it('shows the changed words of a live text, and leaves the record alone', async () => {
    const preview = await renderWouldBe({ collection: 'articles', document: article.document, projection: { ...article.projection, title: 'Tide, corrected' }, at: '2026-11-20T00:00:00Z' }, reader, { origin: ORIGIN })
    expect(preview.pageHtml).toContain('Tide, corrected')
    expect((await ask('/articles/tide-tables')).body).not.toContain('Tide, corrected')
  })
})
