import pg from 'pg'
import type { Queryable } from '@/platform/database'
import { databaseUrl } from '@/platform/database'
import { logger } from '@/platform/logger'

/** Stands for "a worker is alive" among the database's advisory locks; the second key is the worker's own. */
const ALIVE = 4_705_323

const SHORTEST_MS = 250
const LONGEST_MS = 5_000

export type Presence = {
  /** Resolves once this worker is known to be alive. */
  ready(): Promise<void>
  /** Frees the jobs of workers that are gone. Returns how many of those there were. */
  freeJobsOfTheDead(): Promise<number>
  leave(): Promise<void>
}

/**
 * Makes this worker known for as long as its process lives: it holds an advisory lock on a connection of its own, which
 * PostgreSQL lets go the moment the process is gone, killed or not. So others can tell a dead worker's jobs from a slow one's
 * at once. Where that connection is lost later, `onLost` is told, and the worker is known no more. `name`: of its lane.
 */
export function announce(pool: string, onLost: () => void, name: string): Presence {
  let client: pg.Client | null = null
  let hasLeft = false

  const connect = async (): Promise<void> => {
    for (let pause = SHORTEST_MS; !hasLeft; pause = Math.min(pause * 2, LONGEST_MS)) {
      const made = new pg.Client({ connectionString: databaseUrl(), connectionTimeoutMillis: 10_000, keepAlive: true, application_name: `handbill-${name}-presence` })
      made.on('error', () => undefined)
      try {
        await made.connect()
        await made.query('select pg_advisory_lock($1, hashtext($2))', [ALIVE, pool])
        made.on('end', () => {
          if (client !== made || hasLeft) return
          client = null
          onLost()
        })
        client = made
        return
      } catch (error) {
        await made.end().catch(() => undefined)
        logger.warn('The worker could not reach the database', { error, nextTryInMilliseconds: pause })
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
  }
  const arrived = connect()

  return {
    ready: () => arrived,
    async freeJobsOfTheDead() {
      await arrived
      return client === null ? 0 : freeJobs(client, pool)
    },
    async leave() {
      hasLeft = true
      await client?.end().catch(() => undefined)
    },
  }
}

/** Frees the jobs and queues locked by any pool but `own` whose lock is free to take. */
async function freeJobs(client: Pick<pg.Client, 'query'>, own: string): Promise<number> {
  const { rows } = await client.query<{ pool: string }>(
    `select distinct locked_by as pool from (
       select locked_by from graphile_worker._private_jobs where locked_by is not null
       union select locked_by from graphile_worker._private_job_queues where locked_by is not null
     ) held where locked_by <> $1`,
    [own],
  )
  let freed = 0
  for (const { pool } of rows) {
    const taken = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as free', [ALIVE, pool])
    if (taken.rows[0]?.free !== true) continue
    try {
      await client.query('select graphile_worker.force_unlock_workers($1::text[])', [[pool]])
      freed += 1
    } finally {
      await client.query('select pg_advisory_unlock($1, hashtext($2))', [ALIVE, pool])
    }
  }
  return freed
}

/** How many workers are alive just now, each counted by the lane that every one has. */
export async function workersAlive(database: Queryable): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::int as count from pg_locks l join pg_stat_activity a on a.pid = l.pid and a.application_name = 'handbill-worker-presence'
     where l.locktype = 'advisory' and l.classid = $1 and l.objsubid = 2 and l.granted and l.database = (select oid from pg_database where datname = current_database())`,
    [ALIVE],
  )
  return rows[0]?.count ?? 0
}
