import type { PayloadRequest } from 'payload'
import { pool } from '@/platform/database'
import type { LinkState } from '@/record/source-facts'
import { namesOf } from '@/review/store'
import { standing, type CheckedState, type Lock } from './state'
import { readLink } from './store'
import { titlesFor } from './titles'

type Person = { id: string; name: string }
export type AnsweredCheck = { at: string; vantage: string; http: number | null; finalUrl: string | null; outcome: string; errorClass: string | null; similarity: number | null; quotesFound: number; quotesLost: number }
export type AnsweredQuote = { collection: string; document: string; title: string; key: string; quote: string; state: 'found' | 'ambiguous' | 'lost'; since: string; lastAt: string }
/**
 * How a source's link stands, and why. `found`: what checks say, whatever a person said (`lock`). `url`: null where nothing is asked.
 * `askedAt`: since when somebody waits for a check. Instants are ISO 8601, lists begin with the newest.
 */
export type AnsweredLink = {
  state: LinkState
  since: string | null
  found: CheckedState
  url: string | null
  lock: { state: Lock; note: string | null; by: Person | null; at: string } | null
  checkedAt: string | null
  nextAt: string | null
  askedAt: string | null
  verification: string
  history: { at: string; was: LinkState; became: LinkState; by: Person | null; cause: string }[]
  checks: AnsweredCheck[]
  quotes: AnsweredQuote[]
}

const CHECKS = 20

/** Answers how a source's link stands, with the quotes of those texts that whoever asks may read. */
export async function answeredLink(req: PayloadRequest, source: string): Promise<AnsweredLink> {
  const [link, changes, checks, quotes] = await Promise.all([
    readLink(pool, source),
    pool.query<{ at: Date; was: LinkState; became: LinkState; by: string | null; cause: string }>('select at, was, became, by, cause from handbill.link_changes where document = $1 order by id desc limit 200', [source]),
    pool.query<Omit<AnsweredCheck, 'at'> & { at: Date }>(
      `select at, vantage, http, final_url as "finalUrl", outcome, error_class as "errorClass", similarity, quotes_found as "quotesFound", quotes_lost as "quotesLost" from handbill.link_checks where document = $1 order by at desc, id limit ${CHECKS}`,
      [source],
    ),
    quotesOf(req, source),
  ])
  const names = await namesOf(pool, [...changes.rows.flatMap(({ by }) => by ?? []), ...(link?.lockedBy == null ? [] : [link.lockedBy])])
  const person = (id: string | null): Person | null => (id === null ? null : { id, name: names.get(id) ?? '' })
  const record = link?.record
  return {
    state: record === undefined ? 'unknown' : standing(record),
    since: record === undefined ? null : record.lock === null ? record.since : (link?.lockedAt ?? record.since),
    found: record?.state ?? 'unknown',
    url: link?.url ?? null,
    lock: record?.lock == null ? null : { state: record.lock, note: link?.lockNote ?? null, by: person(link?.lockedBy ?? null), at: link?.lockedAt ?? '' },
    checkedAt: record?.checkedAt ?? null,
    nextAt: link?.url == null ? null : (record?.nextAt ?? null),
    askedAt: link?.askedAt ?? null,
    verification: link?.verification ?? 'unreviewed',
    history: changes.rows.map(({ at, by, ...change }) => ({ at: at.toISOString(), ...change, by: person(by) })),
    checks: checks.rows.map(({ at, ...check }) => ({ at: at.toISOString(), ...check })),
    quotes,
  }
}

async function quotesOf(req: PayloadRequest, source: string): Promise<AnsweredQuote[]> {
  const { rows } = await pool.query<{ collection: string; document: string; key: string; quote: string; state: AnsweredQuote['state']; first_at: Date; last_at: Date }>(
    `select c.collection, c.document::text as document, c.key, c.quote, last.state, last.first_at, last.last_at from handbill.citations c
     cross join lateral (select q.state, q.first_at, q.last_at from handbill.quote_looks q where q.collection = c.collection and q.document = c.document and q.key = c.key order by q.id desc limit 1) last
     where c.source in (select $1::uuid union all select merged from handbill.source_merges where "into" = $1::uuid) and coalesce(c.quote, '') <> ''
     order by last.first_at desc, c.document, c.key limit 500`,
    [source],
  )
  const titles = await titlesFor(req, rows)
  return rows.flatMap(({ collection, document, key, quote, state, first_at: since, last_at: lastAt }) => {
    const title = titles.get(`${collection} ${document}`)
    return title === undefined ? [] : [{ collection, document, title, key, quote, state, since: since.toISOString(), lastAt: lastAt.toISOString() }]
  })
}
