import type { CollectionSlug, Endpoint, PayloadRequest } from 'payload'
import type { Actor } from '@/permissions/roles'
import { pool } from '@/platform/database'
import { definitionOf, isUuid } from '@/review/definition'
import { refusal, Refused } from '@/review/refusal'
import { answering, readBody, requireActor, requireDocument, type Body, type BodyFields } from '@/review/request'
import { loadReview, namesOf } from '@/review/store'
import { stateOf, type State } from '@/review/machine'
import { CHANGES, type Change } from '../insert'
import { isBaked } from '../withdraw'
import { loadRelease, type Release, type ReleaseState } from './items'
import { blockersOf, type Blocker } from './preflight'
import { addToRelease, cancelRelease, makeRelease, release, removeFromRelease, scheduleRelease, unscheduleRelease } from './release'
import { takeBack } from './take-back'

/** A release as the desk shows it. A document that the person may not read has no title. */
export type AnsweredRelease = Omit<Release, 'items' | 'createdBy' | 'schedule'> & {
  createdBy: string
  items: { collection: string; document: string; title: string | null; state: State; change: string | null; publicNote: string | null }[]
  schedule: { at: string; localTime: string; timeZone: string } | null
  blockers: Blocker[]
}
export type ListedRelease = { id: string; title: string; state: ReleaseState; createdAt: string; releasedAt: string | null; count: number; at: string | null; timeZone: string | null }

/** The newest releases, those that are still to go out first. */
export async function listReleases(limit = 100): Promise<ListedRelease[]> {
  const { rows } = await pool.query<{ id: string; title: string; state: ReleaseState; created_at: Date; released_at: Date | null; count: number; at: Date | null; time_zone: string | null }>(
    `select r.id, r.title, r.state, r.created_at, r.released_at, (select count(*)::int from handbill.release_items i where i.release = r.id) as count, s.at, s.time_zone
     from handbill.releases r left join handbill.schedules s on s.release = r.id and s.state = 'waiting'
     order by r.ended_at is not null, coalesce(r.ended_at, r.created_at) desc limit $1`,
    [limit],
  )
  return rows.map((row) => ({ id: row.id, title: row.title, state: row.state, createdAt: row.created_at.toISOString(), releasedAt: row.released_at?.toISOString() ?? null, count: row.count, at: row.at?.toISOString() ?? null, timeZone: row.time_zone }))
}

/**
 * One release with everything that blocks it, as far as `req`'s person may read.
 *
 * @throws Refused (404) where there is none.
 */
export async function answeredRelease(req: PayloadRequest, actor: Actor, id: string): Promise<AnsweredRelease> {
  const found = isUuid(id) ? await loadRelease(pool, id) : null
  if (found === null) throw new Refused(refusal(404, 'notFound', 'There is no such release.'))
  const isOpen = found.state === 'open' || found.state === 'scheduled'
  const titles = await titlesOf(req, found)
  const names = await namesOf(pool, [found.createdBy])
  const items = await Promise.all(
    found.items.map(async ({ collection, document, change, publicNote }) => {
      const loaded = await loadReview(pool, collection, document)
      return { collection, document, title: titles.get(document) ?? null, state: loaded === null ? ('draft' as const) : stateOf(loaded.review), change, publicNote }
    }),
  )
  const { schedule, createdBy, ...rest } = found
  return {
    ...rest,
    createdBy: names.get(createdBy) ?? '',
    items,
    schedule: schedule === null ? null : { at: schedule.at, localTime: schedule.localTime, timeZone: schedule.timeZone },
    blockers: isOpen ? await blockersOf(pool, found, actor) : [],
  }
}

async function titlesOf(req: PayloadRequest, { items }: Release): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (const collection of new Set(items.map((item) => item.collection))) {
    if (definitionOf(req.payload, collection) === null) continue
    const ids = items.filter((item) => item.collection === collection).map(({ document }) => document)
    const { docs } = await req.payload.find({ collection: collection as CollectionSlug, where: { id: { in: ids } }, select: { title: true } as never, depth: 0, limit: ids.length, pagination: false, overrideAccess: false, user: req.user })
    for (const each of docs as unknown as { id: string; title?: string | null }[]) titles.set(each.id, each.title ?? '')
  }
  return titles
}

