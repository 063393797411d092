import type { Payload, TypedUser } from 'payload'
import { actorOf, type Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { pool } from '@/platform/database'
import { definitionOf, isUuid, tableOf } from '@/review/definition'
import { COMPANIONS } from '@/review/freeze'
import { currentStage, missingSlots, type Run } from '@/review/machine'
import { namesOf } from '@/review/store'
import type { Label } from '@/review/workflow'
import { titlesOf } from '../titles'
import { COLUMNS, type Column } from './columns'
import { readableRows } from './readable-rows'

/** Which texts a board shows: one kind, one language, one person’s desk, or what whoever asks has to do with. */
export type BoardFilters = { collection?: string; language?: string; assignee?: string; isMine?: boolean }

/**
 * One document on the board. `at`: since when it stands where it stands. `dueAt`: the first of what is due of it. `contentHash`: what
 * its run decides on, so that a move is refused where that has changed since. Instants are ISO 8601.
 */
export type Card = {
  collection: string
  id: string
  title: string
  language: string | null
  column: Column
  at: string
  stage: { name: string; label: Label | null } | null
  waitsFor: { name: string; label: Label | null }[]
  assignees: { id: string; name: string; dueAt: string | null }[]
  isRapid: boolean
  isLive: boolean
  asksChange: boolean
  dueAt: string | null
  isOverdue: boolean
  scheduledAt: string | null
  embargo: { until: string | null } | null
  contentHash: string | null
  namesPeople: boolean
  workflows: string[]
}

/** A board: of each column the first cards, and how many there are in all. */
export type Board = { columns: { column: Column; cards: Card[]; total: number }[] }

/** What can be chosen as filters. */
export type BoardChoices = { collections: string[]; people: { id: string; name: string }[] }

const LENGTH = 25
const PUBLIC_LENGTH = 10

/** Filters from the words of an address; what makes no sense there is left out. */
export function filtersFrom(payload: Payload, query: Record<string, unknown>): BoardFilters {
  const text = (name: string): string | undefined => (typeof query[name] === 'string' && query[name] !== '' ? query[name] : undefined)
  const [collection, language, assignee] = [text('collection'), text('language'), text('assignee')]
  return {
    ...(collection !== undefined && definitionOf(payload, collection) !== null ? { collection } : {}),
    ...(language !== undefined && /^[a-z]{2,3}$/.test(language) ? { language } : {}),
    ...(isUuid(assignee) ? { assignee } : {}),
    ...(text('mine') === undefined ? {} : { isMine: true }),
  }
}

/** The board as somebody may see it: every document that isn't in the trash and that they may read. */
export async function boardOf(payload: Payload, user: TypedUser, filters: BoardFilters = {}): Promise<Board> {
  const actor = actorOf(user)
  const collections = actor === null ? [] : readable(payload, actor)
  if (actor === null || collections.length === 0) return { columns: COLUMNS.map((column) => ({ column, cards: [], total: 0 })) }
  const rows = await placedRows(actor, collections, filters)
  const [titles, details] = await Promise.all([titlesOf(payload, user, rows), detailsOf(rows)])
  const cards = rows.flatMap((row) => {
    const title = titles.get(`${row.collection} ${row.document}`)
    return title === undefined ? [] : [cardOf(payload, row, title, details)]
  })
  return {
    columns: COLUMNS.map((column) => {
      const own = cards.filter((card) => card.column === column)
      const read = rows.filter((row) => row.col === column)
      return { column, cards: own, total: Math.max(own.length, Number(read[0]?.total ?? 0) - (read.length - own.length)) }
    }),
  }
}

/** The kinds and people that a board can be narrowed to. */
export async function boardChoices(payload: Payload, user: TypedUser): Promise<BoardChoices> {
  const actor = actorOf(user)
  if (actor === null) return { collections: [], people: [] }
  const { rows } = await pool.query<{ person: string }>('select distinct person from handbill.assignments where ended_at is null')
  const names = await namesOf(pool, [...rows.map(({ person }) => person), actor.id])
  return { collections: readable(payload, actor), people: [...names].map(([id, name]) => ({ id, name })).toSorted((one, other) => one.name.localeCompare(other.name)) }
}

function readable(payload: Payload, actor: Actor): string[] {
  return payload.config.collections.map(({ slug }) => slug).filter((slug) => definitionOf(payload, slug) !== null && readableRows(actor, slug) !== 'false')
}

type Row = { collection: string; document: string; language: string | null; col: Column; at: Date; total: string; run: string | null; is_live: boolean; live_hash: string | null }

/** Where every document stands, in one query; of each column only as many rows as are shown, with the number of all. */
async function placedRows(actor: Actor, collections: readonly string[], filters: BoardFilters): Promise<Row[]> {
  const chosen = filters.collection === undefined ? collections : collections.filter((collection) => collection === filters.collection)
  if (chosen.length === 0) return []
  const values: unknown[] = [actor.id, LENGTH, PUBLIC_LENGTH, filters.assignee ?? null, filters.isMine === true, filters.language ?? null]
  const documents = chosen.map((collection) => {
    // What goes public along with others is many, and is no work of its own until it is in review or asked for.
    const isAside = COMPANIONS.has(collection) && filters.collection === undefined
    return `select '${collection}'::text as collection, d.id, d.language::text as language, d.updated_at, d.created_by_id, d.rev, ${isAside} as is_aside from ${tableOf(collection)} d
      where d.deleted_at is null and ($6::text is null or d.language::text = $6::text) and ${readableRows(actor, collection)}`
  })
  const { rows } = await pool.query<Row>(
    `with documents as (${documents.join(' union all ')}),
    written as (select distinct collection, document from handbill.contributions where publication is null and kind = 'author'),
    placed as (
      select d.collection, d.id as document, d.language, run.id as run, live.id is not null and not live.is_tombstone as is_live, live.content_hash as live_hash,
        case
          when run.id is not null then run.state
          when live.id is null then 'draft'
          when written.document is not null and d.rev > coalesce(made.rev, 0) then case when live.is_tombstone then 'draft' else 'changed' end
          when live.is_tombstone then null
          else 'public'
        end as col,
        case when run.id is not null then run.submitted_at when live.id is not null and (written.document is null or d.rev <= coalesce(made.rev, 0)) then live.went_live_at else d.updated_at end as at
      from documents d
      left join handbill.review_runs run on run.collection = d.collection and run.document = d.id and run.ended_at is null
      left join publications live on live.collection = d.collection and live.document = d.id::text and live.superseded_at is null
      left join handbill.review_runs made on made.id = live.run::uuid
      left join written on written.collection = d.collection and written.document = d.id
      where (not d.is_aside or run.id is not null)
        and ($4::uuid is null or exists (select from handbill.assignments a where a.collection = d.collection and a.document = d.id and a.person = $4::uuid and a.ended_at is null))
        and (not $5::boolean or d.created_by_id = $1::uuid or run.submitted_by = $1::uuid
          or exists (select from handbill.contributions c where c.collection = d.collection and c.document = d.id and c.person = $1::uuid and c.kind = 'author' and c.publication is null)
          or exists (select from handbill.assignments a where a.collection = d.collection and a.document = d.id and a.person = $1::uuid and a.ended_at is null))
    ),
    ranked as (
      select *, count(*) over (partition by col) as total,
        row_number() over (partition by col order by case when run is null then null else at end, at desc, document) as place
      from placed where col is not null
    )
    select collection, document, language, run, is_live, live_hash, col, at, total from ranked
    where place <= case when col = 'public' then $3::int else $2::int end order by col, place`,
    values,
  )
  return rows
}

type RunRow = { id: string; workflow: Run['workflow']; names_people: boolean; state: Run['state']; submitted_by: string; content_hash: string; coverage: Run['coverage'] | null; sign_offs: Run['signOffs'] | null; at: Date | null }
type Details = {
  runs: Map<string, RunRow>
  assignees: Map<string, { id: string; name: string; dueAt: Date | null }[]>
  followUps: Map<string, Date | null>
  embargoes: Map<string, Date | null>
  schedules: Map<string, Date>
}

/** What cards tell beside where they stand, of all that are shown at once. */
async function detailsOf(rows: readonly Row[]): Promise<Details> {
  const documents = rows.map(({ document }) => document)
  const runs = rows.flatMap(({ run }) => run ?? [])
  type Dated = { collection: string; document: string; at: Date | null }
  const dated = async (sql: string): Promise<Map<string, Date | null>> => new Map((await pool.query<Dated>(sql, [documents])).rows.map((row) => [keyOf(row), row.at]))
  const [found, assigned, followUps, embargoes, schedules] = await Promise.all([
    pool.query<RunRow>(
      // Only hashes: to tell whether a sign-off stands needs no words.
      `select run.id, run.workflow, run.names_people, run.state, run.submitted_by, run.content_hash,
        (select jsonb_object_agg(key, jsonb_build_object('hash', value -> 'hash', 'parts', '[]'::jsonb)) from jsonb_each(run.coverage)) as coverage,
        (select jsonb_agg(jsonb_build_object('id', s.id, 'slot', s.slot, 'by', s.signed_by, 'at', s.signed_at, 'coverage', jsonb_build_object('hash', s.coverage -> 'hash', 'parts', '[]'::jsonb), 'contentHash', s.content_hash, 'note', null, 'voided', null))
          from handbill.sign_offs s where s.run = run.id and s.voided_at is null) as sign_offs,
        (select max(event.at) from handbill.review_events event where event.run = run.id and event.kind = any('{submitted,signedOff,changesRequested,signOffsVoided,scheduled,unscheduled}')) as at
       from handbill.review_runs run where run.id = any($1::uuid[])`,
      [runs],
    ),
    pool.query<Dated & { person: string; name: string }>(
      `select a.collection, a.document, a.person, users.name, a.due_at as at from handbill.assignments a join users on users.id = a.person
       where a.document = any($1::uuid[]) and a.ended_at is null order by a.due_at nulls last, a.assigned_at`,
      [documents],
    ),
    dated(`select collection, document, min(due_at) as at from handbill.follow_ups where document = any($1::uuid[]) and kind = 'fullReview' and done_at is null group by 1, 2`),
    dated('select collection, document, until as at from handbill.embargoes where document = any($1::uuid[]) and lifted_at is null'),
    dated(
      `select collection, document, at from handbill.schedules where document = any($1::uuid[]) and state = 'waiting'
       union all select item.collection, item.document, s.at from handbill.release_items item join handbill.schedules s on s.release = item.release and s.state = 'waiting'
       where item.document = any($1::uuid[]) and item.is_open`,
    ),
  ])
  const assignees: Details['assignees'] = new Map()
  for (const row of assigned.rows) assignees.set(keyOf(row), [...(assignees.get(keyOf(row)) ?? []), { id: row.person, name: row.name, dueAt: row.at }])
  return { runs: new Map(found.rows.map((row) => [row.id, row])), assignees, followUps, embargoes, schedules: new Map([...schedules].flatMap(([key, at]) => (at === null ? [] : [[key, at] as const]))) }
}

function keyOf({ collection, document }: { collection: string; document: string }): string {
  return `${collection} ${document}`
}

function cardOf(payload: Payload, row: Row, title: string, details: Details): Card {
  const key = keyOf(row)
  const found = row.run === null ? undefined : details.runs.get(row.run)
  const run: Run | null = found === undefined ? null : { id: found.id, workflow: found.workflow, namesPeople: found.names_people, state: found.state, submittedBy: found.submitted_by, contentHash: found.content_hash, coverage: found.coverage ?? {}, signOffs: found.sign_offs ?? [] }
  const assignees = details.assignees.get(key) ?? []
  const followUp = details.followUps.get(key)
  const due = [...assignees.map(({ dueAt }) => dueAt), followUp].filter((date) => date instanceof Date).toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null
  const stage = run === null || run.state !== 'in-review' ? null : (run.workflow.stages[currentStage(run).index] ?? null)
  const isRapid = run?.workflow.followUp !== undefined
  // The whole review after a rapid publication ends with what is public, word for word.
  const isConfirmed = followUp !== undefined && !isRapid && run !== null && run.contentHash === row.live_hash
  return {
    collection: row.collection,
    id: row.document,
    title,
    language: row.language,
    column: row.col,
    at: (found?.at ?? row.at).toISOString(),
    stage: stage === null ? null : { name: stage.name, label: stage.label ?? null },
    waitsFor: run === null || run.state !== 'in-review' ? [] : missingSlots(run).map(({ slot }) => ({ name: slot.slot, label: slot.label ?? null })),
    assignees: assignees.map(({ dueAt, ...person }) => ({ ...person, dueAt: dueAt?.toISOString() ?? null })),
    isRapid,
    isLive: row.is_live,
    asksChange: row.is_live && !isConfirmed,
    dueAt: due?.toISOString() ?? null,
    isOverdue: due !== null && due.getTime() < now().getTime(),
    scheduledAt: details.schedules.get(key)?.toISOString() ?? null,
    embargo: details.embargoes.has(key) ? { until: details.embargoes.get(key)?.toISOString() ?? null } : null,
    contentHash: run?.contentHash ?? null,
    namesPeople: run?.namesPeople ?? false,
    workflows: run === null ? [...(definitionOf(payload, row.collection)?.workflows ?? [])] : [],
  }
}
