import { describe, expect, test } from 'vitest'
import { ARTICLES } from '@/demo/articles'
import { CAMPAIGNS } from '@/demo/campaigns'
import { IMAGES } from '@/demo/images'
import { PAGES } from '@/demo/pages'
import { PEOPLE } from '@/demo/people'
import { POSTS } from '@/demo/posts'
import { EXCHANGES } from '@/demo/posts/after-the-inquest'
import { SERIES } from '@/demo/series'
import { SOURCES } from '@/demo/sources'
import { storedText } from '@/demo/stored-text'
import { TOPICS } from '@/demo/topics'
import { WARNING_TERMS } from '@/demo/warning-terms'
import { slugProblem } from '@/publishing/slugs'
import type { Block } from '@/demo/text'
import { findTextProblem } from '@/rich-text/check'
import { presentText, type StoredText } from '@/rich-text/present'

const COLLECTIONS: Record<string, readonly { key: string; slug?: string; language?: string }[]> = {
  articles: ARTICLES, 'social-posts': POSTS, exchanges: EXCHANGES, pages: PAGES, campaigns: CAMPAIGNS, topics: TOPICS, people: PEOPLE, series: SERIES, sources: SOURCES,
  media: IMAGES, 'content-warnings': WARNING_TERMS,
}
const asked = new Set<string>()
const idOf = (collection: string, key: string): string => {
  const index = COLLECTIONS[collection]?.findIndex((document) => document.key === key) ?? -1
  if (index === -1) throw new Error(`none of ${collection} is called ${key}`)
  asked.add(`${collection} ${key}`)
  return `00000000-0000-4000-8000-${String(Object.keys(COLLECTIONS).indexOf(collection) * 1000 + index).padStart(12, '0')}`
}
const texts: { key: string; blocks: Block[] }[] = [
  ...[...ARTICLES, ...PAGES, ...CAMPAIGNS].map(({ key, body }) => ({ key, blocks: body })),
  ...POSTS.flatMap(({ key, context }) => (context === undefined ? [] : [{ key, blocks: context }])),
]

describe('the demo’s texts', () => {
  test.each(texts)('$key: names only what there is, and is stored as the editor would', ({ key, blocks }) => {
    const stored = storedText(key, blocks, idOf)
    expect(findTextProblem(stored, 'body')).toBeNull()
    const { citations } = presentText(stored as StoredText, new Map())
    expect(new Set(citations.map((citation) => citation.key)).size).toBe(citations.length)
    expect(storedText(key, blocks, idOf)).toEqual(stored)
  })

  test('cite every source there is', () => {
    for (const { key, blocks } of texts) storedText(key, blocks, idOf)
    for (const article of ARTICLES) {
      for (const since of article.course.state === 'live' ? (article.course.since ?? []) : []) if ('changes' in since && since.changes.body) storedText(article.key, since.changes.body, idOf)
      if (article.republication?.source !== undefined) idOf('sources', article.republication.source)
    }
    expect(SOURCES.filter(({ key }) => !asked.has(`sources ${key}`)).map(({ key }) => key)).toEqual([])
  })

  test('show no image of harm as what stands for a text', () => {
    const shown = ARTICLES.flatMap(({ lead }) => (lead?.warning?.depiction === 'shown' ? [lead.image] : []))
    expect(shown).toEqual([])
    expect(ARTICLES.map(({ lead }) => lead?.image)).not.toContain('wrists')
  })
})

describe('the demo’s documents', () => {
  test('have addresses that hold, each once in its language', () => {
    for (const [collection, documents] of Object.entries(COLLECTIONS)) {
      const slugs = documents.flatMap(({ slug, language = 'en' }) => (slug === undefined ? [] : [`${language} ${slug}`]))
      expect(new Set(slugs).size).toBe(slugs.length)
      for (const { slug } of documents) if (slug !== undefined) expect([slug, slugProblem(slug, { isAtRoot: collection === 'pages' })]).toEqual([slug, null])
    }
    for (const { key } of SOURCES) expect(slugProblem(key)).toBeNull()
  })

  test('point nowhere that is real', () => {
    const everything = JSON.stringify(COLLECTIONS)
    const hosts = [...everything.matchAll(/https?:\/\/([^/"\\]+)/g), ...everything.matchAll(/[\w.-]+@([\w.-]+\.\w+)/g)].map(([, host]) => host)
    expect(hosts.length).toBeGreaterThan(50)
    expect(hosts.filter((host) => host?.endsWith('.example') !== true)).toEqual([])
  })

  test('show Arabic readers images that are told of in Arabic', () => {
    const arabic = [...ARTICLES, ...CAMPAIGNS, ...POSTS].filter(({ language }) => language === 'ar')
    const shown = [...JSON.stringify(arabic).matchAll(/"image":"([^"]+)"/g)].map(([, key]) => IMAGES.find((image) => image.key === key))
    expect(shown.length).toBeGreaterThan(5)
    for (const image of shown) expect(image?.alt).toMatch(/^\p{Script=Arabic}/u)
  })

  test('hold the whole vocabulary of warnings, in two languages', () => {
    expect(WARNING_TERMS).toHaveLength(24)
    for (const { en, ar, defined } of WARNING_TERMS) expect([en, ar, defined.en, defined.ar].every((words) => words.trim() !== '')).toBe(true)
  })

  test('warn in at most 140 characters', () => {
    const notes = [...JSON.stringify(COLLECTIONS).matchAll(/"intensity":"[a-z]+","note":"((?:[^"\\]|\\.)*)"/g)].map(([, words]) => words ?? '')
    expect(notes.length).toBeGreaterThan(10)
    expect(notes.filter((words) => words.length > 140)).toEqual([])
  })
})
