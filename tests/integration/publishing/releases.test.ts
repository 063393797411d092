import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { setClock } from '@/platform/clock'
import { dueSchedules, fire } from '@/publishing/fire'
import { openDesk, type Desk } from '../../support/desk'
import { openNewsroom, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom
let time = new Date('2026-12-01T08:00:00Z')
let restore: () => void

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  await room.withoutBaking()
  restore = setClock(() => time)
})
afterEach(() => {
  time = new Date('2026-12-01T08:00:00Z')
})
afterAll(async () => {
  restore()
  await desk.close()
})

const nine = { at: '2026-12-01T09:00', timeZone: 'Europe/London' }
const must = async (call: string, body?: unknown) => (await room.must(room.team.publisher, call, call.startsWith('GET') ? undefined : (body ?? {}))).body
const make = async (...documents: [collection: string, id: string, more?: object][]) => {
  const { id } = await must('POST /releases', { title: 'All at once' })
  for (const [collection, document, more] of documents) await must(`POST /releases/${id}/add`, { collection, document, ...more })
  return String(id)
}
const refused = async (call: string, body: unknown = {}, by = room.team.publisher) => {
  const { status, body: answered } = await desk.rest(by, call, { body })
  return { status, ...answered.errors?.[0]?.data }
}
const publicAmong = async (ids: string[]) => (await room.sql<{ document: string }>('select document from live_publications where document = any($1) and not is_tombstone', [ids])).length

