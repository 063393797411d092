import { monthPath } from '@/record/paths'
import type { Live } from '@/record/publication'
import { isLive } from '@/record/publication'
import type { RecordReader } from '@/record/reader'
import type { Entry } from '@/site/components/card'
import type { MonthCount } from '@/site/components/months'
import type { Page } from '@/site/page'
import { articlePage, authorPage, campaignPage, exchangePage, gatheredMonthPage, plainPage, seriesPage, socialPostPage, sourcePage, topicPage } from '@/site/pages'
import { FEED_COLLECTIONS } from '@/syndication/items'
import { structuredData } from '@/syndication/structured-data'
import { gathers, hasMonths } from '../addresses'
import { factsAbout, relatedTo, translationsOf } from '../related'
import { documentFeed, feedsOfText, frame, siteFeed } from './frame'
import { pageKind, type EditionContext } from './kind'

/** How many texts the page of a topic, a campaign or a person lists. */
const GATHERED = 50

/** The page of a live document, whatever it is. */
export const documentKind = pageKind({
  name: 'document',
  match: (place) => ({ path: place.path }),
  async load(context, place) {
    const publication = await context.reader.byAddress(place.path)
    return publication === null || publication.isTombstone || publication.path !== place.path ? null : { context, publication }
  },
  render: ({ context, publication }) => renderLive(context, publication),
})

/** The HTML of a live document's page, over what else is live; null for collections without pages. */
export async function renderLive(context: EditionContext, publication: Live): Promise<string> {
  const { reader } = context
  switch (publication.collection) {
    case 'articles': {
      const seriesParts = publication.projection.series === undefined ? [] : await partsOf(publication.projection.series.id, publication.language, reader)
      return articlePage({ page: await pageOf(context, publication), article: publication, seriesParts })
    }
    case 'social-posts': {
      const referring = await reader.list({ collections: ['social-posts', 'exchanges'], refersTo: publication.document, order: 'oldest' })
      const replies = referring.flatMap((each) => (isLive(each, 'social-posts') && each.projection.replyTo === publication.document ? [each as Live<'social-posts'>] : []))
      const exchanges = referring.flatMap((each) => (isLive(each, 'exchanges') ? [each as Live<'exchanges'>] : []))
      return socialPostPage({ page: await pageOf(context, publication), post: publication, replies, exchanges })
    }
    case 'exchanges':
      return exchangePage({ page: await pageOf(context, publication), exchange: publication })
    case 'pages':
      return plainPage({ page: await pageOf(context, publication), document: publication })
    case 'topics':
      return topicPage({ topic: publication, ...(await gathered(context, publication)) })
    case 'campaigns':
      return campaignPage({ campaign: publication, ...(await gathered(context, publication)) })
    case 'people':
      return authorPage({ person: publication, ...(await gathered(context, publication)) })
    case 'series': {
      const parts = await partsOf(publication.document, publication.language, reader)
      return seriesPage({ page: await pageOf(context, publication, parts), series: publication, parts })
    }
    case 'sources': {
      const citedBy = await reader.list({ collections: ['articles', 'social-posts', 'exchanges', 'pages', 'campaigns'], refersTo: publication.document })
      return sourcePage({ page: await pageOf(context, publication), source: publication, citedBy })
    }
    case 'content-warnings':
    case 'site-settings':
      throw new TypeError(`${publication.collection} have no page`)
  }
}

/** The parts of a series in order: by number, then by date. */
async function partsOf(series: string, language: string, reader: RecordReader): Promise<Live<'articles'>[]> {
  const parts = await reader.list({ collections: ['articles'], refersTo: series, language, order: 'oldest' })
  const numbered = (part: Live<'articles'>): number => part.projection.series?.part ?? Number.MAX_SAFE_INTEGER
  return parts.filter((part) => part.projection.series?.id === series).sort((a, b) => numbered(a) - numbered(b))
}

async function gathered(context: EditionContext, publication: Live): Promise<{ page: Page; entries: Entry[]; total: number; months: MonthCount[] }> {
  const listing = { collections: FEED_COLLECTIONS, refersTo: publication.document }
  const entries = await context.reader.list({ ...listing, limit: GATHERED })
  const months = await context.reader.months(listing)
  return { page: await pageOf(context, publication, entries), entries: entries as Entry[], total: months.reduce((sum, { count }) => sum + count, 0), months }
}

/** What a topic, a campaign or a person gathered in one month, at `/topics/x/2026/11`. */
export const gatheredMonthKind = pageKind({
  name: 'month of a topic, campaign or person',
  match({ path }) {
    const found = /^(\/.+)\/((?!0000)\d{4})\/(0[1-9]|1[0-2])$/.exec(path)
    return found === null ? null : { base: found[1] ?? '', month: `${found[2]}-${found[3]}` }
  },
  async load(context, _place, { base, month }) {
    const { reader } = context
    const gathering = await reader.byAddress(base)
    if (gathering === null || gathering.isTombstone || gathering.path !== base || !hasMonths(gathering)) return null
    const entries = (await reader.list({ collections: FEED_COLLECTIONS, refersTo: gathering.document, month })) as Entry[]
    if (entries.length === 0) return null
    const settings = await reader.settings()
    const own = { language: gathering.language, path: monthPath(base, month) }
    const documents = await relatedTo(entries, reader, NAMED_ON_CARDS)
    return { page: await frame(context, own, { documents, feeds: [documentFeed(settings, gathering), siteFeed(settings, gathering.language)] }), gathering, month, entries }
  },
  render: gatheredMonthPage,
})

/** The frame of a document's page. `shown` are the texts whose cards it holds. */
async function pageOf(context: EditionContext, publication: Live, shown: readonly Live[] = []): Promise<Page> {
  const { reader, origin } = context
  const settings = await reader.settings()
  const [documents, cards, translations] = await Promise.all([relatedTo([publication], reader), relatedTo(shown, reader, NAMED_ON_CARDS), translationsOf(publication, reader)])
  for (const [id, card] of cards) documents.set(id, card)
  const own = { language: publication.language, path: publication.path ?? '/' }
  const facts = await factsAbout(documents.values(), reader)
  return frame(context, own, {
    documents,
    facts,
    alternates: translations.length === 0 ? [own] : translations.flatMap(({ language, path }) => (path === null ? [] : [{ language, path }])),
    feeds: gathers(publication) ? [documentFeed(settings, publication), siteFeed(settings, publication.language)] : feedsOfText(settings, publication),
    jsonLd: structuredData(publication, { origin, settings, documents, facts, translations }),
  })
}

/** What the cards of listings name. */
export const NAMED_ON_CARDS = ['people', 'topics'] as const
