import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Block, Citation } from '@/record/body'
import { articlePage } from '@/site/pages'
import { live, uuid } from '../../support/publications'
import { cite, h, image, p, text } from '../../support/fixtures/body'
import { pageAt, sheet } from '../../support/fixtures/newsroom-pages'
import { terms } from '../../support/fixtures/newsroom'

const KILOBYTE = 1024
const compressed = (value: string): number => brotliCompressSync(value, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** Words drawn evenly from a vocabulary of 700: harder to compress than prose, which repeats itself. */
function words(count: number, syllables: readonly string[], seed: number): string[] {
  let state = seed
  const next = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state % below
  }
  const vocabulary = Array.from({ length: 700 }, () => Array.from({ length: 1 + next(3) }, () => syllables[next(syllables.length)] ?? '').join(''))
  return Array.from({ length: count }, () => vocabulary[next(vocabulary.length)] ?? '')
}

const LATIN = ['ta', 'mor', 'en', 'the', 'ing', 'ver', 'al', 'is', 'con', 'der', 'ap', 'ly', 'st', 'har', 'bo', 'ur', 'ni', 'ght', 'wa', 'ter']
const ARABIC = ['ال', 'من', 'في', 'سا', 'مر', 'حد', 'قل', 'نا', 'تم', 'وب', 'ير', 'ها', 'كت', 'شه', 'عب', 'ضو', 'دي', 'ات', 'ون', 'لى']

function longArticle(language: 'en' | 'ar') {
  const all = words(1500, language === 'ar' ? ARABIC : LATIN, 7)
  const body: Block[] = []
  for (let from = 0, index = 0; from < all.length; from += 75, index += 1) {
    if (index % 5 === 0) body.push(h(2, all.slice(from, from + 4).join(' ')))
    body.push(index < 12 ? p(text(`${all.slice(from, from + 75).join(' ')}.`), cite(`c${index}`)) : p(`${all.slice(from, from + 75).join(' ')}.`))
  }
  const citations: Citation[] = Array.from({ length: 12 }, (_, index) => ({ key: `c${index}`, source: uuid(500 + index), locator: { label: 'page', value: String(index * 7 + 3) } }))
  const sources = citations.map((_, index) => live('sources', 500 + index, {
    slug: all.slice(index * 9, index * 9 + 5).join('-'), title: all.slice(index * 9, index * 9 + 6).join(' '), creators: [{ name: all.slice(index * 3, index * 3 + 2).join(' ') }], publisher: all.slice(index, index + 2).join(' '), issued: '2026-03-12',
    url: `https://${all[index]}.example/${all.slice(index * 4, index * 4 + 4).join('/')}`, archivedUrl: `https://archive.example/2026/${all[index * 5]}/${index * 982451}`, archivedAt: '2026-03-14T00:00:00Z',
  }))
  const article = live('articles', 900, {
    language, title: all.slice(0, 7).join(' '), standfirst: all.slice(7, 40).join(' '), shortVersion: all.slice(40, 80).join(' '), body, citations, leadImage: { image: image('lead', all.slice(3, 15).join(' ')), warnings: [] },
    warnings: [{ term: uuid(1), depiction: 'described', intensity: 'detailed' }], warningReview: 'assessed',
  })
  const page = pageAt(language, '/articles/x', { documents: new Map([...sources, ...terms].map((one) => [one.document, one])), jsonLd: JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: article.title, description: article.projection.standfirst, citation: sources.map(({ projection }) => ({ '@type': 'CreativeWork', name: projection.title, url: projection.url, archivedAt: projection.archivedUrl })) }) })
  return articlePage({ page, article, seriesParts: [] })
}

/** 3,000 words that cite 80 sources 200 times, every second time with a quote of ten words. */
function manyCitations(): Promise<string> {
  const all = words(3_000, LATIN, 11)
  const some = (from: number, count: number): string => all.slice(from % 2_900, (from % 2_900) + count).join(' ')
  const sources = Array.from({ length: 80 }, (_, index) => live('sources', 500 + index, { slug: `source-${index}`, title: some(index * 31, 7), creators: [{ name: some(index * 17, 2) }], publisher: some(index * 13, 2), issued: '2026-03-12', url: `https://${all[index]}.example/${some(index * 7, 4).replaceAll(' ', '/')}`, archivedUrl: `https://archive.example/2026/${index * 982_451}` }))
  const citations: Citation[] = Array.from({ length: 200 }, (_, index) => ({ key: `c${index}`, source: uuid(500 + ((index * 7) % 80)), locator: { label: 'page', value: String(index) }, ...(index % 2 === 0 ? { quote: some(index * 29 + 5, 10) } : {}) }))
  const body = citations.map(({ key }, index) => p(text(some(index * 15, 15)), cite(key)))
  const page = pageAt('en', '/articles/x', { documents: new Map([...sources, ...terms].map((one) => [one.document, one])) })
  return articlePage({ page, article: live('articles', 900, { body, citations }), seriesParts: [] })
}

describe.each(['en', 'ar'] as const)('an article of 1,500 words with 12 citations in %s', (language) => {
  it('weighs at most 14 KB compressed, stylesheet included, and needs nothing else to be read', async () => {
    const html = await longArticle(language)
    expect(compressed(html) + compressed(sheet.css)).toBeLessThanOrEqual(14 * KILOBYTE)
    expect([...html.matchAll(/<link rel="(?:stylesheet|preload|modulepreload|icon|preconnect)"/g)]).toHaveLength(1)
  })
})

describe('an article of 200 citations', () => {
  it('weighs at most 24 KB compressed, stylesheet included: its notes are not sent three times', async () => {
    const html = await manyCitations()
    expect([...html.matchAll(/role="doc-noteref"/g)]).toHaveLength(200)
    expect(compressed(html) + compressed(sheet.css)).toBeLessThanOrEqual(24 * KILOBYTE)
  })
})

describe('the stylesheet', () => {
  it('weighs at most 5 KB compressed and asks for nothing', () => {
    expect(compressed(sheet.css)).toBeLessThanOrEqual(5 * KILOBYTE)
    expect(sheet.css).not.toMatch(/url\(|@import|@font-face/)
  })
})
