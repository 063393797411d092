import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { producePage } from '@/edition/pages'
import type { Live } from '@/record/publication'
import { robots } from '@/syndication/sitemap'
import { structuredData } from '@/syndication/structured-data'
import { memoryReader } from '../../support/memory-reader'
import { live, SETTINGS, uuid } from '../../support/publications'

const ORIGIN = 'https://sheet.example'

function locations(xml: string | Buffer): string[] {
  const found: string[] = []
  const parser = new SaxesParser()
  let inside = false
  parser.on('opentag', ({ name }) => (inside = name === 'loc'))
  parser.on('text', (text) => inside && found.push(text))
  parser.on('closetag', () => (inside = false))
  parser.write(xml).close()
  return found
}

describe('the sitemap', () => {
  it('names every page once, with its other languages', async () => {
    const original = live('articles', 1, { slug: 'tide' })
    const arabic = live('articles', 2, { slug: 'المد', language: 'ar', translationOf: original.document })
    const page = await producePage({ reader: memoryReader([original, arabic, live('topics', 3, { slug: 'harbour' }), live('content-warnings', 4)]), origin: ORIGIN }, '/sitemap.xml')
    const found = locations(page?.body ?? '')
    expect(new Set(found).size).toBe(found.length)
    expect(found).toEqual(expect.arrayContaining([`${ORIGIN}/`, `${ORIGIN}/ar`, `${ORIGIN}/articles/tide`, `${ORIGIN}/ar/articles/${encodeURIComponent('المد')}`, `${ORIGIN}/topics/harbour`, `${ORIGIN}/ar/feeds`]))
    expect(page?.body).toContain(`<xhtml:link rel="alternate" hreflang="ar" href="${ORIGIN}/ar/articles/${encodeURIComponent('المد')}"/>`)
    expect(page?.body).not.toContain('/404')
  })

  it('becomes an index of months when there is much, and every page is in one of them', async () => {
    const articles = Array.from({ length: 301 }, (_, index) => live('articles', index + 1, { slug: `no-${index}` }, { publishedAt: `2026-0${(index % 9) + 1}-02T00:00:00.000Z` }))
    const context = { reader: memoryReader(articles), origin: ORIGIN }
    const index = locations((await producePage(context, '/sitemap.xml'))?.body ?? '')
    expect(index).toHaveLength(10)
    const pages = await Promise.all(index.map(async (url) => locations((await producePage(context, url.slice(ORIGIN.length)))?.body ?? '')))
    expect(new Set(pages.flat())).toEqual(new Set([...articles.map(({ path }) => `${ORIGIN}${path}`), ...(pages[0] ?? [])]))
  })

  it('keeps crawlers out of the desk and of searches', () => {
    expect(robots(ORIGIN)).toMatch(/Disallow: \/admin\n[^]*Disallow: \/search\n[^]*Sitemap: https:\/\/sheet\.example\/sitemap\.xml/)
  })
})

describe('structured data', () => {
  const source = live('sources', 10, { title: 'A report </script>', archivedUrl: 'https://archive.example/r' })
  const person = live('people', 11, { title: 'Huda Marsh', slug: 'huda' })
  const documents = new Map<string, Live>([source, person].map((each) => [each.document, each]))
  const context = { origin: ORIGIN, settings: SETTINGS, documents, facts: new Map(), translations: [] as Live[] }
  const read = (publication: Live, translations: Live[] = []) => JSON.parse(structuredData(publication, { ...context, translations }) ?? 'null')

  it('calls what was retracted retracted, and repeats nothing of it', () => {
    const at = '2026-11-05T00:00:00Z'
    const sound = read(live('articles', 1, { standfirst: 'THE CLAIM' }) as Live)
    const retracted = read(live('articles', 1, { standfirst: 'THE CLAIM' }, { corrections: [{ at, kind: 'retraction', note: 'None of it is so.' }] }) as Live)
    expect([sound.creativeWorkStatus, sound.description]).toEqual([undefined, 'THE CLAIM'])
    expect(retracted).toMatchObject({ creativeWorkStatus: 'Retracted', correction: [{ '@type': 'CorrectionComment', text: 'None of it is so.' }] })
    expect(JSON.stringify(retracted)).not.toContain('THE CLAIM')
  })

  it('names sources with their archived copies, authors and corrections', () => {
    const article = live('articles', 1, { slug: 'tide', title: 'Tide', authors: [person.document], citations: [{ key: 'a', source: source.document }, { key: 'b', source: source.document }] }, { corrections: [{ at: '2026-11-05T00:00:00Z', kind: 'correction', note: 'At six.' }] })
    expect(read(article)).toMatchObject({
      '@type': 'NewsArticle', headline: 'Tide', inLanguage: 'en', url: `${ORIGIN}/articles/tide`, datePublished: '2026-11-01T10:00:00Z',
      author: [{ name: 'Huda Marsh', url: `${ORIGIN}/authors/huda` }],
      citation: [{ name: 'A report </script>', archivedAt: 'https://archive.example/r' }],
      correction: [{ '@type': 'CorrectionComment', text: 'At six.' }],
    })
  })

  it('can’t end the element that it stands in', () => {
    const text = structuredData(live('articles', 1, { title: '</script><script>alert(1)</script> & \u2028' }), context)
    expect(text).not.toMatch(/[<>&\u2028]/)
  })

  it('says what a republication and a translation are made from', () => {
    const original = live('articles', 1, { slug: 'tide', title: 'Tide' })
    const translation = live('articles', 2, { slug: 'المد', language: 'ar', title: 'المد', translationOf: original.document, kind: 'translation' })
    expect(read(translation, [original, translation]).translationOfWork).toMatchObject({ '@id': `urn:uuid:${uuid(1)}`, name: 'Tide' })
    expect(read(original, [original, translation]).workTranslation).toMatchObject([{ name: 'المد' }])
    const reposted = live('articles', 3, { kind: 'republication', republication: { publisher: 'Quay Union', url: 'https://quay.example/x', licence: 'CC BY', source: null } })
    expect(read(reposted)).toMatchObject({ isBasedOn: { url: 'https://quay.example/x', publisher: { name: 'Quay Union' } }, license: 'CC BY' })
  })

  it('never shows a picture that needs a warning', () => {
    const image = { id: 'i', alt: '', width: 8, height: 8, variants: [{ width: 8, height: 8, file: 'hard.webp', type: 'image/webp' as const, bytes: 1 }] }
    const warned = live('articles', 1, { leadImage: { image, warnings: [{ term: uuid(9), depiction: 'shown', intensity: 'graphic' }] } })
    expect(JSON.stringify(read(warned))).not.toContain('hard.webp')
    expect(JSON.stringify(read(live('articles', 1, { leadImage: { image, warnings: [] } })))).toContain('hard.webp')
  })
})
