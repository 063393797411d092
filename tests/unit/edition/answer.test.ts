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
