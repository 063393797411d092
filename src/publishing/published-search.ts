import type { Queryable } from '@/platform/database'
import type { Live } from '@/record/publication'
import type { RecordReader } from '@/record/reader'
import { COLUMNS, toPublication, type LiveRow } from './published-row'
import { normaliseWords, searchConfiguration } from './search-text'

/**
 * How many matches are ranked. A word that stands in every second text would have all of them read from disk; of such
 * words the newest texts are ranked, and more than this many are not counted.
 */
export const MOST_MATCHES = 500

/**
 * Searches the live publications of one language. `text` is what a reader typed: words, "phrases", -excluded, or.
 * Hits are ordered by how well they match, the title counting most; `total` is at most `MOST_MATCHES`.
 */
export async function searchPublished(database: Queryable, query: Parameters<RecordReader['search']>[0]): ReturnType<RecordReader['search']> {
  const text = normaliseWords(query.text).replaceAll('\0', ' ').slice(0, 400)
  const found = await database.query<LiveRow & { rank: number; total: number }>(
    `with asked as materialized (select websearch_to_tsquery($1::regconfig, $2) as words),
     candidates as materialized (
       select id, published_at, ts_rank('{0.05, 0.1, 0.2, 1.0}', search, words) as rank
       from (
         select id, published_at, search from live_publications
         where language = $3 and not is_tombstone and search @@ (select words from asked)
         order by published_at desc, id desc
         limit ${MOST_MATCHES}
       ) as newest, asked
     ),
     page as (select id, rank, published_at, (select count(*)::int from candidates) as total from candidates order by rank desc, published_at desc, id limit $4 offset $5)
     select ${COLUMNS.split(', ').map((column) => `live_publications.${column}`).join(', ')}, page.rank, page.total
     from page join live_publications using (id) order by page.rank desc, page.published_at desc, id`,
    [searchConfiguration(query.language), text, query.language, query.limit, query.offset],
  )
  if (found.rows.length === 0 && query.offset > 0) {
    const first = await searchPublished(database, { ...query, offset: 0, limit: 1 })
    return { hits: [], total: first.total }
  }
  return { hits: found.rows.map((row) => ({ publication: toPublication(row) as Live, rank: row.rank })), total: found.rows[0]?.total ?? 0 }
}
