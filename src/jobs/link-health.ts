import { claimVisit } from '@/link-health/pace'
import type { KeptCopyOf } from '@/link-health/facts'
import { visit, type LookParts } from '@/link-health/check'
import { pruneLooks } from '@/link-health/store'
import { syncTouchedSources, type Copies } from '@/link-health/sync'
import { now } from '@/platform/clock'
import { inTransaction, pool } from '@/platform/database'
import { logger } from '@/platform/logger'

/** How often it is looked whether a link is due, in milliseconds. */
const TICK_MS = 1_000
/** Links that this process looks at side by side, each of another host. */
const AT_ONCE = 4
/** Old looks are forgotten every so many ticks. */
const TICKS_BETWEEN_PRUNINGS = 3_600

/** `looking`: what it takes to look at links; null where nothing is to be fetched, so that only facts are kept up.
 * `copies`: how quotes are looked for in kept copies, where they are. */
export type LinkHealthOptions = { keptCopyOf: KeptCopyOf; copies?: Copies; looking: LookParts | null; tickMs?: number }

export type RunningLinkHealth = {
  /** Breaks off what is being fetched, which is then looked at again, and stops. */
  stop(): Promise<void>
}

/**
 * Keeps links and facts of sources up to date, apart from everything else that a worker does: neither a schedule nor a bake waits
 * for a slow site. The database holds what is due and who is at it, so that several processes share the work and none loses any.
 */
export function startLinkHealth({ keptCopyOf, copies, looking, tickMs = TICK_MS }: LinkHealthOptions): RunningLinkHealth {
  const ending = new AbortController()
  const underWay = new Set<Promise<void>>()
  let ticks = 0
  let current: Promise<void> = Promise.resolve()
  let isBusy = false

  async function tick(): Promise<void> {
    try {
      await syncTouchedSources(pool, now(), keptCopyOf, copies)
      if (ticks % TICKS_BETWEEN_PRUNINGS === 0) await pruneLooks(pool, now())
      if (looking !== null) await begin(looking)
    } catch (error) {
      logger.warn('Links could not be looked after', { error })
    }
    ticks += 1
  }

  async function begin(parts: LookParts): Promise<void> {
    while (underWay.size < AT_ONCE && !ending.signal.aborted) {
      const claimed = await inTransaction((tx) => claimVisit(tx, now()))
      if (claimed === null) return
      const going: Promise<void> = visit(claimed, parts, ending.signal)
        .catch((error: unknown) => {
          // The host stays held for a while, and is asked again then. Which address it was is for nobody's log.
          if (!ending.signal.aborted) logger.warn('A link could not be looked at', { error })
        })
        .finally(() => underWay.delete(going))
      underWay.add(going)
    }
  }

  const timer = setInterval(() => {
    if (isBusy || ending.signal.aborted) return
    isBusy = true
    current = current.then(tick).finally(() => (isBusy = false))
  }, tickMs)

  return {
    async stop() {
      clearInterval(timer)
      ending.abort()
      await current
      await Promise.all(underWay)
    },
  }
}
