import { describe, expect, it } from 'vitest'
import { pagesTouchedBy, type Change } from '@/edition/touched'
import type { Publication } from '@/record/publication'
import { memoryReader } from '../../support/memory-reader'
import { live, SETTINGS, withdrawn } from '../../support/publications'

const person = live('people', 10, { slug: 'huda', title: 'Huda' })
const source = live('sources', 20, { slug: 'report' })
const post = live('social-posts', 30, { slug: 'post', footnotes: [{ label: '1', text: 'x', source: source.document }] })
const article = live('articles', 1, { slug: 'tide', authors: [person.document], body: [{ type: 'post', post: post.document }] }, { publishedAt: '2026-10-05T09:00:00.000Z' })
const earlier = live('articles', 2, { slug: 'earlier' }, { publishedAt: '2026-09-05T09:00:00.000Z' })
const later = live('articles', 3, { slug: 'later' }, { publishedAt: '2026-11-05T09:00:00.000Z' })
const rows: Publication[] = [live('site-settings', 99, SETTINGS), person, source, post, article, earlier, later]

async function touched(change: Change): Promise<string[] | 'all'> {
  const now = rows.filter(({ document }) => document !== (change.after ?? change.before)?.document)
  const found = await pagesTouchedBy(change, memoryReader(change.after === null ? now : [...now, change.after]))
  return found === 'all' ? 'all' : [...found]
}

describe('the pages that a change touches', () => {
  it('begin with the page itself, at its old address too', async () => {
    const moved = live('articles', 1, { ...article.projection, slug: 'ebb' }, { publishedAt: article.publishedAt, addresses: ['/articles/tide', '/articles/ebb'] })
    const found = await touched({ before: article, after: moved })
    expect(found.slice(0, 2)).toEqual(['/articles/ebb', '/articles/tide'])
    expect(found).toEqual(expect.arrayContaining(['/', '/articles', '/feed.xml', '/articles/atom.xml', '/articles/2026/10', '/sitemap.xml', '/sitemap/2026-10.xml', '/authors/huda', '/authors/huda/feed.json']))
  })

  it('leave other languages and other months alone', async () => {
    const found = await touched({ before: article, after: live('articles', 1, { ...article.projection, title: 'Changed' }, { publishedAt: article.publishedAt }) })
    for (const path of ['/ar', '/ar/articles', '/articles/2026/09', '/articles/2026/11', '/articles/earlier']) expect(found).not.toContain(path)
  })

  it('are those of every text that names a person, and the feeds of those', async () => {
    expect(await touched({ before: person, after: live('people', 10, { slug: 'huda', title: 'Huda Marsh' }) })).toEqual(expect.arrayContaining(['/authors/huda', '/articles/tide', '/articles', '/articles/2026/10', '/feed.xml']))
  })

  it('reach through a post to the articles that show it', async () => {
    expect(await touched({ before: source, after: live('sources', 20, { slug: 'report', title: 'Renamed' }) })).toEqual(expect.arrayContaining(['/sources/report', '/sources', '/ar/sources', '/posts/post', '/articles/tide']))
  })

  it('reach below a page: to the lists of sources to take along, and to the copy of a source, wherever they were', async () => {
    const moved = live('sources', 20, { slug: 'findings' }, { addresses: ['/sources/report', '/sources/findings'] })
    const found = await touched({ before: source, after: moved })
    expect(found).toEqual(expect.arrayContaining(['/sources/report/copy', '/sources/findings/copy', '/posts/post/sources.bib', '/articles/tide/sources.json']))
    expect(await touched({ before: article, after: withdrawn(article, '2026-11-12T00:00:00Z') })).toEqual(expect.arrayContaining(['/articles/tide/sources.bib', '/articles/tide/sources.ris']))
  })

  it('are the months on both sides where a month comes to be or empties, also by a change of language', async () => {
    const turned = ['/articles/2026/09', '/articles/2026/11']
    expect(await touched({ before: null, after: article })).toEqual(expect.arrayContaining(turned))
    expect(await touched({ before: article, after: withdrawn(article, '2026-11-12T00:00:00Z') })).toEqual(expect.arrayContaining(turned))
    expect(await touched({ before: article, after: live('articles', 1, { ...article.projection, language: 'ar' }, { publishedAt: article.publishedAt }) })).toEqual(expect.arrayContaining(turned))
  })

  it('are all, for the settings, the vocabulary, and the title of a page in the footer', async () => {
    expect(await touched({ before: null, after: live('site-settings', 99, SETTINGS) })).toBe('all')
    expect(await touched({ before: null, after: live('content-warnings', 50) })).toBe('all')
    const about = live('pages', 60, { slug: 'about', title: 'About' })
    const reader = memoryReader([live('site-settings', 99, { ...SETTINGS, footerPages: [about.document] }), live('pages', 60, { slug: 'about', title: 'About us' })])
    expect(await pagesTouchedBy({ before: about, after: live('pages', 60, { slug: 'about', title: 'About us' }) }, reader)).toBe('all')
    expect(await pagesTouchedBy({ before: about, after: live('pages', 60, { slug: 'about', title: 'About', standfirst: 'New.' }) }, reader)).not.toBe('all')
  })
})
