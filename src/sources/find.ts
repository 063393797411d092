import type { Queryable } from '@/platform/database'

/** By what a work is told from others; each is left out where it isn't known. */
export type WorkKeys = { urlKey?: string; doiKey?: string; postKey?: string; isbn?: string }
/** A record that readers may know of, and how many texts of the desk cite it, those that cite a record merged into it among them. */
export type FoundSource = { id: string; title: string; kind: string; url: string | null; citedIn: number }

/** The record of a work, the oldest where several match; null if there is none. Private records are never found this way. */
export async function findWork(db: Queryable, keys: WorkKeys): Promise<FoundSource | null> {
  const { rows } = await db.query<{ id: string; title: string | null; kind: string | null; url: string | null; cited_in: number }>(
    `with found as (
       select id, title, kind::text, url from sources
       where (url_key = $1 or doi_key = $2 or post_key = $3 or isbn = $4) and deleted_at is null and merged_into_id is null and visibility is distinct from 'private'
       order by (url_key is not distinct from $1) desc, created_at, id limit 1)
     select found.*, (
       select count(distinct (c.collection, c.document))::int from handbill.citations c
       where c.source = found.id or c.source in (select merged from handbill.source_merges where "into" = found.id)) as cited_in
     from found`,
    [keys.urlKey ?? null, keys.doiKey ?? null, keys.postKey ?? null, keys.isbn ?? null],
  )
  const row = rows[0]
  return row === undefined ? null : { id: row.id, title: row.title ?? '', kind: row.kind ?? 'webpage', url: row.url, citedIn: row.cited_in }
}
