import type { Payload, TypedUser } from 'payload'
import { actorOf, type Actor } from '@/permissions/roles'
import { pool } from '@/platform/database'
import { missingSlots, whyNotSign, type State } from '@/review/machine'
import { loadReview } from '@/review/store'
import { assigned, followUps, scheduled } from './coming-up'
import { titlesOf } from './titles'

/**
 * One document on the first page, or a release (of the collection `releases`). `slots`: what it waits for. `at`: since when it stands
 * where it stands. `dueAt`: when it is due or to go public. `about`: why it is listed, where the list alone doesn't say. Instants are ISO 8601.
 */
export type DeskItem = {
  collection: string
  id: string
  title: string
  at: string
  state: State
  slots: string[]
  isRapid?: boolean
  dueAt?: string
  isOverdue?: boolean
  about?: 'scheduled' | 'late' | 'failed' | 'fullReview' | 'translation' | 'source' | 'assigned'
}

/** The first page of somebody's desk. Lists are cut to `LENGTH`; `adoptedTotal` counts all that was adopted. */
export type FirstPage = {
  waitsOnYou: DeskItem[]
  assigned: DeskItem[]
  followUps: DeskItem[]
  scheduled: DeskItem[]
  readyToPublish: DeskItem[]
  sentBack: DeskItem[]
  yoursInReview: DeskItem[]
  yourDrafts: DeskItem[]
  recentlyPublished: DeskItem[]
  adopted: DeskItem[]
  adoptedTotal: number
}

const LENGTH = 12
// Somebody with two hundred documents waiting sees the oldest; the rest come up as these are done.
const CANDIDATES = 60

/** An item before its title is known: a release has its own. */
export type Found = Omit<DeskItem, 'title'> & { title?: string }
type RunRow = { collection: string; document: string; state: State; at: Date; is_yours: boolean; may_wait: boolean; is_rapid: boolean }

/** What waits on somebody, what is theirs, and what happened lately, as far as they may read it. */
export async function firstPageOf(payload: Payload, user: TypedUser): Promise<FirstPage> {
  const actor = actorOf(user)
  if (actor === null) return { waitsOnYou: [], assigned: [], followUps: [], scheduled: [], readyToPublish: [], sentBack: [], yoursInReview: [], yourDrafts: [], recentlyPublished: [], adopted: [], adoptedTotal: 0 }
  const [runs, drafts, recent, adopted, adoptedTotal, coming, owed, given] = await Promise.all([
    activeRuns(actor), draftsOf(actor), lately(false), lately(true), countAdopted(), scheduled(actor, CANDIDATES), followUps(actor, CANDIDATES), assigned(actor, CANDIDATES),
  ])
  const waiting = await signable(actor, runs.filter((run) => run.may_wait && run.state === 'in-review').slice(0, CANDIDATES))
  const isPublisher = actor.roles.includes('publisher')
  const found = {
    waitsOnYou: waiting.filter(({ yours }) => yours.length > 0).map(({ item, yours }) => ({ ...item, slots: yours })),
    assigned: given,
    followUps: owed,
    scheduled: coming,
    readyToPublish: isPublisher ? runs.filter(({ state }) => state === 'approved').map((run) => itemOf(run, [])) : [],
    sentBack: runs.filter((run) => run.is_yours && run.state === 'changes-requested').map((run) => itemOf(run, [])),
    yoursInReview: await withMissing(actor, runs.filter((run) => run.is_yours && run.state !== 'changes-requested').slice(0, LENGTH)),
    yourDrafts: drafts,
    recentlyPublished: recent,
    adopted,
  }
  const titles = await titlesOf(payload, user, Object.values(found).flat().map(({ collection, id }) => ({ collection, document: id })))
  const shown = (items: Found[]): DeskItem[] =>
    items.flatMap((item) => {
      const title = item.title ?? titles.get(`${item.collection} ${item.id}`)
      return title === undefined ? [] : [{ ...item, title }]
    }).slice(0, LENGTH)
  return {
    waitsOnYou: shown(found.waitsOnYou),
    assigned: shown(found.assigned),
    followUps: shown(found.followUps),
    scheduled: shown(found.scheduled),
    readyToPublish: shown(found.readyToPublish),
    sentBack: shown(found.sentBack),
    yoursInReview: shown(found.yoursInReview),
    yourDrafts: shown(found.yourDrafts),
    recentlyPublished: shown(found.recentlyPublished),
    adopted: shown(found.adopted),
    adoptedTotal,
  }
}

