import { languagePrefix } from '@/record/paths'
import type { PublicCollection, PublicSiteSettings } from '@/record/projections'
import { FEED_FILES } from '@/syndication/item'
import { FEED_COLLECTIONS } from '@/syndication/items'

/** The listings that have months: what they list, and the unprefixed path below which they lie. */
export const SECTIONS = {
  articles: { path: '/articles', collections: ['articles'] },
  posts: { path: '/posts', collections: ['social-posts', 'exchanges'] },
} as const satisfies Record<string, { path: string; collections: readonly PublicCollection[] }>
export type Section = keyof typeof SECTIONS

/** Collections whose pages gather what refers to them, and have feeds. */
export const GATHERING = ['topics', 'series', 'campaigns', 'people'] as const satisfies readonly PublicCollection[]

/** The section in whose listing a document stands, or null. */
export function sectionOf(collection: PublicCollection): Section | null {
  if (collection === 'articles') return 'articles'
  return collection === 'social-posts' || collection === 'exchanges' ? 'posts' : null
}

/** Whether documents of that collection are items of feeds. */
export function isFed(collection: PublicCollection): boolean {
  return (FEED_COLLECTIONS as readonly string[]).includes(collection)
}

/** Whether what a document gathers is also listed month by month; the parts of a series are all on its page. */
export function hasMonths({ collection }: { collection: PublicCollection }): boolean {
  return gathers({ collection }) && collection !== 'series'
}

/** Whether a document gathers what refers to it, on a page with feeds. */
export function gathers({ collection }: { collection: PublicCollection }): boolean {
  return (GATHERING as readonly string[]).includes(collection)
}

/** `path` in `language`: '/' becomes '/ar', '/articles' becomes '/ar/articles'. */
export function inLanguage(path: string, language: string, settings: PublicSiteSettings): string {
  const prefix = languagePrefix(language, settings.languages[0] ?? language)
  return path === '/' ? prefix || '/' : prefix + path
}

/** The language of a path and the path without its prefix. */
export function splitLanguage(path: string, settings: PublicSiteSettings): { language: string; rest: string } {
  const [fallback, ...others] = settings.languages
  const first = path.split('/')[1] ?? ''
  if (others.includes(first)) return { language: first, rest: path.slice(first.length + 1) || '/' }
  return { language: fallback ?? 'en', rest: path }
}

/** The three feeds that lie below a page: below '/' `/feed.xml`, below '/articles' `/articles/feed.xml`. */
export function feedsBelow(path: string): string[] {
  return Object.values(FEED_FILES).map((file) => `${path === '/' ? '' : path}/${file}`)
}

/** The sitemap of a month. */
export function sitemapPath(month: string): string {
  return `/sitemap/${month}.xml`
}
