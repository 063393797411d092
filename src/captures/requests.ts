import type { Queryable } from '@/platform/database'
import { now } from '@/platform/clock'
import type { CaptureReason } from './capture'
import { mayFetch, policiesOf, policyOf, type SourcePolicy } from './policy'

export type RequestState = 'waiting' | 'working' | 'done' | 'failed' | 'refused'

/** A wish for a copy. `problem`: in one word, why it was not fulfilled, or not yet. */
export type CaptureRequest = {
  id: string
  source: string
  provider: 'local' | 'wayback'
  url: string
  host: string
  by: string | null
  why: CaptureReason
  state: RequestState
  attempts: number
  wantedAt: string
  nextAt: string
  problem: string | null
  remoteJob: string | null
  capture: string | null
}

const COLUMNS = 'id, source, provider, url, host, wanted_by as by, why, state, attempts, wanted_at as "wantedAt", next_at as "nextAt", problem, remote_job as "remoteJob", capture'

/** Longer addresses are no citation's. */
export const LONGEST_URL = 2_000
/** A queue's name holds at most 128 characters. */
const LONGEST_HOST = 100

/** The host of an http(s) address, as the name of its queue; null where it is no such address. */
export function hostOf(url: string): string | null {
  if (url.length > LONGEST_URL || !URL.canParse(url)) return null
  const { protocol, hostname } = new URL(url)
  return /^https?:$/.test(protocol) && hostname !== '' ? hostname.slice(-LONGEST_HOST) : null
}

type Wish = { source: string; url: string; by: string | null; why: CaptureReason; provider?: 'local' | 'wayback' }

/**
 * Wants a copy of what `url` answers, for a source, in the transaction of what makes it wanted. A wish for the same source and address that
 * still waits is the same one. Returns its id; null where the source's policy does not allow it or the address is none that is fetched.
 */
export async function wantCapture(tx: Queryable, wish: Wish): Promise<string | null> {
  const policy = await policyOf(tx, wish.source)
  return policy === null || !isAllowed(policy, wish) ? null : ((await write(tx, [wish]))[0] ?? null)
}

/**
 * Wants copies of sources that somebody cites, all at once, save those of which one is kept, on its way, or could not be had. `by`: who cites
 * them. Returns the ids of what is wanted.
 */
export async function wantCapturesOfCited(tx: Queryable, sources: readonly string[], by: string | null): Promise<string[]> {
  if (sources.length === 0) return []
  const linked = [...(await policiesOf(tx, sources))].flatMap(([source, policy]): Wish[] => {
    const wish = policy.url === null ? null : { source, url: policy.url, by, why: 'linked' as const }
    return wish !== null && isAllowed(policy, wish) ? [wish] : []
  })
  const { rows } = await tx.query<{ source: string }>(
    `select distinct r.source::text from handbill.capture_requests r join unnest($1::uuid[], $2::text[]) as w (source, url) on r.source = w.source and r.url = w.url where r.provider = 'local'`,
    [linked.map(({ source }) => source), linked.map(({ url }) => url)],
  )
  const known = new Set(rows.map(({ source }) => source))
  return write(tx, linked.filter(({ source }) => !known.has(source)))
}

function isAllowed(policy: SourcePolicy, { url, why, provider = 'local' }: Wish): boolean {
  return hostOf(url) !== null && mayFetch(policy, why) && (provider === 'local' || policy.policy === 'archivePublicly')
}

/** Writes wishes, each of another source, and returns their ids. */
async function write(tx: Queryable, wishes: readonly Wish[]): Promise<string[]> {
  if (wishes.length === 0) return []
  const given = wishes.map(({ source, url, by, why, provider = 'local' }) => ({ source, provider, url, host: provider === 'local' ? hostOf(url) : 'wayback', wanted_by: by, why }))
  const { rows } = await tx.query<{ id: string }>(
    `insert into handbill.capture_requests (source, provider, url, host, wanted_by, wanted_at, why, next_at)
     select source, provider, url, host, wanted_by, $2, why, $2 from jsonb_to_recordset($1) as w (source uuid, provider text, url text, host text, wanted_by uuid, why text)
     -- In one order, so that two saves that cite the same don't wait for each other.
     order by source
     on conflict (source, provider, md5(url)) where state in ('waiting', 'working')
     do update set why = case when excluded.why = 'asked' then 'asked' else capture_requests.why end, wanted_by = coalesce(capture_requests.wanted_by, excluded.wanted_by)
     returning id`,
    [JSON.stringify(given), now()],
  )
  return rows.map(({ id }) => id)
}

/** Who is to fulfil a request; undefined where there is no such request. */
export async function providerOf(tx: Queryable, id: string): Promise<CaptureRequest['provider'] | undefined> {
  const { rows } = await tx.query<Pick<CaptureRequest, 'provider'>>('select provider from handbill.capture_requests where id = $1', [id])
  return rows[0]?.provider
}

/** Takes a request up for one attempt; null where it is fulfilled, given up or gone. */
export async function takeRequest(tx: Queryable, id: string): Promise<CaptureRequest | null> {
  const { rows } = await tx.query<CaptureRequest>(
    `update handbill.capture_requests set state = 'working', attempts = attempts + 1 where id = $1 and state in ('waiting', 'working') returning ${COLUMNS}`,
    [id],
  )
  return rows[0] ?? null
}

/** Ends a request. Returns false where another had ended it already: then nothing that was made for it may stand. */
export async function endRequest(tx: Queryable, id: string, end: { state: 'done' | 'failed' | 'refused'; problem?: string; capture?: string }): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update handbill.capture_requests set state = $2, problem = $3, capture = $4, ended_at = $5 where id = $1 and state = 'working'`,
    [id, end.state, end.problem ?? null, end.capture ?? null, now()],
  )
  return rowCount === 1
}

/** Puts a request back until `at`, with a job for it. `remoteJob`: what the archive calls its own job. */
export async function putBack(tx: Queryable, id: string, at: Date, { problem, remoteJob }: { problem?: string; remoteJob?: string } = {}): Promise<void> {
  await tx.query(
    `with back as (
       update handbill.capture_requests set state = 'waiting', next_at = $2, problem = $3, remote_job = coalesce($4, remote_job) where id = $1 and state = 'working' returning *
     ) select handbill.ask_for_capture(back::handbill.capture_requests) from back`,
    [id, at, problem ?? null, remoteJob ?? null],
  )
}

/** Asks for a job for every request that waits without one, as after the queue was lost. Returns for how many. */
export async function askForForgotten(tx: Queryable): Promise<number> {
  const { rowCount } = await tx.query(
    `select handbill.ask_for_capture(r) from handbill.capture_requests r
     where r.state in ('waiting', 'working') and not exists (select from graphile_worker.jobs j where j.key = 'capture ' || r.id and j.attempts < j.max_attempts)`,
  )
  return rowCount ?? 0
}

/** The requests of a source that are not fulfilled, the newest first. */
export async function openRequestsOf(tx: Queryable, source: string, limit = 20): Promise<CaptureRequest[]> {
  const { rows } = await tx.query<CaptureRequest>(`select ${COLUMNS} from handbill.capture_requests where source = $1 and state <> 'done' order by wanted_at desc limit $2`, [source, limit])
  return rows
}
