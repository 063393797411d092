import { ROLES, type Actor } from '@/permissions/roles'
import type { Queryable } from '@/platform/database'
import { loadReview } from '@/review/store'
import { idsIn, type NoticeEvent, type Situation } from './recipients'

/** A document as notices know it: who may read it depends on `subject`, `mentioned` and their roles. */
export type Readable = Pick<Situation, 'subject' | 'review' | 'team' | 'mentioned'>

/** An event and all that decides who is told of it, as things stand now; null where its document is gone or in the trash. */
export async function loadSituation(db: Queryable, event: NoticeEvent): Promise<Situation | null> {
  const readable = await loadReadable(db, event.collection, event.document, event.id)
  if (readable === null) return null
  const { rows } = await db.query<{ submitter: string | null; open: string[] | null; published: string[] | null; ever: string[] | null; participants: string[] | null }>(
    `select
      coalesce((select submitted_by from handbill.review_runs where id = $3::uuid),
        (select submitted_by from handbill.review_runs where collection = $1 and document = $2::uuid order by submitted_at desc, id limit 1)) as submitter,
      array_agg(distinct person::text) filter (where publication is null) as open,
      array_agg(distinct person::text) filter (where publication::text = $4) as published,
      array_agg(distinct person::text) as ever,
      (select array_agg(distinct by::text) from handbill.review_events
        where details ? 'thread' and details ->> 'thread' = $5 and collection = $1 and document = $2::uuid and by is not null and id <= $6) as participants
     from handbill.contributions where collection = $1 and document = $2::uuid and kind = 'author'`,
    [event.collection, event.document, event.run, textIn(event.details.publication), textIn(event.details.thread), event.id],
  )
  const row = rows[0]
  return { event, ...readable, submitter: row?.submitter ?? null, authors: authorsFor(event, { open: row?.open ?? [], published: row?.published ?? [], ever: row?.ever ?? [] }), participants: row?.participants ?? [] }
}

/** Of those who wrote a text, whose an event is: who wrote what it speaks of, and all of them where it takes the text away. */
function authorsFor({ kind }: NoticeEvent, { open, published, ever }: { open: string[]; published: string[]; ever: string[] }): string[] {
  if (kind === 'withdrawn') return ever
  if (published.length > 0) return published
  return open.length > 0 ? open : ever
}

/**
 * What decides who may read a document, as things stand now; null where it is gone or in the trash. Of mentions count those up to
 * `lastEvent`, where one is given.
 */
export async function loadReadable(db: Queryable, collection: string, document: string, lastEvent: string | null = null): Promise<Readable | null> {
  const mentioned = await mentionedOn(db, collection, document, lastEvent)
  if (!(await isReviewed(db, collection))) return { subject: { collection, id: document }, review: null, team: await readTeam(db), mentioned }
  const loaded = await loadReview(db, collection, document)
  if (loaded === null || loaded.document.isTrashed) return null
  const { review } = loaded
  return { subject: review.subject, review, team: review.team, mentioned }
}

async function isReviewed(db: Queryable, collection: string): Promise<boolean> {
  const { rows } = await db.query<{ columns: string }>(`select count(*) as columns from information_schema.columns where table_schema = 'public' and table_name = $1 and column_name in ('rev', 'created_by_id', 'deleted_at')`, [collection.replaceAll('-', '_')])
  return Number(rows[0]?.columns ?? 0) === 3
}

async function readTeam(db: Queryable): Promise<Actor[]> {
  const { rows } = await db.query<{ id: string; roles: string[] }>('select parent_id as id, array_agg(value::text) as roles from users_roles group by parent_id')
  return rows.map(({ id, roles }) => ({ id, roles: ROLES.filter((role) => roles.includes(role)) }))
}

async function mentionedOn(db: Queryable, collection: string, document: string, lastEvent: string | null): Promise<string[]> {
  const { rows } = await db.query<{ details: Record<string, unknown> }>(
    `select details from handbill.review_events where collection = $1 and document = $2 and kind = 'mentioned' and ($3::bigint is null or id <= $3::bigint)`,
    [collection, document, lastEvent],
  )
  return [...new Set(rows.flatMap(({ details }) => [...idsIn(details.person), ...idsIn(details.people)]))]
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
