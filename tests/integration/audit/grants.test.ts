import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { env, environmentOfChild } from '@/env'

let server: pg.Client
const made: { role: string; database: string }[] = []

beforeAll(async () => {
  const url = new URL(env().testDatabaseUrl ?? '')
  url.pathname = '/postgres'
  server = new pg.Client({ connectionString: url.href })
  await server.connect()
  return () => server.end()
})
afterEach(async () => {
  for (const { role, database } of made.splice(0)) {
    await server.query(`drop database ${database} with (force)`)
    await server.query(`revoke handbill_audit from ${role} cascade`).catch(() => undefined)
    await server.query(`revoke handbill_web from ${role} cascade`).catch(() => undefined)
    await server.query(`drop role ${role}`)
  }
})

/** A database as a managed server gives one: its owner is no superuser. Migrated as that owner; connected as that owner. */
async function managed(options: { mayHoldTheLog: boolean }): Promise<pg.Client> {
  const name = `managed_${randomBytes(4).toString('hex')}`
  made.push({ role: name, database: name })
  await server.query(`create role ${name} login password 'of-a-test' nosuperuser nocreaterole`)
  await server.query(`create database ${name} owner ${name}`)
  // As whoever makes a role gets it.
  if (options.mayHoldTheLog) await server.query(`grant handbill_audit to ${name} with admin true, inherit false, set false`)
  const url = new URL(env().testDatabaseUrl ?? '')
  url.username = name
  url.password = 'of-a-test'
  url.pathname = `/${name}`
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'commands/handbill.ts', 'migrate'], { env: environmentOfChild({ DATABASE_URL: url.href, LOG_LEVEL: 'error' }) })
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  return client
}

const append = `select handbill.append_audit(null, 'published', 'articles', 'x', null, repeat('a', 64), null, '{}')`
const CHANGES = [`update handbill.audit_log set action = 'x'`, 'delete from handbill.audit_log', 'truncate handbill.audit_log']

describe('the audit log on a managed server', () => {
  test('belongs to a role that the application is no member of: it appends and reads, and can’t take the triggers away', async () => {
    const client = await managed({ mayHoldTheLog: true })
    try {
      await client.query(append)
      expect((await client.query('select action from handbill.audit_log')).rows).toEqual([{ action: 'published' }])
      const insert = `insert into handbill.audit_log select 99, at, actor, action, collection, document, before_hash, after_hash, run, details, previous, hash from handbill.audit_log`
      for (const statement of [...CHANGES, insert]) await expect(client.query(statement), statement).rejects.toMatchObject({ code: '42501' })
      const rebuilt = `create or replace function handbill.refuse_change() returns trigger language plpgsql as $$ begin return old; end $$`
      for (const statement of ['alter table handbill.audit_log disable trigger all', 'set role handbill_audit', rebuilt]) {
        await expect(client.query(statement), statement).rejects.toMatchObject({ code: '42501' })
      }
      expect((await client.query(`select proconfig from pg_proc where proname = 'append_audit'`)).rows).toEqual([{ proconfig: ['search_path=pg_catalog, pg_temp'] }])
    } finally {
      await client.end()
    }
  })

  test('where there is one role only, its owner has given up the right to change rows', async () => {
    const client = await managed({ mayHoldTheLog: false })
    try {
      await client.query(append)
      for (const statement of CHANGES) await expect(client.query(statement), statement).rejects.toMatchObject({ code: '42501' })
      await client.query(`grant all on handbill.audit_log to current_user`)
      for (const statement of CHANGES) await expect(client.query(statement), statement).rejects.toThrow('only grows')
    } finally {
      await client.end()
    }
  })
})
