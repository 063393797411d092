import type { CollectionSlug, PayloadRequest } from 'payload'
import { database } from '@/platform/database'
import { isUuid } from '@/platform/requests/fields'
import { refusal, Refused } from '@/review/refusal'
import { readableAmong } from '../brought-along'

/** A document with citations that nobody checked as they stand. `keys`: of these, in reading order. `dueAt`: the first that is due of it, or when it goes public (ISO 8601). */
export type QueuedDocument = { collection: string; id: string; title: string; language: string | null; isInReview: boolean; since: string | null; dueAt: string | null; total: number; keys: string[] }

/** One page of the queue. `next`: what to ask for as `after`; null at the end. */
export type Queue = { documents: QueuedDocument[]; next: string | null }

type Row = { collection: string; document: string; since: Date | null; due: Date | null; total: number; open: { key: string; source: string }[] }
/** Behind which document a page begins: among those in review by when they are due, else by their ids. */
type Cursor = { part: 'review'; due: string; collection: string; document: string } | { part: 'rest'; collection: string; document: string }

const MOST = 100
const USUAL = 20
const START = '00000000-0000-0000-0000-000000000000'

const OPEN = `c.source is not null and c.intent <> 'remark' and not exists (select from handbill.standing_check(c.collection, c.document, c.key, c.basis))`
const GATHERED = `count(*)::int as total, coalesce(jsonb_agg(jsonb_build_object('key', c.key, 'source', c.source) order by c.position) filter (where ${OPEN}), '[]') as open`
const IN_REVIEW = `exists (select from handbill.review_runs run where run.collection = c.collection and run.document = c.document and run.ended_at is null)`

/**
 * The documents with unchecked citations that whoever asks may read: those in review first, by when they are due, then all others.
 * Citations of private sources count only for those who may read these.
 */
export async function uncheckedQueue(req: PayloadRequest, { after, limit = USUAL }: { after: string | null; limit?: number }): Promise<Queue> {
  let cursor: Cursor | null = after === null ? { part: 'review', due: '-infinity', collection: '', document: START } : readCursor(after)
  const documents: QueuedDocument[] = []
  while (cursor !== null && documents.length < limit) {
    const wanted = limit - documents.length
    const rows: Row[] = cursor.part === 'review' ? await inReview(cursor, wanted) : await rest(cursor, wanted)
    documents.push(...(await readable(req, rows, cursor.part === 'review')))
    cursor = following(cursor, rows, wanted)
  }
  return { documents, next: cursor === null ? null : writeCursor(cursor) }
}

function following(cursor: Cursor, rows: readonly Row[], wanted: number): Cursor | null {
  const last = rows.at(-1)
  if (last === undefined || rows.length < wanted) return cursor.part === 'review' ? { part: 'rest', collection: '', document: START } : null
  const { collection, document } = last
  return cursor.part === 'review' ? { part: 'review', due: last.due?.toISOString() ?? 'infinity', collection, document } : { part: 'rest', collection, document }
}

async function inReview(cursor: Extract<Cursor, { part: 'review' }>, limit: number): Promise<Row[]> {
  const { rows } = await database().query<Row>(
    `select * from (
       select run.collection, run.document::text, run.submitted_at as since,
         least((select min(a.due_at) from handbill.assignments a where a.collection = run.collection and a.document = run.document and a.ended_at is null),
           (select min(s.at) from handbill.schedules s where s.collection = run.collection and s.document = run.document and s.state = 'waiting')) as due,
         cited.total, cited.open
       from handbill.review_runs run
       cross join lateral (select ${GATHERED} from handbill.citations c where c.collection = run.collection and c.document = run.document) cited
       where run.ended_at is null) queued
     where jsonb_array_length(open) > 0 and (coalesce(date_trunc('milliseconds', due), 'infinity'), collection, document) > ($1::timestamptz, $2::text, $3::text)
     order by coalesce(date_trunc('milliseconds', due), 'infinity'), collection, document limit $4`,
    [cursor.due, cursor.collection, cursor.document, limit],
  )
  return rows
}

async function rest(cursor: Cursor, limit: number): Promise<Row[]> {
  const { rows } = await database().query<Row>(
    `select c.collection, c.document::text, null::timestamptz as since, null::timestamptz as due, ${GATHERED}
     from handbill.citations c
     where (c.collection, c.document) > ($1::text, $2::uuid) and not ${IN_REVIEW}
     group by c.collection, c.document having count(*) filter (where ${OPEN}) > 0
     order by c.collection, c.document limit $3`,
    [cursor.collection, cursor.document, limit],
  )
  return rows
}

async function readable(req: PayloadRequest, rows: readonly Row[], isInReview: boolean): Promise<QueuedDocument[]> {
  const sources = new Set(await readableAmong(req, 'sources', rows.flatMap(({ open }) => open.map(({ source }) => source))))
  const known = new Map<string, { title?: unknown; language?: unknown }>()
  for (const collection of new Set(rows.map((row) => row.collection))) {
    const ids = rows.flatMap((row) => (row.collection === collection ? [row.document] : []))
    const { docs } = await req.payload.find({ collection: collection as CollectionSlug, where: { id: { in: ids } }, select: { title: true, language: true } as never, depth: 0, limit: ids.length, pagination: false, overrideAccess: false, user: req.user })
    for (const document of docs as { id: string; title?: unknown; language?: unknown }[]) known.set(`${collection} ${document.id}`, document)
  }
  return rows.flatMap(({ collection, document, since, due, total, open }) => {
    const found = known.get(`${collection} ${document}`)
    const keys = open.flatMap(({ key, source }) => (sources.has(source) ? [key] : []))
    if (found === undefined || keys.length === 0) return []
    return [{ collection, id: document, title: text(found.title) ?? '', language: text(found.language), isInReview, since: since?.toISOString() ?? null, dueAt: due?.toISOString() ?? null, total, keys }]
  })
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** @throws Refused (422, naming `after`) where it isn't a cursor of ours. */
function readCursor(after: string): Cursor {
  const wrong = (): Refused => new Refused(refusal(422, 'malformed', 'after must be what a page of this queue gave as next.', { field: 'after' }))
  let cursor: unknown
  try {
    cursor = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
  } catch {
    throw wrong()
  }
  if (cursor === null || typeof cursor !== 'object') throw wrong()
  const { part, due, collection, document } = cursor as Record<string, unknown>
  if (typeof collection !== 'string' || !/^[a-z-]{0,40}$/.test(collection) || !isUuid(document)) throw wrong()
  if (part === 'rest') return { part, collection, document: String(document) }
  if (part !== 'review' || typeof due !== 'string' || !/^(-?infinity|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)$/.test(due) || (!due.endsWith('infinity') && Number.isNaN(Date.parse(due)))) throw wrong()
  return { part, due, collection, document: String(document) }
}

/** @throws Refused (422, naming `limit`) where it isn't a number of documents from 1 to 100. */
export function readLimit(value: unknown): number {
  if (value === undefined) return USUAL
  const limit = Number(value)
  if (typeof value !== 'string' || !Number.isInteger(limit) || limit < 1 || limit > MOST) throw new Refused(refusal(422, 'malformed', `limit must be a number from 1 to ${MOST}.`, { field: 'limit' }))
  return limit
}
