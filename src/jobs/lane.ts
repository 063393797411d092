import { Logger, run, type Runner, type TaskList } from 'graphile-worker'
import pg from 'pg'
import { databaseUrl } from '@/platform/database'
import { logger } from '@/platform/logger'
import { announce, type Presence } from './presence'

/** Tasks that share their places: those of one lane never wait for another's. `concurrency`: how many are done at once. */
export type Lane = { name: string; tasks: TaskList; concurrency: number }

export type RunningLane = {
  /** The runner that takes jobs just now; null while there is none. */
  runner(): Runner | null
  /** Lets the jobs at hand finish and stops. */
  stop(): Promise<void>
}

/** How often dead workers are looked for, in milliseconds. */
const RESCUE_MS = 30_000
/** How often the queue is asked without being told of a job, in milliseconds. */
const POLL_MS = 1_000
/** How long a job may go on after the worker was told to stop, in milliseconds; a bake of everything then ends after the part at hand. */
const ABORT_MS = 500
/** How long a runner that lost its connections may take to stop, in milliseconds. */
const LAST_WORDS_MS = 3_000

/**
 * Takes the jobs of one lane, one of each queue at a time, until it is stopped. Resolves once it takes them; waits for a database that isn't
 * there yet, and goes on after one that went away. At its start, and then every half a minute, it frees the jobs of workers that died.
 */
export async function runLane(lane: Lane): Promise<RunningLane> {
  let isStopping = false
  let current: Current | null = null

  const start = async (): Promise<void> => {
    for (let pause = 250; !isStopping; pause = Math.min(pause * 2, 5_000)) {
      try {
        const taken = await takeJobs(lane, (lost) => void restart(lost, new Error('The database dropped the worker’s connection')))
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
    await withinLastWords(ended.runner.stop())
    await ended.presence.leave()
    await start()
  }

  await start()
  const rescue = setInterval(() => void rescueJobs(current), RESCUE_MS)

  return {
    runner: () => current?.runner ?? null,
    async stop() {
      isStopping = true
      clearInterval(rescue)
      await current?.runner.stop().catch((error: unknown) => logger.warn('The worker stopped badly', { error }))
      await leave(current)
    },
  }
}

type Current = { runner: Runner; presence: Presence; pool: pg.Pool }

/** @throws where it can't begin, or was lost before it had begun; nothing of it is left then. `onLost` is told of what is lost later. */
async function takeJobs({ name, tasks, concurrency }: Lane, onLost: (lost: Current) => void): Promise<Current> {
  const pool = new pg.Pool({ connectionString: databaseUrl(), max: 4, connectionTimeoutMillis: 10_000, application_name: `handbill-${name}` })
  pool.on('error', (error) => logger.warn('The worker lost a database connection', { error }))
  // Errors of a connection in use reach whoever uses it; without a listener they would end the process besides.
  pool.on('connect', (client) => client.on('error', () => undefined))
  let presence: Presence | undefined
  let runner: Runner | undefined
  let taken: Current | undefined
  let isLost = false
  const lose = (): void => {
    isLost = true
    if (taken !== undefined) onLost(taken)
  }
  try {
    runner = await run({
      pgPool: pool,
      taskList: tasks,
      concurrency,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      parsedCronItems: [],
      logger: quietLogger(),
      preset: {
        // Noted down one by one, as usual, what became of a job is no one's promise to wait for: where the database is away just then,
        // graphile-worker 0.18 lets that end the process. In batches it hears of it, and stops the runner instead.
        worker: { gracefulShutdownAbortTimeout: ABORT_MS, completeJobBatchDelay: 0, failJobBatchDelay: 0 },
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
                  presence = announce(worker.workerPool.id, lose, name)
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
    // Who waits for its end comes later, and may come too late for an end that comes at once.
    runner.promise.catch(() => undefined)
    const started = Date.now()
    while (presence === undefined) {
      if (Date.now() - started > 10_000) throw new Error('The worker did not come up within ten seconds')
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await presence.ready()
    if (isLost) throw new Error('The database dropped the worker’s connection')
    taken = { runner, presence, pool }
    return taken
  } catch (error) {
    // Its connections close by themselves once they are idle; ended, the pool would wait for one that the runner still holds.
    if (runner !== undefined) await withinLastWords(runner.stop())
    else await pool.end().catch(() => undefined)
    await presence?.leave()
    throw error
  }
}

/** Waits for what a runner says at its end, good or bad, and no longer than it may take. */
async function withinLastWords(stopping: Promise<void>): Promise<void> {
  await Promise.race([stopping.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS))])
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

function quietLogger(): Logger {
  return new Logger(() => (level, message, meta) => {
    const error = meta?.error
    const fields = error === undefined ? {} : { error }
    if (level === 'error') logger.error(message, fields)
    else if (level === 'warning') logger.warn(message, fields)
    else logger.debug(message, fields)
  })
}
