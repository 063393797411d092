import type { Queryable } from '@/platform/database'

type Of = { collection: string; document: string }

/**
 * One thing about a document that has to be settled before anybody approves it: `item` names it within the document, as a path, and `kind`
 * says what is wrong with it. Review knows no more of it: whatever room keeps such things adds them to `handbill.unsettled_of`.
 */
export type Unsettled = Of & { item: string; kind: string }

/** What whoever signs should know of, and may sign all the same: of one kind, how many. From `handbill.doubts_of`. */
export type Doubt = { kind: string; count: number }

/** SQL for what is unsettled of the documents that `from` yields as `d (collection, document)`: a JSON array, in the order of the text. */
export function unsettledAmong(from: string): string {
  return `coalesce((select jsonb_agg(jsonb_build_object('collection', d.collection, 'document', d.document, 'item', u.item, 'kind', u.kind) order by d.collection, d.document, u.place)
    from (${from}) d cross join lateral handbill.unsettled_of(d.collection, d.document) u), '[]')`
}

const GIVEN = `select collection, document from jsonb_to_recordset($1::jsonb) as given(collection text, document uuid)`

/** What has to be settled before some documents are approved. */
export async function unsettledIn(db: Queryable, documents: readonly Of[]): Promise<Unsettled[]> {
  if (documents.length === 0) return []
  const { rows } = await db.query<{ unsettled: Unsettled[] }>(`select ${unsettledAmong(GIVEN)} as unsettled`, [given(documents)])
  return rows[0]?.unsettled ?? []
}

/** What is doubtful in some documents. */
export async function doubtsIn(db: Queryable, documents: readonly Of[]): Promise<Doubt[]> {
  const { rows } = await db.query<Doubt>(`select k.kind, sum(k.count)::int as count from (${GIVEN}) d cross join lateral handbill.doubts_of(d.collection, d.document) k group by k.kind order by k.kind`, [given(documents)])
  return rows
}

function given(documents: readonly Of[]): string {
  return JSON.stringify(documents.map(({ collection, document }) => ({ collection, document })))
}

/** The path by which an answer names something unsettled: that of another document begins with its kind. */
export function pathOf({ collection, item }: Unsettled, own: string): string {
  return collection === own ? item : `${collection}.${item}`
}
