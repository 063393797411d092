import type { LinkState } from '@/record/source-facts'
import { CLOCKS, type Trouble, type Verdict } from './trouble'

/** The states that checks lead to; `unfit` is a person's word alone. */
export type CheckedState = Exclude<LinkState, 'unfit'>
export const LOCKS = ['live', 'dead', 'usurped', 'unfit'] as const satisfies readonly LinkState[]
/** What a person may say of a link, whatever checks find. */
export type Lock = (typeof LOCKS)[number]

/** One sighting of trouble that counts: at least as many days after the one before it as its clock says. */
export type Sighting = { at: string; trouble: Trouble }

/**
 * What is known of one link. `since`: the instant from which `state` holds. `sightings`: the unbroken run of troubles of one
 * verdict. `isToBeSeenElsewise`: enough was seen to call it dead, and a look of another shape is still to agree. `goodSince`: when
 * good answers began, without one that was not. `checkedAt`: the last look. `nextAt`: the next one. Instants are ISO 8601.
 */
export type LinkRecord = {
  state: CheckedState
  since: string
  sightings: readonly Sighting[]
  isToBeSeenElsewise: boolean
  goodSince: string | null
  checkedAt: string | null
  nextAt: string
  lock: Lock | null
}

/** What a look found, as far as the state depends on it. `unsure`: nothing can be said, as where our own guard refused to ask. */
export type Look = { at: string } & ({ found: 'good' | 'blocked' | 'unsure' } | { found: 'trouble'; trouble: Trouble })

export const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** Days between looks. A live link is looked at again after 7 days at the soonest (InternetArchiveBot), an old and steady one less often. */
const REST_DAYS = { live: 7, steady: 14, old: 30, blocked: 14, settled: 30, unsure: 30, recovering: 1 } as const
const STEADY_AFTER_DAYS = 180
const OLD_AFTER_DAYS = 365
/** A look from elsewhere, or of another shape, comes so many hours after the one that it is to confirm. */
const ELSEWISE_HOURS = 6
/** Looks come later than said by up to this share, so that they tell nobody a rhythm and don't all fall on one day. */
const JITTER = 0.2

/** How a link stands: a person's word before what checks found. */
export function standing({ state, lock }: Pick<LinkRecord, 'state' | 'lock'>): LinkState {
  return lock ?? state
}

/**
 * A link after one look. Pure; `chance` from 0 to 1 spreads the next look. A look that says it was before the last one, as where a
 * clock was set back, counts as at the same moment: clocks only go forward.
 *
 * Rules: the notes on sources, section 2 `link_checks`. First trouble makes it suspect; sightings count only as far apart as `CLOCKS`
 * say; the last one before "dead" is held against a look of another shape. Being blocked says that something is there, so it ends a
 * run of troubles and never makes anything dead. What was dead, usurped or changed is live again after two good looks a day apart.
 */
export function afterLook(record: LinkRecord, look: Look, chance: number): LinkRecord {
  const at = record.checkedAt !== null && look.at < record.checkedAt ? record.checkedAt : look.at
  const next = judge(record, { ...look, at })
  return { ...next, since: next.state === record.state ? record.since : at, checkedAt: at, nextAt: later(at, restMs(next, look, at) * (1 + JITTER * chance)) }
}

function judge(record: LinkRecord, look: Look & { at: string }): LinkRecord {
  switch (look.found) {
    case 'unsure':
      return record
    case 'good': {
      const goodSince = record.goodSince ?? look.at
      const isBack = !isSettled(record.state) || daysBetween(goodSince, look.at) >= REST_DAYS.recovering
      return { ...record, state: isBack ? 'live' : record.state, sightings: [], isToBeSeenElsewise: false, goodSince }
    }
    case 'blocked':
      return { ...record, state: isSettled(record.state) ? record.state : 'blocked', sightings: [], isToBeSeenElsewise: false, goodSince: null }
    case 'trouble':
      return inTrouble(record, { at: look.at, trouble: look.trouble })
  }
}

function inTrouble(record: LinkRecord, sighting: Sighting): LinkRecord {
  const { verdict } = CLOCKS[sighting.trouble]
  const state: CheckedState = isSettled(record.state) ? record.state : 'suspect'
  const run = record.sightings.filter(({ trouble }) => CLOCKS[trouble].verdict === verdict)
  const last = run.at(-1)
  const counts = last === undefined || daysBetween(last.at, sighting.at) >= CLOCKS[sighting.trouble].apartDays
  const sightings = counts ? [...run, sighting] : run
  const troubled = { ...record, state, sightings, isToBeSeenElsewise: false, goodSince: null }
  if (state === verdict) return troubled
  // Of mixed troubles the most patient clock holds.
  if (sightings.length < Math.max(...sightings.map(({ trouble }) => CLOCKS[trouble].times))) return troubled
  if (verdict === 'dead' && !record.isToBeSeenElsewise) return { ...troubled, isToBeSeenElsewise: true }
  return { ...troubled, state: verdict }
}

function isSettled(state: CheckedState): state is Verdict {
  return state === 'dead' || state === 'usurped' || state === 'changed'
}

/** How long a link is left alone after a look, at least, in milliseconds. */
function restMs(record: LinkRecord, look: Look, at: string): number {
  if (record.isToBeSeenElsewise) return ELSEWISE_HOURS * HOUR_MS
  const days = look.found === 'unsure' ? REST_DAYS.unsure : restDays(record, look, at)
  return days * DAY_MS
}

function restDays(record: LinkRecord, look: Look, at: string): number {
  if (isSettled(record.state)) {
    if (look.found === 'good') return REST_DAYS.recovering
    // Another verdict may be on its way, as where a dead address now shows somebody else's page.
    return look.found === 'trouble' && CLOCKS[look.trouble].verdict !== record.state ? CLOCKS[look.trouble].apartDays : REST_DAYS.settled
  }
  if (look.found === 'trouble') return CLOCKS[look.trouble].apartDays
  if (record.state === 'blocked') return REST_DAYS.blocked
  const steady = record.goodSince === null ? 0 : daysBetween(record.goodSince, at)
  return steady >= OLD_AFTER_DAYS ? REST_DAYS.old : steady >= STEADY_AFTER_DAYS ? REST_DAYS.steady : REST_DAYS.live
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS
}

function later(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) + Math.ceil(milliseconds)).toISOString()
}
