import { ROLES, type Actor } from '@/permissions/roles'
import type { Queryable } from '@/platform/database'
import { tableOf } from './definition'
import type { Contribution, Exception } from './four-eyes'
import type { Frozen } from './freeze'
import { isStanding, type Embargo, type OpenFollowUp, type Review, type Run, type SignOff } from './machine'
import type { Projection } from './projection-text'
import type { Companion } from './scopes'
import { unsettledAmong, type Unsettled } from './unsettled'

/** A document's row as review needs it. */
export type DocumentRow = { id: string; rev: number; savedBy: string | null; createdBy: string | null; isTrashed: boolean }
/** The live row of a document's publications, if it was ever public. */
export type LiveRow = { id: string; contentHash: string; isTombstone: boolean; path: string | null; publishedAt: string; updatedAt: string; wentLiveAt: string; publicNote: string | null }
/** Why a translation is to be looked at: `of` is the document that it was translated from, `at` when that was corrected, retracted or withdrawn (`kind`). */
export type TranslationDue = { of: string; at: string; kind: 'correction' | 'retraction' | 'withdrawal' }
/** When a document is to go public: by the clocks of a zone, and the instant (ISO 8601) that this is. */
export type Scheduled = { id: string; at: string; localTime: string; timeZone: string; by: string; change: string | null; publicNote: string | null }
/** The release that a document is to go public with, and when, if that is scheduled. */
export type InRelease = { id: string; title: string; state: 'open' | 'scheduled'; schedule: Scheduled | null }
/** All that is known of a document's review. `frozen`: what the active run decides on. */
export type Loaded = { collection: string; document: DocumentRow; review: Review; live: LiveRow | null; translationDue: TranslationDue | null; schedule: Scheduled | null; release: InRelease | null; frozen: { projection: Projection; companions: Companion[]; rev: number } | null }

/**
 * Takes the lock on a document's row until the transaction ends, and returns the row; null if there is none. Everything
 * that writes a document or its review waits here, so read and hash before, then compare `rev`.
 */
export async function lockDocument(tx: Queryable, collection: string, id: string): Promise<DocumentRow | null> {
  return readDocument(tx, collection, id, 'for update')
}

async function readDocument(db: Queryable, collection: string, id: string, lock: '' | 'for update'): Promise<DocumentRow | null> {
  const { rows } = await db.query<{ id: string; rev: string | null; saved_by: string | null; created_by: string | null; deleted_at: Date | null }>(
    `select id, rev, saved_by_id as saved_by, created_by_id as created_by, deleted_at from ${tableOf(collection)} where id = $1 ${lock}`,
    [id],
  )
  const row = rows[0]
  return row === undefined ? null : { id: row.id, rev: Number(row.rev ?? 0), savedBy: row.saved_by, createdBy: row.created_by, isTrashed: row.deleted_at !== null }
}

type RunRow = { id: string; workflow: Run['workflow']; names_people: boolean; state: Run['state']; submitted_by: string; content_hash: string; coverage: Run['coverage']; projection: Projection; companions: Companion[]; rev: number }
type SignOffRow = { id: string; slot: string; signed_by: string; signed_at: string; coverage: SignOff['coverage']; content_hash: string; note: string | null; voided_at: string | null; voided_by: string | null; voided_reason: string | null; voided_changes: unknown }

/** Everybody with an account and the roles that they hold. */
export async function readTeam(db: Queryable): Promise<Actor[]> {
  const { rows } = await db.query<{ team: Actor[] }>(`select ${TEAM} as team`)
  return teamOf(rows[0]?.team ?? [])
}

const SCHEDULE = `jsonb_build_object('id', s.id, 'at', s.at, 'localTime', s.local_time, 'timeZone', s.time_zone, 'by', s.scheduled_by, 'change', s.change, 'publicNote', s.public_note)`

const TEAM = `coalesce((select jsonb_agg(jsonb_build_object('id', parent_id, 'roles', roles)) from (select parent_id, jsonb_agg(value) as roles from users_roles group by parent_id) people), '[]')`

