import type { PayloadRequest } from 'payload'
import pg from 'pg'
import { env, EnvironmentError } from '../env'
import { logger } from './logger'

export type Row = pg.QueryResultRow

/** Anything that runs one SQL statement with `$1` parameters: the pool, a transaction, Payload's own transaction. */
export type Queryable = {
  query<R extends Row = Row>(text: string, values?: readonly unknown[]): Promise<{ rows: R[]; rowCount: number | null }>
}

/**
 * The connection URL of this process.
 *
 * @throws EnvironmentError where DATABASE_URL is unset, since only commands know how to start the embedded server.
 */
export function databaseUrl(): string {
  const url = env().databaseUrl
  if (url === null) throw new EnvironmentError('DATABASE_URL', 'is not set, and the embedded database is started by npm run up and the other commands only')
  return url
}

type Role = 'owner' | 'public'

// The server bundles this module more than once; all copies share their pools through the global object.
const shared = globalThis as { [pools]?: Map<Role, pg.Pool> }
const pools = Symbol.for('handbill.database.pools')

// A user named as our schema, `handbill`, would have it searched before `public`.
const SEARCH_PATH = '-c search_path=public'
const OPTIONS: Record<Role, string> = {
  owner: SEARCH_PATH,
  // All that readers ask for has an index. Where the planner thinks a word common it would rather unpack every text's words,
  // whose cost it doesn't know, and share that among several processes.
  public: `${SEARCH_PATH} -c enable_seqscan=off -c max_parallel_workers_per_gather=0`,
}

/** How long a statement may take, in milliseconds: a reader waits for a page, and no page needs what takes longer. */
const STATEMENT_MS: Record<Role, number> = { owner: 30_000, public: 5_000 }

function poolOf(role: Role): pg.Pool {
  const all = (shared[pools] ??= new Map())
  const existing = all.get(role)
  if (existing !== undefined) return existing
  const made = new pg.Pool({
    connectionString: databaseUrl(),
    max: 5,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    statement_timeout: STATEMENT_MS[role],
    application_name: `handbill-${role}`,
    options: OPTIONS[role],
    ...(role === 'public' ? { onConnect: becomePublic } : {}),
  })
  // Without a listener, a server that restarts would end this process through its idle connections.
  made.on('error', (error) => logger.warn('An idle database connection was lost', { error }))
  // One that is lost while it is in use, between two statements of a transaction, fails the next of them; unheard, it would end this process.
  made.on('connect', (client) => void client.on('error', () => undefined))
  all.set(role, made)
  return made
}

let hasWarned = false

/**
 * Gives a connection up to the role of the public side. A server on which we may not make roles has none until its
 * administrator makes it: readers are then served all the same, by connections that can write nothing.
 */
async function becomePublic(client: pg.ClientBase): Promise<void> {
  try {
    await client.query('set role handbill_web')
  } catch (error) {
    // invalid_parameter_value: there is no such role; insufficient_privilege: we are no member of it.
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== '22023' && code !== '42501') throw error
    await client.query('set default_transaction_read_only = on')
    if (!hasWarned) logger.warn('The role handbill_web is missing: readers’ pages are made with the owner’s rights, read only. Make the role, grant it to the database’s user, and grant it select on live_publications')
    hasWarned = true
  }
}

/** The process's own pool, of the database's owner. Statements end after 30 s, waiting for a connection after 10 s. */
export function database(): pg.Pool {
  return poolOf('owner')
}

/** The same as a `Queryable`, of which each statement stands alone; opened by the first. */
export const pool: Queryable = { query: (text, values) => database().query(text, values as unknown[] | undefined) }

/** The pool that the public side reads through: as the role `handbill_web`, which sees `live_publications` and no more. */
export function publicPool(): pg.Pool {
  return poolOf('public')
}

/** Closes the pools of this process, so that it can end. */
export async function closeDatabase(): Promise<void> {
  const open = [...(shared[pools]?.values() ?? [])]
  shared[pools]?.clear()
  await Promise.all(open.map((each) => each.end()))
}

/**
 * Runs `work` in one transaction on a connection of its own and returns what it returns once that is committed.
 *
 * @throws whatever `work` throws, after rolling back; and an error where the server answers COMMIT with a rollback, as it
 * does after a statement whose failure was swallowed.
 */
export async function inTransaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
  const client = await database().connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(asQueryable(client))
    const end = await client.query('commit')
    if (end.command !== 'COMMIT') throw new Error('The transaction was rolled back because a statement in it had failed')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

function asQueryable(client: pg.Pool | pg.PoolClient): Queryable {
  return { query: (text, values) => client.query(text, values as unknown[] | undefined) }
}

// What Payload keeps for an open transaction: Drizzle's, whose session holds the connection.
type PayloadSession = { db?: { session?: { client?: pg.PoolClient } } }

/**
 * Payload's open transaction of a request as a `Queryable`, so that rows written by SQL stand or fall with Payload's own.
 * A failed statement dooms the whole transaction: never catch and go on.
 *
 * @throws where the request has no open transaction, instead of quietly writing outside of it.
 */
export function payloadSession(req: Pick<PayloadRequest, 'payload' | 'transactionID'>): Queryable {
  return {
    async query(text, values) {
      const id = await req.transactionID
      const sessions = (req.payload.db as unknown as { sessions?: Record<string, PayloadSession> }).sessions
      const client = id === undefined || id === null ? undefined : sessions?.[id]?.db?.session?.client
      if (client === undefined) throw new Error('This request has no open transaction')
      return client.query(text, values as unknown[] | undefined)
    },
  }
}
