import { cache } from 'react'
import type { State } from '@/review/machine'
import { database } from '@/platform/database'

/** Where a document stands: its working text, and whether readers have it. */
export type DeskState = { state: State; publicSide: 'never' | 'live' | 'withdrawn'; isAdopted: boolean }

/** The states of some documents of one collection, by id, in one query. */
async function statesOf(collection: string, ids: readonly string[]): Promise<Map<string, DeskState>> {
  const { rows } = await database().query<{ id: string; state: State | null; is_tombstone: boolean | null; is_adopted: boolean | null }>(
    `select asked.id, run.state, live.is_tombstone, live.is_adopted
    from unnest($2::uuid[]) as asked (id)
    left join handbill.review_runs run on run.collection = $1 and run.document = asked.id and run.ended_at is null
    left join publications live on live.collection = $1 and live.document = asked.id::text and live.superseded_at is null`,
    [collection, ids],
  )
  return new Map(
    rows.map(({ id, state, is_tombstone: isTombstone, is_adopted: isAdopted }) => [
      id,
      { state: state ?? 'draft', publicSide: isTombstone === null ? 'never' : isTombstone ? 'withdrawn' : 'live', isAdopted: isAdopted === true && isTombstone === false },
    ]),
  )
}

type Waiting = { ids: Set<string>; answer: Promise<Map<string, DeskState>> }

/**
 * The state of one document for the list that is being drawn: what a list asks within one turn is fetched together, so
 * that fifty rows cost one query.
 */
export const stateLoader = cache(() => {
  const waiting = new Map<string, Waiting>()
  return async (collection: string, id: string): Promise<DeskState | null> => {
    let batch = waiting.get(collection)
    if (batch === undefined) {
      const ids = new Set<string>()
      const answer = new Promise<void>((resolve) => setTimeout(resolve, 0)).then(() => {
        waiting.delete(collection)
        return statesOf(collection, [...ids])
      })
      batch = { ids, answer }
      waiting.set(collection, batch)
    }
    batch.ids.add(id)
    return (await batch.answer).get(id) ?? null
  }
})
