import { logger } from '@/platform/logger'
import { escalateFollowUps } from '@/publishing/escalate'
import { dueSchedules, fire, realignSchedules } from '@/publishing/fire'

/** How often it is looked whether a moment has come, in milliseconds. */
const TICK_MS = 1_000
/** How often follow-ups that are late are looked for, in ticks. */
const TICKS_BETWEEN_ESCALATIONS = 30
/** After a failure that isn't the newsroom's, the longest pause before a schedule is tried again, in milliseconds. */
const LONGEST_PAUSE_MS = 60_000

export type Ticking = {
  /** Lets what is under way finish, and stops. */
  stop(): Promise<void>
}

/**
 * Carries out what is due by the clock: schedules, the oldest first, also those that were due while nobody was here; and the
 * reminders of what is late. The database holds what is due and what is done, so that neither a restart nor a clock
 * that is set makes anything happen twice.
 */
export function startTicking(): Ticking {
  let isStopping = false
  let ticks = 0
  const pauses = new Map<string, { failures: number; until: number }>()
  let current: Promise<void> = realign()

  async function tick(): Promise<void> {
    try {
      await fireDue(pauses, () => isStopping)
      if (ticks % TICKS_BETWEEN_ESCALATIONS === 0 && !isStopping) await escalateFollowUps()
    } catch (error) {
      logger.warn('What is due by the clock could not be looked for', { error })
    }
    ticks += 1
  }
  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy || isStopping) return
    isBusy = true
    current = current.then(tick).finally(() => (isBusy = false))
  }, TICK_MS)

  return {
    async stop() {
      isStopping = true
      clearInterval(timer)
      await current
    },
  }
}

async function realign(): Promise<void> {
  try {
    const moved = await realignSchedules()
    if (moved > 0) logger.warn('The clocks of a zone have changed their rules: schedules have been moved', { schedules: moved })
  } catch (error) {
    logger.warn('Schedules could not be held against their zones', { error })
  }
}

async function fireDue(pauses: Map<string, { failures: number; until: number }>, isStopping: () => boolean): Promise<void> {
  for (const id of await dueSchedules()) {
    if (isStopping()) return
    const pause = pauses.get(id)
    if (pause !== undefined && performance.now() < pause.until) continue
    try {
      const fired = await fire(id)
      pauses.delete(id)
      if (fired.state === 'done') logger.info('Made public as scheduled', { schedule: id, lateSeconds: fired.lateSeconds })
      else if (fired.state === 'failed') logger.warn('A schedule could not be carried out', { schedule: id, problem: fired.problem })
    } catch (error) {
      const failures = (pause?.failures ?? 0) + 1
      pauses.set(id, { failures, until: performance.now() + Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** failures) })
      logger.error('A schedule failed and will be tried again', { schedule: id, error })
    }
  }
}
