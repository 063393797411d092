import { now } from '@/platform/clock'
import type { Queryable } from '@/platform/database'
import type { Loaded } from '@/review/store'
import type { Cause } from '../publish'

/** Takes a document out of an open release that it didn't wait for: it is public by itself now. */
export async function leaveRelease(tx: Queryable, { release, collection, document }: Loaded, cause: Cause | undefined): Promise<void> {
  if (release === null || release.id === cause?.release) return
  await tx.query('delete from handbill.release_items where release = $1 and collection = $2 and document = $3', [release.id, collection, document.id])
}

/** A document in a release, with what is to be said of it as it goes public. */
export type ReleaseItem = { collection: string; document: string; change: 'minor' | 'correction' | 'retraction' | null; publicNote: string | null; publication: string | null; superseded: string | null }
export type ReleaseState = 'open' | 'scheduled' | 'released' | 'takenBack' | 'cancelled'
export type Release = { id: string; title: string; state: ReleaseState; createdBy: string; createdAt: string; releasedAt: string | null; items: ReleaseItem[]; schedule: { id: string; at: string; localTime: string; timeZone: string; by: string } | null }

/** A release with its documents, in the order in which their rows are locked; null where there is none. With `lock`, nobody else changes it until the transaction ends. */
export async function loadRelease(db: Queryable, id: string, { lock = false } = {}): Promise<Release | null> {
  const { rows } = await db.query<{ id: string; title: string; state: ReleaseState; created_by: string; created_at: Date; released_at: Date | null }>(
    `select id, title, state, created_by, created_at, released_at from handbill.releases where id = $1 ${lock ? 'for update' : ''}`,
    [id],
  )
  const row = rows[0]
  if (row === undefined) return null
  const { rows: items } = await db.query<{ collection: string; document: string; change: ReleaseItem['change']; public_note: string | null; publication: string | null; superseded: string | null }>(
    'select collection, document, change, public_note, publication, superseded from handbill.release_items where release = $1 order by document',
    [id],
  )
  const { rows: schedules } = await db.query<{ id: string; at: Date; local_time: string; time_zone: string; scheduled_by: string }>(`select id, at, local_time, time_zone, scheduled_by from handbill.schedules where release = $1 and state = 'waiting'`, [id])
  const waiting = schedules[0]
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    releasedAt: row.released_at?.toISOString() ?? null,
    items: items.map(({ public_note: publicNote, ...item }) => ({ ...item, publicNote })),
    schedule: waiting === undefined ? null : { id: waiting.id, at: waiting.at.toISOString(), localTime: waiting.local_time, timeZone: waiting.time_zone, by: waiting.scheduled_by },
  }
}

/** Ends a release: its documents are free for another one. */
export async function closeRelease(tx: Queryable, id: string, state: 'released' | 'takenBack' | 'cancelled', by: string): Promise<void> {
  await tx.query(
    `update handbill.releases set state = $2, ended_at = $3, released_at = case when $2 = 'released' then $3 else released_at end, released_by = case when $2 = 'released' then $4::uuid else released_by end where id = $1`,
    [id, state, now(), by],
  )
  await tx.query('update handbill.release_items set is_open = false where release = $1', [id])
}