function itemOf({ collection, document, state, at, is_rapid: isRapid }: RunRow, slots: string[]): Found {
  return { collection, id: document, at: at.toISOString(), state, slots, ...(isRapid ? { isRapid } : {}) }
}

/** Active runs that somebody has to do with, oldest first: those that ask for one of their roles, and those of their texts. */
async function activeRuns(actor: Actor): Promise<RunRow[]> {
  const { rows } = await pool.query<RunRow>(
    `select run.collection, run.document, run.state,
       coalesce((select max(event.at) from handbill.review_events event where event.run = run.id and event.kind in ('submitted', 'changesRequested')), run.submitted_at) as at,
       run.submitted_by = $1::uuid or exists (
         select from handbill.contributions c where c.collection = run.collection and c.document = run.document and c.person = $1::uuid and c.kind = 'author' and c.publication is null) as is_yours,
       exists (select from jsonb_path_query(run.workflow, '$.stages[*].slots[*]') slot
         where slot ->> 'capacity' = any($2) and (slot ->> 'when' = 'always' or run.names_people)) as may_wait,
       coalesce(jsonb_typeof(run.workflow -> 'followUp') = 'object', false) as is_rapid
     from handbill.review_runs run
     where run.ended_at is null
     order by at, run.id`,
    [actor.id, actor.roles],
  )
  return rows.filter((run) => run.is_yours || run.may_wait)
}

/** Of some runs, which slots the person could sign now: by the very rule that decides when they do. */
async function signable(actor: Actor, runs: readonly RunRow[]): Promise<{ item: Found; yours: string[] }[]> {
  return Promise.all(
    runs.map(async (run) => {
      const loaded = await loadReview(pool, run.collection, run.document)
      const missing = loaded?.review.run == null ? [] : missingSlots(loaded.review.run).map(({ slot }) => slot.slot)
      return { item: itemOf(run, missing), yours: loaded === null ? [] : missing.filter((slot) => whyNotSign(loaded.review, actor, slot) === null) }
    }),
  )
}

async function withMissing(actor: Actor, runs: readonly RunRow[]): Promise<Found[]> {
  return (await signable(actor, runs)).map(({ item }) => item)
}

/** What somebody has written since its last publication and not submitted, newest first. */
async function draftsOf(actor: Actor): Promise<Found[]> {
  const { rows } = await pool.query<{ collection: string; document: string; at: Date }>(
    `select c.collection, c.document, max(c.last_at) as at from handbill.contributions c
     where c.person = $1::uuid and c.kind = 'author' and c.publication is null
       and not exists (select from handbill.review_runs run where run.collection = c.collection and run.document = c.document and run.ended_at is null)
     group by c.collection, c.document order by at desc limit $2`,
    [actor.id, LENGTH * 2],
  )
  return rows.map(({ collection, document, at }) => ({ collection, id: document, at: at.toISOString(), state: 'draft', slots: [] }))
}

/** What went public last, or what was adopted last; vocabulary and settings are no news. */
async function lately(isAdopted: boolean): Promise<Found[]> {
  const { rows } = await pool.query<{ collection: string; document: string; at: Date }>(
    `select collection, document, went_live_at as at from publications
     where superseded_at is null and not is_tombstone and is_adopted = $1 and path is not null
     order by went_live_at desc, id desc limit $2`,
    [isAdopted, LENGTH],
  )
  return rows.map(({ collection, document, at }) => ({ collection, id: document, at: new Date(at).toISOString(), state: 'draft', slots: [] }))
}

async function countAdopted(): Promise<number> {
  const { rows } = await pool.query<{ count: string }>('select count(*) from publications where superseded_at is null and not is_tombstone and is_adopted and path is not null')
  return Number(rows[0]?.count ?? 0)
}
