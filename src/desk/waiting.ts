import type { CollectionSlug, Payload, TypedUser } from 'payload'
import { actorOf, type Actor } from '@/permissions/roles'
import { database, type Queryable } from '@/platform/database'
import { missingSlots, whyNotSign, type State } from '@/review/machine'
import { loadReview } from '@/review/store'

/** One document on the first page. `slots`: what it waits for. `at`: since when it stands where it stands, as ISO 8601. */
export type DeskItem = { collection: string; id: string; title: string; at: string; state: State; slots: string[] }

/** The first page of somebody's desk. Lists are cut to `LENGTH`; `adoptedTotal` counts all that was adopted. */
export type FirstPage = {
  waitsOnYou: DeskItem[]
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

type Found = Omit<DeskItem, 'title'>
type RunRow = { collection: string; document: string; state: State; at: Date; is_yours: boolean; may_wait: boolean }

const pool: Queryable = { query: (text, values) => database().query(text, values as unknown[] | undefined) }

/** What waits on somebody, what is theirs, and what happened lately, as far as they may read it. */
export async function firstPageOf(payload: Payload, user: TypedUser): Promise<FirstPage> {
  const actor = actorOf(user)
  if (actor === null) return { waitsOnYou: [], readyToPublish: [], sentBack: [], yoursInReview: [], yourDrafts: [], recentlyPublished: [], adopted: [], adoptedTotal: 0 }
  const [runs, drafts, recent, adopted, adoptedTotal] = await Promise.all([activeRuns(actor), draftsOf(actor), lately(false), lately(true), countAdopted()])
  const waiting = await signable(actor, runs.filter((run) => run.may_wait && run.state === 'in-review').slice(0, CANDIDATES))
  const isPublisher = actor.roles.includes('publisher')
  const found = {
    waitsOnYou: waiting.filter(({ yours }) => yours.length > 0).map(({ item, yours }) => ({ ...item, slots: yours })),
    readyToPublish: isPublisher ? runs.filter(({ state }) => state === 'approved').map((run) => itemOf(run, [])) : [],
    sentBack: runs.filter((run) => run.is_yours && run.state === 'changes-requested').map((run) => itemOf(run, [])),
    yoursInReview: await withMissing(actor, runs.filter((run) => run.is_yours && run.state !== 'changes-requested').slice(0, LENGTH)),
    yourDrafts: drafts,
    recentlyPublished: recent,
    adopted,
  }
  const titles = await titlesFor(payload, user, Object.values(found).flat())
  const shown = (items: Found[]): DeskItem[] =>
    items.flatMap((item) => {
      const title = titles.get(`${item.collection} ${item.id}`)
      return title === undefined ? [] : [{ ...item, title }]
    }).slice(0, LENGTH)
  return {
    waitsOnYou: shown(found.waitsOnYou),
    readyToPublish: shown(found.readyToPublish),
    sentBack: shown(found.sentBack),
    yoursInReview: shown(found.yoursInReview),
    yourDrafts: shown(found.yourDrafts),
    recentlyPublished: shown(found.recentlyPublished),
    adopted: shown(found.adopted),
    adoptedTotal,
  }
}

function itemOf({ collection, document, state, at }: RunRow, slots: string[]): Found {
  return { collection, id: document, at: at.toISOString(), state, slots }
}

/** Active runs that somebody has to do with, oldest first: those that ask for one of their roles, and those of their texts. */
async function activeRuns(actor: Actor): Promise<RunRow[]> {
  const { rows } = await pool.query<RunRow>(
    `select run.collection, run.document, run.state,
       coalesce((select max(event.at) from handbill.review_events event where event.run = run.id and event.kind in ('submitted', 'changesRequested')), run.submitted_at) as at,
       run.submitted_by = $1::uuid or exists (
         select from handbill.contributions c where c.collection = run.collection and c.document = run.document and c.person = $1::uuid and c.kind = 'author' and c.publication is null) as is_yours,
       exists (select from jsonb_path_query(run.workflow, '$.stages[*].slots[*]') slot
         where slot ->> 'capacity' = any($2) and (slot ->> 'when' = 'always' or run.names_people)) as may_wait
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

/** Titles by collection and id, of those that the person may read and that aren't in the trash. */
async function titlesFor(payload: Payload, user: TypedUser, items: readonly Found[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  const collections = [...new Set(items.map(({ collection }) => collection))].filter((collection) => collection in payload.collections)
  await Promise.all(
    collections.map(async (collection) => {
      const ids = [...new Set(items.filter((item) => item.collection === collection).map(({ id }) => id))]
      const { docs } = await payload.find({ collection: collection as CollectionSlug, where: { id: { in: ids } }, select: { title: true } as never, depth: 0, limit: ids.length, pagination: false, overrideAccess: false, user })
      for (const each of docs as { id: string; title?: string | null }[]) titles.set(`${collection} ${each.id}`, each.title?.trim() ?? '')
    }),
  )
  return titles
}
