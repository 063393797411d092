import type { Task } from 'graphile-worker'
import type { Agent } from 'undici'
import { currentFetcher } from '@/captures/fetcher'
import { wayOf } from '@/captures/fetch/way'
import { fulfil, type Means } from '@/captures/fulfil'
import { openReader } from '@/captures/extract/reader'
import { providerOf } from '@/captures/requests'
import { screenshooter } from '@/captures/screenshot/shoot'
import { fulfilWayback } from '@/captures/wayback/fulfil'
import { savePageNow, type Wayback } from '@/captures/wayback/save-page-now'
import { throughSocks } from '@/captures/wayback/through-socks'
import { env } from '@/env'
import { database } from '@/platform/database'
import { logger } from '@/platform/logger'
import { isUuid } from '@/review/definition'

let dispatcher: Agent | undefined

function wayback(): Wayback | null {
  const { wayback: configured, fetching } = env()
  if (configured === null) return null
  const { proxy } = wayOf(fetching)
  if (proxy !== null) dispatcher ??= throughSocks(proxy)
  return savePageNow(configured, dispatcher === undefined ? {} : { dispatcher })
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
