import type { Task } from 'graphile-worker'
import { currentFetcher } from '@/captures/fetcher'
import { fulfil, type Means } from '@/captures/fulfil'
import { openReader } from '@/captures/extract/reader'
import { providerOf } from '@/captures/requests'
import { screenshooter } from '@/captures/screenshot/shoot'
import { fulfilWayback } from '@/captures/wayback/fulfil'
import { savePageNow, type Wayback } from '@/captures/wayback/save-page-now'
import { env } from '@/env'
import { database } from '@/platform/database'
import { logger } from '@/platform/logger'
import { isUuid } from '@/review/definition'

function wayback(): Wayback | null {
  const configured = env().wayback
  return configured === null ? null : savePageNow(configured)
}

let means: Omit<Means, 'fetcher' | 'signal'> | undefined

/**
 * Makes one copy that somebody wants, or has a public archive make it.
 *
 * @throws where our own disk, database or fetcher failed, so that the queue tries again. Never with a word of what was fetched.
 */
export const captureTask: Task = async (payload, { abortSignal }) => {
  const request = (payload as { request?: unknown } | null)?.request
  const fetcher = currentFetcher()
  if (!isUuid(request) || fetcher === null) return
  const started = performance.now()
  means ??= { reader: openReader(), screenshots: screenshooter(), pauseMs: env().capturePauseMs }
  const isForWayback = (await providerOf(database(), request)) === 'wayback'
  const outcome = isForWayback ? await fulfilWayback(request, wayback()) : await fulfil(request, { ...means, fetcher, ...(abortSignal === undefined ? {} : { signal: abortSignal }) })
  logger.info('Went for a copy', { request, outcome, milliseconds: Math.round(performance.now() - started) })
}
