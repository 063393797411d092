import { createHash } from 'node:crypto'
import type { Queryable } from '@/platform/database'

/** A quote and what stood around it, as a citation relies on it; '' where that isn't known. */
export type QuoteSelector = { exact: string; prefix: string; suffix: string }
/** Looks for a quote in a text; Arabic is folded. Only whether it is there matters here. */
export type FindQuote = (text: string, quote: QuoteSelector) => { state: string }

/** Whether a citation's quote stands on a page. `wasThere`: it, in these very words, was found at an earlier look, or in the copy that is kept. */
export type QuoteLook = { collection: string; document: string; key: string; quoteHash: string; state: 'found' | 'ambiguous' | 'lost'; wasThere: boolean }

type CitationRow = { collection: string; document: string; key: string; quote: string; quote_prefix: string | null; quote_suffix: string | null; last_hash: string | null; was_found: boolean }

/**
 * Looks on a page for the quotes of all citations of a source and of those that were merged into it. `kept`: the words of the copy
 * that the newsroom keeps, if there is one.
 */
export async function lookForQuotes(db: Queryable, source: string, text: string, findQuote: FindQuote, kept: string | null): Promise<QuoteLook[]> {
  const { rows } = await db.query<CitationRow>(
    `select c.collection, c.document, c.key, c.quote, c.quote_prefix, c.quote_suffix, last.quote_hash as last_hash, coalesce(last.was_found, false) as was_found
     from handbill.citations c
     left join lateral (
       select q.quote_hash, exists (select from handbill.quote_looks e where e.collection = c.collection and e.document = c.document and e.key = c.key and e.quote_hash = q.quote_hash and e.state <> 'lost') as was_found
       from handbill.quote_looks q where q.collection = c.collection and q.document = c.document and q.key = c.key order by q.id desc limit 1) last on true
     where c.source in (select $1::uuid union all select merged from handbill.source_merges where "into" = $1::uuid) and coalesce(c.quote, '') <> ''
     order by c.collection, c.document, c.key`,
    [source],
  )
  // One quote often stands in several texts: it is looked for once.
  const known = new Map<string, QuoteLook['state']>()
  const lookIn = (where: string, words: string, row: CitationRow): QuoteLook['state'] => {
    const selector: QuoteSelector = { exact: row.quote, prefix: row.quote_prefix ?? '', suffix: row.quote_suffix ?? '' }
    const name = `${where} ${JSON.stringify(selector)}`
    const found = known.get(name) ?? plain(findQuote(words, selector).state)
    known.set(name, found)
    return found
  }
  return rows.map((row) => {
    const quoteHash = createHash('sha256').update(row.quote).digest('hex')
    const state = lookIn('page', text, row)
    const wasThere = (row.last_hash === quoteHash && row.was_found) || (kept !== null && lookIn('kept', kept, row) !== 'lost')
    return { collection: row.collection, document: row.document, key: row.key, quoteHash, state, wasThere }
  })
}

/** The words of the newest copy of a source that is kept, and its title; null where there is none to read. */
export type KeptText = (db: Queryable, source: string) => Promise<{ text: string; title: string | null } | null>

/**
 * Looks in the kept copy for those quotes of a source that nobody has looked for as they stand, so that whoever writes learns at once
 * whether the words are there, and without the site being asked again.
 */
export async function lookInCopy(tx: Queryable, source: string, at: Date, { findQuote, keptText }: { findQuote: FindQuote; keptText: KeptText }): Promise<void> {
  const { rows } = await tx.query<{ key: string }>(
    `select c.key from handbill.citations c
     where c.source = $1 and coalesce(c.quote, '') <> ''
       and not exists (select from handbill.quote_looks q where q.collection = c.collection and q.document = c.document and q.key = c.key and q.quote_hash = encode(sha256(convert_to(c.quote, 'UTF8')), 'hex'))`,
    [source],
  )
  if (rows.length === 0) return
  const kept = await keptText(tx, source)
  if (kept === null) return
  const unseen = new Set(rows.map(({ key }) => key))
  await noteQuotes(tx, source, at, (await lookForQuotes(tx, source, kept.text, findQuote, null)).filter(({ key }) => unseen.has(key)))
}

function plain(state: string): QuoteLook['state'] {
  return state === 'found' || state === 'ambiguous' ? state : 'lost'
}

/** Notes what a look found of each quote: a row for each run of looks that found the same, so that its history stays short and whole. */
export async function noteQuotes(tx: Queryable, source: string, at: Date, looks: readonly QuoteLook[]): Promise<void> {
  if (looks.length === 0) return
  const columns = [looks.map((look) => look.collection), looks.map((look) => look.document), looks.map((look) => look.key), looks.map((look) => look.quoteHash), looks.map((look) => look.state)]
  const asked = 'unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[]) as asked (collection, document, key, quote_hash, state)'
  const last = `lateral (select id, quote_hash, state from handbill.quote_looks q where q.collection = asked.collection and q.document = asked.document and q.key = asked.key order by id desc limit 1)`
  await tx.query(
    `update handbill.quote_looks q set last_at = $6, looks = looks + 1 from ${asked} cross join ${last} last where q.id = last.id and last.quote_hash = asked.quote_hash and last.state = asked.state`,
    [...columns, at],
  )
  await tx.query(
    `insert into handbill.quote_looks (collection, document, key, source, quote_hash, state, first_at, last_at)
     select asked.collection, asked.document, asked.key, $7, asked.quote_hash, asked.state, $6, $6 from ${asked} left join ${last} last on true
     where last.id is null or last.quote_hash <> asked.quote_hash or last.state <> asked.state`,
    [...columns, at, source],
  )
}
