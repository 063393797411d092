import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { database, payloadSession, type Queryable } from './database'

/**
 * Runs `work` in one transaction of Payload's on `req`, so that saves and SQL stand or fall together, and returns what it returns
 * once that is committed.
 *
 * @throws whatever `work` throws, after rolling back; and an error where the database did not keep it, as Payload's own commit never throws.
 */
export async function inPayloadTransaction<T>(req: PayloadRequest, work: (tx: Queryable) => Promise<T>): Promise<T> {
  await initTransaction(req)
  try {
    const tx = payloadSession(req)
    const { rows } = await tx.query<{ xid: string }>('select pg_current_xact_id()::text as xid')
    const result = await work(tx)
    await tx.query('set constraints all immediate')
    await commitTransaction(req)
    const { rows: status } = await database().query<{ status: string }>('select pg_xact_status($1::text::xid8) as status', [rows[0]?.xid])
    if (status[0]?.status !== 'committed') throw new Error('The database did not keep a change')
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
