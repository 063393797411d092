import type { Fetched } from './fetch/types'

/**
 * What an answer means for a request: `kept`, `again` where it may go better later, `failed` or `refused` where it won't. `problem` says why in
 * one word of ours, never in a server's.
 */
export type Judgement = { what: 'kept' } | { what: 'again' | 'failed' | 'refused'; problem: string }

/** Failures of the way there, and answers (RFC 9110: 408, 425, 429, 5xx) that say “not now”. */
const PASSING = new Set(['dns', 'connect', 'tls', 'timeout', 'reset', 'tooSlow'])
const isPassing = (status: number): boolean => status === 408 || status === 425 || status === 429 || status >= 500

export function judge(fetched: Fetched): Judgement {
  if (!fetched.ok) {
    const problem = fetched.failure.class
    if (problem === 'refused') return { what: 'refused', problem }
    return { what: PASSING.has(problem) ? 'again' : 'failed', problem }
  }
  const last = fetched.hops.at(-1)
  if (last === undefined) return { what: 'again', problem: 'protocol' }
  if (last.status >= 200 && last.status < 300 && last.body !== undefined) return { what: 'kept' }
  return { what: isPassing(last.status) ? 'again' : 'failed', problem: `http${last.status}` }
}

/** Pauses before the second and each further attempt, in milliseconds: a minute, ten, an hour, six, a day. Then it is given up. */
const PAUSES_MS = [60_000, 600_000, 3_600_000, 21_600_000, 86_400_000]
/** What a server may ask for at most, in milliseconds. */
const LONGEST_PAUSE_MS = 86_400_000

/**
 * Milliseconds until a request that failed `attempts` times is tried again; null where it is given up. `fetched`: what came last; a pause that its
 * `Retry-After` asks for (RFC 9110 section 10.2.3, seconds) is kept, up to a day.
 */
export function pauseAfter(attempts: number, fetched?: Fetched): number | null {
  const pause = PAUSES_MS[attempts - 1]
  if (pause === undefined) return null
  const asked = fetched?.hops.at(-1)?.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1]
  const seconds = asked !== undefined && /^\d{1,9}$/.test(asked.trim()) ? Number(asked) : 0
  return Math.max(pause, Math.min(seconds * 1_000, LONGEST_PAUSE_MS))
}
