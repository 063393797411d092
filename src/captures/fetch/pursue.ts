import { type Dial, type Way, dialBy, exceptionsOf, secured } from './dial'
import { exchange } from './exchange'
import { FetchFailure, failureOf } from './failure'
import { type Limits, MAX_REDIRECTS } from './limits'
import type { Spool } from './spool'
import { type Exceptions, type Target, judgeUrl } from './target'
import type { Fetched, Hop } from './types'
import { within } from './within'

type Course = { dial: Dial; exceptions: Exceptions; limits: Limits; spool: Spool }

async function oneHop(target: Target, { dial, limits, spool }: Course, signal: AbortSignal, answered: (hop: Hop) => void): Promise<string | null> {
  const { host, port, literal, isSecure } = target
  const late = () => new FetchFailure('connect', 'No connection came about in time.')
  const line = await within(limits.connectMs, signal, late, async (ending) => {
    const plain = await dial(host, port, literal, ending)
    return isSecure ? secured(plain, host, literal, ending) : plain
  })
  return (await exchange(target, line, limits, spool, signal, answered)).location
}

function nextAddress(location: string, from: URL): string {
  if (!URL.canParse(location, from)) throw new FetchFailure('redirects', 'The page leads on to something that is no address.')
  return new URL(location, from).href
}

async function follow(first: string, course: Course, hops: Hop[], signal: AbortSignal): Promise<string> {
  const seen = new Set<string>()
  let address = first
  for (;;) {
    const target = judgeUrl(address, course.exceptions)
    const { href } = target.url
    if (seen.has(href)) throw new FetchFailure('redirects', 'The page leads back to itself.')
    if (seen.size > MAX_REDIRECTS) throw new FetchFailure('redirects', `The page leads on more than ${MAX_REDIRECTS} times.`)
    seen.add(href)
    const location = await oneHop(target, course, signal, (hop) => hops.push(hop))
    signal.throwIfAborted()
    if (location === null) return href
    address = nextAddress(location, target.url)
  }
}

/**
 * Fetches a page and follows its redirects by hand, so that each address is judged anew and nothing is carried along: no
 * cookie, no referrer, no credentials. What a page asks of a browser (`Refresh`, scripts) is not followed. Never throws for
 * what the other side does.
 */
export async function pursue(url: string, way: Way, limits: Limits, spool: Spool, asker: AbortSignal): Promise<Fetched> {
  const hops: Hop[] = []
  const course = { dial: dialBy(way), exceptions: exceptionsOf(way), limits, spool }
  const late = () => new FetchFailure('timeout', 'The page did not come in time.')
  try {
    const finalUrl = await within(limits.timeoutMs, asker, late, (signal) => follow(url, course, hops, signal))
    return { ok: true, requestedUrl: url, finalUrl, hops }
  } catch (error) {
    const { failureClass, message } = asker.aborted ? new FetchFailure('timeout', 'The fetch was broken off.') : failureOf(error)
    return { ok: false, requestedUrl: url, hops, failure: { class: failureClass, message } }
  }
}
