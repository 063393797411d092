import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '@/permissions/roles'
import { dueSchedules, fire } from '@/publishing/fire'
import { openDesk, type Desk, type Person } from '../support/desk'
import { openNewsroom, type Newsroom } from '../support/newsroom'

/** Where an article can stand when somebody tries to make it public. */
const STATES = ['draft', 'in-review', 'changes-requested', 'checked', 'approved', 'scheduled', 'live', 'live and approved anew', 'withdrawn', 'trashed'] as const
type State = (typeof STATES)[number]
type Who = Role | 'author' | 'nobody'
const PEOPLE: readonly Who[] = ['author', 'contributor', 'editor', 'sources', 'care', 'copy', 'legal', 'publisher', 'administrator', 'nobody']

/** What readers get of the document after the try: nothing, the text as it stood public before, or the text that stood approved. */
type Public = 'nothing' | 'as before' | 'what was approved'

/**
 * What is public of an article in a state whatever is tried with it: nothing, or what was. Hand-written, as is the short list of what is
 * different: only publishing and releasing what is approved, and withdrawing what is live, by a publisher.
 */
const UNLESS: Readonly<Record<State, Public>> = {
  draft: 'nothing', 'in-review': 'nothing', 'changes-requested': 'nothing', checked: 'nothing', approved: 'nothing', scheduled: 'nothing', live: 'as before', 'live and approved anew': 'as before', withdrawn: 'nothing', trashed: 'nothing',
}
const EXCEPT: readonly [state: State, road: string, who: Who, Public][] = [
  ['approved', 'publish', 'publisher', 'what was approved'],
  ['live and approved anew', 'publish', 'publisher', 'what was approved'],
  ['scheduled', 'publish', 'publisher', 'what was approved'],
  ['approved', 'release', 'publisher', 'what was approved'],
  ['live and approved anew', 'release', 'publisher', 'what was approved'],
  ['live', 'withdraw', 'publisher', 'nothing'],
  ['live and approved anew', 'withdraw', 'publisher', 'nothing'],
]

const WORDS = { standfirst: 'Words that nobody signed.' }
const FUTURE = { at: '2030-12-01T09:00', timeZone: 'Europe/London' }
/** `:id` the article, `:v` its first version; `release`: made, filled and released by that person; `worker`: what is due is carried out. */
const ROADS: readonly [name: string, call: string, body?: unknown][] = [
  ['create', 'POST /articles', { title: 'Made as public', ...WORDS, _status: 'published' }],
  ['patch', 'PATCH /articles/:id', WORDS],
  ['patch as a draft', 'PATCH /articles/:id?draft=true', WORDS],
  ['patch as no draft', 'PATCH /articles/:id?draft=false', WORDS],
  ['patch with the status', 'PATCH /articles/:id', { ...WORDS, _status: 'published' }],
  ['patch as a draft with the status', 'PATCH /articles/:id?draft=true', { ...WORDS, _status: 'published' }],
  ['bulk', 'PATCH /articles?where[id][in][0]=:id', WORDS],
  ['bulk with the status', 'PATCH /articles?where[id][in][0]=:id', { _status: 'published' }],
  ['restore', 'POST /articles/versions/:v'],
  ['restore as no draft', 'POST /articles/versions/:v?draft=false'],
  ['duplicate', 'POST /articles/:id/duplicate', { _status: 'published' }],
  ['trash', 'PATCH /articles/:id', { deletedAt: '2026-01-01T00:00:00.000Z' }],
  ['untrash', 'PATCH /articles/:id?trash=true', { deletedAt: null, _status: 'published' }],
  ['delete', 'DELETE /articles/:id?trash=true'],
  ['submit', 'POST /articles/:id/review/submit', {}],
  ['submit by the rapid way', 'POST /articles/:id/review/submit', { workflow: 'rapid' }],
  ['sign off approval', 'POST /articles/:id/review/sign-off', { slot: 'approval' }],
  ['cancel', 'POST /articles/:id/review/cancel', { reason: 'A test' }],
  ['publish', 'POST /articles/:id/publishing/publish', { change: 'minor' }],
  ['publish by an old hash', 'POST /articles/:id/publishing/publish', { change: 'minor', baseHash: '0'.repeat(64) }],
  ['schedule', 'POST /articles/:id/publishing/schedule', FUTURE],
  ['schedule in the past', 'POST /articles/:id/publishing/schedule', { ...FUTURE, at: '2020-01-01T09:00' }],
  ['unschedule', 'POST /articles/:id/publishing/unschedule', {}],
  ['adopt', 'POST /articles/:id/publishing/adopt', {}],
  ['release', 'release'],
  ['the worker comes', 'worker'],
  ['withdraw', 'POST /articles/:id/publishing/withdraw', { reason: 'A test', publicNote: 'Withdrawn for a test.' }],
  ['add a job', 'POST /payload-jobs', { taskSlug: 'schedulePublish', input: { type: 'publish', doc: { relationTo: 'articles', value: ':id' } } }],
]

