import { can } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { pool } from '@/platform/database'
import { tableOf } from '@/review/definition'
import type { Found } from './waiting'

const FAILED_FOR = '7 days'
// Schedules fire within five seconds; what is a minute behind is late.
const GRACE_MS = 60_000

type Row = { collection: string; document: string; at: Date }

/** What is to go public by itself: what failed to lately, what is late, then the rest, soonest first. Releases are for those who read every text. */
export async function scheduled(actor: Actor, limit: number): Promise<Found[]> {
  const { rows } = await pool.query<Row & { title: string | null; has_failed: boolean }>(
    `select coalesce(s.collection, 'releases') as collection, coalesce(s.document, s.release) as document, r.title, s.at, s.state = 'failed' as has_failed
     from handbill.schedules s left join handbill.releases r on r.id = s.release
     where s.state = 'waiting' or (s.state = 'failed' and s.ended_at > $1::timestamptz - interval '${FAILED_FOR}' and not exists (
       select from handbill.schedules later where later.scheduled_at > s.scheduled_at
         and ((later.collection = s.collection and later.document = s.document) or later.release = s.release))
       and not exists (select from publications p where p.collection = s.collection and p.document = s.document::text and p.went_live_at > s.ended_at)
       and coalesce(r.state, 'open') in ('open', 'scheduled'))
     order by has_failed desc, s.at limit $2`,
    [now(), limit],
  )
  const readsAll = can(actor, 'read', { collection: 'articles' }).allowed
  return rows.flatMap(({ collection, document, title, at, has_failed: hasFailed }) => {
    const isLate = !hasFailed && at.getTime() + GRACE_MS < now().getTime()
    const item: Found = { collection, id: document, at: at.toISOString(), state: 'scheduled', slots: [], dueAt: at.toISOString(), isOverdue: isLate || hasFailed, about: hasFailed ? 'failed' : isLate ? 'late' : 'scheduled' }
    if (collection !== 'releases') return [item]
    return readsAll ? [{ ...item, title: title ?? '' }] : []
  })
}

/** What is owed after publications, by when it is due, of what somebody may bring into review. */
export async function followUps(actor: Actor, limit: number): Promise<Found[]> {
  const { rows } = await pool.query<{ collection: string; document: string; kind: 'fullReview' | 'translation' | 'source'; opened_at: Date; due_at: Date | null }>(
    'select collection, document, kind, opened_at, due_at from handbill.follow_ups where done_at is null order by due_at nulls last, opened_at limit $1',
    [limit * 5],
  )
  const makers = await createdBy(rows)
  return rows
    .filter(({ collection, document }) => can(actor, 'submit', { collection, id: document, createdBy: makers.get(document) ?? null }).allowed)
    .slice(0, limit)
    .map((row) => ({ collection: row.collection, id: row.document, at: row.opened_at.toISOString(), state: 'draft', slots: [], ...due(row.due_at), about: row.kind }))
}

/** What somebody has on their desk, by when it is due. */
export async function assigned(actor: Actor, limit: number): Promise<Found[]> {
  const { rows } = await pool.query<{ collection: string; document: string; assigned_at: Date; due_at: Date | null; state: Found['state'] | null }>(
    `select a.collection, a.document, a.assigned_at, a.due_at, run.state from handbill.assignments a
     left join handbill.review_runs run on run.collection = a.collection and run.document = a.document and run.ended_at is null
     where a.person = $1::uuid and a.ended_at is null order by a.due_at nulls last, a.assigned_at limit $2`,
    [actor.id, limit],
  )
  return rows.map((row) => ({ collection: row.collection, id: row.document, at: row.assigned_at.toISOString(), state: row.state ?? 'draft', slots: [], ...due(row.due_at), about: 'assigned' }))
}

function due(at: Date | null): Pick<Found, 'dueAt' | 'isOverdue'> {
  return at === null ? {} : { dueAt: at.toISOString(), isOverdue: at.getTime() < now().getTime() }
}

async function createdBy(rows: readonly { collection: string; document: string }[]): Promise<Map<string, string | null>> {
  const found = await Promise.all(
    [...new Set(rows.map(({ collection }) => collection))].map(async (collection) => {
      const ids = rows.filter((row) => row.collection === collection).map(({ document }) => document)
      const { rows: makers } = await pool.query<{ id: string; created_by: string | null }>(`select id, created_by_id as created_by from ${tableOf(collection)} where id = any($1::uuid[])`, [ids])
      return makers.map(({ id, created_by: by }) => [id, by] as const)
    }),
  )
  return new Map(found.flat())
}
