import type { Queryable } from '@/platform/database'
import { DAY_MS } from './state'

/**
 * How gently hosts are asked: one question at a time, at least `gapMs` between the end of one and the next, with up to as much again
 * by chance; `perHost` questions a day to one host, and `perDay` to all. A hundred thousand links looked at weekly are
 * 14,300 questions a day. Exported, as tests set their clock and their counts by it.
 */
export const PACE = { gapMs: 10_000, perHost: 200, perDay: 40_000 }
/** A host is held for so long by whoever asks it; then it is thought dead. Longer than any fetch may take. */
const HOLD_MS = 10 * 60_000
/** Of a host that says when to come back, the longest that it is believed. */
const LONGEST_AWAY_MS = 7 * DAY_MS
const MOST_HOSTS_PASSED = 20

/** What is to be asked of a host now: one link, or an address that can't be there. */
export type Visit = { host: string } & ({ kind: 'link'; source: string } | { kind: 'nonsense' })

/**
 * Takes the next host that may be asked and has something to be asked, and holds it; null where there is none. Several processes
 * never hold one host, and one that is killed holds it for ten minutes. Cost: a few indexed rows, however many links there are.
 */
export async function claimVisit(tx: Queryable, at: Date): Promise<Visit | null> {
  if (!(await isWithinBudget(tx, at))) return null
  for (let passed = 0; passed < MOST_HOSTS_PASSED; passed += 1) {
    const { rows } = await tx.query<{ host: string; asked: number; is_nonsense_wanted: boolean }>(
      `select host, case when day = ($1 at time zone 'UTC')::date then asked else 0 end as asked, is_nonsense_wanted
       from handbill.link_hosts where due_at <= $1 order by due_at limit 1 for update skip locked`,
      [at],
    )
    const found = rows[0]
    if (found === undefined) return null
    if (found.asked >= PACE.perHost) {
      await tx.query('update handbill.link_hosts set due_at = $2 where host = $1', [found.host, startOfNextDay(at)])
      continue
    }
    const source = found.is_nonsense_wanted ? null : await nextLink(tx, found.host, at)
    if (source === null && !found.is_nonsense_wanted) {
      await tx.query(`update handbill.link_hosts set due_at = coalesce((${NEXT_OF_HOST}), 'infinity') where host = $1`, [found.host])
      continue
    }
    await tx.query(
      `update handbill.link_hosts set due_at = $2, held_until = $2, day = ($3 at time zone 'UTC')::date, asked = $4 where host = $1`,
      [found.host, new Date(at.getTime() + HOLD_MS), at, found.asked + 1],
    )
    await tx.query('update handbill.link_budget set asked = asked + 1')
    return source === null ? { host: found.host, kind: 'nonsense' } : { host: found.host, kind: 'link', source }
  }
  return null
}

const NEXT_OF_HOST = `select least((select min(next_check_at) from handbill.links where host = $1 and url is not null), (select min(asked_at) from handbill.links where host = $1 and asked_at is not null))`

async function nextLink(tx: Queryable, host: string, at: Date): Promise<string | null> {
  const asked = await tx.query<{ document: string }>('select document from handbill.links where host = $1 and asked_at is not null order by asked_at limit 1', [host])
  if (asked.rows[0] !== undefined) return asked.rows[0].document
  const due = await tx.query<{ document: string }>('select document from handbill.links where host = $1 and url is not null and next_check_at <= $2 order by next_check_at limit 1', [host, at])
  return due.rows[0]?.document ?? null
}

async function isWithinBudget(tx: Queryable, at: Date): Promise<boolean> {
  // Most of the time nothing is due, and the budget's only row need not be waited for.
  const { rows: due } = await tx.query('select from handbill.link_hosts where due_at <= $1 limit 1', [at])
  if (due.length === 0) return false
  const { rows } = await tx.query<{ asked: number }>(
    `update handbill.link_budget set asked = case when day = ($1 at time zone 'UTC')::date then asked else 0 end, day = ($1 at time zone 'UTC')::date returning asked`,
    [at],
  )
  return (rows[0]?.asked ?? 0) < PACE.perDay
}

/** Lets a host go that was held: it may be asked again after a pause, or when it said itself. `chance`: from 0 to 1. */
export async function releaseHost(tx: Queryable, host: string, at: Date, { chance, retryAfterMs = 0 }: { chance: number; retryAfterMs?: number }): Promise<void> {
  const pause = Math.max(PACE.gapMs * (1 + chance), Math.min(retryAfterMs, LONGEST_AWAY_MS))
  await tx.query(
    `update handbill.link_hosts set held_until = null, ask_after = $2, due_at = case when is_nonsense_wanted then $2 else greatest($2, coalesce((${NEXT_OF_HOST}), 'infinity')) end where host = $1`,
    [host, new Date(at.getTime() + pause)],
  )
}

/** Makes sure that a host is asked once something of it is due at `at`; never sooner than it may be. */
export async function wakeHost(tx: Queryable, host: string, at: Date): Promise<void> {
  await tx.query(
    `insert into handbill.link_hosts as known (host, due_at, ask_after) values ($1, $2, $2)
     on conflict (host) do update set due_at = least(known.due_at, greatest(known.ask_after, coalesce(known.held_until, known.ask_after), excluded.due_at))`,
    [host, at],
  )
}

/** Locks some hosts until the transaction ends, in the order that everybody keeps. */
export async function lockHosts(tx: Queryable, hosts: readonly string[]): Promise<void> {
  await tx.query('select from handbill.link_hosts where host = any($1) order by host for update', [[...hosts]])
}

/** What came on the way to an address counts as asked, too: its hosts are left alone for a while. Lock them first. */
export async function restHosts(tx: Queryable, hosts: readonly string[], at: Date): Promise<void> {
  if (hosts.length === 0) return
  await tx.query('update handbill.link_hosts set ask_after = greatest(ask_after, $2), due_at = greatest(due_at, $2) where host = any($1)', [[...hosts], new Date(at.getTime() + PACE.gapMs)])
}

/** How long an answer asks to be left alone, in milliseconds (RFC 9110, section 10.2.3: seconds, or a date); 0 where it doesn't say. */
export function retryAfterMs(headers: readonly (readonly [string, string])[], at: Date): number {
  const value = headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1].trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000
  const until = Date.parse(value)
  return Number.isNaN(until) ? 0 : Math.max(0, until - at.getTime())
}

function startOfNextDay(at: Date): Date {
  return new Date((Math.floor(at.getTime() / DAY_MS) + 1) * DAY_MS)
}
