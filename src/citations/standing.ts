import type { Queryable } from '@/platform/database'

/**
 * How one citation of a document stands today. `isArchived`: a copy of its source is kept here or in an archive. `quote`: whether
 * its words were there when last looked for. `support`: what a check that still stands found. null where nobody has looked, or nothing is
 * to be looked for.
 */
export type CitationStanding = {
  key: string
  isArchived: boolean
  quote: 'found' | 'ambiguous' | 'lost' | null
  support: 'supports' | 'partly' | 'doesNot' | null
  verification: string | null
  /** How the link of its source stands: `live`, `dead`, … */
  link: string | null
}

type Row = { key: string; source: string | null; isArchived: boolean }

/** What tables that other rooms keep of sources and citations tell of the citations of a document, by key. */
const TOLD = {
  captures: `select c.key, true as value from handbill.citations c where c.collection = $1 and c.document = $2::uuid
    and exists (select from handbill.captures k where k.source = c.source and k.failure is null and k.revoked_at is null)`,
  quote_looks: `select distinct on (l.key) l.key, l.state as value from handbill.quote_looks l join handbill.citations c using (collection, document, key, source)
    where l.collection = $1 and l.document = $2::uuid and l.quote_hash = encode(sha256(convert_to(c.quote, 'UTF8')), 'hex') order by l.key, l.id desc`,
  citation_checks: `select distinct on (k.key) k.key, nullif(k.result, 'unchecked') as value from handbill.citation_checks k join handbill.citations c using (collection, document, key, basis)
    where k.collection = $1 and k.document = $2::uuid order by k.key, k.seq desc`,
  links: `select c.key, l.standing as value from handbill.citations c join handbill.links l on l.document = c.source where c.collection = $1 and c.document = $2::uuid`,
  source_verifications: `select distinct on (c.key) c.key, v.result as value from handbill.citations c join handbill.source_verifications v on v.document = c.source
    where c.collection = $1 and c.document = $2::uuid order by c.key, v.id desc`,
} as const

/** How the citations of a document stand, in reading order. */
export async function standingOf(tx: Queryable, collection: string, document: string): Promise<CitationStanding[]> {
  const { rows } = await tx.query<Row>(
    `select c.key, c.source::text, coalesce(s.archived_url, '') <> '' as "isArchived" from handbill.citations c left join public.sources s on s.id = c.source
     where c.collection = $1 and c.document = $2::uuid order by c.position`,
    [collection, document],
  )
  if (rows.length === 0) return []
  const told = new Map<keyof typeof TOLD, Map<string, unknown>>()
  for (const name of Object.keys(TOLD) as (keyof typeof TOLD)[]) {
    const found = await tx.query<{ key: string; value: unknown }>(TOLD[name], [collection, document])
    told.set(name, new Map(found.rows.map(({ key, value }) => [key, value])))
  }
  const of = <T>(name: keyof typeof TOLD, key: string): T | null => (told.get(name)?.get(key) as T | undefined) ?? null
  return rows.map(({ key, isArchived }) => ({
    key,
    isArchived: isArchived || of('captures', key) === true,
    quote: of('quote_looks', key),
    support: of('citation_checks', key),
    verification: of('source_verifications', key),
    link: of('links', key),
  }))
}
