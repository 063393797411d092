import type { Live } from '@/record/publication'
import type { Entry } from '@/site/components/card'
import { articlesPage, correctionsPage, feedsPage, homePage, monthPage, notFoundPage, postsPage, sourcesPage, warningsPage } from '@/site/pages'
import type { FeedLink } from '@/site/page'
import { FEED_COLLECTIONS } from '@/syndication/items'
import { GATHERING, SECTIONS, type Section } from '../addresses'
import { factsAbout, relatedTo } from '../related'
import { NAMED_ON_CARDS } from './document-pages'
import { documentFeed, everyLanguage, frame, sectionFeed, siteFeed } from './frame'
import { exactly, pageKind, type PageKind, type Place } from './kind'

/** How many of each the front page shows, and how many a listing. */
const ON_FRONT = { articles: 13, posts: 6 }
const LISTED = 20
const SOURCES_LISTED = 200
const CORRECTED_LISTED = 200

const home = pageKind({
  name: 'home',
  match: exactly('/'),
  async load(context, place) {
    const { reader } = context
    const { language } = place
    const [settings, articles, posts, campaigns] = await Promise.all([
      reader.settings(),
      reader.list({ collections: SECTIONS.articles.collections, language, limit: ON_FRONT.articles }),
      reader.list({ collections: SECTIONS.posts.collections, language, limit: ON_FRONT.posts }),
      reader.list({ collections: ['campaigns'], language }),
    ])
    const active = campaigns.filter((campaign) => campaign.projection.isActive)
    const documents = await relatedTo([...articles, ...posts, ...active], reader, NAMED_ON_CARDS)
    return { page: await frame(context, place, { documents, alternates: everyLanguage(settings, '/') }), articles, posts, campaigns: active }
  },
  render: homePage,
})

const articles = pageKind({
  name: 'articles',
  match: exactly(SECTIONS.articles.path),
  load: async (context, place) => {
    const { entries, ...rest } = await section(context, place, 'articles')
    return { ...rest, articles: entries as Live<'articles'>[] }
  },
  render: articlesPage,
})

const posts = pageKind({
  name: 'posts',
  match: exactly(SECTIONS.posts.path),
  load: async (context, place) => {
    const { entries, ...rest } = await section(context, place, 'posts')
    return { ...rest, entries: entries as (Live<'social-posts'> | Live<'exchanges'>)[] }
  },
  render: postsPage,
})

async function section(context: Parameters<PageKind['produce']>[0], place: Place, which: Section) {
  const { reader } = context
  const listing = { collections: SECTIONS[which].collections, language: place.language }
  const [settings, entries, months] = await Promise.all([reader.settings(), reader.list({ ...listing, limit: LISTED }), reader.months(listing)])
  const documents = await relatedTo(entries, reader, NAMED_ON_CARDS)
  const feeds = [sectionFeed(settings, place.language, which), siteFeed(settings, place.language)]
  return { page: await frame(context, place, { documents, feeds, alternates: everyLanguage(settings, place.rest) }), entries, months }
}

const month = pageKind({
  name: 'month',
  match({ rest }) {
    const found = /^\/(articles|posts)\/((?!0000)\d{4})\/(0[1-9]|1[0-2])$/.exec(rest)
    return found === null ? null : { kind: found[1] as Section, month: `${found[2]}-${found[3]}` }
  },
  async load(context, place, { kind, month }) {
    const { reader } = context
    const listing = { collections: SECTIONS[kind].collections, language: place.language }
    const entries = (await reader.list({ ...listing, month })) as Entry[]
    if (entries.length === 0) return null
    const months = (await reader.months(listing)).map((each) => each.month)
    const here = months.indexOf(month)
    const documents = await relatedTo(entries, reader, NAMED_ON_CARDS)
    return { page: await frame(context, place, { documents }), kind, month, entries, later: here < 1 ? undefined : months[here - 1], earlier: here === -1 ? undefined : months[here + 1] }
  },
  render: monthPage,
})

const sources = pageKind({
  name: 'sources',
  match: exactly('/sources'),
  async load(context, place) {
    const { reader } = context
    const [settings, listed, total] = await Promise.all([reader.settings(), reader.list({ collections: ['sources'], order: 'title', limit: SOURCES_LISTED }), reader.count({ collections: ['sources'] })])
    const shown = listed.filter(({ path }) => path !== null)
    const cited = await reader.countReferring(['articles', 'social-posts', 'exchanges', 'pages', 'campaigns'], shown.map(({ document }) => document))
    const registered = shown.map((source) => ({ source, citedIn: cited.get(source.document) ?? 0 }))
    const facts = await factsAbout(shown, reader)
    return { page: await frame(context, place, { facts, alternates: everyLanguage(settings, place.rest) }), sources: registered, total: total - (listed.length - registered.length) }
  },
  render: sourcesPage,
})

const corrections = pageKind({
  name: 'corrections',
  match: exactly('/corrections'),
  async load(context, place) {
    const { reader } = context
    const { language } = place
    const [settings, entries] = await Promise.all([reader.settings(), reader.corrected({ language, limit: CORRECTED_LISTED })])
    const total = entries.length < CORRECTED_LISTED ? entries.length : await reader.countCorrected({ language })
    return { page: await frame(context, place, { alternates: everyLanguage(settings, place.rest) }), entries, total }
  },
  render: correctionsPage,
})

const warnings = pageKind({
  name: 'warnings',
  match: exactly('/warnings'),
  async load(context, place) {
    const [settings, terms] = await Promise.all([context.reader.settings(), context.reader.list({ collections: ['content-warnings'], order: 'title' })])
    return { page: await frame(context, place, { alternates: everyLanguage(settings, place.rest) }), terms }
  },
  render: warningsPage,
})

const feeds = pageKind({
  name: 'feeds',
  match: exactly('/feeds'),
  async load(context, place) {
    const { reader } = context
    const { language } = place
    const settings = await reader.settings()
    const found: FeedLink[] = [siteFeed(settings, language)]
    for (const which of Object.keys(SECTIONS) as Section[]) {
      if (await reader.has({ collections: SECTIONS[which].collections, language })) found.push(sectionFeed(settings, language, which))
    }
    for (const gathering of await reader.list({ collections: GATHERING, language, order: 'title' })) {
      if (await reader.has({ collections: FEED_COLLECTIONS, language, refersTo: gathering.document })) found.push(documentFeed(settings, gathering))
    }
    return { page: await frame(context, place, { alternates: everyLanguage(settings, place.rest) }), feeds: found }
  },
  render: feedsPage,
})

const notFound = pageKind({
  name: 'notFound',
  match: exactly('/404'),
  async load(context, place) {
    return { page: await frame(context, place) }
  },
  render: notFoundPage,
})

/** Every page of the site itself, in any language. */
export const LISTING_KINDS: readonly PageKind[] = [home, articles, posts, month, sources, corrections, warnings, feeds, notFound]
/** The paths of those that always exist, without a language's prefix. */
export const FIXED_PATHS = ['/', SECTIONS.articles.path, SECTIONS.posts.path, '/sources', '/corrections', '/warnings', '/feeds', '/404'] as const
