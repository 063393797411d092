import type { Live, Publication } from './publication'
import type { PublicCollection, PublicSiteSettings } from './projections'
import type { SourceFacts } from './source-facts'

export type Listing<C extends PublicCollection = PublicCollection> = {
  collections: readonly C[]
  language?: string
  /** Only publications that refer to this document (a topic, person, series, campaign, source, post). */
  refersTo?: string
  /** Only those first published in this month, `YYYY-MM` in the site's time zone. */
  month?: string
  limit?: number
  order?: 'newest' | 'oldest' | 'title'
}
/** `refersTo`: only what refers to this document. */
export type CorrectedListing = { language: string; limit: number; collections?: readonly PublicCollection[]; refersTo?: string }
/** The words of our copy of a source. `at`: the ISO 8601 instant of the capture; `sha256`: of the bytes that were answered. */
export type CopiedText = { text: string; title: string; at: string; sha256: string }
export type SearchHit = { publication: Live; rank: number }

/**
 * The one way by which the public side reads: live publications and tombstones, nothing else. Implemented over the
 * view `live_publications` in `publishing/published-reader.ts`, and in memory by tests.
 */
export type RecordReader = {
  settings(): Promise<PublicSiteSettings>
  byId<C extends PublicCollection>(collection: C, documents: readonly string[]): Promise<Live<C>[]>
  /** The publication that claims `path` now or ever did, withdrawn ones included; null if none. */
  byAddress(path: string): Promise<Publication | null>
  /** Newest first by `publishedAt`, then id, unless `order` says otherwise. Tombstones are never listed. */
  list<C extends PublicCollection>(listing: Listing<C>): Promise<Live<C>[]>
  count(listing: Omit<Listing, 'limit' | 'order'>): Promise<number>
  /** Whether there is anything of a listing: found with the first, whatever there is. */
  has(listing: Omit<Listing, 'limit' | 'order'>): Promise<boolean>
  /** How many live documents of some collections refer to each of some documents, by id; those that none refers to are left out. */
  countReferring(collections: readonly PublicCollection[], documents: readonly string[]): Promise<Map<string, number>>
  /** The months in which something of the listing was first published, newest first. */
  months(listing: Omit<Listing, 'limit' | 'month' | 'order'>): Promise<{ month: string; count: number }[]>
  /** All live documents of one translation group: the original and its translations. */
  translations<C extends PublicCollection>(collection: C, original: string): Promise<Live<C>[]>
  /**
   * Publications with a correction or retraction note, and withdrawn ones, in one language, the newest change first, as far as
   * `limit`. With `refersTo` no withdrawn ones: a tombstone no longer knows what it referred to.
   */
  corrected(listing: CorrectedListing): Promise<Publication[]>
  /** How many `corrected` would find without a limit. */
  countCorrected(listing: Omit<CorrectedListing, 'limit'>): Promise<number>
  /** How some sources stand today, by id; those of which nothing is known, and private ones, are left out. */
  facts(sources: readonly string[]): Promise<Map<string, SourceFacts>>
  /** The words of the copy that `facts` tell of; null where readers may not have one. */
  copyText(source: string): Promise<CopiedText | null>
  /** `isAll` is false where more texts match than were ranked; `total` then counts the newest of them. */
  search(query: { text: string; language: string; limit: number; offset: number }): Promise<{ hits: SearchHit[]; total: number; isAll: boolean }>
}
