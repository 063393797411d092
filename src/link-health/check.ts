import { randomUUID } from 'node:crypto'
import type { Fetched, Fetcher, Hop } from '@/captures/fetch/types'
import { now } from '@/platform/clock'
import { inTransaction, pool, type Queryable } from '@/platform/database'
import { addEvent } from '@/review/store'
import { classify, type Baseline, type Nonsense, type Seen } from './classify'
import { refreshFacts, type KeptCopyOf } from './facts'
import { hostOf } from './hosts'
import { lockHosts, releaseHost, restHosts, retryAfterMs, wakeHost, type Visit } from './pace'
import type { Page } from './page'
import { lookForQuotes, noteQuotes, type FindQuote, type KeptText, type QuoteLook } from './quotes'
import { documentsOf, relianceOn, responsibleFor } from './relying'
import { sketchOf } from './similarity'
import { afterLook, DAY_MS, standing, type LinkRecord, type Look } from './state'
import { logLook, noteChange, noteTrouble, readLink, readNonsense, TROUBLED_STATES, writeNonsense, writeRecord, type StoredLink } from './store'

/**
 * What looking at links needs of other rooms. `elsewise`: a fetcher that comes from another place, where one is configured.
 * `readPage`: the words of what answered, or null where it can't be read.
 */
export type LookParts = {
  fetcher: Fetcher
  elsewise?: Fetcher
  readPage(hop: Hop): Promise<Page | null>
  /** Lets go of what the fetcher kept of an answer. */
  drop(fetched: Fetched): Promise<void>
  findQuote: FindQuote
  keptText: KeptText
  keptCopyOf: KeptCopyOf
  /** From 0 to 1, for what is to be spread. */
  chance(): number
}

/** For so long it is believed what a host answers to what isn't there, in milliseconds. */
const NONSENSE_HOLDS_MS = 7 * DAY_MS
/** A page with fewer words is no measure for later ones. */
const WORDS_OF_A_BASELINE = 30

/**
 * Makes one visit that was claimed: asks, judges, and writes what came of it in one transaction, with the host let go. Where it is
 * cut off, nothing is written, and the host is free again once its hold ends.
 *
 * @throws what the database throws, whatever `signal` aborts with, and what fails in reading the answer; that link is then looked at
 * again the next day, so that it keeps no other one of its host waiting.
 */
export async function visit(claimed: Visit, parts: LookParts, signal?: AbortSignal): Promise<void> {
  try {
    await (claimed.kind === 'nonsense' ? askForNonsense(claimed.host, parts, signal) : lookAt(claimed, parts, signal))
  } catch (error) {
    if (signal?.aborted !== true) await putOff(claimed, parts)
    throw error
  }
}

async function putOff(claimed: Visit, parts: LookParts): Promise<void> {
  const at = now()
  await inTransaction(async (tx) => {
    if (claimed.kind === 'link') await tx.query('update handbill.links set next_check_at = $2, asked_at = null where document = $1', [claimed.source, new Date(at.getTime() + DAY_MS)])
    else await tx.query('update handbill.link_hosts set is_nonsense_wanted = false where host = $1', [claimed.host])
    await releaseHost(tx, claimed.host, at, { chance: parts.chance() })
  })
}

async function lookAt(claimed: Extract<Visit, { kind: 'link' }>, parts: LookParts, signal?: AbortSignal): Promise<void> {
  const link = await readLink(pool, claimed.source)
  if (link?.url == null) return inTransaction((tx) => releaseHost(tx, claimed.host, now(), { chance: parts.chance() }))
  const vantage = link.record.isToBeSeenElsewise ? 'elsewise' : 'first'
  const started = performance.now()
  // Without another place to look from, it is asked for as a capture is, which looks otherwise to the site.
  const fetched = await (vantage === 'elsewise' ? (parts.elsewise ?? parts.fetcher) : parts.fetcher).fetch({ url: link.url, purpose: vantage === 'elsewise' ? 'capture' : 'check' }, { signal })
  signal?.throwIfAborted()
  const found = await judge(link, fetched, parts)
  const at = now()
  await inTransaction(async (tx) => {
    const current = await readLink(tx, link.source, { lock: true })
    // Somebody gave the source another address meanwhile: what was found is of the old one.
    if (current !== null && current.url === link.url) await record(tx, current, found, { at, vantage, milliseconds: Math.round(performance.now() - started) }, parts)
    const others = hostsOnTheWay(fetched, claimed.host)
    await lockHosts(tx, [...others, claimed.host])
    if (found.seen.found === 'wantsNonsense') await tx.query('update handbill.link_hosts set is_nonsense_wanted = true where host = $1', [claimed.host])
    await restHosts(tx, others, at)
    await releaseHost(tx, claimed.host, at, { chance: parts.chance(), retryAfterMs: awayFor(fetched, at) })
  })
}

type Found = { seen: Seen; quotes: QuoteLook[]; baseline: Baseline | null }

async function judge(link: StoredLink, fetched: Fetched, parts: LookParts): Promise<Found> {
  const page = await pageOf(fetched, parts)
  const kept = await parts.keptText(pool, link.source)
  const quotes = page === null ? [] : await lookForQuotes(pool, link.source, page.text, parts.findQuote, kept?.text ?? null)
  const baseline = kept === null ? link.baseline : { sketch: sketchOf(kept.text), title: kept.title, host: link.host ?? '' }
  const nonsense = link.host === null ? null : await readNonsense(pool, link.host)
  const seen = classify({
    url: link.url ?? '',
    fetched,
    page,
    baseline,
    quotes: { found: quotes.filter(({ state }) => state !== 'lost').length, lost: quotes.filter(({ state, wasThere }) => state === 'lost' && wasThere).length },
    nonsense: nonsense !== null && now().getTime() - Date.parse(nonsense.at) < NONSENSE_HOLDS_MS ? nonsense : null,
  })
  return { seen, quotes, baseline: link.baseline ?? (seen.found === 'good' ? baselineOf(page, fetched) : null) }
}

