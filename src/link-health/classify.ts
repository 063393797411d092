import type { Fetched, Hop } from '@/captures/fetch/types'
import { registrableDomain } from './hosts'
import { signOf, type Page } from './page'
import { similarity, sketchOf, type Sketch } from './similarity'
import type { Trouble } from './trouble'

export type Outcome = 'ok' | 'redirect' | 'gone' | 'blocked' | 'loginWall' | 'paywall' | 'geoBlocked' | 'soft404' | 'parked' | 'usurped' | 'changed' | 'failed' | 'refused'

/** What a page was when it was last known to be well: of a capture, or of the first look that found it so. */
export type Baseline = { sketch: Sketch; title: string | null; host: string }

/** What a host answers to an address that can't be there. `sketch`: null where its answer can't be read. */
export type Nonsense = { at: string; status: number; finalUrl: string; sketch: Sketch | null }

/** Of the quotes relied on that stood on the page before: how many are there, and how many no longer. */
export type Quotes = { found: number; lost: number }

/** `page`: what answered, where it can be read. `nonsense`: null where it isn't known. */
export type Answer = { url: string; fetched: Fetched; page: Page | null; baseline: Baseline | null; quotes: Quotes; nonsense: Nonsense | null }

type Told = { outcome: Outcome; errorClass: string | null; http: number | null; finalUrl: string | null; similarity: number | null }
/** What one look found. `wantsNonsense`: it can't be told without knowing what the host answers to what isn't there. */
export type Seen = Told & ({ found: 'good' | 'blocked' | 'unsure' } | { found: 'trouble'; trouble: Trouble } | { found: 'wantsNonsense' })

/** There, but not for us (InternetArchiveBot's "subscription" codes, and LinkedIn's own 999). */
const BLOCKING = new Set([401, 402, 403, 407, 412, 428, 429, 440, 449, 451, 999])
/** Below this, two texts have only their site's frame in common. */
const COLLAPSED = 0.1
/** From this on, two texts are one page. */
const ALIKE = 0.8
/** A text shorter than this, in words, says too little to be held against another. */
const TOO_SHORT = 30

/** Judges one answer. Pure. */
export function classify(answer: Answer): Seen {
  const { fetched } = answer
  const last = fetched.hops.at(-1)
  if (!fetched.ok) return ofFailure(fetched.failure.class, last)
  const told = { errorClass: null, http: last?.status ?? null, finalUrl: fetched.finalUrl, similarity: null }
  const status = last?.status ?? 0
  if (BLOCKING.has(status)) return { ...told, outcome: status === 451 ? 'geoBlocked' : 'blocked', errorClass: `http${status}`, found: 'blocked' }
  if (status >= 200 && status < 300) return ofPage(answer, told)
  const sign = answer.page === null ? null : signOf(answer.page, fetched.finalUrl)
  if (sign === 'captcha' && status !== 404 && status !== 410) return { ...told, outcome: 'blocked', errorClass: 'captcha', found: 'blocked' }
  if (status === 404 || status === 410) return { ...told, outcome: 'gone', errorClass: `http${status}`, found: 'trouble', trouble: 'gone' }
  const trouble: Trouble = status === 408 || status === 425 || status === 504 ? 'timeout' : status >= 500 ? 'server' : 'refusal'
  return { ...told, outcome: 'failed', errorClass: `http${status}`, found: 'trouble', trouble }
}

const FAILURES = { dns: 'dns', connect: 'connect', tls: 'tls', timeout: 'timeout', reset: 'connect', tooSlow: 'timeout', redirects: 'refusal', protocol: 'server' } as const satisfies Record<string, Trouble>

