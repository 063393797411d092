import { withSurvivors } from '@/record/merged-sources'
import type { Correction, Publication } from '@/record/publication'

/** The columns of the table `publications` that a publication is made of. */
export const COLUMNS =
  'id, collection, document, language, slug, path, title, is_tombstone, is_adopted, published_at, updated_publicly_at, went_live_at, content_hash, projection, corrections, addresses'

/** The columns of the view `live_publications` that a publication is made of: those, and which of the sources that it names were merged into others. */
export const LIVE_COLUMNS = `${COLUMNS}, merged_sources`

export type LiveRow = {
  id: string
  collection: string
  document: string
  language: string
  slug: string
  path: string | null
  title: string
  is_tombstone: boolean
  is_adopted: boolean
  published_at: Date
  updated_publicly_at: Date
  went_live_at: Date
  content_hash: string
  projection: unknown
  corrections: Correction[]
  addresses: string[]
  merged_sources?: Record<string, string> | null
}

/**
 * A row as the publication that it is, with sources that were merged named by the record that took them in. Only publishing writes
 * rows, so the projection fits the collection.
 */
export function toPublication(row: LiveRow): Publication {
  const publication = {
    id: row.id,
    collection: row.collection,
    document: row.document,
    language: row.language,
    slug: row.slug,
    path: row.path,
    title: row.title,
    isTombstone: row.is_tombstone,
    isAdopted: row.is_adopted,
    publishedAt: row.published_at.toISOString(),
    updatedAt: row.updated_publicly_at.toISOString(),
    wentLiveAt: row.went_live_at.toISOString(),
    contentHash: row.content_hash,
    projection: row.projection,
    corrections: row.corrections,
    addresses: row.addresses,
  } as Publication
  return row.merged_sources == null ? publication : withSurvivors(publication, row.merged_sources)
}
