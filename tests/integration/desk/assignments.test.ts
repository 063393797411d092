import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setClock } from '@/platform/clock'
import { openDesk, type Answered, type Desk, type Person } from '../../support/desk'
import { openNewsroom, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom
let contributor: Person

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  contributor = await desk.person('A contributor', ['contributor'])
})
afterAll(() => desk.close())

const assign = (by: Person, id: string, body: Record<string, unknown>): Promise<Answered> => desk.rest(by, `POST /articles/${id}/assign`, { body })
const unassign = (by: Person, id: string, person: string): Promise<Answered> => desk.rest(by, `POST /articles/${id}/unassign`, { body: { person } })
const have = async (id: string): Promise<string[]> => (await room.must(room.team.author, `GET /articles/${id}/assignments`)).body.assignments.map(({ person }: { person: { id: string } }) => person.id)

describe('who has a document on their desk', () => {
  test('editors and publishers assign whoever may read it, until the end of a day in their own zone, and it is told and recorded', async () => {
    const { team } = room
    const id = await room.make('articles', 'draft')
    const stop = setClock(() => new Date('2026-11-26T12:00:00Z'))
    try {
      await room.must(team.author, 'POST /notices/settings', { timeZone: 'Asia/Beirut' })
      const answered = await room.must(team.author, `POST /articles/${id}/assign`, { person: team.care.id, dueAt: '2026-12-01' })
      // Midnight in Beirut is ten in the evening of Greenwich.
      expect(answered.body.assignments).toEqual([expect.objectContaining({ person: { id: team.care.id, name: team.care.name }, by: { id: team.author.id, name: team.author.name }, dueAt: '2026-12-01T21:59:59.000Z', isOverdue: false, isYours: false })])
      await room.must(team.publisher, `POST /articles/${id}/assign`, { person: team.copy.id, dueAt: '2026-12-01T09:00:00+02:00' })
    } finally {
      stop()
    }
    expect((await room.must(team.author, `GET /articles/${id}/assignments`)).body.assignments.map(({ dueAt }: { dueAt: string }) => dueAt)).toEqual(['2026-12-01T07:00:00.000Z', '2026-12-01T21:59:59.000Z'])
    expect(await room.sql('select kind, by, details from handbill.review_events where document = $1 order by id limit 1', [id])).toEqual([{ kind: 'assigned', by: team.author.id, details: { person: team.care.id, dueAt: '2026-12-01T21:59:59.000Z' } }])
    expect(await room.sql(`select actor, action, details ->> 'person' as person from handbill.audit_log where document = $1 order by seq limit 1`, [id])).toEqual([{ actor: team.author.id, action: 'assigned', person: team.care.id }])
  })

  test('everybody takes and lays down their own, and nobody else’s without the right', async () => {
    const { team } = room
    const id = await room.make('articles', 'draft')
    expect((await assign(team.sources, id, { person: team.sources.id })).status).toBe(200)
    for (const by of [team.sources, team.care, team.administrator]) {
      expect((await assign(by, id, { person: team.copy.id })).status, by.name).toBe(403)
      if (by !== team.sources) expect((await unassign(by, id, team.sources.id)).status, by.name).toBe(403)
    }
    expect(await have(id)).toEqual([team.sources.id])
    expect((await unassign(team.sources, id, team.sources.id)).status).toBe(200)
    expect(await have(id)).toEqual([])
    await assign(team.author, id, { person: team.care.id })
    expect((await unassign(team.publisher, id, team.care.id)).status).toBe(200)
    expect((await unassign(team.publisher, id, team.care.id)).status).toBe(409)
    expect(await room.sql(`select count(*)::int as count from handbill.audit_log where document = $1 and action = 'unassigned'`, [id])).toEqual([{ count: 2 }])
  })

  test('whoever is bound by a date can lay the work down, but gives themselves no longer', async () => {
    const { team } = room
    const id = await room.make('articles', 'draft')
    await room.must(team.author, `POST /articles/${id}/assign`, { person: team.care.id, dueAt: '2027-01-10' })
    expect((await assign(team.care, id, { person: team.care.id, dueAt: '2027-02-10' })).status).toBe(403)
    expect((await assign(team.care, id, { person: team.care.id, dueAt: '' })).status).toBe(403)
    expect((await assign(team.publisher, id, { person: team.care.id, dueAt: '' })).body.assignments[0].dueAt).toBeNull()
    expect((await unassign(team.care, id, team.care.id)).status).toBe(200)
  })

  test('nobody is given what they may not read, and who isn’t given it learns nothing of it', async () => {
    const { team } = room
    const id = await room.make('articles', 'draft')
    const refused = await assign(team.author, id, { person: contributor.id })
    expect([refused.status, refused.body.errors[0].data]).toEqual([422, { code: 'notToBeAssigned', field: 'person' }])
    const gone = await assign(team.author, id, { person: '11111111-1111-4111-8111-111111111111' })
    expect(gone.status).toBe(422)
    for (const call of [`GET /articles/${id}/assignments`, `POST /articles/${id}/assign`]) expect([403, 404], call).toContain((await desk.rest(contributor, call, call.startsWith('POST') ? { body: { person: contributor.id } } : {})).status)
    const own = await room.write('articles', {}, contributor)
    expect((await assign(team.author, own, { person: contributor.id })).status).toBe(200)
    const answered = await room.must(contributor, `GET /articles/${own}/assignments`)
    expect([answered.body.mayAssign, answered.body.assignable]).toEqual([false, []])
    expect((await room.must(team.author, `GET /articles/${id}/assignments`)).body.assignable.map((person: { id: string }) => person.id)).not.toContain(contributor.id)
  })

  test('a private source is given only to those who may see it', async () => {
    const { team } = room
    const id = await room.write('sources', { visibility: 'private', publicLabel: 'Somebody who was there' })
    expect((await desk.rest(team.author, `POST /sources/${id}/assign`, { body: { person: team.care.id } })).status).toBe(422)
    expect((await desk.rest(team.care, `POST /sources/${id}/assign`, { body: { person: team.care.id } })).status).toBeGreaterThanOrEqual(403)
    expect((await desk.rest(team.author, `POST /sources/${id}/assign`, { body: { person: team.author.id } })).status).toBe(200)
  })

  test('the same again changes and tells nothing', async () => {
    const id = await room.make('articles', 'draft')
    for (let times = 0; times < 3; times += 1) await room.must(room.team.author, `POST /articles/${id}/assign`, { person: room.team.care.id })
    expect(await room.sql('select count(*)::int as count from handbill.review_events where document = $1', [id])).toEqual([{ count: 1 }])
  })

  test('what a client sends wrongly is refused with its field, and nothing is stored', async () => {
    const { team } = room
    const id = await room.make('articles', 'draft')
    const wrong: [Record<string, unknown>, string][] = [
      [{}, 'person'],
      [{ person: 5 }, 'person'],
      [{ person: 'me' }, 'person'],
      [{ person: team.care.id, dueAt: 'tomorrow' }, 'dueAt'],
      [{ person: team.care.id, dueAt: '2027-02-30' }, 'dueAt'],
      [{ person: team.care.id, dueAt: '2027-02-01T09:00' }, 'dueAt'],
      [{ person: team.care.id, dueAt: '2020-01-01' }, 'dueAt'],
      [{ person: team.care.id, dueAt: '9999-01-01' }, 'dueAt'],
      [{ person: team.care.id, due: '2027-01-01' }, 'due'],
    ]
    for (const [body, field] of wrong) {
      const answered = await assign(team.author, id, body)
      expect([answered.status, answered.body.errors[0].data.field], JSON.stringify(body)).toEqual([422, field])
    }
    expect((await desk.rest(null, `POST /articles/${id}/assign`, { body: { person: team.care.id } })).status).toBe(401)
    expect((await assign(team.author, '11111111-1111-4111-8111-111111111111', { person: team.care.id })).status).toBe(404)
    const trashed = await room.make('articles', 'trashed')
    expect((await assign(team.author, trashed, { person: team.care.id })).status).toBe(409)
    expect(await have(id)).toEqual([])
  })
})
