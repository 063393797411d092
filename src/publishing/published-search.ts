import type { Queryable } from '@/platform/database'
import type { Live } from '@/record/publication'
import type { RecordReader } from '@/record/reader'
import { LIVE_COLUMNS, toPublication, type LiveRow } from './published-row'
import { normaliseWords, searchConfiguration } from './search-text'

/** How many matches are ranked: of words that stand in more texts than that, the newest. */
export const MOST_MATCHES = 500

/**
 * How far words are looked for along the newest texts, and the share of them that must match. To look at a text costs
 * microseconds; the index of words finds the few texts of a rare word at once, but a common word's tens of thousands slowly.
 */
const PROBE = 1_000
const NEWEST = 4_000
const COMMON = 0.04

const LONGEST = 400

/** The ids of matching texts in `$2`'s language, newest first: all, or of the newest `newest` texts. */
function matching(newest: number | null): string {
  const live = 'from live_publications where language = $2 and not is_tombstone and path is not null'
  if (newest !== null) {
    // The limit stands inside, where no plan can look for the words first.
    return `select * from (select id, published_at, search ${live} order by published_at desc, id desc limit ${newest}) as newest
      where search @@ $1::tsquery order by published_at desc, id desc limit ${MOST_MATCHES + 1}`
  }
  // Found first and put in order then: asked for both at once, the planner walks all texts where it thinks a word common.
  return `select * from (with found as materialized (select id, published_at, search ${live} and search @@ $1::tsquery) select * from found) as found
    order by published_at desc, id desc limit ${MOST_MATCHES + 1}`
}

/**
 * Searches the live publications of one language. `text` is what a reader typed: words, "phrases", -excluded, or.
 * Hits are ordered by how well they match, the title counting most. `isAll` is false where there are more matches than
 * were ranked: `total` then counts the newest ones.
 */
export async function searchPublished(database: Queryable, query: Parameters<RecordReader['search']>[0]): ReturnType<RecordReader['search']> {
  const text = normaliseWords(query.text).replaceAll('\0', ' ').slice(0, LONGEST)
  // As a value of its own, so that the planner sees how common its words are.
  const { rows: asked } = await database.query<{ words: string }>('select websearch_to_tsquery($1::regconfig, $2)::text as words', [searchConfiguration(query.language), text])
  const words = asked[0]?.words ?? ''
  if (words === '') return { hits: [], total: 0, isAll: true }
  const newest = await howFar(database, words, query.language)
  const find = (limit: number, offset: number) =>
    database.query<LiveRow & { rank: number; total: number }>(
      `with matches as materialized (${matching(newest)}),
       ranked as materialized (select id, published_at, ts_rank('{0.05, 0.1, 0.2, 1.0}', search, $1::tsquery) as rank from matches limit ${MOST_MATCHES}),
       page as (select id, rank, published_at from ranked order by rank desc, published_at desc, id limit $3 offset $4)
       select ${LIVE_COLUMNS.split(', ').map((column) => `live_publications.${column}`).join(', ')}, page.rank, (select count(*)::int from matches) as total
       from page join live_publications using (id) order by page.rank desc, page.published_at desc, id`,
      [words, query.language, limit, offset],
    )
  const { rows } = await find(query.limit, query.offset)
  const counted = rows[0]?.total ?? (query.offset > 0 ? ((await find(1, 0)).rows[0]?.total ?? 0) : 0)
  return {
    hits: rows.map((row) => ({ publication: toPublication(row) as Live, rank: row.rank })),
    total: Math.min(counted, MOST_MATCHES),
    isAll: newest === null && counted <= MOST_MATCHES,
  }
}

/** How many of the newest texts are enough to search; null where all have to be, or there are no more. */
async function howFar(database: Queryable, words: string, language: string): Promise<number | null> {
  const { rows } = await database.query<{ matches: number; hasMore: boolean; hasNoIndex: boolean }>(
    `select count(*)::int as matches, querytree($1::tsquery) = 'T' as "hasNoIndex", exists (select from live_publications where language = $2 and not is_tombstone order by published_at desc, id desc offset ${NEWEST} limit 1) as "hasMore"
     from (${matching(PROBE)}) as found`,
    [words, language],
  )
  const { matches, hasMore, hasNoIndex } = rows[0] ?? { matches: 0, hasMore: false, hasNoIndex: false }
  // Words that are only excluded are in no index: all texts there are would be looked through.
  return hasMore && (hasNoIndex || matches > PROBE * COMMON) ? NEWEST : null
}
