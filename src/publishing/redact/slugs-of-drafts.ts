import type { Queryable } from '@/platform/database'
import { isUuid, tableOf } from '@/review/definition'
import type { Place } from './places'

export type Document = { collection: string; document: string }

/** Of some documents those that were never public, so that nobody was ever given their address. */
export async function neverPublic(tx: Queryable, documents: readonly Document[]): Promise<Document[]> {
  const { rows } = await tx.query<Document>(
    `select * from unnest($1::text[], $2::text[]) as asked (collection, document)
     where not exists (select from publications p where p.collection = asked.collection and p.document = asked.document)
       and not exists (select from handbill.addresses a where a.collection = asked.collection and a.document::text = asked.document)`,
    [documents.map(({ collection }) => collection), documents.map(({ document }) => document)],
  )
  return rows
}

/**
 * Gives drafts whose slug holds erased words a slug without any, in the text, its versions and the reviews that show it. What
 * was ever public keeps its address. Returns the tables that changed.
 */
export async function redactSlugs(tx: Queryable, places: readonly Place[], drafts: readonly Document[]): Promise<string[]> {
  const withSlug = new Set(places.filter(({ addresses }) => addresses.some((name) => /^(version_)?slug$/.test(name))).map(({ table }) => table))
  const changed = new Set<string>()
  for (const { collection, document } of drafts) {
    const versions = `_${collection.replaceAll('-', '_')}_v`
    if (!isUuid(document) || !withSlug.has(`public.${collection.replaceAll('-', '_')}`)) continue
    const slug = `redacted-${document.slice(0, 8)}`
    await tx.query(`update ${tableOf(collection)} set slug = $2 where id = $1`, [document, slug])
    if (withSlug.has(`public.${versions}`)) await tx.query(`update "${versions}" set version_slug = $2 where parent_id = $1`, [document, slug])
    await tx.query(`update handbill.review_runs set projection = jsonb_set(projection, '{slug}', to_jsonb($3::text)) where collection = $1 and document = $2::uuid and projection ? 'slug'`, [collection, document, slug])
    await tx.query(
      `update handbill.review_runs set companions = (
         select jsonb_agg(case when one ->> 'document' = $1 then jsonb_set(one, '{projection,slug}', to_jsonb($2::text)) else one end order by at) from jsonb_array_elements(companions) with ordinality as each (one, at))
       where companions @> jsonb_build_array(jsonb_build_object('document', $1::text))`,
      [document, slug],
    )
    for (const table of [`public.${collection.replaceAll('-', '_')}`, `public.${versions}`, 'handbill.review_runs']) changed.add(table)
  }
  return [...changed]
}