describe('a release', () => {
  test('goes out in one transaction, across collections, and says so in each row of the log', async () => {
    const ids = [await room.make('articles', 'approved'), await room.make('social-posts', 'approved'), await room.make('pages', 'approved')] as const
    const id = await make(['articles', ids[0]], ['social-posts', ids[1]], ['pages', ids[2]])
    expect(await must(`GET /releases/${id}`)).toMatchObject({ state: 'open', blockers: [], items: [{ state: 'approved' }, { state: 'approved' }, { state: 'approved' }] })
    expect(await must(`POST /releases/${id}/release`)).toMatchObject({ state: 'released' })
    expect(await publicAmong([...ids])).toBe(3)
    const moments = await room.sql('select distinct xmin::text from publications where document = any($1)', [ids])
    expect(moments).toHaveLength(1)
    expect(await room.sql(`select 1 from handbill.audit_log where action = 'published' and details ->> 'release' = $1`, [id])).toHaveLength(3)
    expect((await refused(`POST /releases/${id}/release`)).code).toBe('releaseOver')
  })

  test('with anything in the way names all of it, and nothing goes out', async () => {
    const { team } = room
    const fine = await room.make('articles', 'approved')
    const [draft, inReview, withdrawn, embargoed, live] = [await room.make('articles', 'draft'), await room.make('articles', 'checked'), await room.make('articles', 'withdrawn'), await room.make('articles', 'approved'), await room.make('articles', 'live')]
    await room.must(team.author, `PATCH /articles/${live}`, { standfirst: 'Mended.' })
    await room.bring('articles', live, 'approved')
    await room.must(team.author, `POST /articles/${embargoed}/publishing/embargo`, { reason: 'x' })
    const id = await make(['articles', fine], ['articles', draft], ['articles', inReview], ['articles', withdrawn], ['articles', embargoed], ['articles', live])
    const answer = await refused(`POST /releases/${id}/release`)
    expect(answer.status).toBe(409)
    const codes = Object.fromEntries(answer.blockers.map((blocker: { document: string; code: string }) => [blocker.document, blocker.code]))
    expect(codes).toEqual({ [draft]: 'notApproved', [inReview]: 'notApproved', [withdrawn]: 'withdrawn', [embargoed]: 'embargoed', [live]: 'changeNotSaid' })
    expect(answer.blockers.find((blocker: { document: string }) => blocker.document === inReview).missing).toEqual(['approval'])
    expect((await must(`GET /releases/${id}`)).blockers).toEqual(answer.blockers)
    expect((await refused(`POST /releases/${id}/schedule`, nine)).code).toBe('blocked')
    expect(await publicAmong([fine, draft, inReview, embargoed])).toBe(0)
    await must(`POST /releases/${id}/add`, { collection: 'articles', document: live, change: 'correction' })
    expect((await refused(`POST /releases/${id}/release`)).blockers.find((blocker: { document: string }) => blocker.document === live).code).toBe('noteMissing')
    for (const document of [draft, inReview, withdrawn, embargoed]) await must(`POST /releases/${id}/remove`, { collection: 'articles', document })
    await must(`POST /releases/${id}/add`, { collection: 'articles', document: live, change: 'correction', publicNote: 'It was otherwise.' })
    await must(`POST /releases/${id}/release`)
    expect(await room.sql(`select corrections -> 0 ->> 'note' as note from live_publications where document = $1`, [live])).toEqual([{ note: 'It was otherwise.' }])
  })

  test('with an address that another took meanwhile goes out not at all', async () => {
    const ids = [await room.make('articles', 'approved'), await room.make('articles', 'approved')] as const
    await room.sql(`insert into handbill.addresses (path, collection, document) select '/articles/' || slug, 'articles', gen_random_uuid() from articles where id = $1`, [[...ids].sort()[1]])
    const id = await make(['articles', ids[0]], ['articles', ids[1]])
    expect((await refused(`POST /releases/${id}/release`)).code).toBe('addressTaken')
    expect(await publicAmong([...ids])).toBe(0)
    expect((await must(`GET /releases/${id}`)).state).toBe('open')
  })

  test('is locked with its documents while it is scheduled, and goes out at its moment, once', async () => {
    const { team } = room
    const ids = [await room.make('articles', 'approved'), await room.make('social-posts', 'approved')] as const
    const id = await make(['articles', ids[0]], ['social-posts', ids[1]])
    expect(await must(`POST /releases/${id}/schedule`, nine)).toMatchObject({ state: 'scheduled', schedule: { at: '2026-12-01T09:00:00.000Z' }, blockers: [] })
    expect((await must(`GET /articles/${ids[0]}/review`))).toMatchObject({ state: 'scheduled', release: { id, state: 'scheduled' }, schedule: { localTime: '2026-12-01T09:00' } })
    const other = await room.make('pages', 'approved')
    expect((await refused(`POST /releases/${id}/add`, { collection: 'pages', document: other })).code).toBe('scheduled')
    expect((await refused(`POST /releases/${id}/remove`, { collection: 'articles', document: ids[0] })).code).toBe('scheduled')
    expect((await refused(`POST /releases/${id}/release`)).code).toBe('scheduled')
    expect((await refused(`POST /articles/${ids[0]}/publishing/publish`)).code).toBe('inRelease')
    expect((await refused(`POST /articles/${ids[0]}/publishing/unschedule`)).code).toBe('inRelease')
    expect((await desk.rest(team.author, `PATCH /articles/${ids[0]}`, { body: { title: 'Another' } })).status).toBe(409)
    time = new Date('2026-12-01T09:00:02Z')
    const [due] = await dueSchedules()
    const both = await Promise.all([fire(due as string), fire(due as string)])
    expect(both.map(({ state }) => state).sort()).toEqual(['done', 'gone'])
    expect(await publicAmong([...ids])).toBe(2)
    expect((await must(`GET /releases/${id}`)).state).toBe('released')
  })

  test('one of whose documents was withdrawn meanwhile stays whole on this side, and people are told', async () => {
    const { team } = room
    const live = await room.make('articles', 'live')
    await room.must(team.author, `PATCH /articles/${live}`, { standfirst: 'Mended.' })
    await room.bring('articles', live, 'approved')
    const other = await room.make('pages', 'approved')
    const id = await make(['articles', live, { change: 'minor' }], ['pages', other])
    await must(`POST /releases/${id}/schedule`, nine)
    await must(`POST /articles/${live}/publishing/withdraw`, { reason: 'x', publicNote: 'Withdrawn.' })
    time = new Date('2026-12-01T09:00:02Z')
    expect(await fire((await dueSchedules())[0] as string)).toMatchObject({ state: 'failed', problem: 'withdrawn' })
    expect(await publicAmong([live, other])).toBe(0)
    expect(await must(`GET /releases/${id}`)).toMatchObject({ state: 'open', schedule: null })
    expect((await must(`GET /pages/${other}/review`)).state).toBe('approved')
    expect(await room.sql(`select 1 from handbill.review_events where kind = 'releaseBlocked' and document = any($1)`, [[live, other]])).toHaveLength(2)
  })

  test('is taken back as one: what was new is withdrawn, of the rest readers get the text before', async () => {
    const { team } = room
    const live = await room.make('articles', 'live')
    const first = (await must(`GET /articles/${live}/review`)).live.contentHash
    await room.must(team.author, `PATCH /articles/${live}`, { standfirst: 'Mended.' })
    await room.bring('articles', live, 'approved')
    const fresh = await room.make('pages', 'approved')
    const id = await make(['articles', live, { change: 'minor' }], ['pages', fresh])
    expect((await refused(`POST /releases/${id}/take-back`, { reason: 'x', publicNote: 'x' })).code).toBe('notReleased')
    await must(`POST /releases/${id}/release`)
    expect((await refused(`POST /releases/${id}/take-back`, { reason: 'x' })).field).toBe('publicNote')
    expect((await refused(`POST /releases/${id}/take-back`, { reason: 'x', publicNote: 'x' }, team.author)).status).toBe(403)
    expect((await must(`POST /releases/${id}/take-back`, { reason: 'Too early.', publicNote: 'Published by mistake.' })).state).toBe('takenBack')
    expect((await must(`GET /articles/${live}/review`)).live.contentHash).toBe(first)
    expect((await must(`GET /pages/${fresh}/review`))).toMatchObject({ live: null, withdrawn: { publicNote: 'Published by mistake.' } })
    expect((await refused(`POST /releases/${id}/take-back`, { reason: 'x', publicNote: 'x' })).code).toBe('notReleased')
  })

  test('can’t be taken back once something of it was published anew', async () => {
    const { team } = room
    const ids = [await room.make('articles', 'approved'), await room.make('pages', 'approved')] as const
    const id = await make(['articles', ids[0]], ['pages', ids[1]])
    await must(`POST /releases/${id}/release`)
    await room.must(team.author, `PATCH /pages/${ids[1]}`, { title: 'Another page' })
    await room.bring('pages', ids[1], 'approved')
    await must(`POST /pages/${ids[1]}/publishing/publish`, { change: 'minor' })
    expect(await refused(`POST /releases/${id}/take-back`, { reason: 'x', publicNote: 'x' })).toMatchObject({ status: 409, blockers: [{ document: ids[1], code: 'changedSince' }] })
    expect(await publicAmong([...ids])).toBe(2)
  })

  test('is made, filled and sent out by publishers; a document is in one at a time', async () => {
    const { team } = room
    const document = await room.make('articles', 'approved')
    const id = await make(['articles', document])
    for (const by of [team.author, team.copy, team.administrator]) {
      for (const [call, body] of [['/releases', { title: 'x' }], [`/releases/${id}/add`, { collection: 'articles', document }], [`/releases/${id}/release`, {}], [`/releases/${id}/schedule`, nine], [`/releases/${id}/cancel`, {}]] as const) {
        expect((await refused(`POST ${call}`, body, by)).status, `${by.name} ${call}`).toBe(403)
      }
    }
    const other = await make()
    expect((await refused(`POST /releases/${other}/add`, { collection: 'articles', document })).code).toBe('inRelease')
    expect((await refused(`POST /releases/${other}/add`, { collection: 'users', document })).field).toBe('collection')
    expect((await refused(`POST /releases/${other}/add`, { collection: 'articles', document: 'seven' })).field).toBe('document')
    expect((await refused(`POST /releases/${other}/release`)).blockers).toMatchObject([{ code: 'empty' }])
    expect((await refused(`POST /releases/00000000-0000-4000-8000-000000000000/release`)).status).toBe(404)
    expect((await refused(`POST /releases/seven/release`)).status).toBe(404)
    expect((await refused('POST /releases', { title: ' ' })).field).toBe('title')
    // Published by itself, it has left the release; given up, a release frees its documents.
    await must(`POST /articles/${document}/publishing/publish`)
    expect((await must(`GET /releases/${id}`)).items).toEqual([])
    const second = await room.make('articles', 'approved')
    await must(`POST /releases/${id}/add`, { collection: 'articles', document: second })
    await must(`POST /releases/${id}/cancel`)
    await must(`POST /releases/${other}/add`, { collection: 'articles', document: second })
    expect((await desk.rest(team.copy, 'GET /releases')).body.releases.length).toBeGreaterThan(1)
  })

  test('of two sent out at once with a text that moved in between is whole or not at all', async () => {
    const { team } = room
    for (let round = 0; round < 6; round += 1) {
      const ids = [await room.make('articles', 'approved'), await room.make('articles', 'approved'), await room.make('pages', 'approved')] as const
      const id = await make(['articles', ids[0]], ['articles', ids[1]], ['pages', ids[2]])
      await Promise.all([
        desk.rest(team.publisher, `POST /releases/${id}/release`, { body: {} }),
        desk.rest(team.publisher, `POST /releases/${id}/release`, { body: {} }),
        desk.rest(team.author, `PATCH /articles/${ids[round % 2]}`, { body: { standfirst: `Round ${round}` } }),
      ])
      expect([0, 3]).toContain(await publicAmong([...ids]))
      expect((await room.sql('select 1 from publications where document = any($1)', [ids])).length).toBeLessThanOrEqual(3)
    }
  })
})
