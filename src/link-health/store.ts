import type { Queryable } from '@/platform/database'
import { DOUBTS, type LinkState } from '@/record/source-facts'
import type { Baseline, Nonsense, Seen } from './classify'
import type { LinkRecord } from './state'

/** A link as it is stored. `url` and `host`: null where nothing is to be asked, as of a private source. */
export type StoredLink = { source: string; url: string | null; host: string | null; record: LinkRecord; baseline: Baseline | null; lockNote: string | null; lockedBy: string | null; lockedAt: string | null; askedAt: string | null; verification: string; troubledSince: string | null }

type Row = {
  document: string; url: string | null; host: string | null; state: LinkRecord['state']; since: Date; sightings: LinkRecord['sightings']; is_to_be_seen_elsewise: boolean; good_since: Date | null; checked_at: Date | null
  next_check_at: Date; asked_at: Date | null; baseline: Baseline | null; lock: LinkRecord['lock']; lock_note: string | null; locked_by: string | null; locked_at: Date | null; verification: string; troubled_since: Date | null
}

/** A source's link; null where none is kept. With `lock`, its row stays locked until the transaction ends. */
export async function readLink(db: Queryable, source: string, { lock = false } = {}): Promise<StoredLink | null> {
  const { rows } = await db.query<Row>(`select * from handbill.links where document = $1 ${lock ? 'for update' : ''}`, [source])
  return rows[0] === undefined ? null : linkOf(rows[0])
}

function linkOf(row: Row): StoredLink {
  return {
    source: row.document,
    url: row.url,
    host: row.host,
    record: {
      state: row.state, since: row.since.toISOString(), sightings: row.sightings, isToBeSeenElsewise: row.is_to_be_seen_elsewise,
      goodSince: row.good_since?.toISOString() ?? null, checkedAt: row.checked_at?.toISOString() ?? null, nextAt: row.next_check_at.toISOString(), lock: row.lock,
    },
    baseline: row.baseline,
    lockNote: row.lock_note,
    lockedBy: row.locked_by,
    lockedAt: row.locked_at?.toISOString() ?? null,
    askedAt: row.asked_at?.toISOString() ?? null,
    verification: row.verification,
    troubledSince: row.troubled_since?.toISOString() ?? null,
  }
}

/** Writes what a look made of a link. What a person said of it is not touched. */
export async function writeRecord(tx: Queryable, source: string, { state, since, sightings, isToBeSeenElsewise, goodSince, checkedAt, nextAt }: LinkRecord, baseline: Baseline | null): Promise<void> {
  await tx.query(
    `update handbill.links set state = $2, since = $3, sightings = $4, is_to_be_seen_elsewise = $5, good_since = $6, checked_at = $7, next_check_at = $8, asked_at = null, baseline = $9 where document = $1`,
    [source, state, since, JSON.stringify(sightings), isToBeSeenElsewise, goodSince, checkedAt, nextAt, baseline === null ? null : JSON.stringify(baseline)],
  )
}

/** Notes that a link stands otherwise than before, for ever. */
export async function noteChange(tx: Queryable, change: { source: string; at: Date; was: LinkState; became: LinkState; by: string | null; cause: 'check' | 'lock' | 'address' }): Promise<void> {
  await tx.query('insert into handbill.link_changes (document, at, was, became, by, cause) values ($1, $2, $3, $4, $5, $6)', [change.source, change.at, change.was, change.became, change.by, change.cause])
}

/** One look, as the log of looks keeps it for 90 days. */
export type LoggedLook = { source: string; at: Date; vantage: 'first' | 'elsewise'; seen: Seen; quotesFound: number; quotesLost: number; milliseconds: number }

const LONGEST_ADDRESS = 4_000

export async function logLook(tx: Queryable, { source, at, vantage, seen, quotesFound, quotesLost, milliseconds }: LoggedLook): Promise<void> {
  await tx.query(
    `insert into handbill.link_checks (document, at, vantage, http, final_url, outcome, error_class, similarity, quotes_found, quotes_lost, milliseconds) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [source, at, vantage, seen.http, seen.finalUrl?.slice(0, LONGEST_ADDRESS) ?? null, seen.outcome, seen.errorClass, seen.similarity, quotesFound, quotesLost, milliseconds],
  )
}

/** How long single looks are kept, in days; what they changed is kept for ever. Source: the notes on sources, section 2. */
const LOOKS_KEPT_DAYS = 90
const PRUNED_AT_ONCE = 5_000

/** Forgets looks that are older than 90 days, some thousand at a time. Returns how many. */
export async function pruneLooks(db: Queryable, at: Date): Promise<number> {
  const { rowCount } = await db.query(
    `delete from handbill.link_checks where id in (select id from handbill.link_checks where at < $1::timestamptz - make_interval(days => ${LOOKS_KEPT_DAYS}) order by at limit ${PRUNED_AT_ONCE})`,
    [at],
  )
  return rowCount ?? 0
}

export async function readNonsense(db: Queryable, host: string): Promise<Nonsense | null> {
  const { rows } = await db.query<{ nonsense: Nonsense | null }>('select nonsense from handbill.link_hosts where host = $1', [host])
  return rows[0]?.nonsense ?? null
}

export async function writeNonsense(tx: Queryable, host: string, nonsense: Nonsense): Promise<void> {
  await tx.query('update handbill.link_hosts set nonsense = $2, is_nonsense_wanted = false where host = $1', [host, JSON.stringify(nonsense)])
}

/** States in which a source needs somebody's attention, and results of verification that do. */
export const TROUBLED_STATES = ['changed', 'dead', 'usurped', 'unfit'] as const satisfies readonly LinkState[]
export const TROUBLED_RESULTS = DOUBTS

/** Keeps when a source began to need attention, after its state or its verification changed. */
export async function noteTrouble(tx: Queryable, source: string, at: Date): Promise<void> {
  await tx.query(
    `update handbill.links set troubled_since = case when standing = any($3) or verification = any($4) then $2::timestamptz end where document = $1`,
    [source, at, [...TROUBLED_STATES], [...TROUBLED_RESULTS]],
  )
}
