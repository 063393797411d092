import { createHash } from 'node:crypto'
import { now } from '@/platform/clock'
import type { Queryable } from '@/platform/database'
import { claimsIn } from '@/review/scopes'
import { presentText, type StoredText } from '@/rich-text/present'
import { marksIn } from './lift'
import { intentOf, type StoredCitation, type StoredCitations } from './stored'

type Place = { collection: string; document: string }

/** The columns of `handbill.citations` that say what a citation is, beside where it stands. */
const COLUMNS = [
  'position', 'scope', 'source', 'intent', 'locator_label', 'locator_value', 'quote', 'quote_prefix', 'quote_suffix', 'quote_language', 'quote_translation', 'claim', 'note', 'original_label', 'capture', 'basis',
] as const

type Row = { key: string } & Record<(typeof COLUMNS)[number], string | number | null>

/**
 * Writes the citations whose marks stand in a text as rows, in the transaction of the save. Rows that say the same already are left
 * alone, those without a mark go. `language`: BCP 47, of the text, for the ends of its sentences. `by`: who saves, and so has a hand in
 * every citation that rests on something else than before; null where it is nobody's doing.
 */
export async function indexCitations(tx: Queryable, { collection, document }: Place, text: unknown, citations: StoredCitations, language: string, by: string | null = null): Promise<void> {
  const rows = rowsOf(text, citations, language)
  const set = COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')
  const all = (of: string): string => COLUMNS.map((column) => `${of}.${column}`).join(', ')
  await tx.query(
    `with wanted as (
       select * from jsonb_to_recordset($3::jsonb) as w(key text, position int, scope text, source uuid, intent text, locator_label text, locator_value text, quote text, quote_prefix text, quote_suffix text,
         quote_language text, quote_translation text, claim text, note text, original_label text, capture uuid, basis text)),
     gone as (delete from handbill.citations c where c.collection = $1 and c.document = $2::uuid and not exists (select from wanted w where w.key = c.key)),
     -- Of one that was never written by a save since it became a row, nobody knows what it rested on.
     hands as (
       insert into handbill.citation_hands (collection, document, key, person, at)
       select $1, $2::uuid, w.key, $4::uuid, $5 from wanted w left join handbill.citations c on c.collection = $1 and c.document = $2::uuid and c.key = w.key
       where $4::uuid is not null and c.basis is distinct from w.basis and c.basis is distinct from ''
       on conflict (collection, document, key, person) do update set at = excluded.at),
     resolved as (select w.*, coalesce(m."into", w.source) as standing from wanted w left join handbill.source_merges m on m.merged = w.source)
     insert into handbill.citations as c (collection, document, key, ${COLUMNS.join(', ')})
     select $1, $2::uuid, w.key, ${all('w').replace('w.source', 'w.standing')} from resolved w
     on conflict (collection, document, key) do update set ${set} where (${all('c')}) is distinct from (${all('excluded')})`,
    [collection, document, JSON.stringify(rows), by, now()],
  )
}

function rowsOf(text: unknown, citations: StoredCitations, language: string): Row[] {
  const { body } = presentText(text as StoredText, new Map(), new Set(), citations)
  const claims = new Map(claimsIn({ body, language }).map(({ key, claim }) => [key, claim]))
  return marksIn(text).map(({ key, scope }, position): Row => {
    const citation = citations[key] ?? {}
    const claim = citation.claim ?? claims.get(key) ?? ''
    return {
      key,
      position,
      scope,
      source: citation.source ?? null,
      intent: intentOf(citation),
      locator_label: citation.locatorLabel ?? null,
      locator_value: citation.locatorValue ?? null,
      quote: citation.quote ?? null,
      quote_prefix: citation.quotePrefix ?? null,
      quote_suffix: citation.quoteSuffix ?? null,
      quote_language: citation.quoteLanguage ?? null,
      quote_translation: citation.quoteTranslation ?? null,
      claim,
      note: citation.note ?? null,
      original_label: citation.originalLabel ?? null,
      capture: citation.capture ?? null,
      basis: basisOf(citation, claim),
    }
  })
}

/** A word that changes when a check of support has to be made anew: with the source, the words relied on, where they stand, or the claim. */
export function basisOf(citation: StoredCitation, claim: string): string {
  const { source, quote, quoteTranslation, locatorLabel, locatorValue } = citation
  const rests = [source ?? null, quote ?? null, quoteTranslation ?? null, locatorLabel ?? null, locatorValue ?? null, intentOf(citation), claim.replace(/\s+/gu, ' ').trim()]
  return createHash('sha256').update(JSON.stringify(rests)).digest('hex')
}

/** A citation that stands in some document, and which one. */
export type Elsewhere = Place & { key: string; citation: StoredCitation }

/** The citations of some keys, wherever they stand. */
export async function citationsNamed(tx: Queryable, keys: readonly string[]): Promise<Elsewhere[]> {
  const { rows } = await tx.query<Row & Place>(`select distinct on (key) collection, document::text, key, ${COLUMNS.join(', ')} from handbill.citations where key = any($1) order by key, collection, document`, [[...keys]])
  return rows.map((row) => {
    const values = {
      source: row.source, capture: row.capture, intent: row.intent, locatorLabel: row.locator_label, locatorValue: row.locator_value, quote: row.quote, quotePrefix: row.quote_prefix, quoteSuffix: row.quote_suffix,
      quoteLanguage: row.quote_language, quoteTranslation: row.quote_translation, note: row.note, originalLabel: row.original_label,
    }
    const citation = Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== null && !(name === 'intent' && value === 'supports'))) as StoredCitation
    return { collection: row.collection, document: row.document, key: row.key, citation }
  })
}
