import { now } from '@/platform/clock'
import type { Queryable } from '@/platform/database'
import type { Projection } from './projection-text'

/** The text that somebody looked at, and when (ISO 8601). */
export type Look = { contentHash: string; projection: Projection; at: string }

type Where = { collection: string; document: string; person: string }

/**
 * Remembers which text of a document somebody has looked at. The text of the look before is kept too, so that opening the
 * same text again still shows what had changed when it was first opened.
 */
export async function recordLook(db: Queryable, { collection, document, person }: Where, contentHash: string, projection: Projection): Promise<void> {
  await db.query(
    `insert into handbill.looks as look (collection, document, person, content_hash, projection, looked_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (collection, document, person) do update set
       before_hash = case when look.content_hash = excluded.content_hash then look.before_hash else look.content_hash end,
       before_projection = case when look.content_hash = excluded.content_hash then look.before_projection else look.projection end,
       before_looked_at = case when look.content_hash = excluded.content_hash then look.before_looked_at else look.looked_at end,
       content_hash = excluded.content_hash, projection = excluded.projection, looked_at = excluded.looked_at`,
    [collection, document, person, contentHash, JSON.stringify(projection), now()],
  )
}

/** What somebody looked at before the text with `contentHash`; null where this is their first look. */
export async function lookBefore(db: Queryable, { collection, document, person }: Where, contentHash: string): Promise<Look | null> {
  const { rows } = await db.query<{ hash: string | null; projection: Projection | null; at: Date | null }>(
    `select case when content_hash = $4 then before_hash else content_hash end as hash,
       case when content_hash = $4 then before_projection else projection end as projection,
       case when content_hash = $4 then before_looked_at else looked_at end as at
     from handbill.looks where collection = $1 and document = $2 and person = $3`,
    [collection, document, person, contentHash],
  )
  const row = rows[0]
  return row === undefined || row.hash === null || row.projection === null || row.at === null ? null : { contentHash: row.hash, projection: row.projection, at: row.at.toISOString() }
}