function idOf(req: PayloadRequest): string {
  const id = req.routeParams?.id
  if (!isUuid(id)) throw new Refused(refusal(404, 'notFound', 'There is no such release.'))
  return id
}

function act(name: string, fields: BodyFields, perform: (about: { req: PayloadRequest; id: string; actor: Actor }, body: Body) => Promise<void>): Endpoint {
  return {
    path: `/releases/:id/${name}`,
    method: 'post',
    handler: answering(async (req) => {
      const actor = requireActor(req)
      const id = idOf(req)
      await perform({ req, id, actor }, await readBody(req, fields))
      return answeredRelease(req, actor, id)
    }),
  }
}

const document = { collection: { kind: 'text', isRequired: true }, document: { kind: 'text', isRequired: true } } as const satisfies BodyFields

/** The document that a body names, if the person may read it. */
async function named(req: PayloadRequest, body: Body): Promise<{ collection: string; document: string }> {
  const collection = String(body.collection)
  if (definitionOf(req.payload, collection) === null) throw new Refused(refusal(422, 'malformed', `There is no collection “${collection.slice(0, 60)}” whose documents go through review.`, { field: 'collection' }))
  if (!isUuid(body.document)) throw new Refused(refusal(422, 'malformed', 'document must be the id of a document.', { field: 'document' }))
  const params = req.routeParams
  req.routeParams = { ...params, id: body.document }
  try {
    return { collection, document: (await requireDocument(req, collection)).id }
  } finally {
    req.routeParams = params
  }
}

/** The endpoints of releases: documents that go public in one transaction, or not at all. */
export const releaseEndpoints: Endpoint[] = [
  {
    path: '/releases',
    method: 'get',
    handler: answering(async (req) => {
      requireActor(req)
      return { releases: await listReleases() }
    }),
  },
  {
    path: '/releases',
    method: 'post',
    handler: answering(async (req) => {
      const actor = requireActor(req)
      const body = await readBody(req, { title: { kind: 'text', isRequired: true } })
      if (String(body.title).length > 200) throw new Refused(refusal(422, 'malformed', 'title may have 200 characters at most.', { field: 'title' }))
      return answeredRelease(req, actor, await makeRelease(actor, String(body.title)))
    }),
  },
  {
    path: '/releases/:id',
    method: 'get',
    handler: answering(async (req) => answeredRelease(req, requireActor(req), idOf(req))),
  },
  act('add', { ...document, change: { kind: 'choice', choices: CHANGES }, publicNote: { kind: 'text' } }, async ({ req, id, actor }, body) => {
    const change = typeof body.change === 'string' ? { change: body.change as Change } : {}
    const publicNote = typeof body.publicNote === 'string' && body.publicNote !== '' ? { publicNote: body.publicNote } : {}
    await addToRelease(id, actor, { ...(await named(req, body)), ...change, ...publicNote })
  }),
  act('remove', document, async ({ id, actor }, body) => removeFromRelease(id, actor, String(body.collection), isUuid(body.document) ? body.document : '00000000-0000-0000-0000-000000000000')),
  act('schedule', { at: { kind: 'text', isRequired: true }, timeZone: { kind: 'text', isRequired: true }, occurrence: { kind: 'choice', choices: ['first', 'second'] } }, ({ id, actor }, body) =>
    scheduleRelease(id, actor, { at: String(body.at), timeZone: String(body.timeZone), ...(body.occurrence === 'second' ? { occurrence: 'second' as const } : {}) }),
  ),
  act('unschedule', {}, ({ id, actor }) => unscheduleRelease(id, actor)),
  act('release', {}, async ({ id, actor }) => void (await release(id, actor))),
  act('cancel', {}, ({ id, actor }) => cancelRelease(id, actor)),
  act('take-back', { reason: { kind: 'text', isRequired: true }, publicNote: { kind: 'text', isRequired: true } }, async ({ id, actor }, body) => {
    const tombstones = await takeBack(id, actor, { reason: String(body.reason), publicNote: String(body.publicNote) })
    for (const tombstone of tombstones) {
      if (!(await isBaked(tombstone))) throw new Refused(refusal(503, 'withdrawalIncomplete', 'Withdrawal incomplete: it is taken back, but some pages still show it. This keeps being tried until none does.'))
    }
  }),
]
