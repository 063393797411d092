import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoState, loadDemo } from '@/demo/load'
import { database } from '@/platform/database'
import { DEPICTIONS, INTENSITIES } from '@/record/body'
import { freshDatabase, type TestDatabase } from '../../support/database'

let payload: Payload
let store: TestDatabase
let close: () => Promise<void>
let seconds: number

async function rows<R extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<R[]> {
  return (await database().query<R>(text, values)).rows
}
const count = async (text: string, values: unknown[] = []): Promise<number> => Number((await rows<{ count: string }>(`select count(*) from ${text}`, values))[0]?.count)
const live = (collection: string, and = ''): Promise<number> => count(`live_publications where collection = $1 and not is_tombstone ${and}`, [collection])

beforeAll(async () => {
  store = await freshDatabase()
  const [{ getPayload }, { default: config }, { closePayload }] = await Promise.all([import('payload'), import('@payload-config'), import('@/platform/payload-database')])
  payload = await getPayload({ config })
  close = () => closePayload(payload)
  const start = performance.now()
  await loadDemo({ payload, password: 'known-to-this-test', say: () => undefined })
  seconds = (performance.now() - start) / 1000
}, 120_000)
afterAll(async () => {
  await close()
  await store.drop()
})

describe('the demo', () => {
  test('loads', () => {
    console.log(seconds)
    expect(seconds).toBeLessThan(60)
  })
})