// Roles that a newer or older version of Handbill knew count for nothing.
function teamOf(found: readonly Actor[]): Actor[] {
  return found.map(({ id, roles }) => ({ id, roles: ROLES.filter((role) => roles.includes(role)) }))
}

/** Reads a document's review. With `lock`, its row stays locked until the transaction ends. Null if there is no such document. */
export async function loadReview(db: Queryable, collection: string, id: string, { lock = false } = {}): Promise<Loaded | null> {
  const document = await readDocument(db, collection, id, lock ? 'for update' : '')
  if (document === null) return null
  const { rows } = await db.query<{ run: RunRow | null; sign_offs: SignOffRow[] | null; contributions: Contribution[]; exceptions: Exception[]; team: Actor[]; was_submitted: boolean; follow_up: OpenFollowUp | null; blocking: number; unsettled: Unsettled[]; embargo: Embargo | null; schedule: Scheduled | null; release: InRelease | null; live: LiveRow | null; translation_due: TranslationDue | null; source: { visibility?: string } | null }>(
    `with run as (select * from handbill.review_runs where collection = $1 and document = $2::uuid and ended_at is null)
    select
      (select to_jsonb(run) from run) as run,
      (select jsonb_agg(to_jsonb(s) order by s.signed_at) from handbill.sign_offs s join run on s.run = run.id) as sign_offs,
      coalesce((select jsonb_agg(jsonb_build_object('by', person, 'as', kind, 'slots', slots)) from handbill.contributions
        where collection = $1 and document = $2::uuid and publication is null), '[]') ||
      coalesce((select jsonb_agg(distinct jsonb_build_object('by', c.person, 'as', 'companionAuthor', 'slots', '[]'::jsonb)) from run
        cross join lateral jsonb_array_elements(run.companions) companion
        join handbill.contributions c on c.collection = companion ->> 'collection' and c.document = (companion ->> 'document')::uuid and c.publication is null), '[]') as contributions,
      coalesce((select jsonb_agg(jsonb_build_object('slot', slot, 'by', granted_by, 'at', granted_at, 'reason', reason)) from handbill.review_exceptions
        where collection = $1 and document = $2::uuid and publication is null), '[]') as exceptions,
      ${TEAM} as team,
      (select jsonb_build_object('id', id, 'workflow', workflow, 'dueAt', due_at) from handbill.follow_ups
        where collection = $1 and document = $2::uuid and kind = 'fullReview' and done_at is null) as follow_up,
      (select jsonb_build_object('until', until, 'reason', reason, 'by', set_by, 'at', set_at) from handbill.embargoes where collection = $1 and document = $2::uuid and lifted_at is null) as embargo,
      (select ${SCHEDULE} from handbill.schedules s where s.collection = $1 and s.document = $2::uuid and s.state = 'waiting') as schedule,
      (select jsonb_build_object('id', r.id, 'title', r.title, 'state', r.state, 'schedule', (select ${SCHEDULE} from handbill.schedules s where s.release = r.id and s.state = 'waiting'))
        from handbill.release_items i join handbill.releases r on r.id = i.release where i.collection = $1 and i.document = $2::uuid and i.is_open) as release,
      (select jsonb_build_object('of', original.document, 'at', due.opened_at, 'kind', case when original.is_tombstone then 'withdrawal' else original.change end)
        from handbill.follow_ups due join publications original on original.id = due.publication
        where due.collection = $1 and due.document = $2::uuid and due.kind = 'translation' and due.done_at is null) as translation_due,
      exists (select from handbill.review_runs where collection = $1 and document = $2::uuid) as was_submitted,
      (select count(*)::int from handbill.threads where collection = $1 and document = $2::uuid and state = 'open' and blocked_by is not null) as blocking,
      ${unsettledAmong(`select $1::text as collection, $2::uuid as document union select companion ->> 'collection', (companion ->> 'document')::uuid from run cross join lateral jsonb_array_elements(run.companions) companion`)} as unsettled,
      (select jsonb_build_object('id', id, 'contentHash', content_hash, 'isTombstone', is_tombstone, 'path', path, 'publishedAt', published_at, 'updatedAt', updated_publicly_at,
        'wentLiveAt', went_live_at, 'publicNote', projection ->> 'publicNote') from publications where collection = $1 and document = $2::text and superseded_at is null) as live`,
    [collection, id],
  )
  const row = rows[0]
  if (row === undefined) return null
  const run = row.run === null ? null : runOf(row.run, row.sign_offs ?? [])
  const isPrivate = collection === 'sources' ? await isPrivateSource(db, id) : undefined
  return {
    collection,
    document,
    live: row.live,
    schedule: row.schedule,
    release: row.release,
    translationDue: row.translation_due,
    frozen: row.run === null ? null : { projection: row.run.projection, companions: row.run.companions, rev: row.run.rev },
    review: {
      subject: {
        collection,
        id,
        createdBy: document.createdBy,
        wasSubmitted: row.was_submitted,
        wasPublished: row.live !== null,
        ...(isPrivate === undefined ? {} : isPrivate),
      },
      run,
      contributions: row.contributions,
      exceptions: row.exceptions,
      team: teamOf(row.team),
      followUp: row.follow_up,
      blocking: row.blocking,
      unsettled: row.unsettled,
      embargo: row.embargo,
    },
  }
}

