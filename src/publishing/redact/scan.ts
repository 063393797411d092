import type { Queryable, Row } from '@/platform/database'
import { isRecord } from '@/platform/requests/fields'
import type { Column, Place } from './places'
import { findIn, type Found, type Wanted } from './redact-text'
import { redactValue } from './redact-value'

/**
 * A row in which wanted words stand: where it lies, whose it is, its columns without them, what was found, and the addresses
 * that hold them and stay.
 */
export type Hit = { place: Place; at: string; collection: string | null; document: string | null; row: Row; changed: Map<Column, unknown>; found: Found[]; addresses: string[] }

const ROWS = 200

/**
 * Reads every row of `places` in the caller's transaction, some hundred at a time, and gives those in which wanted words stand.
 * Rows that the caller changes on the way are not given again. `only`: the rows of these collections alone; none for all.
 */
export async function* hitsIn(tx: Queryable, places: readonly Place[], wanted: Wanted, only: readonly string[]): AsyncGenerator<Hit> {
  for (const [index, place] of places.entries()) {
    const cursor = `redaction_${index}`
    const columns = [...place.columns.map(({ name }) => name), ...place.addresses, ...(place.table === 'public.publications' ? ['id', 'content_hash', 'search_text', 'superseded_at'] : []), ...(place.table === 'handbill.review_runs' ? ['id', 'ended_at'] : [])]
    const where = only.length === 0 ? 'true' : `${place.collection} = any($1)`
    await tx.query(`declare ${cursor} no scroll cursor for select t.ctid::text as "at?", ${place.collection} as "collection?", ${place.document} as "document?", ${[...new Set(columns)].map((name) => `t."${name}"`).join(', ')} from ${place.table} t where ${where}`, only.length === 0 ? [] : [only])
    for (;;) {
      const { rows } = await tx.query(`fetch ${ROWS} from ${cursor}`)
      for (const row of rows) {
        const hit = hitIn(place, row, wanted)
        if (hit !== null) yield hit
      }
      if (rows.length < ROWS) break
    }
    await tx.query(`close ${cursor}`)
  }
}

function hitIn(place: Place, row: Row, wanted: Wanted): Hit | null {
  const changed = new Map<Column, unknown>()
  const found: Found[] = []
  for (const column of place.columns) {
    const value: unknown = row[column.name]
    if (value === null || value === undefined) continue
    const redacted = redactValue(value, wanted)
    if (redacted.found.length === 0) continue
    changed.set(column, redacted.value)
    found.push(...redacted.found)
  }
  const addresses = place.addresses.flatMap((name) => addressesIn(row[name], wanted))
  for (const column of place.columns) addresses.push(...slugsIn(row[column.name], wanted))
  if (found.length === 0 && addresses.length === 0) return null
  return { place, at: String(row['at?']), collection: row['collection?'] as string | null, document: row['document?'] as string | null, row, changed, found, addresses: [...new Set(addresses)] }
}

function addressesIn(value: unknown, wanted: Wanted): string[] {
  if (typeof value === 'string') return findIn(value, wanted).length > 0 ? [value] : []
  return Array.isArray(value) ? value.flatMap((each) => addressesIn(each, wanted)) : []
}

/** The slug within a projection, which stays as the address does. */
function slugsIn(value: unknown, wanted: Wanted): string[] {
  return isRecord(value) && typeof value.slug === 'string' ? addressesIn(value.slug, wanted) : []
}
