import type { Endpoint, PayloadRequest } from 'payload'
import { appendAudit } from '@/audit/append'
import { can } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import type { Queryable } from '@/platform/database'
import { inPayloadTransaction } from '@/platform/payload-transaction'
import { askForBake } from '@/publishing/insert'
import { refreshReviewsShowing } from '@/review/after-save'
import { isUuid } from '@/review/definition'
import { refusal, Refused } from '@/review/refusal'
import { answering, readBody, requireActor, requireDocument } from '@/review/request'

type Row = {
  id: string; title: string | null; created_by: string | null; visibility: string | null; is_trashed: boolean; merged_into: string | null; granted_to: string[]
  live: string | null; has_run: boolean; in_release: boolean
}

/**
 * `POST /api/sources/:id/merge { into }`: makes `into` stand for this record. Every citation, published or not, keeps the id that it
 * has and is read as one of the survivor.
 *
 * @throws Refused: 403 where somebody may not edit both, 404, 409 where it can't be now and why, 422 for a malformed `into`.
 */
export const mergeSource: Endpoint = {
  path: '/:id/merge',
  method: 'post',
  handler: answering(async (req) => {
    const actor = requireActor(req)
    const { id } = await requireDocument(req, 'sources')
    const { into } = await readBody(req, { into: { kind: 'text', isRequired: true } })
    if (!isUuid(into)) throw new Refused(refusal(422, 'malformed', 'into must be the id of a source.', { field: 'into' }))
    if (into.toLowerCase() === id) throw new Refused(refusal(422, 'intoItself', 'A record can’t be merged into itself.', { field: 'into' }))
    return inPayloadTransaction(req, (tx) => merge(req, tx, actor, id, into.toLowerCase()))
  }),
}

/**
 * `POST /api/sources/:id/unmerge`: makes a merged record stand for itself again. For publishers and administrators.
 *
 * @throws Refused: 403 by role, 409 where it isn't merged or another record has its link, DOI or post by now.
 */
export const unmergeSource: Endpoint = {
  path: '/:id/unmerge',
  method: 'post',
  handler: answering(async (req) => {
    const actor = requireActor(req)
    const { id } = await requireDocument(req, 'sources')
    if (!actor.roles.some((role) => role === 'publisher' || role === 'administrator')) throw new Refused(refusal(403, 'notYourRole', 'Publishers and administrators undo a merge.'))
    return inPayloadTransaction(req, (tx) => unmerge(req, tx, actor, id))
  }),
}

async function merge(req: PayloadRequest, tx: Queryable, actor: Actor, id: string, into: string): Promise<{ merged: string; into: string }> {
  const [merged, survivor] = await lockBoth(tx, id, into)
  requireRight(actor, merged)
  requireRight(actor, survivor)
  if (merged.merged_into !== null) throw conflict('merged', 'This record was merged already.', { into: merged.merged_into })
  if (survivor.merged_into !== null) throw conflict('intoMerged', 'That record was itself merged into another one. Choose that one.', { field: 'into', into: survivor.merged_into })
  if (merged.is_trashed || survivor.is_trashed) throw conflict('oneTrashed', 'One of the two lies in the trash.')
  // What is known of one that is private would be told by one that isn't, and the other way round.
  if ((merged.visibility === 'private') !== (survivor.visibility === 'private')) throw conflict('privacyDiffers', 'One of the two is private and the other isn’t. Make both private first, or keep them apart.')
  if (merged.has_run || merged.in_release) throw conflict('sourceInReview', 'This record is in review or part of a release. End that first.')
  if (merged.live !== null && survivor.live === null) throw conflict('survivorNotLive', 'Readers know this record and not the other one. Merge the other one into this, or publish it first.')
  await requireNoSchedule(tx, id)
  await tx.query('insert into handbill.source_merges (merged, "into", first_into, by, at) values ($1, $2, $2, $3, $4)', [id, into, actor.id, now()])
  await followThrough(req, tx, id, into, [merged, survivor])
  await appendAudit(tx, { actor: actor.id, action: 'sourcesMerged', collection: 'sources', document: id, details: { into } })
  return { merged: id, into }
}

async function unmerge(req: PayloadRequest, tx: Queryable, actor: Actor, id: string): Promise<{ id: string }> {
  const { rows } = await tx.query<{ into: string }>('select "into"::text from handbill.source_merges where merged = $1', [id])
  const into = rows[0]?.into
  if (into === undefined) throw conflict('notMerged', 'This record is not merged.')
  const [merged, survivor] = await lockBoth(tx, id, into)
  const { rows: taken } = await tx.query<{ id: string; title: string | null }>(
    `select o.id, o.title from sources o join sources s on s.id = $1 where o.id <> s.id and o.deleted_at is null and o.merged_into_id is null and s.visibility is distinct from 'private' and o.visibility is distinct from 'private'
     and (o.url_key = s.url_key or o.doi_key = s.doi_key or o.post_key = s.post_key) limit 1`,
    [id],
  )
  if (taken[0] !== undefined) throw conflict('sameWork', `“${taken[0].title ?? ''}” has the same link, DOI or post by now. Change that one first.`, { other: { id: taken[0].id, title: taken[0].title ?? '' } })
  await tx.query('delete from handbill.source_merges where merged = $1', [id])
  await followThrough(req, tx, id, null, [merged, survivor])
  await appendAudit(tx, { actor: actor.id, action: 'sourcesUnmerged', collection: 'sources', document: id, details: { from: into } })
  return { id }
}

