import { contentHash } from '@/record/content-hash'
import { pathOf } from '@/record/paths'
import type { Projections, PublicCollection } from '@/record/projections'
import type { Correction, Live } from '@/record/publication'
import type { Listing, RecordReader } from '@/record/reader'
import { referencesOf } from '@/record/references'
import { itemOf, type FeedCollection } from '@/syndication/items'
import { escapeXml } from '@/syndication/xml'
import { isFed } from './addresses'
import { renderLive } from './pages/document-pages'
import { factsAbout, relatedTo, translationsOf } from './related'

/** What would be published. `at`: the ISO 8601 instant it would be published at, for a document that never was. */
export type WouldBe = { [C in PublicCollection]: { collection: C; document: string; projection: Projections[C]; at: string; corrections?: Correction[] } }[PublicCollection]
/** `feedItemHtml`: what a feed reader would show, as a small document; null for what is no item of feeds. */
export type Preview = { pageHtml: string; feedItemHtml: string | null }

/**
 * Renders a projection as if it were live, over the record as it is. `companions` would be published along with it.
 *
 * @throws TypeError for collections that have no page; and what the reader throws.
 */
export async function renderWouldBe(wouldBe: WouldBe, reader: RecordReader, options: { origin: string; companions?: readonly WouldBe[] }): Promise<Preview> {
  const { origin, companions = [] } = options
  const settings = await reader.settings()
  const live: Live[] = []
  for (const each of [wouldBe, ...companions]) live.push(await asLive(each, reader, settings.languages[0] ?? 'en'))
  const [own] = live
  if (own === undefined) throw new TypeError('nothing to preview')
  const overlaid = overlay(reader, live)
  return { pageHtml: await renderLive({ reader: overlaid, origin }, own), feedItemHtml: isFed(own.collection) ? await feedItem(own as Live<FeedCollection>, overlaid, origin) : null }
}

async function asLive(wouldBe: WouldBe, reader: RecordReader, defaultLanguage: string): Promise<Live> {
  const { collection, document, projection, at } = wouldBe
  const named = { language: defaultLanguage, slug: '', title: '', ...projection }
  const [before] = await reader.byId(collection, [document])
  const path = pathOf({ collection, language: named.language, slug: named.slug }, defaultLanguage)
  const corrections = wouldBe.corrections ?? before?.corrections ?? []
  return {
    id: before?.id ?? document, document, collection, isTombstone: false, isAdopted: before?.isAdopted ?? false, language: named.language, slug: named.slug, title: named.title, path,
    publishedAt: before?.publishedAt ?? at, updatedAt: before === undefined || corrections.length > before.corrections.length ? at : before.updatedAt, wentLiveAt: at,
    contentHash: contentHash(projection), corrections, addresses: path === null ? [] : [path], projection,
  } as Live
}

/** The record with some documents in it, or in the place of what they are now. */
function overlay(reader: RecordReader, documents: readonly Live[]): RecordReader {
  const ids = new Set(documents.map(({ document }) => document))
  const merged = (found: readonly unknown[], added: readonly Live[]): Live[] => [...added, ...(found as readonly Live[]).filter(({ document }) => !ids.has(document))]
  const isIn = (publication: Live, { collections, language, refersTo, month }: Omit<Listing, 'limit' | 'order'>): boolean =>
    month === undefined && collections.includes(publication.collection) && (language === undefined || publication.language === language) &&
    (refersTo === undefined || referencesOf(publication).some(({ document }) => document === refersTo))
  return {
    ...reader,
    byId: async (collection, wanted) => merged(await reader.byId(collection, wanted), documents.filter((each) => each.collection === collection && wanted.includes(each.document))) as never,
    list: async (listing) => merged(await reader.list(listing), documents.filter((each) => isIn(each, listing))).slice(0, listing.limit) as never,
    translations: async (collection, original) =>
      merged(await reader.translations(collection, original), documents.filter((each) => each.collection === collection && (each.document === original || ('translationOf' in each.projection && each.projection.translationOf === original)))) as never,
  }
}

async function feedItem(publication: Live<FeedCollection>, reader: RecordReader, origin: string): Promise<string> {
  const documents = await relatedTo([publication], reader)
  const item = itemOf(publication, { origin, settings: await reader.settings(), documents, facts: await factsAbout(documents.values(), reader), translations: await translationsOf(publication, reader) })
  const shown = item.html ?? item.summary.split('\n\n').map((part) => `<p>${escapeXml(part)}</p>`).join('')
  const language = escapeXml(item.language)
  return `<!doctype html>\n<html lang="${language}" dir="auto"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeXml(item.title)}</title></head><body><h1>${escapeXml(item.title)}</h1>${shown}</body></html>\n`
}
