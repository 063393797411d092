import { Logger, run, type Runner } from 'graphile-worker'
import pg from 'pg'
import { areNoticesDue } from '@/collaboration/notices/notify'
import { PARTS } from '@/edition/store'
import { now } from '@/platform/clock'
import { database, databaseUrl } from '@/platform/database'
import { logger } from '@/platform/logger'
import { repairNow } from './baking'
import { startLinkHealth, type LinkHealthOptions } from './link-health'
import { announce, type Presence } from './presence'
import { TASKS } from './tasks'
import { startTicking } from './ticking'

export type RunningWorker = {
  /** Lets the job at hand finish, for at most `patience` milliseconds, and stops. */
  stop(): Promise<void>
}

/** How often dead workers are looked for, and the edition is looked after. */
const RESCUE_MS = 30_000
const LOOK_AFTER_MS = 60_000
/** How often the queue is asked without being told of a job, in milliseconds. */
const POLL_MS = 1_000
/** How long a bake of everything may go on after the worker was told to stop, in milliseconds; then it ends after the part at hand. */
const ABORT_MS = 500
/** How long a runner that lost its connections may take to stop, in milliseconds. */
const LAST_WORDS_MS = 3_000
/** Parts of the edition that are held against the manifest each time; all of them at the start. */
const PARTS_AT_ONCE = 8

/**
 * Runs the jobs of the newsroom without Payload, one of each queue at a time, until it is stopped. Resolves once it takes jobs; waits for a
 * database that isn't there yet, and goes on after one that went away. At its start, and then every half a minute, it frees
 * the jobs of workers that died; every minute it asks for a bake where a publication waits without one, for notices where an event does, and mends damaged files.
 * `linkHealth`: what looking after the links of sources needs of other rooms; without it, their facts are kept up and nothing is fetched.
 */
export async function startWorker({ linkHealth = { keptCopyOf: () => Promise.resolve(null), looking: null } }: { linkHealth?: LinkHealthOptions } = {}): Promise<RunningWorker> {
  let isStopping = false
  let current: Current | null = null

  const start = async (): Promise<void> => {
    for (let pause = 250; !isStopping; pause = Math.min(pause * 2, 5_000)) {
      try {
        const taken = await takeJobs(() => void restart(taken, new Error('The database dropped the worker’s connection')))
        if (isStopping) {
          await taken.runner.stop()
          await leave(taken)
          return
        }
        current = taken
        void taken.runner.promise.then(() => restart(taken), (error: unknown) => restart(taken, error))
        return
      } catch (error) {
        logger.warn('The worker could not start', { error, nextTryInMilliseconds: pause })
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
  }
  // The runner ends by itself only where it can't go on; the queue holds all that it was doing. After a lost connection it may
  // hold a job that it can't give back: under a new name, the worker frees that as it frees those of the dead. Its pool is not
  // ended: the runner may still be trying to note down what it finished, and nobody would catch what an ended pool throws. Its
  // connections close by themselves once they are idle.
  const restart = async (ended: Current, error?: unknown): Promise<void> => {
    if (isStopping || current !== ended) return
    logger.warn('The worker starts again', { error })
    current = null
    // What the old runner takes after its jobs were freed would be held until they are freed the next time.
    await Promise.race([ended.runner.stop().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS))])
    await ended.presence.leave()
    await start()
  }

  await start()
  const ending = new AbortController()
  let looking = lookAfter(current, true, ending.signal)
  const ticking = startTicking()
  const links = startLinkHealth(linkHealth)
  const rescue = setInterval(() => void rescueJobs(current), RESCUE_MS)
  const care = setInterval(() => {
    looking = looking.then(() => lookAfter(current, false, ending.signal))
  }, LOOK_AFTER_MS)

  return {
    async stop() {
      isStopping = true
      clearInterval(rescue)
      clearInterval(care)
      ending.abort()
      await Promise.all([ticking.stop(), links.stop()])
      await current?.runner.stop().catch((error: unknown) => logger.warn('The worker stopped badly', { error }))
      await looking
      await leave(current)
    },
  }
}

type Current = { runner: Runner; presence: Presence; pool: pg.Pool }

async function takeJobs(onLost: () => void): Promise<Current> {
  const pool = new pg.Pool({ connectionString: databaseUrl(), max: 4, connectionTimeoutMillis: 10_000, application_name: 'handbill-worker' })
  pool.on('error', (error) => logger.warn('The worker lost a database connection', { error }))
  // Errors of a connection in use reach whoever uses it; without a listener they would end the process besides.
  pool.on('connect', (client) => client.on('error', () => undefined))
  let presence: Presence | undefined
  try {
    const runner = await run({
      pgPool: pool,
      taskList: TASKS,
      // A mail server that is slow must keep no publication waiting; the tasks of one queue still run one after the other.
      concurrency: 2,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      parsedCronItems: [],
      logger: quietLogger(),
      preset: {
        worker: { gracefulShutdownAbortTimeout: ABORT_MS },
        plugins: [
          {
            name: 'handbill-presence',
            version: '1.0.0',
            worker: {
              hooks: {
                // Before its first job: a worker that others can't see would have its jobs taken away.
                async startWorker(_context, { worker }) {
                  // The two that run side by side are one to others.
                  if (presence !== undefined) return presence.ready()
                  presence = announce(worker.workerPool.id, onLost)
                  await presence.ready()
                  const freed = await presence.freeJobsOfTheDead()
                  if (freed > 0) logger.info('Took over from workers that were gone', { workers: freed })
                },
              },
            },
          },
        ],
      },
    })
    const started = Date.now()
    while (presence === undefined) {
      if (Date.now() - started > 10_000) throw new Error('The worker did not come up within ten seconds')
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await presence.ready()
    return { runner, presence, pool }
  } catch (error) {
    await presence?.leave()
    await pool.end().catch(() => undefined)
    throw error
  }
}

async function leave(current: Current | null): Promise<void> {
  await current?.presence.leave()
  await current?.pool.end().catch(() => undefined)
}

async function rescueJobs(current: Current | null): Promise<void> {
  try {
    const freed = (await current?.presence.freeJobsOfTheDead()) ?? 0
    if (freed > 0) logger.info('Took over from workers that were gone', { workers: freed })
  } catch (error) {
    logger.warn('Workers that are gone could not be looked for', { error })
  }
}

let nextPart = 0

/** Asks for a bake where one is due and no job stands for it, and mends what is damaged of a part of the edition's files. */
async function lookAfter(current: Current | null, isStart: boolean, signal: AbortSignal): Promise<void> {
  if (current === null) return
  try {
    if (await areNoticesDue(now())) await current.runner.addJob('notify', {}, { queueName: 'notices' })
    if (isStart || (await isBakeDue())) await current.runner.addJob('bake', {}, { queueName: 'edition', jobKey: 'bake' })
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

async function isBakeDue(): Promise<boolean> {
  const { rows } = await database().query<{ due: boolean }>(
    `select (exists (select from handbill.unbaked) or exists (select from handbill.unbaked_facts))
        and not exists (select from graphile_worker.jobs where task_identifier = 'bake' and attempts < max_attempts) as due`,
  )
  return rows[0]?.due === true
}

function quietLogger(): Logger {
  return new Logger(() => (level, message, meta) => {
    const error = meta?.error
    const fields = error === undefined ? {} : { error }
    if (level === 'error') logger.error(message, fields)
    else if (level === 'warning') logger.warn(message, fields)
    else logger.debug(message, fields)
  })
}
