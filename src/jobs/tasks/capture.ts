import type { Task } from 'graphile-worker'
import { currentFetcher } from '@/captures/fetcher'
import { fulfil, type Afterwards, type Means } from '@/captures/fulfil'
import { openReader } from '@/captures/extract/reader'
import { screenshooter } from '@/captures/screenshot/shoot'
import { env } from '@/env'
import { logger } from '@/platform/logger'
import { isUuid } from '@/review/definition'

/** What other rooms do with a capture in its own transaction. */
const AFTERWARDS: readonly Afterwards[] = []

let means: Omit<Means, 'fetcher' | 'signal'> | undefined

/**
 * Makes one copy that somebody wants.
 *
 * @throws where our own disk, database or fetcher failed, so that the queue tries again. Never with a word of what was fetched.
 */
export const captureTask: Task = async (payload, { abortSignal }) => {
  const request = (payload as { request?: unknown } | null)?.request
  const fetcher = currentFetcher()
  if (!isUuid(request) || fetcher === null) return
  const started = performance.now()
  means ??= { reader: openReader(), screenshots: screenshooter(), pauseMs: env().capturePauseMs, afterwards: AFTERWARDS }
  const outcome = await fulfil(request, { ...means, fetcher, ...(abortSignal === undefined ? {} : { signal: abortSignal }) })
  logger.info('Went for a copy', { request, outcome, milliseconds: Math.round(performance.now() - started) })
}
