/** Puts publications into the record of a test's database, as publishing does, without a desk. */
import { database, inTransaction } from '@/platform/database'
import { askForBake, insertPublication, insertTombstone, liveRow } from '@/publishing/insert'
import type { Live } from '@/record/publication'

type Options = { change?: 'minor' | 'correction'; publicNote?: string; asks?: boolean }

/** Publishes, and asks for a bake unless `asks` is false. Returns the publication's id. */
export async function publish(publication: Live, { change, publicNote, asks = true }: Options = {}): Promise<string> {
  const { collection, document, projection, title, language, slug } = publication
  return inTransaction(async (tx) => {
    const before = await liveRow(tx, collection, document)
    const { id } = await insertPublication(tx, { collection, document, projection: projection as never, title, language, slug, publishedBy: null, run: null, change: before === null ? null : (change ?? 'minor'), publicNote: publicNote ?? null }, before)
    if (asks) await askForBake(tx)
    return id
  })
}

/** Puts a tombstone in a document's place and asks for a bake. Returns its id. */
export async function withdrawPublication({ collection, document }: Live, publicNote = 'On request.'): Promise<string> {
  return inTransaction(async (tx) => {
    const before = await liveRow(tx, collection, document)
    if (before === null) throw new Error('nothing is live')
    const { id } = await insertTombstone(tx, collection, document, before, null as never, publicNote)
    await askForBake(tx)
    return id
  })
}

/** Resolves once the edition shows a publication. Throws after `patience` milliseconds. */
export async function untilBaked(publication: string, patience = 20_000): Promise<number> {
  const started = performance.now()
  for (;;) {
    const { rows } = await database().query('select 1 from handbill.bakes where publication = $1', [publication])
    if (rows.length > 0) return performance.now() - started
    if (performance.now() - started > patience) throw new Error(`not baked within ${patience} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
