import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from '../../../commands/handbill/migrate'
import { env, setEnvironment } from '../../../src/env'
import { closeDatabase, publicPool } from '../../../src/platform/database'

const name = `plain_${randomBytes(6).toString('hex')}`
const server = new URL(env().testDatabaseUrl ?? '')
server.pathname = '/postgres'

async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  await onServer(`create role ${name} login password '${name}'`, `create database ${name} owner ${name}`)
  const url = new URL(server)
  Object.assign(url, { username: name, password: name, pathname: `/${name}` })
  setEnvironment({ DATABASE_URL: url.href, PAYLOAD_SECRET: 'of-a-test-and-known-to-all' })
})
afterAll(async () => {
  await closeDatabase()
  await onServer(`drop database ${name} with (force)`, `drop role ${name}`)
})

it('a database whose user may make no roles is migrated and read from, and the public side can’t write to it', async () => {
  await migrate()
  expect((await publicPool().query('select count(*)::int as count from live_publications')).rows).toEqual([{ count: 0 }])
  await expect(publicPool().query(`insert into handbill.addresses (path, collection, document) values ('/x', 'articles', gen_random_uuid())`)).rejects.toThrow('read-only')
})
