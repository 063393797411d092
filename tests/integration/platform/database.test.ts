import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database, inTransaction, payloadSession, publicPool } from '../../../src/platform/database'
import { freshDatabase } from '../../support/database'

let fresh: Awaited<ReturnType<typeof freshDatabase>>

const count = async () => Number((await database().query('select count(*) from notes')).rows[0].count)

beforeAll(async () => {
  fresh = await freshDatabase()
  await database().query('create table notes (text text unique deferrable initially deferred)')
})
afterAll(() => fresh.drop())

describe('a transaction', () => {
  it('stores what was done and returns what was returned', async () => {
    const before = await count()
    expect(await inTransaction(async (tx) => (await tx.query('insert into notes values ($1) returning text', ['kept'])).rows[0])).toEqual({ text: 'kept' })
    expect(await count()).toBe(before + 1)
  })
  it('fails, and ends no process, where its connection is lost between two statements', async () => {
    const uncaught: unknown[] = []
    const note = (error: unknown): void => void uncaught.push(error)
    process.on('uncaughtException', note)
    const lost = inTransaction(async (tx) => {
      const { pid } = (await tx.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0] ?? { pid: 0 }
      await database().query('select pg_terminate_backend($1, 5000)', [pid])
      // The news of it comes by itself, after whatever is under way.
      await new Promise((resolve) => setImmediate(resolve))
      await tx.query('select 1')
    })
    await expect(lost).rejects.toThrow()
    process.off('uncaughtException', note)
    expect(uncaught).toEqual([])
  })
  it('leaves nothing where something in it fails', async () => {
    const before = await count()
    const failing = inTransaction(async (tx) => {
      await tx.query("insert into notes values ('lost')")
      throw new Error('later')
    })
    await expect(failing).rejects.toThrow('later')
    expect(await count()).toBe(before)
  })
  it('fails where a failed statement was swallowed, instead of reporting what is not stored', async () => {
    const before = await count()
    const swallowing = inTransaction(async (tx) => {
      await tx.query("insert into notes values ('lost as well')")
      await tx.query('select nothing from nowhere').catch(() => undefined)
    })
    await expect(swallowing).rejects.toThrow('rolled back')
    expect(await count()).toBe(before)
  })
  it('fails where a constraint fails at the very end', async () => {
    const doubling = inTransaction(async (tx) => {
      await tx.query("insert into notes values ('twice'), ('twice')")
    })
    await expect(doubling).rejects.toMatchObject({ code: '23505' })
  })
  it('gives its connection back, however it ended', async () => {
    for (let round = 0; round < 20; round++) await inTransaction(() => Promise.reject(new Error('no'))).catch(() => undefined)
    expect(database().waitingCount).toBe(0)
    expect(await count()).toBeGreaterThan(0)
  })
})

describe("Payload's transaction", () => {
  const request = (sessions: object, transactionID: unknown) => ({ payload: { db: { sessions } }, transactionID }) as unknown as Parameters<typeof payloadSession>[0]

  it('is the one that the request has open', async () => {
    const client = new pg.Client({ connectionString: fresh.url })
    await client.connect()
    await client.query('begin')
    const session = payloadSession(request({ 'the-id': { db: { session: { client } } } }, Promise.resolve('the-id')))
    await session.query('insert into notes values ($1)', ['in a transaction of its own'])
    await client.query('rollback')
    await client.end()
    expect((await database().query("select 1 from notes where text = 'in a transaction of its own'")).rowCount).toBe(0)
  })
  it('is never taken to be open where it is not, so that nothing is written outside of it', async () => {
    await expect(payloadSession(request({}, undefined)).query('select 1')).rejects.toThrow('no open transaction')
    await expect(payloadSession(request({}, 'ended-long-ago')).query('select 1')).rejects.toThrow('no open transaction')
  })
})

describe("the public side's connection", () => {
  it('is the role that sees live publications and nothing else', async () => {
    expect((await publicPool().query('select current_user as role')).rows[0]).toEqual({ role: 'handbill_web' })
    expect((await publicPool().query('select count(*) from live_publications')).rows[0]).toEqual({ count: '0' })
    // A reader’s query gives up long before one of the desk does.
    expect((await publicPool().query('show statement_timeout')).rows[0]).toEqual({ statement_timeout: '5s' })
    expect((await database().query('show statement_timeout')).rows[0]).toEqual({ statement_timeout: '30s' })
    const { rows } = await database().query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    expect(rows.length).toBeGreaterThan(40)
    for (const { name } of rows as { name: string }[]) await expect(publicPool().query(`select 1 from ${name} limit 1`), name).rejects.toMatchObject({ code: '42501' })
  })
})