async function isPrivateSource(db: Queryable, id: string): Promise<{ isPrivate: boolean; grantedTo: string[] }> {
  const { rows } = await db.query<{ is_private: boolean; granted: string[] | null }>(
    `select coalesce(visibility::text, 'public') = 'private' as is_private, (select array_agg(users_id::text) from sources_rels where parent_id = sources.id and path = 'grantedTo') as granted from sources where id = $1`,
    [id],
  )
  return { isPrivate: rows[0]?.is_private ?? true, grantedTo: rows[0]?.granted ?? [] }
}

function runOf(row: RunRow, signOffs: SignOffRow[]): Run {
  return {
    id: row.id,
    workflow: row.workflow,
    namesPeople: row.names_people,
    state: row.state,
    submittedBy: row.submitted_by,
    contentHash: row.content_hash,
    coverage: row.coverage,
    signOffs: signOffs.map((one) => ({
      id: one.id,
      slot: one.slot,
      by: one.signed_by,
      at: one.signed_at,
      coverage: one.coverage,
      contentHash: one.content_hash,
      note: one.note,
      voided: one.voided_at === null ? null : ({ at: one.voided_at, by: one.voided_by, reason: one.voided_reason, changes: one.voided_changes ?? [] } as SignOff['voided']),
    })),
  }
}

/**
 * Writes what a step of the machine changed: the run, new sign-offs, those it voided, new exceptions. `frozen` and `rev` go
 * with every step that saw new content. Contributions and the end of a run are for the callers to write.
 * Returns the ids of the sign-offs that fell.
 */