function ofFailure(failure: string, last: Hop | undefined): Seen {
  const told = { errorClass: failure, http: last?.status ?? null, finalUrl: last?.url ?? null, similarity: null }
  // Our own guard wouldn't ask, or wouldn't take all of it: of the page that says nothing, but that a 2xx answered.
  if (failure === 'refused' || failure === 'bomb') return { ...told, outcome: 'refused', found: 'unsure' }
  if (failure === 'tooLarge') return { ...told, outcome: 'ok', found: 'good' }
  return { ...told, outcome: 'failed', found: 'trouble', trouble: FAILURES[failure as keyof typeof FAILURES] ?? 'server' }
}

function ofPage(answer: Answer, base: Omit<Told, 'outcome'>): Seen {
  const { url, page, baseline, quotes } = answer
  const finalUrl = base.finalUrl ?? url
  const sketch = page === null ? null : sketchOf(page.text)
  const likeness = sketch === null || baseline === null || baseline.sketch.words < TOO_SHORT ? null : similarity(baseline.sketch, sketch)
  const told = { ...base, similarity: likeness }
  const well: Seen = { ...told, outcome: samePlace(url, finalUrl) ? 'ok' : 'redirect', found: 'good' }
  // What was relied on stands there: whatever else the page has become, readers find it.
  if (page === null || sketch === null || (quotes.found > 0 && quotes.lost === 0)) return well

  const sign = signOf(page, finalUrl)
  if (sign === 'captcha') return { ...told, outcome: 'blocked', errorClass: sign, found: 'blocked' }
  if (sign === 'login') return { ...told, outcome: 'loginWall', errorClass: sign, found: 'blocked' }
  if (sign === 'parked') return { ...told, outcome: 'parked', errorClass: sign, found: 'trouble', trouble: 'takenOver' }
  const isCollapsed = likeness !== null && likeness < COLLAPSED
  const isLost = quotes.lost > 0
  if (sign === 'paywall' && (isCollapsed || isLost)) return { ...told, outcome: 'paywall', errorClass: sign, found: 'blocked' }
  const isElsewhere = registrableDomain(new URL(url).hostname) !== registrableDomain(new URL(finalUrl).hostname)
  if (isElsewhere && isCollapsed && page.title?.trim() !== baseline?.title?.trim()) return { ...told, outcome: 'usurped', found: 'trouble', trouble: 'takenOver' }
  const isHome = isHomePage(finalUrl) && !isHomePage(url)
  if (isHome && (isCollapsed || isLost || baseline === null)) return { ...told, outcome: 'soft404', errorClass: 'homePage', found: 'trouble', trouble: 'gone' }
  if (sign === 'notFound' || isCollapsed || isLost) {
    const soft = isSoft404(answer, sketch, finalUrl)
    if (soft === null) return { ...told, outcome: 'soft404', found: 'wantsNonsense' }
    if (soft) return { ...told, outcome: 'soft404', errorClass: 'sameAsNonsense', found: 'trouble', trouble: 'gone' }
  }
  if (isCollapsed || isLost) return { ...told, outcome: 'changed', errorClass: isLost ? 'quoteLost' : 'textGone', found: 'trouble', trouble: 'lost' }
  return well
}

/** Whether the host answers what isn't there just as it answered this; null where nobody asked it yet. */
function isSoft404({ nonsense }: Answer, sketch: Sketch, finalUrl: string): boolean | null {
  if (nonsense === null) return null
  if (nonsense.status < 200 || nonsense.status >= 300) return false
  return nonsense.finalUrl === finalUrl || (nonsense.sketch !== null && similarity(nonsense.sketch, sketch) >= ALIKE)
}

function isHomePage(url: string): boolean {
  const { pathname, search } = new URL(url)
  return /^\/(?:index\.\w+|home|[a-z]{2}(?:-[a-z]{2})?\/?)?$/i.test(pathname) && search === ''
}

/** One place, whatever the protocol, `www.`, a slash at the end or a fragment. */
function samePlace(one: string, other: string): boolean {
  const plain = (url: string): string => {
    const { host, pathname, search } = new URL(url)
    return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`
  }
  return plain(one) === plain(other)
}