let desk: Desk
let room: Newsroom
const people = new Map<Who, Person | null>([['nobody', null]])

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  await room.withoutBaking()
  // The source that all texts cite becomes public along with the first of them.
  await room.make('articles', 'live')
  for (const who of PEOPLE) if (who !== 'nobody') people.set(who, who === 'author' ? room.team.author : await desk.person(`Trying ${who}`, [who]))
})
afterAll(() => desk.close())

/** They leave the article as it was. */
const HARMLESS = new Set(['create', 'duplicate', 'run the jobs'])

type Made = { id: string; version: string; approved: string | null; before: string | null }

const hashNow = async (id: string): Promise<string> => String((await room.must(room.team.author, `GET /articles/${id}/review`)).body.document.contentHash)
const liveHash = async (id: string): Promise<string | null> => (await room.sql<{ content_hash: string }>('select content_hash from live_publications where document = $1 and not is_tombstone', [id]))[0]?.content_hash ?? null
/** All that is public, but for one document; and in the edition's own words, what would be baked of each. */
const othersPublic = async (id: string): Promise<unknown> => (await room.sql('select count(*)::int as count, md5(string_agg(document::text || content_hash || md5(projection::text), $1 order by id)) as all from live_publications where document <> $2 and not is_tombstone', ['\n', id]))[0]

async function make(state: State): Promise<Made> {
  const { team } = room
  const id = await room.make('articles', state === 'changes-requested' ? 'in-review' : state === 'live and approved anew' ? 'live' : state === 'scheduled' ? 'approved' : state)
  const at = `/articles/${id}`
  let before = state === 'live' || state === 'live and approved anew' ? await liveHash(id) : null
  if (state === 'changes-requested') await room.must(team.copy, `POST ${at}/review/request-changes`, { comment: 'Shorter.' })
  if (state === 'scheduled') await room.must(team.publisher, `POST ${at}/publishing/schedule`, FUTURE)
  if (state === 'live and approved anew') {
    before = await liveHash(id)
    await room.must(team.author, `PATCH ${at}`, { standfirst: `Written anew ${id}` })
    await room.bring('articles', id, 'approved')
  }
  const [row] = await room.sql<{ id: string }>('select id from _articles_v where parent_id = $1 order by created_at limit 1', [id])
  return { id, version: row?.id ?? '', before, approved: ['approved', 'scheduled', 'live and approved anew'].includes(state) ? await hashNow(id) : null }
}

/** Makes a release of one article, and releases it. Returns the answer to the first call that was refused, or to the last. */
async function releaseBy(person: Person | null, id: string): Promise<{ status: number }> {
  const made = await desk.rest(person, 'POST /releases', { body: { title: 'A release' } })
  if (made.status >= 300) return made
  const added = await desk.rest(person, `POST /releases/${made.body.id}/add`, { body: { collection: 'articles', document: id, change: 'minor' } })
  return added.status >= 300 ? added : desk.rest(person, `POST /releases/${made.body.id}/release`, { body: {} })
}

describe.each(STATES)('of an article that is %s', (state) => {
  it('readers get exactly what the table says, whoever tries whatever', async () => {
    const wrong: string[] = []
    let made = await make(state)
    let others = await othersPublic(made.id)
    for (const [road, call, body] of ROADS) {
      for (const who of PEOPLE) {
        const expected = EXCEPT.find(([ofState, ofRoad, by]) => ofState === state && ofRoad === road && by === who)?.[3] ?? UNLESS[state]
        if (call === 'worker') {
          for (const due of await dueSchedules()) await fire(due)
          if ((await liveHash(made.id)) !== (expected === 'nothing' ? null : made.before)) wrong.push(`${road} after ${who}`)
          continue
        }
        const filled = JSON.parse(JSON.stringify(body ?? null).replaceAll(':id', made.id)) as unknown
        const person = people.get(who) ?? null
        const { status } = call === 'release' ? await releaseBy(person, made.id) : await desk.rest(person, call.replace(':id', made.id).replace(':v', made.version), filled === null ? {} : { body: filled })
        const now = await liveHash(made.id)
        const should = expected === 'nothing' ? null : expected === 'as before' ? made.before : made.approved
        const name = `${road} by ${who} (${status})`
        if (status >= 500) wrong.push(`${name}: a fault`)
        if (now !== should) wrong.push(`${name}: public is ${now ?? 'nothing'}, and should be ${expected}`)
        const othersNow = await othersPublic(made.id)
        if (JSON.stringify(othersNow) !== JSON.stringify(others)) wrong.push(`${name}: changed what is public of others`)
        others = othersNow
        if (call === 'release' || (status < 300 && !HARMLESS.has(road))) {
          made = await make(state)
          others = await othersPublic(made.id)
        }
      }
    }
    expect(wrong).toEqual([])
  }, 240_000)

  it('the Local API makes nothing of it public either', async () => {
    const { id, version, before } = await make(state)
    const { payload } = desk
    const words = { ...WORDS, _status: 'published' } as never
    const tries: (() => Promise<unknown>)[] = [
      () => payload.update({ collection: 'articles', id, data: WORDS as never, overrideAccess: true }),
      () => payload.update({ collection: 'articles', id, data: WORDS as never, draft: true, overrideAccess: true }),
      () => payload.update({ collection: 'articles', id, data: words, draft: false, overrideAccess: true }),
      () => payload.update({ collection: 'articles', where: { id: { equals: id } }, data: words, overrideAccess: true }),
      () => payload.update({ collection: 'articles', id, data: { deletedAt: null, _status: 'published' } as never, trash: true, overrideAccess: true }),
      () => payload.restoreVersion({ collection: 'articles', id: version, overrideAccess: true }),
      () => payload.duplicate({ collection: 'articles', id, data: words, overrideAccess: true }),
      () => payload.create({ collection: 'articles', data: { title: 'Made as public', ...WORDS, _status: 'published' } as never, overrideAccess: true }),
    ]
    const others = await othersPublic(id)
    for (const attempt of tries) {
      await attempt().catch(() => undefined)
      expect([await liveHash(id), await othersPublic(id)]).toEqual([before, others])
    }
  })
})

