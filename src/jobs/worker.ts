import { cleanCaptures } from '@/captures/keep/clean'
import { closeFetcher, currentFetcher } from '@/captures/fetcher'
import { keptCopyOf } from '@/captures/kept-copy'
import { askForForgotten } from '@/captures/requests'
import { wantArchivesOfPublished } from '@/captures/wayback/fulfil'
import { areNoticesDue } from '@/collaboration/notices/notify'
import { PARTS } from '@/edition/store'
import { env } from '@/env'
import { now } from '@/platform/clock'
import { database } from '@/platform/database'
import { logger } from '@/platform/logger'
import { repairNow } from './baking'
import { runLane, type RunningLane } from './lane'
import { startLinkHealth, type LinkHealthOptions } from './link-health'
import { copies, lookParts } from './look-parts'
import { DESK_TASKS, OUTSIDE_TASKS } from './tasks'
import { startTicking } from './ticking'

export type RunningWorker = {
  /** Lets the job at hand finish, for at most `patience` milliseconds, and stops. */
  stop(): Promise<void>
}

/** How often the edition is looked after, in milliseconds. */
const LOOK_AFTER_MS = 60_000
/** Parts of the edition that are held against the manifest each time; all of them at the start. */
const PARTS_AT_ONCE = 8
/** Files that no copy needs are looked for once an hour. */
const LOOKS_BETWEEN_CLEANINGS = 60
/** How many hosts are visited at the same time. */
const HOSTS_AT_ONCE = 4

/**
 * Runs the jobs of the newsroom without Payload until it is stopped. Resolves once it takes jobs. What waits for strangers' servers has a lane of its
 * own, so that none of them keeps a publication waiting; where fetching is off it stays closed. Every minute it asks for a bake where a
 * publication waits without one, for notices where an event does, for copies that were forgotten, and mends damaged files.
 * `linkHealth`: how the links of sources are looked after, in place of the usual way.
 */
export async function startWorker({ linkHealth }: { linkHealth?: LinkHealthOptions } = {}): Promise<RunningWorker> {
  // A mail server that is slow must keep no publication waiting; the tasks of one queue still run one after the other.
  const desk = await runLane({ name: 'worker', tasks: DESK_TASKS, concurrency: 2 })
  const outside = currentFetcher() === null ? null : await runLane({ name: 'outside', tasks: OUTSIDE_TASKS, concurrency: HOSTS_AT_ONCE })
  const ending = new AbortController()
  let looking = lookAfter(desk, true, ending.signal)
  const ticking = startTicking()
  const links = startLinkHealth(linkHealth ?? { keptCopyOf, copies, looking: lookParts() })
  const care = setInterval(() => {
    looking = looking.then(() => lookAfter(desk, false, ending.signal))
  }, LOOK_AFTER_MS)

  return {
    async stop() {
      clearInterval(care)
      ending.abort()
      await Promise.all([ticking.stop(), links.stop()])
      await Promise.all([desk.stop(), outside?.stop()])
      await closeFetcher()
      await looking
    },
  }
}

let nextPart = 0

/** Asks for a bake where one is due and no job stands for it, and mends what is damaged of a part of the edition's files. */
async function lookAfter(desk: RunningLane, isStart: boolean, signal: AbortSignal): Promise<void> {
  const runner = desk.runner()
  if (runner === null) return
  try {
    if (await areNoticesDue(now())) await runner.addJob('notify', {}, { queueName: 'notices' })
    if (isStart || (await isBakeDue())) await runner.addJob('bake', {}, { queueName: 'edition', jobKey: 'bake' })
    await lookAfterCopies(isStart)
    // A few parts at a time, so that a publication waits for no more than those.
    for (let looked = 0; !signal.aborted && looked < (isStart ? PARTS : PARTS_AT_ONCE); looked += PARTS_AT_ONCE) {
      const parts = Array.from({ length: PARTS_AT_ONCE }, (_, index) => (nextPart + index) % PARTS)
      nextPart = (nextPart + PARTS_AT_ONCE) % PARTS
      const mended = await repairNow(parts)
      if (mended > 0) logger.warn('Files of the edition were damaged and have been made anew', { files: mended })
    }
  } catch (error) {
    logger.warn('The edition could not be looked after', { error })
  }
}

let looked = 0

async function lookAfterCopies(isStart: boolean): Promise<void> {
  await askForForgotten(database())
  if (env().wayback !== null) await wantArchivesOfPublished(database())
  looked += 1
  if (!isStart && looked % LOOKS_BETWEEN_CLEANINGS !== 0) return
  const removed = await cleanCaptures(database())
  if (removed > 0) logger.info('Removed files that no copy needs', { files: removed })
}

async function isBakeDue(): Promise<boolean> {
  const { rows } = await database().query<{ due: boolean }>(
    `select (exists (select from handbill.unbaked) or exists (select from handbill.unbaked_facts))
        and not exists (select from graphile_worker.jobs where task_identifier = 'bake' and attempts < max_attempts) as due`,
  )
  return rows[0]?.due === true
}
