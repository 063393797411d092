import { readdirSync } from 'node:fs'
import pg from 'pg'
import { databaseFailure } from './failures'

export type DatabaseState = {
  /** Whether migrations are waiting, the queue's own among them. */
  isBehind: boolean
  hasUsers: boolean
  hasDemoAccounts: boolean
}

/**
 * Looks at the database without loading Payload, so that a start with nothing to do is quick.
 *
 * @throws with one clear line where the database can't be used.
 */
export async function databaseState(url: string): Promise<DatabaseState> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const has = async (table: string) => (await client.query('select to_regclass($1) is not null as found', [table])).rows[0].found as boolean
    const done = (await has('payload_migrations')) ? (await client.query('select name from payload_migrations')).rows.map(({ name }) => name as string) : []
    const known = readdirSync('migrations').filter((file) => /^\d{8}_.*\.ts$/.test(file))
    const isBehind = !(await has('graphile_worker.migrations')) || known.some((file) => !done.includes(file.slice(0, -3)))
    const emails = (await has('users')) ? (await client.query(`select email like '%@demo.example' as demo from users`)).rows : []
    return { isBehind, hasUsers: emails.length > 0, hasDemoAccounts: emails.some(({ demo }) => demo) }
  } catch (error) {
    throw new Error(databaseFailure(error, url))
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Replaces the database at `url` by an empty one of the same name. All that it held is lost. */
export async function recreateDatabase(url: string): Promise<void> {
  const server = new URL(url)
  const name = server.pathname.slice(1)
  server.pathname = '/postgres'
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  try {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`)
    await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}