export async function saveStep(tx: Queryable, before: Loaded, after: Review, content?: { frozen: Frozen; rev: number }): Promise<string[]> {
  const { collection, document } = before
  const { run } = after
  const old = before.review.run
  if (run !== null && old === null) {
    if (content === undefined) throw new Error('A run starts with the content that it decides on')
    await tx.query(
      `insert into handbill.review_runs (id, collection, document, workflow, names_people, state, submitted_by, content_hash, coverage, projection, companions, rev)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [run.id, collection, document.id, JSON.stringify(run.workflow), run.namesPeople, run.state, run.submittedBy, run.contentHash, JSON.stringify(run.coverage), JSON.stringify(content.frozen.projection), JSON.stringify(content.frozen.companions), content.rev],
    )
  } else if (run !== null && content !== undefined) {
    await tx.query('update handbill.review_runs set state = $2, names_people = $3, content_hash = $4, coverage = $5, projection = $6, companions = $7, rev = $8 where id = $1', [
      run.id, run.state, run.namesPeople, run.contentHash, JSON.stringify(run.coverage), JSON.stringify(content.frozen.projection), JSON.stringify(content.frozen.companions), content.rev,
    ])
  } else if (run !== null) {
    await tx.query('update handbill.review_runs set state = $2, names_people = $3 where id = $1', [run.id, run.state, run.namesPeople])
  }
  const known = new Map((old?.signOffs ?? []).map((signOff) => [signOff.id, signOff]))
  const fallen: string[] = []
  for (const signOff of run?.signOffs ?? []) {
    if (!known.has(signOff.id)) {
      await tx.query('insert into handbill.sign_offs (id, run, slot, signed_by, signed_at, coverage, content_hash, note) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
        signOff.id, run?.id, signOff.slot, signOff.by, signOff.at, JSON.stringify(signOff.coverage), signOff.contentHash, signOff.note,
      ])
    } else if (signOff.voided !== null && known.get(signOff.id)?.voided === null) {
      fallen.push(signOff.id)
      await tx.query('update handbill.sign_offs set voided_at = $2, voided_by = $3, voided_reason = $4, voided_changes = $5 where id = $1', [
        signOff.id, signOff.voided.at, signOff.voided.by, signOff.voided.reason, JSON.stringify(signOff.voided.changes),
      ])
    }
  }
  for (const exception of after.exceptions.slice(before.review.exceptions.length)) {
    await tx.query('insert into handbill.review_exceptions (collection, document, slot, reason, granted_by, granted_at) values ($1, $2, $3, $4, $5, $6)', [
      collection, document.id, exception.slot, exception.reason, exception.by, exception.at,
    ])
  }
  return fallen
}

/** Ends a document's active run. */
export async function endRun(tx: Queryable, run: Run, state: 'published' | 'cancelled'): Promise<void> {
  await tx.query('update handbill.review_runs set state = $2, ended_at = now() where id = $1', [run.id, state])
}

/** Remembers somebody's part in a text until its next publication. */
export async function addContribution(tx: Queryable, collection: string, document: string, person: string, kind: 'author' | 'slotHolder', slots: readonly string[] = []): Promise<void> {
  await tx.query(
    `insert into handbill.contributions (collection, document, person, kind, slots) values ($1, $2, $3, $4, $5)
     on conflict (collection, document, person, kind) where publication is null
     do update set last_at = now(), slots = coalesce((select array_agg(distinct slot) from unnest(contributions.slots || excluded.slots) slot), '{}')`,
    [collection, document, person, kind, slots],
  )
}

/**
 * What happened to a document and what people said about it, kept apart from the audit log, which holds no words. Whoever has to
 * do with it is told (`collaboration/notices`). `details`: ids and names for programs, as the person who is named, never words.
 */
export async function addEvent(tx: Queryable, event: { collection: string; document: string; run: string | null; kind: string; by: string | null; slot?: string | null; words?: string | null; details?: Record<string, unknown> }): Promise<void> {
  await tx.query('insert into handbill.review_events (collection, document, run, kind, by, slot, words, details) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
    event.collection, event.document, event.run, event.kind, event.by, event.slot ?? null, event.words ?? null, JSON.stringify(event.details ?? {}),
  ])
}

/** Documents of a collection whose active run asks for one of `capacities`, by id. */
export async function documentsInReview(db: Queryable, collection: string, capacities: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ document: string }>(
    `select run.document from handbill.review_runs run where run.collection = $1 and run.ended_at is null and exists (
       select from jsonb_path_query(run.workflow, '$.stages[*].slots[*]') slot
       where slot ->> 'capacity' = any($2) and (slot ->> 'when' = 'always' or run.names_people))`,
    [collection, capacities],
  )
  return rows.map(({ document }) => document)
}

/** Documents of a collection in whose threads somebody is mentioned, by id. */
export async function documentsMentioning(db: Queryable, collection: string, person: string): Promise<string[]> {
  const { rows } = await db.query<{ document: string }>('select distinct document from handbill.thread_mentions where person = $1 and collection = $2', [person, collection])
  return rows.map(({ document }) => document)
}

/** The names that people have on the desk, by id; those whose account is gone are left out. */
export async function namesOf(db: Queryable, people: readonly string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const { rows } = await db.query<{ id: string; name: string }>('select id, name from users where id = any($1::uuid[])', [[...new Set(people)]])
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The ids of sign-offs that stand. */
export function standingIds(run: Run): string[] {
  return run.signOffs.filter((signOff) => isStanding(signOff, run)).map(({ id }) => id)
}
