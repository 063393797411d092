import { appendAudit } from '@/audit/append'
import { now } from '@/platform/clock'
import { database, inTransaction } from '@/platform/database'
import { logger } from '@/platform/logger'
import type { Capture } from './capture'
import type { Reader } from './extract/reader'
import type { Fetched, Fetcher } from './fetch/types'
import { judge, pauseAfter } from './judge'
import { bodyFile, dropSpooled, emptyCapture, keepRedirects, keptHop, spooled, wordsOf } from './keep/assemble'
import { keepFile, spoolFolder } from './keep/files'
import { mayFetch, policyOf } from './policy'
import { endRequest, putBack, takeRequest, type CaptureRequest } from './requests'
import { insertCapture } from './store'
import type { Screenshooter } from './screenshot/shoot'

export type Means = { fetcher: Fetcher; reader: Reader; screenshots: Screenshooter | null; pauseMs: number; signal?: AbortSignal }

export type Outcome = 'done' | 'again' | 'failed' | 'refused' | 'notWanted'

/** A word for what went wrong beside the fetching. Its cause is told by kind and code alone, since messages can quote the page. */
export class CaptureError extends Error {
  readonly code: string
  constructor(cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : cause instanceof Error ? cause.name : 'unknown'
    super(`A copy could not be kept (${code.slice(0, 40)})`)
    this.name = 'CaptureError'
    this.code = code
  }
}

/**
 * Fulfils a request: fetches, keeps the bytes, reads them, and writes all of it down in one transaction that ends the request. Killed at any
 * moment, it can be called again; a request never makes two captures. Puts it back where it may go better later.
 *
 * @throws CaptureError where our own disk, database or fetcher failed; without a word of what was fetched.
 */
export async function fulfil(id: string, means: Means): Promise<Outcome> {
  try {
    const request = await takeRequest(database(), id)
    return request === null ? 'notWanted' : await fulfilTaken(request, means)
  } catch (error) {
    throw error instanceof CaptureError ? error : new CaptureError(error)
  }
}

async function fulfilTaken(request: CaptureRequest, means: Means): Promise<Outcome> {
  const policy = await policyOf(database(), request.source)
  const whyNot = policy === null ? 'noSource' : !mayFetch(policy, request.why) ? 'policy' : request.why === 'linked' && policy.url !== request.url ? 'linkChanged' : null
  if (policy === null || whyNot !== null) {
    await endRequest(database(), request.id, { state: 'refused', problem: whyNot ?? 'noSource' })
    return 'refused'
  }
  await waitForHost(request.host, means)
  const fetched = await means.fetcher.fetch({ url: request.url, purpose: 'capture' }, means.signal === undefined ? {} : { signal: means.signal })
  try {
    const judgement = judge(fetched)
    if (judgement.what === 'kept') return await keep(request, policy.isPrivate, fetched, means)
    const pause = judgement.what === 'again' ? pauseAfter(request.attempts, fetched) : null
    logger.info('A copy could not be had', { request: request.id, problem: judgement.problem, attempts: request.attempts, again: pause !== null })
    if (pause !== null) {
      await putBack(database(), request.id, new Date(now().getTime() + pause), { problem: judgement.problem })
      return 'again'
    }
    const state = judgement.what === 'refused' ? 'refused' : 'failed'
    await giveUp(request, policy.isPrivate, fetched, state, judgement.problem)
    return state
  } finally {
    await dropSpooled(fetched)
  }
}

/** Waits until the host was left alone for long enough. The queue of its host lets nobody else through meanwhile. */
async function waitForHost(host: string, { pauseMs, signal }: Means): Promise<void> {
  const { rows } = await database().query<{ visited_at: Date }>('select visited_at from handbill.capture_hosts where host = $1', [host])
  const since = now().getTime() - (rows[0]?.visited_at.getTime() ?? 0)
  if (since >= 0 && since < pauseMs) await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, pauseMs - since)
    signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
  await database().query('insert into handbill.capture_hosts (host, visited_at) values ($1, $2) on conflict (host) do update set visited_at = excluded.visited_at', [host, now()])
}

async function keep(request: CaptureRequest, isPrivate: boolean, fetched: Fetched, { reader, screenshots, fetcher }: Means): Promise<Outcome> {
  const last = fetched.hops.at(-1)
  if (!fetched.ok || last?.body === undefined) throw new CaptureError(new Error('nothing to keep'))
  const spool = spoolFolder()
  const path = spooled(spool, last.body.file)
  const body = await keepFile(path)
  const before = await keepRedirects(fetched.hops.slice(0, -1), spool)
  const contentType = last.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const read = await reader.read({ file: path, url: fetched.finalUrl, ...(contentType === undefined ? {} : { contentType }) })
  if (!('kind' in read) || read.problem !== undefined) logger.warn('A copy was kept whose words could not all be read', { request: request.id, problem: read.problem })
  const shot = screenshots !== null && 'kind' in read && read.kind === 'html' ? await screenshots.shoot(fetched.finalUrl, await fetcher.proxyUrl()) : null
  const hop = keptHop(last, body.sha256)
  const capture = {
    ...emptyCapture({ source: request.source, request: request.id, why: request.why, by: request.by, provider: 'local', audience: isPrivate ? 'editors' : 'public', requestedUrl: fetched.requestedUrl, finalUrl: fetched.finalUrl }),
    redirects: before.redirects, status: hop.status, statusText: hop.statusText, requestHeaders: hop.requestHeaders, headers: hop.headers, serverAddress: hop.address, fetchedAt: hop.at,
    files: [bodyFile(body, read), ...before.files, ...(shot === null ? [] : [shot])],
    ...wordsOf(read),
  }
  await writeDown(request, capture, 'done')
  return 'done'
}

/** Writes down that a copy could not be had, with what was answered on the way, but for the bodies. */
async function giveUp(request: CaptureRequest, isPrivate: boolean, fetched: Fetched, state: 'failed' | 'refused', problem: string): Promise<void> {
  const hops = fetched.hops.map((hop) => keptHop(hop, undefined))
  const last = hops.at(-1)
  const capture = {
    ...emptyCapture({ source: request.source, request: request.id, why: request.why, by: request.by, provider: 'local', audience: isPrivate ? 'editors' : 'public', requestedUrl: fetched.requestedUrl, finalUrl: last?.url ?? fetched.requestedUrl }),
    redirects: hops.slice(0, -1), failure: problem,
    ...(last === undefined ? {} : { status: last.status, statusText: last.statusText, requestHeaders: last.requestHeaders, headers: last.headers, serverAddress: last.address, fetchedAt: last.at }),
  }
  await writeDown(request, capture, state)
}

async function writeDown(request: CaptureRequest, capture: Omit<Capture, 'revokedAt' | 'revokedReason'>, state: 'done' | 'failed' | 'refused'): Promise<void> {
  await inTransaction(async (tx) => {
    await insertCapture(tx, capture)
    if (!(await endRequest(tx, request.id, { state, capture: capture.id, ...(capture.failure === null ? {} : { problem: capture.failure }) }))) {
      throw new CaptureError(Object.assign(new Error('ended'), { code: 'ended elsewhere' }))
    }
    const body = capture.files[0]
    if (body !== undefined) await appendAudit(tx, { actor: capture.by, action: 'captureKept', collection: 'sources', document: capture.source, after: body.sha256, details: { capture: capture.id } })
  })
}
