import type { Data } from '../merge/merge'
import { ROLES, type Role } from '@/permissions/roles'
import type { Queryable } from '@/platform/database'

/** Seconds without a sign of life after which somebody counts as gone, and the lock they held as abandoned. */
export const ABANDONED_AFTER = 60
/** Days for which text that nobody saved or settled is kept. */
const KEPT_DAYS = 30

/** What somebody typed that isn't saved: the fields they changed, as they have them and as they were when they began. */
export type Unsaved = { base: Data; mine: Data }

/** A window in which somebody has a document open. `holdsSince`: since when it holds the document's lock. */
export type Session = {
  id: string
  person: { id: string; name: string; roles: Role[] }
  since: Date
  seenAt: Date
  isEditing: boolean
  field: string | null
  baseRev: number | null
  hasUnsaved: boolean
  holdsSince: Date | null
  releasedAt: Date | null
}

/** A sign of life of a window. */
export type Beat = { session: string; collection: string; document: string; person: string; isEditing: boolean; field: string | null; baseRev: number | null; unsaved: Unsaved | null; at: Date }

type Row = { id: string; person: string; name: string | null; roles: string[] | null; since: Date; seen_at: Date; is_editing: boolean; field_path: string | null; base_rev: number | null; has_unsaved: boolean; holds_since: Date | null; released_at: Date | null }

/** Whether somebody was unseen for so long that they count as gone. */
export function isGone(session: Pick<Session, 'seenAt'>, at: Date): boolean {
  return at.getTime() - session.seenAt.getTime() >= ABANDONED_AFTER * 1_000
}

/** Makes whatever changes who is in a document wait its turn until the transaction ends. */
export async function lockPresence(tx: Queryable, collection: string, document: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`handbill.presence ${collection} ${document}`])
}

/** The windows in which a document is open, and those that left text behind, the longest there first. */
export async function sessionsOf(db: Queryable, collection: string, document: string): Promise<Session[]> {
  const { rows } = await db.query<Row>(
    `select s.id, s.person, u.name, (select array_agg(r.value::text order by r."order") from users_roles r where r.parent_id = s.person) as roles,
       s.since, s.seen_at, s.is_editing, s.field_path, s.base_rev, s.unsaved is not null as has_unsaved, s.holds_since, s.released_at
     from handbill.editing_sessions s left join users u on u.id = s.person
     where s.collection = $1 and s.document = $2 and (s.released_at is null or s.unsaved is not null) order by s.since, s.id`,
    [collection, document],
  )
  return rows.map((row) => ({
    id: row.id,
    person: { id: row.person, name: row.name ?? '', roles: ROLES.filter((role) => row.roles?.includes(role) === true) },
    since: row.since,
    seenAt: row.seen_at,
    isEditing: row.is_editing,
    field: row.field_path,
    baseRev: row.base_rev,
    hasUnsaved: row.has_unsaved,
    holdsSince: row.holds_since,
    releasedAt: row.released_at,
  }))
}

/** Writes down a sign of life. False where that window is another person's, or of another document. */
export async function writeBeat(tx: Queryable, beat: Beat): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into handbill.editing_sessions as s (id, collection, document, person, since, seen_at, is_editing, field_path, base_rev, unsaved)
     values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9)
     on conflict (id) do update set seen_at = excluded.seen_at, is_editing = excluded.is_editing, field_path = excluded.field_path, base_rev = excluded.base_rev,
       unsaved = excluded.unsaved, released_at = null
     where s.collection = excluded.collection and s.document = excluded.document and s.person = excluded.person`,
    [beat.session, beat.collection, beat.document, beat.person, beat.at, beat.isEditing, beat.field, beat.baseRev, beat.unsaved === null ? null : JSON.stringify(beat.unsaved)],
  )
  return rowCount === 1
}

/** Gives a document's lock to a window, and takes it from whichever had it. Null gives it to nobody. */
export async function passLock(tx: Queryable, collection: string, document: string, to: string | null, at: Date): Promise<void> {
  await tx.query('update handbill.editing_sessions set holds_since = null where collection = $1 and document = $2 and holds_since is not null and id is distinct from $3', [collection, document, to])
  if (to !== null) await tx.query('update handbill.editing_sessions set holds_since = coalesce(holds_since, $2) where id = $1 and released_at is null', [to, at])
}

/**
 * Closes a window. Where it leaves text behind, the lock stays with that text and counts as abandoned at once: whoever takes
 * over gets the text too.
 */
export async function closeWindow(tx: Queryable, session: string, person: string, at: Date): Promise<void> {
  await tx.query(
    `update handbill.editing_sessions set is_editing = false,
       seen_at = case when unsaved is null then seen_at else least(seen_at, $3::timestamptz - make_interval(secs => $4)) end,
       released_at = case when unsaved is null then $3::timestamptz end,
       holds_since = case when unsaved is null then null else holds_since end
     where id = $1 and person = $2 and released_at is null`,
    [session, person, at, ABANDONED_AFTER],
  )
}

/** Ends a window whose writer was taken over from. Its text goes where it was saved; `isKept`: it stays, to be settled. */
export async function endTakenOver(tx: Queryable, session: string, isKept: boolean, at: Date): Promise<void> {
  await tx.query('update handbill.editing_sessions set holds_since = null, is_editing = false, released_at = $2, unsaved = case when $3 then unsaved end where id = $1', [session, at, isKept])
}

/** The text that a window left unsaved, or null. */
export async function unsavedOf(db: Queryable, collection: string, document: string, session: string): Promise<{ person: string; unsaved: Unsaved; at: Date } | null> {
  const { rows } = await db.query<{ person: string; unsaved: Unsaved | null; seen_at: Date }>('select person, unsaved, seen_at from handbill.editing_sessions where id = $1 and collection = $2 and document = $3', [session, collection, document])
  const row = rows[0]
  return row === undefined || row.unsaved === null ? null : { person: row.person, unsaved: row.unsaved, at: row.seen_at }
}

/** Drops the text that a window left, once it is saved or nobody wants it. */
export async function dropUnsaved(tx: Queryable, session: string): Promise<void> {
  await tx.query('update handbill.editing_sessions set unsaved = null where id = $1', [session])
}

/** Forgets windows that nobody has looked through for long, and their text after a month. */
export async function forgetOld(tx: Queryable, at: Date): Promise<void> {
  await tx.query(
    `delete from handbill.editing_sessions where seen_at < $1::timestamptz - case when unsaved is null then interval '1 day' else make_interval(days => $2) end`,
    [at, KEPT_DAYS],
  )
}

/** Tells every process that something about a document's presence has changed, once the transaction is committed. */
export async function tellPresence(tx: Queryable, collection: string, document: string): Promise<void> {
  await tx.query(`select pg_notify('handbill_presence', $1)`, [`${collection} ${document}`])
}
