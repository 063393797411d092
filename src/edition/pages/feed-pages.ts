import { siteName } from '@/record/languages'
import type { Live, Publication } from '@/record/publication'
import { absoluteAddress } from '@/site/addresses'
import type { FeedLink } from '@/site/page'
import { atomFeed } from '@/syndication/atom'
import { CORRECTED_LENGTH, FEED_FILES, FEED_FORMATS, FEED_LENGTH, type Feed, type FeedFormat, type SyndicationItem } from '@/syndication/item'
import { FEED_COLLECTIONS, itemOf, withdrawnItem, type FeedCollection } from '@/syndication/items'
import { jsonFeed } from '@/syndication/json-feed'
import { rssFeed } from '@/syndication/rss'
import { gathers, inLanguage, SECTIONS, type Section } from '../addresses'
import { factsAbout, relatedTo, translationsOf } from '../related'
import { documentFeed, sectionFeed, siteFeed } from './frame'
import { pageKind, type EditionContext, type PageKind } from './kind'

const WRITERS: Record<FeedFormat, (feed: Feed) => string> = { rss: rssFeed, atom: atomFeed, json: jsonFeed }

/** What a feed follows: everything, a section, or what a document gathers. */
type Followed = { link: FeedLink; description: string; collections: readonly FeedCollection[]; refersTo?: string; home: string }

function feedKind(format: FeedFormat): PageKind {
  return pageKind({
    name: `${format} feed`,
    match({ rest }) {
      const file = `/${FEED_FILES[format]}`
      return rest.endsWith(file) ? { base: rest.slice(0, -file.length) } : null
    },
    async load(context, { language }, { base }) {
      const key = `feed ${language} ${base}`
      const known = context.memo?.get(key) as Promise<Feed | null> | undefined
      const made = known ?? follow(context, language, base).then((followed) => (followed === null ? null : feedOf(context, language, followed)))
      context.memo?.set(key, made)
      return made
    },
    render: WRITERS[format],
  })
}

/** The feeds in their three formats. */
export const FEED_KINDS: readonly PageKind[] = FEED_FORMATS.map(feedKind)

async function follow({ reader }: EditionContext, language: string, base: string): Promise<Followed | null> {
  const settings = await reader.settings()
  const tagline = settings.tagline[language] ?? ''
  if (base === '') return { link: siteFeed(settings, language), description: tagline, collections: FEED_COLLECTIONS, home: inLanguage('/', language, settings) }
  const section = (Object.keys(SECTIONS) as Section[]).find((each) => SECTIONS[each].path === base)
  if (section !== undefined) return { link: sectionFeed(settings, language, section), description: tagline, collections: SECTIONS[section].collections, home: inLanguage(base, language, settings) }
  const path = inLanguage(base, language, settings)
  const publication = await reader.byAddress(path)
  if (publication === null || publication.isTombstone || publication.path !== path || !gathers(publication)) return null
  return { link: documentFeed(settings, publication), description: describe(publication) ?? tagline, collections: FEED_COLLECTIONS, refersTo: publication.document, home: path }
}

function describe(publication: Live): string | undefined {
  const { projection } = publication
  if ('standfirst' in projection) return projection.standfirst
  if ('description' in projection) return projection.description
  return 'bio' in projection ? projection.bio : undefined
}

async function feedOf({ reader, origin }: EditionContext, language: string, followed: Followed): Promise<Feed> {
  const settings = await reader.settings()
  const { collections, refersTo, link, home, description } = followed
  const at = (path: string): string => absoluteAddress(origin, path)
  const below = (file: string): string => at(inLanguage(`${link.base}/${file}`, language, settings))
  return {
    title: link.title,
    description,
    language,
    homeUrl: at(home),
    selfUrls: { rss: below(FEED_FILES.rss), atom: below(FEED_FILES.atom), json: below(FEED_FILES.json) },
    siteName: siteName(settings, language),
    aboutUrl: at(inLanguage('/feeds', language, settings)),
    items: await itemsOf({ reader, origin }, { collections, language, refersTo }),
  }
}

/**
 * The newest items, and beside them those that were corrected, retracted or withdrawn last, however old: nothing else would tell
 * those who hold them. That window is one of number and not of days, as a feed says the same whenever it is made.
 *
 * What was adopted from an older site is left out: its subscribers have read it, and under its new identity a reader would show
 * all of it as unread. A correction made here brings it in. What was withdrawn is an item that says so, in the feeds of the
 * site and its sections; a tombstone no longer knows its topics. All stand by their first publication, the newest first.
 */
async function itemsOf({ reader, origin }: EditionContext, listing: { collections: readonly FeedCollection[]; language: string; refersTo?: string }): Promise<SyndicationItem[]> {
  const settings = await reader.settings()
  const newest = (await reader.list({ ...listing, limit: FEED_LENGTH })).filter(isNews)
  const listed = new Set(newest.map(({ document }) => document))
  // Of the corrected ones, as many as the window holds may be among the newest.
  const corrected = (await reader.corrected({ ...listing, limit: FEED_LENGTH + CORRECTED_LENGTH })).filter((row) => isNews(row) && !listed.has(row.document)).slice(0, CORRECTED_LENGTH)
  const rows = [...newest, ...corrected].sort((a, b) => (a.publishedAt === b.publishedAt ? 0 : a.publishedAt < b.publishedAt ? 1 : -1))
  const documents = await relatedTo(rows.filter((row): row is Live => !row.isTombstone), reader)
  const facts = await factsAbout(documents.values(), reader)
  return Promise.all(
    rows.map(async (row) => {
      if (row.isTombstone) return withdrawnItem(row, settings)
      const translations = settings.languages.length > 1 ? await translationsOf(row, reader) : []
      return itemOf(row as Live<FeedCollection>, { origin, settings, documents, facts, translations })
    }),
  )
}

function isNews(row: Publication): boolean {
  return !row.isAdopted || row.corrections.length > 0
}
