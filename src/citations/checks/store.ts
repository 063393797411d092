import type { Queryable } from '@/platform/database'
import type { SourceFacts } from '@/record/source-facts'
import { indexCitations } from '../rows'
import type { StoredCitations } from '../stored'
import type { Check, Ground, Result } from './support'

export type Place = { collection: string; document: string }

/**
 * A citation that stands in a text, as its row has it. `source` is the record that it was merged into, where it was. `copy`: the kept copy to
 * look at, the one that it was quoted from if there are words of it, else the newest of its source that there are words of.
 */
export type CitedRow = Ground & { key: string; position: number; scope: 'document' | 'statement'; quotePrefix: string | null; quoteSuffix: string | null; quoteLanguage: string | null; note: string | null; originalLabel: string | null; capture: string | null; copy: string | null; basis: string }

/** The record that a citation names, as the desk shows it. `facts`: how its link stands, as far as machines know. */
export type CitedSource = {
  id: string
  title: string
  kind: string
  language: string | null
  titleLanguage: string | null
  creators: string[]
  publisher: string | null
  container: string | null
  issued: string | null
  url: string | null
  archivedUrl: string | null
  isPrivate: boolean
  facts: Pick<SourceFacts, 'state' | 'since' | 'archives'> | null
}

const CITED = `key, position, scope, source::text, intent, locator_label as "locatorLabel", locator_value as "locatorValue", quote, quote_prefix as "quotePrefix", quote_suffix as "quoteSuffix", quote_language as "quoteLanguage",
  quote_translation as "quoteTranslation", claim, note, original_label as "originalLabel", capture::text, basis,
  (select k.id::text from handbill.captures k where k.source = c.source and k.failure is null and k.revoked_at is null and k.text is not null
    order by coalesce(k.id = c.capture, false) desc, k.captured_at desc limit 1) as copy`

/** The citations in the text of a document, in reading order; of one key alone where it is given. */
export async function citedIn(db: Queryable, { collection, document }: Place, key: string | null = null): Promise<CitedRow[]> {
  const { rows } = await db.query<CitedRow>(`select ${CITED} from handbill.citations c where collection = $1 and document = $2::uuid and ($3::text is null or key = $3) order by position`, [collection, document, key])
  return rows
}

/** Writes the rows of a document anew whose text was not saved since citations became rows: until then nothing is known of what they rest on. */
export async function writeMissingRows(tx: Queryable, place: Place, text: unknown, { citations, language }: { citations: unknown; language: unknown }): Promise<void> {
  const { rows } = await tx.query(`select from handbill.citations where collection = $1 and document = $2::uuid and basis = '' limit 1`, [place.collection, place.document])
  if (rows.length > 0) await indexCitations(tx, place, text, (citations ?? {}) as StoredCitations, typeof language === 'string' ? language : 'en')
}

const CHECKED = `id, basis, result, note, seen, capture::text, by::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`

/** What was found of the citations of a document, oldest first, by key. */
export async function checksOf(db: Queryable, { collection, document }: Place, key: string | null = null): Promise<Map<string, Check[]>> {
  const { rows } = await db.query<Check & { key: string }>(`select key, ${CHECKED} from handbill.citation_checks where collection = $1 and document = $2::uuid and ($3::text is null or key = $3) order by seq`, [collection, document, key])
  return Map.groupBy(rows, (row) => row.key)
}

/** Whether a kept copy is one of a source, or of a record that was merged into it. */
export async function isCopyOf(db: Queryable, capture: string, source: string): Promise<boolean> {
  const { rows } = await db.query('select from handbill.captures k where k.id = $1 and (k.source = $2 or k.source in (select merged from handbill.source_merges where "into" = $2))', [capture, source])
  return rows.length > 0
}

export async function insertCheck(tx: Queryable, check: Place & { key: string; basis: string; result: Result; note: string | null; seen: Ground; capture: string | null; by: string; at: Date }): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    'insert into handbill.citation_checks (collection, document, key, basis, result, note, seen, capture, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id',
    [check.collection, check.document, check.key, check.basis, check.result, check.note, JSON.stringify(check.seen), check.capture, check.by, check.at],
  )
  return rows[0]?.id ?? ''
}

/** Who had a hand in each citation of a document since it was last made public, by key. */
export async function handsIn(db: Queryable, { collection, document }: Place): Promise<Map<string, string[]>> {
  const { rows } = await db.query<{ key: string; person: string }>(
    `select h.key, h.person::text from handbill.citation_hands h
     where h.collection = $1 and h.document = $2::uuid
       and h.at > coalesce((select p.went_live_at from publications p where p.collection = $1 and p.document = $2::text and p.superseded_at is null), '-infinity')
     order by h.at`,
    [collection, document],
  )
  return new Map([...Map.groupBy(rows, (row) => row.key)].map(([key, hands]) => [key, hands.map(({ person }) => person)]))
}

/** The records of some sources, by id. Whoever gets them must be one who may read them. */
export async function sourcesNamed(db: Queryable, ids: readonly string[]): Promise<Map<string, CitedSource>> {
  if (ids.length === 0) return new Map()
  const { rows } = await db.query<CitedSource>(
    `select s.id::text, coalesce(s.title, '') as title, coalesce(s.kind::text, 'webpage') as kind, s.language::text as language, s.title_language::text as "titleLanguage", s.publisher, s.container, s.issued, s.url, s.archived_url as "archivedUrl",
       coalesce(s.visibility::text, 'public') = 'private' as "isPrivate",
       coalesce((select array_agg(c.name order by c._order) from sources_creators c where c._parent_id = s.id and c.name is not null), '{}') as creators,
       case when f.facts is null then null else jsonb_build_object('state', f.facts -> 'state', 'since', f.facts -> 'since', 'archives', coalesce(f.facts -> 'archives', '[]')) end as facts
     from sources s left join handbill.source_facts f on f.source = s.id where s.id = any($1::uuid[])`,
    [[...new Set(ids)]],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The basis-bearing part of a citation alone, as a check keeps it. */
export function groundOf({ source, quote, quoteTranslation, locatorLabel, locatorValue, intent, claim }: Ground): Ground {
  return { source, quote, quoteTranslation, locatorLabel, locatorValue, intent, claim }
}
