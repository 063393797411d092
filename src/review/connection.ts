import type { PayloadRequest } from 'payload'
import { payloadSession, pool, type Queryable } from '@/platform/database'

/** Payload's transaction of this request where one is open, so that what it wrote is seen; our own pool otherwise. */
export async function payloadOrPool(req: PayloadRequest): Promise<Queryable> {
  const id = await req.transactionID
  return id === undefined || id === null ? pool : payloadSession(req)
}