/** Locks two records, always in the same order, and lets no other merge happen meanwhile: two at once could make a circle. */
async function lockBoth(tx: Queryable, id: string, other: string): Promise<[Row, Row]> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', ['merging of sources'])
  await tx.query('select from sources where id = any($1::uuid[]) order by id for update', [[id, other]])
  const { rows } = await tx.query<Row>(
    `select s.id::text, s.title, s.created_by_id::text as created_by, s.visibility::text, s.deleted_at is not null as is_trashed, m."into"::text as merged_into,
       coalesce((select array_agg(users_id::text) from sources_rels where parent_id = s.id and path = 'grantedTo'), '{}') as granted_to,
       (select p.id::text from publications p where p.collection = 'sources' and p.document = s.id::text and p.superseded_at is null and not p.is_tombstone) as live,
       exists (select from handbill.review_runs where collection = 'sources' and document = s.id and ended_at is null) as has_run,
       exists (select from handbill.release_items where collection = 'sources' and document = s.id and is_open) as in_release
     from sources s left join handbill.source_merges m on m.merged = s.id where s.id = any($1::uuid[])`,
    [[id, other]],
  )
  const [one, two] = [rows.find((row) => row.id === id), rows.find((row) => row.id === other)]
  if (one === undefined || two === undefined) throw new Refused(refusal(422, 'notFound', 'There is no such source.', { field: 'into' }))
  return [one, two]
}

function requireRight(actor: Actor, { id, created_by: createdBy, visibility, granted_to: grantedTo }: Row): void {
  const right = can(actor, 'edit', { collection: 'sources', id, createdBy, isPrivate: visibility === 'private', grantedTo })
  if (!right.allowed) throw new Refused(refusal(403, right.why.code, right.why.message))
}

/** A text that waits for its hour takes along, unlooked at, what was frozen for it. */
async function requireNoSchedule(tx: Queryable, id: string): Promise<void> {
  const { rows } = await tx.query(`select from handbill.review_runs where ended_at is null and state = 'scheduled' and strpos(companions::text, $1) > 0 limit 1`, [id])
  if (rows.length > 0) throw conflict('mergeScheduled', 'A scheduled text makes this record public along with it. Wait until then, or unschedule it.')
}

/** Everything that rests on who stands for whom: the records, the edition's pages, and reviews under way. */
async function followThrough(req: PayloadRequest, tx: Queryable, id: string, into: string | null, both: readonly Row[]): Promise<void> {
  // Records that were merged one after the other all lead to the last.
  await tx.query(
    `with recursive chain as (
       select merged, first_into as target from handbill.source_merges
       union all select c.merged, m.first_into from chain c join handbill.source_merges m on m.merged = c.target)
     update handbill.source_merges s set "into" = c.target from chain c
     where c.merged = s.merged and not exists (select from handbill.source_merges m where m.merged = c.target) and s."into" <> c.target`,
  )
  await tx.query('update sources set merged_into_id = $2, rev = coalesce(rev, 0) + 1 where id = $1', [id, into])
  await tx.query('update _sources_v set version_merged_into_id = $2, version_rev = (select rev from sources where id = $1) where parent_id = $1 and latest', [id, into])
  await standIn(tx, id, into)
  // What was baked is to be baked again: its words are the same, and what they are read as isn't.
  await tx.query('delete from handbill.bakes where publication = any($1::uuid[])', [both.flatMap(({ live }) => live ?? [])])
  await askForBake(tx)
  await refreshReviewsShowing(req, id)
}

/** Texts of these tables cite; what each citation says stands in its document under the id that it was given. */
const CITING = [['articles', 'articles'], ['social-posts', 'social_posts'], ['pages', 'pages'], ['campaigns', 'campaigns']] as const

/** Rows of citations name the record that stands for the one that the text names. */
async function standIn(tx: Queryable, id: string, into: string | null): Promise<void> {
  if (into !== null) {
    await tx.query('update handbill.citations set source = $2 where source = $1', [id, into])
    return
  }
  for (const [collection, table] of CITING) {
    await tx.query(
      `update handbill.citations c set source = handbill.survivor_of((d.citations -> c.key ->> 'source')::uuid) from "${table}" d
       where c.collection = $1 and c.document = d.id and d.citations -> c.key ->> 'source' in (
         with recursive under (id) as (select $2::uuid union select m.merged from handbill.source_merges m join under u on m.first_into = u.id) select id::text from under)`,
      [collection, id],
    )
  }
}

function conflict(code: string, message: string, data: Record<string, unknown> = {}): Refused {
  return new Refused(refusal(409, code, message, data))
}