describe('approving', () => {
  const refusedAs = ({ body }: { body: { errors?: { data?: { code?: string } }[] } }): string | undefined => body.errors?.[0]?.data?.code

  it('an old hash is refused, and signs nothing', async () => {
    const { id } = await make('checked')
    const old = await hashNow(id)
    await room.must(room.team.author, `PATCH /articles/${id}`, { standfirst: 'Changed since.' })
    await room.must(room.team.copy, `POST /articles/${id}/review/sign-off`, { slot: 'copy' })
    const answered = await desk.rest(room.team.publisher, `POST /articles/${id}/review/sign-off`, { body: { slot: 'approval', baseHash: old } })
    expect([answered.status, refusedAs(answered), answered.body.errors[0].data.contentHash]).toEqual([409, 'stale', await hashNow(id)])
    expect((await room.must(room.team.publisher, `GET /articles/${id}/review`)).body.missing).toEqual(['approval'])
  })

  it('twice counts once', async () => {
    const { id } = await make('checked')
    await room.must(room.team.publisher, `POST /articles/${id}/review/sign-off`, { slot: 'approval' })
    const again = await desk.rest(room.team.publisher, `POST /articles/${id}/review/sign-off`, { body: { slot: 'approval' } })
    expect([again.status, refusedAs(again)]).toEqual([409, 'alreadySigned'])
  })

  it('in two tabs at once counts once, and so does publishing', async () => {
    const { id } = await make('checked')
    const tabs = (call: string, body: object) => Promise.all([1, 2, 3].map(() => desk.rest(room.team.publisher, `POST /articles/${id}/${call}`, { body })))
    expect((await tabs('review/sign-off', { slot: 'approval' })).map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect((await room.must(room.team.publisher, `GET /articles/${id}/review`)).body.run.slots.at(-1).signOffs).toHaveLength(1)
    expect((await tabs('publishing/publish', {})).map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await room.sql('select id from publications where document = $1', [id])).toHaveLength(1)
  })

  it('after losing the role is refused, though the session stands', async () => {
    const { id } = await make('checked')
    const leaving = await desk.person(`Leaving ${id}`, ['publisher'])
    await desk.payload.update({ collection: 'users', id: leaving.id, data: { roles: ['contributor'] }, overrideAccess: true })
    const signed = await desk.rest(leaving, `POST /articles/${id}/review/sign-off`, { body: { slot: 'approval' } })
    expect(signed.status).toBeOneOf([403, 404])
    const { id: approved } = await make('approved')
    expect((await desk.rest(leaving, `POST /articles/${approved}/publishing/publish`, { body: {} })).status).toBeOneOf([403, 404])
    expect(await liveHash(approved)).toBeNull()
  })

  it('while somebody edits makes public what was approved, or nothing', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id, approved } = await make('approved')
      const [published, ...saves] = await Promise.all([
        desk.rest(room.team.publisher, `POST /articles/${id}/publishing/publish`, { body: {} }),
        desk.rest(room.team.author, `PATCH /articles/${id}`, { body: { standfirst: 'Changed in the same moment.' } }),
        desk.rest(room.team.author, `PATCH /articles/${id}`, { body: { title: `Changed in the same moment ${round}` } }),
      ])
      expect(published.status).toBeOneOf([200, 409])
      expect(await liveHash(id)).toBe(published.status === 200 ? approved : null)
      for (const { status } of saves) expect(status).toBeLessThan(500)
    }
  })
})
