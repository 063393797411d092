import type { Task } from 'graphile-worker'
import { logger } from '@/platform/logger'
import { bakeNow } from '../baking'

/**
 * Brings the edition up to the record. The job carries nothing: it deals with all that waits, so that one run serves every
 * publication before it, and a lost job loses nothing.
 *
 * @throws where a page could not be written, so that the queue tries again.
 */
export const bakeTask: Task = async (_payload, { abortSignal }) => {
  const started = performance.now()
  const report = await bakeNow({ signal: abortSignal, onProgress: (done, total) => logger.debug('Baking everything', { done, total }) })
  const { publications, written, unchanged, removed, failed } = report
  logger.info('Baked', { publications, written, unchanged, removed, milliseconds: Math.round(performance.now() - started) })
  for (const { path, error } of failed.slice(0, 20)) logger.error('A page could not be baked', { page: path, error })
  if (failed.length > 0) throw new Error(`${failed.length} pages could not be baked`)
  if (!report.isWhole) throw new Error('Stopped before everything was baked')
}
