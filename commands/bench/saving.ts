import type { Payload } from 'payload'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setEnvironment } from '../../src/env'
import { closeDatabase } from '../../src/platform/database'
import { closePayload } from '../../src/platform/payload-database'
import { createDatabase } from '../../tests/support/database'
import { percentile, timed, type Measure } from './table'

const TIMES = 60

/** A save of an article as it is, against `payload.update` of the same collection with its hooks taken away, turn by turn. */
export async function benchSaving(): Promise<Measure[]> {
  const made = await createDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'handbill-bench-'))
  setEnvironment({ DATABASE_URL: made.url, DATA_DIR: dataDir, PAYLOAD_SECRET: 'of-a-bench-and-known-to-all' })
  const [{ getPayload }, { default: config }] = await Promise.all([import('payload'), import('../../src/payload.config')])
  const payload: Payload = await getPayload({ config })
  try {
    const { hooks } = payload.collections.articles.config
    const guarded = { ...hooks }
    const { id } = await payload.create({ collection: 'articles', data: { title: 'Saved', slug: 'saved', language: 'en' }, overrideAccess: true })
    const save = (index: number) => payload.update({ collection: 'articles', id, data: { standfirst: `Saved ${index}` }, overrideAccess: true, depth: 0 })
    const bare = async (index: number) => {
      Object.assign(hooks, { beforeOperation: [], beforeChange: [], afterChange: [] })
      await save(index)
    }
    const ours = async (index: number) => {
      Object.assign(hooks, guarded)
      await save(index)
    }
    await timed(5, ours)
    await timed(5, bare)
    const samples = { ours: [] as number[], bare: [] as number[] }
    for (let turn = 0; turn < TIMES; turn += 1) {
      samples.bare.push(...(await timed(1, bare)))
      samples.ours.push(...(await timed(1, ours)))
    }
    const [mine, plain] = [percentile(samples.ours, 0.5), percentile(samples.bare, 0.5)]
    return [{ what: 'save of an article, against a bare payload.update', value: mine / plain, unit: '×', budget: 1.2, note: `${plain.toFixed(1)} → ${mine.toFixed(1)} ms, medians of ${TIMES}` }]
  } finally {
    await closePayload(payload)
    await closeDatabase()
    await made.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
