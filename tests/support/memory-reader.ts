/** The record in memory: what `publishing/published-reader.ts` is over SQL, for tests of everything that only reads. */
import type { PublicCollection } from '@/record/projections'
import { isLive, type Live, type Publication } from '@/record/publication'
import type { CopiedText, CorrectedListing, Listing, RecordReader } from '@/record/reader'
import { referencesOf } from '@/record/references'
import type { SourceFacts } from '@/record/source-facts'
import { SETTINGS } from './publications'

export type MemoryReader = RecordReader & {
  /** Every row by document id; change it to publish, correct or withdraw. */
  rows: Map<string, Publication>
  /** What is known of how sources stand, by id; shown of live public ones alone. */
  known: Map<string, SourceFacts>
  /** The words of copies, by the source's id; shown as facts are. */
  copies: Map<string, CopiedText>
}

/** `YYYY-MM` of an instant in a time zone. */
export function monthOf(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', timeZone }).formatToParts(new Date(instant))
  return `${parts.find((part) => part.type === 'year')?.value}-${parts.find((part) => part.type === 'month')?.value}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A reader over `publications`; the settings are those among them, else the tests' own. */
export function memoryReader(publications: readonly Publication[] = []): MemoryReader {
  const rows = new Map(publications.map((publication) => [publication.document, publication]))
  const live = (): Live[] => [...rows.values()].filter((row): row is Live => !row.isTombstone)
  const settings = () => {
    const found = live().find((row) => row.collection === 'site-settings')
    return found?.collection === 'site-settings' ? found.projection : SETTINGS
  }
  const matching = (listing: Omit<Listing, 'limit' | 'order'>): Live[] =>
    live().filter(
      (row) =>
        listing.collections.includes(row.collection) &&
        (listing.language === undefined || row.language === listing.language) &&
        (listing.refersTo === undefined || referencesOf(row).some(({ document }) => document === listing.refersTo)) &&
        (listing.month === undefined || monthOf(row.publishedAt, settings().timeZone) === listing.month),
    )
  const correctedAmong = ({ language, collections, refersTo }: Omit<CorrectedListing, 'limit'>): Publication[] =>
    [...rows.values()].filter(
      (row) =>
        row.language === language &&
        (row.isTombstone || row.corrections.length > 0) &&
        (collections === undefined || collections.includes(row.collection)) &&
        (refersTo === undefined || (!row.isTombstone && referencesOf(row).some(({ document }) => document === refersTo))),
    )
  const known = new Map<string, SourceFacts>()
  const copies = new Map<string, CopiedText>()
  return {
    rows,
    known,
    copies,
    async settings() {
      return settings()
    },
    async byId<C extends PublicCollection>(collection: C, documents: readonly string[]) {
      return live().filter((row) => row.collection === collection && documents.includes(row.document)) as Live[] as Live<C>[]
    },
    async byAddress(path) {
      const all = [...rows.values()]
      return all.find((row) => row.path === path) ?? all.find((row) => row.addresses.includes(path)) ?? null
    },
    async list<C extends PublicCollection>(listing: Listing<C>) {
      const found = matching(listing)
      if (listing.order === 'title') found.sort((a, b) => compare(a.title, b.title) || compare(a.document, b.document))
      else if (listing.order === 'oldest') found.sort((a, b) => compare(a.publishedAt, b.publishedAt) || compare(a.document, b.document))
      else found.sort((a, b) => compare(b.publishedAt, a.publishedAt) || compare(b.document, a.document))
      return found.slice(0, listing.limit) as Live[] as Live<C>[]
    },
    async count(listing) {
      return matching(listing).length
    },
    async has(listing) {
      return matching(listing).length > 0
    },
    async countReferring(collections, documents) {
      return new Map(documents.map((refersTo): [string, number] => [refersTo, matching({ collections, refersTo }).length]).filter(([, count]) => count > 0))
    },
    async months(listing) {
      const counts = new Map<string, number>()
      for (const row of matching(listing)) {
        const month = monthOf(row.publishedAt, settings().timeZone)
        counts.set(month, (counts.get(month) ?? 0) + 1)
      }
      return [...counts].map(([month, count]) => ({ month, count })).sort((a, b) => compare(b.month, a.month))
    },
    async translations<C extends PublicCollection>(collection: C, original: string) {
      const found = live().filter((row) => row.collection === collection && (row.document === original || ('translationOf' in row.projection && row.projection.translationOf === original)))
      return found.sort((a, b) => compare(a.language, b.language) || compare(a.document, b.document)) as Live[] as Live<C>[]
    },
    async corrected({ limit, ...listing }) {
      return correctedAmong(listing)
        .sort((a, b) => compare(b.updatedAt, a.updatedAt) || compare(b.id, a.id))
        .slice(0, limit)
    },
    async countCorrected(listing) {
      return correctedAmong(listing).length
    },
    async facts(sources) {
      const shown = [...known].filter(([source]) => {
        const row = rows.get(source)
        return sources.includes(source) && isLive(row, 'sources') && row.projection.visibility === 'public'
      })
      return new Map(shown)
    },
    async copyText(source) {
      const row = rows.get(source)
      return isLive(row, 'sources') && row.projection.visibility === 'public' ? (copies.get(source) ?? null) : null
    },
    async search({ text, language, limit, offset }) {
      const hits = live().filter((row) => row.path !== null && row.language === language && JSON.stringify(row.projection).includes(text))
      return { hits: hits.slice(offset, offset + limit).map((publication) => ({ publication, rank: 1 })), total: hits.length, isAll: true }
    },
  }
}
