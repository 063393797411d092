import type { Queryable } from '@/platform/database'

/** One place that relies on a source. `key`: of the citation; null where a live text names the source elsewhere, as below a statement. */
export type Reliance = { collection: string; document: string; key: string | null; intent: string | null; claim: string | null; quote: string | null }

/**
 * Everything that relies on a source, or on one that was merged into it: each citation of the texts as they are on the desk, and
 * what is public or in review and refers to it in another way.
 */
export async function relianceOn(db: Queryable, source: string): Promise<Reliance[]> {
  const { rows } = await db.query<Reliance>(
    `with same as (select $1::uuid as id union all select merged from handbill.source_merges where "into" = $1::uuid),
       cited as (select collection, document, key, intent, nullif(claim, '') as claim, nullif(quote, '') as quote, position from handbill.citations where source in (select id from same))
     select collection, document::text as document, key, intent, claim, quote, position from cited
     union all
     select p.collection, p.document, null, null, null, null, -1 from same cross join lateral (
       select collection, document from publications where superseded_at is null and not is_tombstone and refs @> jsonb_build_array(same.id::text)
       union select collection, document::text from handbill.review_runs where ended_at is null and strpos(projection::text, same.id::text) > 0) p
     where not exists (select from cited where cited.collection = p.collection and cited.document::text = p.document)
     order by collection, document, position`,
    [source],
  )
  return rows.map(({ collection, document, key, intent, claim, quote }) => ({ collection, document, key, intent, claim, quote }))
}

/** The documents among some reliances, each once, in the order of their ids: in which whoever locks several of them does so. */
export function documentsOf(reliances: readonly Reliance[]): { collection: string; document: string }[] {
  const found = new Map(reliances.map(({ collection, document }) => [`${collection} ${document}`, { collection, document }]))
  return [...found.values()].toSorted((one, other) => (one.document < other.document ? -1 : one.document > other.document ? 1 : 0))
}

/** Who wrote the texts that rely on a source: those who are told when something befalls it. */
export async function responsibleFor(db: Queryable, documents: readonly { collection: string; document: string }[]): Promise<string[]> {
  if (documents.length === 0) return []
  const { rows } = await db.query<{ person: string }>(
    `select distinct c.person::text as person from handbill.contributions c
     join unnest($1::text[], $2::uuid[]) as asked (collection, document) on c.collection = asked.collection and c.document = asked.document
     where c.kind = 'author' order by 1`,
    [documents.map(({ collection }) => collection), documents.map(({ document }) => document)],
  )
  return rows.map(({ person }) => person)
}
