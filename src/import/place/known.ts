import type { Queryable } from '@/platform/database'
import { readAddress } from '@/sources/web-addresses'

/** Collections whose documents remember where an import brought them from. */
export const IMPORTED = ['articles', 'pages', 'people', 'topics', 'series', 'media'] as const
export type Imported = (typeof IMPORTED)[number]
export type KnownDocument = { id: string; isUntouched: boolean; isTrashed: boolean; wasPublic: boolean }

/** What is on this site already, as far as an import must not make it twice. */
export type Known = {
  byKey: Record<Imported, Map<string, KnownDocument>>
  /** Ids of sources that readers may know of, by the key of their address. */
  sources: Map<string, string>
  /** Ids of topics by language and title, both in lower case. */
  topicsByTitle: Map<string, string>
}

/** Reads what is known, in the transaction of the import. Untouched means: nobody saved it since it was brought in. */
export async function readKnown(tx: Queryable): Promise<Known> {
  const byKey = Object.fromEntries(IMPORTED.map((collection) => [collection, new Map()])) as Known['byKey']
  for (const collection of IMPORTED) {
    const isMedia = collection === 'media'
    const { rows } = await tx.query<{ id: string; import_key: string; is_untouched: boolean; is_trashed: boolean; was_public: boolean }>(
      isMedia
        ? `select id, import_key, true as is_untouched, false as is_trashed, false as was_public from media where import_key is not null`
        : `select id, import_key, saved_by_id is null as is_untouched, deleted_at is not null as is_trashed,
             exists (select from publications where collection = '${collection}' and document = d.id::text) as was_public
           from "${collection}" d where import_key is not null`,
    )
    for (const row of rows) byKey[collection].set(row.import_key, { id: row.id, isUntouched: row.is_untouched, isTrashed: row.is_trashed, wasPublic: row.was_public })
  }
  const sources = new Map<string, string>()
  const { rows: stored } = await tx.query<{ id: string; url: string | null; url_key: string | null }>(
    `select id, url, url_key from sources where deleted_at is null and visibility is distinct from 'private' order by created_at, id`,
  )
  for (const { id, url, url_key: urlKey } of stored) {
    // A stored key may be of an earlier form; the address always gives today's.
    const address = url === null ? null : readAddress(url, url)
    for (const key of [urlKey, address?.kind === 'web' ? address.key : null]) if (key !== null && !sources.has(key)) sources.set(key, id)
  }
  const { rows: topics } = await tx.query<{ id: string; title: string | null; language: string | null }>('select id, title, language from topics where deleted_at is null order by created_at, id')
  const topicsByTitle = new Map(topics.toReversed().map(({ id, title, language }) => [topicKey(language ?? '', title ?? ''), id]))
  return { byKey, sources, topicsByTitle }
}

export function topicKey(language: string, title: string): string {
  return `${language} ${title.trim().toLowerCase()}`
}