async function pageOf(fetched: Fetched, { readPage, drop }: LookParts): Promise<Page | null> {
  try {
    const last = fetched.hops.at(-1)
    return fetched.ok && last?.body !== undefined ? await readPage(last) : null
  } finally {
    await drop(fetched)
  }
}

function baselineOf(page: Page | null, fetched: Fetched): Baseline | null {
  if (page === null || !fetched.ok) return null
  const sketch = sketchOf(page.text)
  return sketch.words < WORDS_OF_A_BASELINE ? null : { sketch, title: page.title, host: hostOf(fetched.finalUrl) ?? '' }
}

async function record(tx: Queryable, link: StoredLink, { seen, quotes, baseline }: Found, look: { at: Date; vantage: 'first' | 'elsewise'; milliseconds: number }, parts: LookParts): Promise<void> {
  const { source } = link
  if (seen.found === 'wantsNonsense') return
  const after = afterLook(link.record, lookOf(seen, look.at), parts.chance())
  await logLook(tx, { source, ...look, seen, quotesFound: quotes.filter(({ state }) => state !== 'lost').length, quotesLost: quotes.filter(({ state }) => state === 'lost').length })
  // On a page that keeps us out, the words are not gone: we only don't see them.
  if (seen.found === 'good' || (seen.found === 'trouble' && seen.trouble === 'lost')) await noteQuotes(tx, source, look.at, quotes)
  await writeRecord(tx, source, after, baseline)
  await noteStanding(tx, link, after, look.at)
  await refreshFacts(tx, source, parts.keptCopyOf)
}

function lookOf(seen: Seen, at: Date): Look {
  if (seen.found === 'trouble') return { at: at.toISOString(), found: 'trouble', trouble: seen.trouble }
  return { at: at.toISOString(), found: seen.found === 'wantsNonsense' ? 'unsure' : seen.found }
}

/** Where a link stands otherwise than before: keeps that for ever, and tells those who rely on it if it is trouble. */
async function noteStanding(tx: Queryable, { source, record: before }: StoredLink, after: LinkRecord, at: Date): Promise<void> {
  const [was, became] = [standing(before), standing(after)]
  if (was === became) return
  await noteChange(tx, { source, at, was, became, by: null, cause: 'check' })
  await noteTrouble(tx, source, at)
  if (TROUBLED_STATES.some((state) => state === became)) await tellOfTrouble(tx, source, became === 'changed' ? 'sourceChanged' : 'sourceDied', { by: null, state: became })
}

/** Tells whoever wrote what relies on a source that something befell it: one notice each, whatever number of texts it is. */
export async function tellOfTrouble(tx: Queryable, source: string, kind: 'sourceChanged' | 'sourceDied' | 'sourceRetracted', { by, state }: { by: string | null; state: string }): Promise<void> {
  const documents = documentsOf(await relianceOn(tx, source))
  await addEvent(tx, { collection: 'sources', document: source, run: null, kind, by, details: { state, texts: documents.length, people: await responsibleFor(tx, documents) } })
}

/** Asks a host for an address that can't be there, to know a soft 404 by its answer. */
async function askForNonsense(host: string, parts: LookParts, signal?: AbortSignal): Promise<void> {
  const { rows } = await pool.query<{ url: string }>('select url from handbill.links where host = $1 and url is not null order by next_check_at limit 1', [host])
  const like = rows[0]?.url
  if (like === undefined) {
    await inTransaction(async (tx) => {
      await tx.query('update handbill.link_hosts set is_nonsense_wanted = false where host = $1', [host])
      await releaseHost(tx, host, now(), { chance: parts.chance() })
    })
    return
  }
  const fetched = await parts.fetcher.fetch({ url: new URL(`/${randomUUID()}`, like).href, purpose: 'check' }, { signal })
  signal?.throwIfAborted()
  const page = await pageOf(fetched, parts)
  const at = now()
  const nonsense: Nonsense = { at: at.toISOString(), status: fetched.hops.at(-1)?.status ?? 0, finalUrl: fetched.ok ? fetched.finalUrl : '', sketch: page === null ? null : sketchOf(page.text) }
  await inTransaction(async (tx) => {
    await writeNonsense(tx, host, nonsense)
    await releaseHost(tx, host, at, { chance: parts.chance(), retryAfterMs: awayFor(fetched, at) })
  })
}

function hostsOnTheWay({ hops }: Fetched, own: string): string[] {
  return [...new Set(hops.flatMap(({ url }) => hostOf(url) ?? []))].filter((host) => host !== own)
}

function awayFor({ hops }: Fetched, at: Date): number {
  const last = hops.at(-1)
  return last !== undefined && (last.status === 429 || last.status === 503) ? retryAfterMs(last.headers, at) : 0
}

/** Asks that a link be looked at as soon as its host may be asked, because a person wants to know. */
export async function askForCheck(tx: Queryable, source: string, at: Date): Promise<'asked' | 'nothingToAsk'> {
  const { rows } = await tx.query<{ host: string }>('update handbill.links set asked_at = coalesce(asked_at, $2) where document = $1 and url is not null returning host', [source, at])
  if (rows[0] === undefined) return 'nothingToAsk'
  await wakeHost(tx, rows[0].host, at)
  return 'asked'
}
