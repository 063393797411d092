import { now } from '@/platform/clock'
import { database, inTransaction, type Queryable } from '@/platform/database'
import { logger } from '@/platform/logger'
import { CaptureError, type Outcome } from '../fulfil'
import { pauseAfter } from '../judge'
import { emptyCapture } from '../keep/assemble'
import { mayFetch, policyOf } from '../policy'
import { endRequest, putBack, takeRequest, wantCapture, type CaptureRequest } from '../requests'
import { insertCapture } from '../store'
import { isForTheArchive } from './address'
import type { Wayback } from './save-page-now'

/** How soon a job is asked after, in milliseconds. */
const LOOK_MS = 6_000
/** A job that is pending for longer than this is lost, in milliseconds. */
const PATIENCE_MS = 3_600_000
const TOOL = 'Save Page Now 2'

/**
 * Takes a request to a public archive one step further: asks for the page, or asks after what was asked for. Holds no place while it waits.
 *
 * @throws CaptureError where our own database failed.
 */
export async function fulfilWayback(id: string, wayback: Wayback | null): Promise<Outcome> {
  try {
    const request = await takeRequest(database(), id)
    if (request === null) return 'notWanted'
    const policy = await policyOf(database(), request.source)
    const whyNot = wayback === null ? 'notConfigured' : policy?.policy !== 'archivePublicly' || !mayFetch(policy, request.why) ? 'policy' : isForTheArchive(request.url) ? null : 'notPublic'
    if (wayback === null || whyNot !== null) return await end(request, 'refused', whyNot ?? 'notConfigured')
    return request.remoteJob === null ? await submit(request, wayback) : await look(request, request.remoteJob, wayback)
  } catch (error) {
    throw error instanceof CaptureError ? error : new CaptureError(error)
  }
}

async function submit(request: CaptureRequest, wayback: Wayback): Promise<Outcome> {
  const asked = await wayback.submit(request.url)
  if (asked.kind === 'refused') return end(request, 'failed', asked.problem)
  if (asked.kind === 'busy') return later(request, 'busy', asked.seconds)
  await putBack(database(), request.id, inMilliseconds(LOOK_MS), { remoteJob: asked.job })
  return 'again'
}

async function look(request: CaptureRequest, job: string, wayback: Wayback): Promise<Outcome> {
  const found = await wayback.look(job)
  if (found.kind === 'saved') {
    const capture = {
      ...emptyCapture({ source: request.source, request: request.id, why: request.why, by: request.by, provider: 'wayback', audience: 'public', requestedUrl: request.url, finalUrl: request.url }),
      tool: TOOL, mementoUrl: found.mementoUrl, fetchedAt: found.at,
    }
    await inTransaction(async (tx) => {
      await insertCapture(tx, capture)
      if (!(await endRequest(tx, request.id, { state: 'done', capture: capture.id }))) throw new CaptureError(Object.assign(new Error('ended'), { code: 'ended elsewhere' }))
    })
    return 'done'
  }
  const isLost = now().getTime() - new Date(request.wantedAt).getTime() > PATIENCE_MS
  if (found.kind === 'pending' && !isLost) {
    await putBack(database(), request.id, inMilliseconds(LOOK_MS))
    return 'again'
  }
  if (found.kind === 'busy') return later(request, 'busy', found.seconds)
  if (found.kind === 'failed' && found.isPassing && !isLost) {
    await database().query('update handbill.capture_requests set remote_job = null where id = $1', [request.id])
    return later(request, found.problem)
  }
  return end(request, 'failed', found.kind === 'failed' ? found.problem : 'lost')
}

async function later(request: CaptureRequest, problem: string, seconds = 0): Promise<Outcome> {
  // Asking after a job counts as an attempt too, so the pause is by the number of attempts only as far as that goes.
  const pause = pauseAfter(Math.min(request.attempts, 5))
  if (pause === null || request.attempts > MOST_ATTEMPTS) return end(request, 'failed', problem)
  await putBack(database(), request.id, inMilliseconds(Math.max(pause, seconds * 1_000)), { problem })
  return 'again'
}

/** Some 600 looks at pending jobs fit into the hour after which a job counts as lost. */
const MOST_ATTEMPTS = 700

function inMilliseconds(milliseconds: number): Date {
  return new Date(now().getTime() + milliseconds)
}

async function end(request: CaptureRequest, state: 'failed' | 'refused', problem: string): Promise<Outcome> {
  logger.info('A page was not given to the archive', { request: request.id, problem })
  await endRequest(database(), request.id, { state, problem })
  return state
}

/**
 * Wants the page of every source in a public archive that is published, may be archived, and was never given to one under its public address.
 * Returns how many. Holds also for what was published while nobody was here.
 */
export async function wantArchivesOfPublished(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ id: string; url: string }>(
    `select s.id, p.projection ->> 'url' as url from publications p join sources s on s.id::text = p.document
     where p.collection = 'sources' and p.superseded_at is null and not p.is_tombstone and s.deleted_at is null and s.visibility <> 'private' and to_jsonb(s) ->> 'capture_policy' = 'archivePublicly' and p.projection ? 'url'
       and not exists (select from handbill.capture_requests r where r.source = s.id and r.provider = 'wayback' and r.url = p.projection ->> 'url') limit 100`,
  )
  for (const { id, url } of rows) await wantCapture(tx, { source: id, url, by: null, why: 'published', provider: 'wayback' })
  return rows.length
}
