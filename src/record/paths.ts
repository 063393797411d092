import type { PublicCollection } from './projections'

/** The first segment of each collection's address; '' for pages, which live at the root; null where there is no page. */
const SEGMENTS: Record<PublicCollection, string | null> = {
  articles: 'articles',
  'social-posts': 'posts',
  exchanges: 'exchanges',
  campaigns: 'campaigns',
  topics: 'topics',
  series: 'series',
  people: 'authors',
  sources: 'sources',
  pages: '',
  'content-warnings': null,
  'site-settings': null,
}

/** First segments that a page's slug may not take, as they are addresses of their own. */
export const RESERVED_SEGMENTS = [
  'admin', 'api', 'preview', 'articles', 'posts', 'exchanges', 'campaigns', 'topics', 'series', 'authors', 'sources', 'corrections', 'warnings', 'feeds', 'search',
  'media', 'assets', 'internal', 'index', 'feed', 'atom', 'sitemap', 'robots', 'favicon', '_next',
] as const

/** '' for the default language, `/ar` and the like for every other. */
export function languagePrefix(language: string, defaultLanguage: string): string {
  return language === defaultLanguage ? '' : `/${language}`
}

/** The unencoded path of a document's page, or null where its collection has none. */
export function pathOf(document: { collection: PublicCollection; language: string; slug: string }, defaultLanguage: string): string | null {
  const segment = SEGMENTS[document.collection]
  if (segment === null) return null
  const prefix = languagePrefix(document.language, defaultLanguage)
  return segment === '' ? `${prefix}/${document.slug}` : `${prefix}/${segment}/${document.slug}`
}

/** The unencoded path of a month, `YYYY-MM`, below the page that lists it: '2026-11' is `/articles/2026/11`. */
export function monthPath(listing: string, month: string): string {
  return `${listing}/${month.replace('-', '/')}`
}

/** The path as it stands in a link: each segment percent-encoded as RFC 3986 asks. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
