import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendAudit } from '@/audit/append'
import { verifyAuditChain } from '@/audit/verify'
import { database, inTransaction, type Queryable } from '@/platform/database'
import { freshDatabase, type TestDatabase } from '../../support/database'

let test_: TestDatabase
const db: Queryable = { query: (text, values) => database().query(text, values as unknown[]) }
const DOCUMENT = '6f1f2a8e-0000-4000-8000-000000000001'

beforeAll(async () => {
  test_ = await freshDatabase()
})
afterAll(() => test_.drop())

const append = (after: string) => inTransaction((tx) => appendAudit(tx, { actor: DOCUMENT, action: 'submitted', collection: 'articles', document: DOCUMENT, after, details: { namesPeople: true } }))

/** Does what only a superuser can: with triggers off. */
async function tamper(statement: string): Promise<void> {
  const client = await database().connect()
  try {
    await client.query(`begin; set local session_replication_role = replica; ${statement}; commit`)
  } finally {
    client.release()
  }
}

describe('the audit chain', () => {
  test('keeps its order and stays whole when many write at once', async () => {
    await Promise.all(Array.from({ length: 25 }, (_, index) => append(`hash ${index}`)))
    const report = await verifyAuditChain(db)
    expect(report).toMatchObject({ rows: 25, firstWrong: null })
    expect(report.head).toEqual({ seq: 25, hash: expect.stringMatching(/^[0-9a-f]{64}$/u) })
  })

  test('forgets what was rolled back', async () => {
    await inTransaction(async (tx) => {
      await appendAudit(tx, { actor: null, action: 'published', collection: 'articles', document: DOCUMENT })
      throw new Error('Something else failed')
    }).catch(() => undefined)
    expect(await verifyAuditChain(db)).toMatchObject({ rows: 25, firstWrong: null })
  })

  test.each(['update handbill.audit_log set action = action', 'delete from handbill.audit_log', 'truncate handbill.audit_log'])('refuses %s', async (statement) => {
    await expect(db.query(statement)).rejects.toThrow('only grows')
  })

  test('names the first row that was changed, and the first that is missing', async () => {
    await tamper(`update handbill.audit_log set after_hash = 'other' where seq = 7`)
    expect((await verifyAuditChain(db)).firstWrong).toEqual({ seq: 7, problem: 'changed' })
    await tamper(`update handbill.audit_log set after_hash = 'hash x', hash = repeat('a', 64) where seq = 7`)
    expect((await verifyAuditChain(db)).firstWrong).toEqual({ seq: 7, problem: 'changed' })
    await tamper('delete from handbill.audit_log where seq = 3')
    expect((await verifyAuditChain(db)).firstWrong).toEqual({ seq: 4, problem: 'missing' })
  })
})
