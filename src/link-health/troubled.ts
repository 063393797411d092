import type { PayloadRequest } from 'payload'
import { pool } from '@/platform/database'
import type { LinkState } from '@/record/source-facts'
import { isUuid } from '@/review/definition'
import { refusal, Refused } from '@/review/refusal'
import { TROUBLED_RESULTS, TROUBLED_STATES } from './store'
import { titlesFor } from './titles'

/** What troubled sources can be listed by: how their link stands, or what was found of themselves. */
export const TROUBLE_FILTERS = [...TROUBLED_STATES, ...TROUBLED_RESULTS] as const

/** A source that needs attention. `citations`: how many rely on it. */
export type TroubledSource = { id: string; title: string; url: string | null; state: LinkState; verification: string; since: string; citations: number }
/** `next`: asks for the sources after these; null at the end. */
export type TroubledPage = { sources: TroubledSource[]; next: string | null }

const PAGE_LENGTH = 20

type Row = { document: string; url: string | null; standing: LinkState; verification: string; troubled_since: string; citations: number }

/**
 * The sources that need attention, those longest known last, as far as whoever asks may read them. `filter`: one kind alone; `after`:
 * `next` of the page before.
 *
 * @throws Refused (422, naming `state` or `after`) where there is no such kind or place.
 */
export async function troubledSources(req: PayloadRequest, { filter = null, after = null }: { filter?: string | null; after?: string | null }): Promise<TroubledPage> {
  if (filter !== null && !TROUBLE_FILTERS.some((known) => known === filter)) throw new Refused(refusal(422, 'malformed', `state must be one of ${TROUBLE_FILTERS.join(', ')}.`, { field: 'state' }))
  const place = after === null ? null : placeOf(after)
  const { rows } = await pool.query<Row>(
    // The instant as text: in JavaScript it would lose its microseconds, and the next page its beginning.
    `select document::text as document, url, standing, verification, troubled_since::text as troubled_since,
       (select count(*)::int from handbill.citations c where c.source = l.document) as citations
     from handbill.links l where troubled_since is not null and ($1::text is null or standing = $1 or verification = $1)
       and ($2::timestamptz is null or (troubled_since, document) < ($2::timestamptz, $3::uuid))
     order by l.troubled_since desc, l.document desc limit $4`,
    [filter, place?.since ?? null, place?.document ?? null, PAGE_LENGTH + 1],
  )
  const shown = rows.slice(0, PAGE_LENGTH)
  const titles = await titlesFor(req, shown.map(({ document }) => ({ collection: 'sources', document })))
  const last = rows.length > PAGE_LENGTH ? shown.at(-1) : undefined
  return {
    sources: shown.flatMap((row): TroubledSource[] => {
      const title = titles.get(`sources ${row.document}`)
      return title === undefined ? [] : [{ id: row.document, title, url: row.url, state: row.standing, verification: row.verification, since: new Date(row.troubled_since).toISOString(), citations: row.citations }]
    }),
    next: last === undefined ? null : `${last.troubled_since}~${last.document}`,
  }
}

function placeOf(after: string): { since: string; document: string } {
  const [since = '', document] = after.split('~')
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(since) || Number.isNaN(Date.parse(since)) || !isUuid(document)) throw new Refused(refusal(422, 'malformed', 'after must be “next” of an earlier answer.', { field: 'after' }))
  return { since, document }
}
