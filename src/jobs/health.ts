import { readProgress } from '@/edition/progress'
import { readGeneration } from '@/edition/store'
import { env } from '@/env'
import { database } from '@/platform/database'
import { logger } from '@/platform/logger'
import { workersAlive } from './presence'

/**
 * How the newsroom is. `database`: whether it answers. `worker`: how many are alive, and how many jobs have failed and wait to be
 * tried again. `edition`: how many publications and changes of facts it does not show yet, since how many seconds the oldest of them waits, whether
 * it is whole, and its generation, which grows with every bake.
 */
export type Health = {
  isWell: boolean
  database: { isWell: boolean }
  worker: { isWell: boolean; alive: number; failing: number }
  edition: { isWell: boolean; isWhole: boolean; generation: number; waiting: number; oldestSeconds: number }
}

/** A publication that waits longer than this is not on its way any more. */
const LATE_SECONDS = 60

/** Asks the database, the queue and the edition. Never throws: what can't be reached isn't well. */
export async function health(): Promise<Health> {
  const { editionDir } = env()
  const [progress, generation] = await Promise.all([readProgress(editionDir), readGeneration(editionDir)])
  const isWhole = progress?.done === null
  try {
    const alive = await workersAlive(database())
    const failing = await database().query<{ count: number }>('select count(*)::int as count from graphile_worker.jobs where last_error is not null')
    const waiting = await database().query<{ count: number; oldest: number | null }>(
      'select count(*)::int as count, extract(epoch from now() - min(since))::int as oldest from (select since from handbill.unbaked union all select since from handbill.unbaked_facts) as waiting',
    )
    const { count = 0, oldest } = waiting.rows[0] ?? {}
    const oldestSeconds = Math.max(0, oldest ?? 0)
    const worker = { isWell: alive > 0, alive, failing: failing.rows[0]?.count ?? 0 }
    const edition = { isWell: isWhole && oldestSeconds <= LATE_SECONDS, isWhole, generation, waiting: count, oldestSeconds }
    return { isWell: worker.isWell && edition.isWell, database: { isWell: true }, worker, edition }
  } catch (error) {
    logger.warn('The state of the newsroom could not be read', { error })
    return { isWell: false, database: { isWell: false }, worker: { isWell: false, alive: 0, failing: 0 }, edition: { isWell: isWhole, isWhole, generation, waiting: 0, oldestSeconds: 0 } }
  }
}
