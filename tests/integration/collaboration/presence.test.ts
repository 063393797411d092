import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { endStreams } from '@/collaboration/presence/streams'
import type { PresenceView } from '@/collaboration/presence/view'
import { setClock } from '@/platform/clock'
import { openDesk, type Desk, type Person } from '../../support/desk'
import { lexical, openNewsroom, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom
let editor: Person
let time = new Date('2026-11-26T09:00:00Z')
const restoreClock = setClock(() => time)

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  editor = await desk.person('Second editor', ['editor'])
})
afterEach(() => endStreams())
afterAll(async () => {
  restoreClock()
  await desk.close()
})

const later = (seconds: number): void => {
  time = new Date(time.getTime() + seconds * 1_000)
}
const beat = async (by: Person, id: string, session: string, more: Record<string, unknown> = {}): Promise<PresenceView> => (await room.must(by, `POST /articles/${id}/presence`, { session, ...more })).body
const look = async (by: Person, id: string): Promise<PresenceView> => (await room.must(by, `GET /articles/${id}/presence`)).body
const audited = (id: string) => room.sql<{ action: string; actor: string; details: Record<string, unknown> }>(`select action, actor, details from handbill.audit_log where document = $1 order by seq`, [id])

describe('who is in a document', () => {
  test('is seen by whoever may read it, with name, roles and place, and without an address', async () => {
    const { team } = room
    const id = await room.write('articles')
    const [one, two] = [randomUUID(), randomUUID()]
    await beat(team.author, id, one, { isEditing: true, field: 'body' })
    later(1)
    const seen = await beat(team.copy, id, two)
    expect(seen.people).toMatchObject([
      { session: one, person: { id: team.author.id, name: 'Team author', roles: ['editor'] }, isEditing: true, field: 'body', isAway: false },
      { session: two, person: { name: 'Team copy', roles: ['copy'] }, isEditing: false, field: null },
    ])
    expect(seen.holder).toBe(one)
    expect(seen.rev).toBe(1)
    expect(JSON.stringify(seen)).not.toContain('@')
    await room.must(team.author, `POST /articles/${id}/presence/leave`, { session: one })
    expect((await look(team.copy, id)).people.map(({ session }) => session)).toEqual([two])
    later(61)
    expect((await look(team.copy, id)).people).toEqual([])
  })

  test('is nothing to those who may not read it, and nobody lends out another’s window', async () => {
    const { team } = room
    const id = await room.write('articles')
    const session = randomUUID()
    const stranger = await desk.person('Contributor elsewhere', ['contributor'])
    for (const call of ['GET', 'POST'] as const) {
      const sent = call === 'POST' ? { body: { session } } : {}
      expect((await desk.rest(null, `${call} /articles/${id}/presence`, sent)).status).toBe(401)
      expect((await desk.rest(stranger, `${call} /articles/${id}/presence`, sent)).status).toBe(403)
      expect((await desk.rest(team.author, `${call} /articles/${randomUUID()}/presence`, sent)).status).toBe(404)
    }
    expect((await desk.rest(stranger, `GET /articles/${id}/presence/stream`)).status).toBe(403)
    await beat(team.author, id, session)
    expect((await desk.rest(editor, `POST /articles/${id}/presence`, { body: { session } })).status).toBe(409)
    expect((await desk.rest(team.author, `POST /articles/${await room.write('articles')}/presence`, { body: { session } })).status).toBe(409)
  })

  test.each([
    ['not JSON', 400, '{'],
    ['a list', 422, '[]'],
    ['no window', 422, '{}'],
    ['a window that is none', 422, '{"session":"x"}'],
    ['a place that is none', 422, `{"session":"${randomUUID()}","field":"a b"}`],
    ['a number that is none', 422, `{"session":"${randomUUID()}","baseRev":1.5}`],
    ['an unknown field', 422, `{"session":"${randomUUID()}","force":true}`],
    ['text of the wrong kind', 422, `{"session":"${randomUUID()}","isEditing":true,"unsaved":{"base":{},"mine":{"title":{"a":1}}}}`],
    ['text that is no object', 422, `{"session":"${randomUUID()}","unsaved":"x"}`],
    ['a NUL', 422, `{"session":"${randomUUID()}","unsaved":{"base":{},"mine":{"title":"a\\u0000"}}}`],
    ['too much', 413, JSON.stringify({ session: randomUUID(), unsaved: { base: {}, mine: { notes: 'x'.repeat(2_100_000) } } })],
  ])('%s is answered %i', async (_, status, raw) => {
    const id = await room.write('articles')
    const answered = await desk.rest(room.team.author, `POST /articles/${id}/presence`, { raw, headers: { 'Content-Type': 'application/json' } })
    expect(answered.status).toBe(status)
    expect(answered.body.errors[0].message).toMatch(/\S/u)
    expect((await look(room.team.author, id)).people).toEqual([])
  })
})

describe('the lock', () => {
  test('is the first editor’s until they stop, and then the next one’s', async () => {
    const { team } = room
    const id = await room.write('articles')
    const [one, two, reader] = [randomUUID(), randomUUID(), randomUUID()]
    await beat(team.copy, id, reader, { isEditing: true })
    expect((await look(team.copy, id)).holder).toBeNull()
    await beat(team.author, id, one, { isEditing: true })
    expect((await beat(editor, id, two, { isEditing: true })).holder).toBe(one)
    expect((await beat(team.author, id, one, { isEditing: false })).holder).toBeNull()
    expect((await beat(editor, id, two, { isEditing: true })).holder).toBe(two)
    later(59)
    expect((await beat(team.author, id, one, { isEditing: true })).holder).toBe(two)
    later(1)
    expect((await beat(team.author, id, one, { isEditing: true })).holder).toBe(one)
  })

  test('stays with text that its holder left, until that is taken over: saved in the holder’s name, merged, audited', async () => {
    const { team } = room
    const id = await room.write('articles', { standfirst: 'As it was.', body: lexical('one two three', 'four five six') })
    const began = (await room.must(team.author, `GET /articles/${id}`)).body
    const [one, two] = [randomUUID(), randomUUID()]
    await beat(team.author, id, one, { isEditing: true, baseRev: 1, unsaved: { base: { body: began.body }, mine: { body: lexical('one two three, typed and not saved', 'four five six') } } })
    await room.must(editor, `PATCH /articles/${id}`, { body: lexical('one two three', 'four five six, saved meanwhile') })
    await room.must(team.author, `POST /articles/${id}/presence/leave`, { session: one })
    later(1)
    const seen = await beat(editor, id, two, { isEditing: true })
    expect([seen.holder, seen.people[0]?.isAway, seen.people[0]?.hasUnsaved]).toEqual([one, true, true])
    const taken = (await room.must(editor, `POST /articles/${id}/presence/take-over`, { session: two })).body
    expect(taken.committed).toEqual([{ session: one, person: team.author.id, isSaved: true, isKept: false, conflicts: [] }])
    expect([taken.presence.holder, taken.presence.left, taken.presence.people.length]).toEqual([two, [], 1])
    const stored = (await room.must(team.author, `GET /articles/${id}`)).body
    expect(JSON.stringify(stored.body)).toMatch(/typed and not saved.*saved meanwhile/)
    expect([stored.savedBy, stored.rev]).toEqual([team.author.id, 3])
    expect((await audited(id)).at(-1)).toMatchObject({ action: 'tookOver', actor: editor.id, details: { from: [team.author.id], saved: 1, kept: 0 } })
    expect(await room.sql(`select 1 from handbill.editing_sessions where document = $1 and unsaved is not null`, [id])).toEqual([])
  })

  test('taken over in conflict keeps the holder’s text, shows it to those who may edit, and drops it only once it is settled', async () => {
    const { team } = room
    const id = await room.write('articles', { standfirst: 'As it was.', notes: '' })
    const [one, two] = [randomUUID(), randomUUID()]
    await beat(team.author, id, one, { isEditing: true, baseRev: 1, unsaved: { base: { standfirst: 'As it was.', notes: null }, mine: { standfirst: 'As I typed it.', notes: 'Ask the harbour.' } } })
    await room.must(editor, `PATCH /articles/${id}`, { standfirst: 'As it was saved.' })
    later(61)
    await beat(editor, id, two, { isEditing: true })
    const taken = (await room.must(editor, `POST /articles/${id}/presence/take-over`, { session: two })).body
    expect(taken.committed).toMatchObject([{ isSaved: true, isKept: true, conflicts: [{ path: 'standfirst', mine: 'As I typed it.', theirs: 'As it was saved.' }] }])
    expect((await room.must(editor, `GET /articles/${id}`)).body).toMatchObject({ standfirst: 'As it was saved.', notes: 'Ask the harbour.', savedBy: team.author.id })
    expect(taken.presence.left).toMatchObject([{ session: one, person: { name: 'Team author' } }])
    expect((await room.must(editor, `GET /articles/${id}/presence/left/${one}`)).body.unsaved.mine.standfirst).toBe('As I typed it.')
    expect((await desk.rest(team.copy, `GET /articles/${id}/presence/left/${one}`)).status).toBe(403)
    expect((await desk.rest(team.copy, `POST /articles/${id}/presence/settle`, { body: { session: one } })).status).toBe(403)
    expect((await room.must(editor, `POST /articles/${id}/presence/settle`, { session: one })).body.left).toEqual([])
    expect((await desk.rest(editor, `POST /articles/${id}/presence/settle`, { body: { session: one } })).status).toBe(404)
    expect((await audited(id)).at(-1)).toMatchObject({ action: 'leftTextSettled', details: { of: team.author.id } })
  })

  test('taken over from somebody who may no longer edit keeps their text instead of saving it', async () => {
    const { team } = room
    const former = await desk.person('Former editor', ['editor'])
    const id = await room.write('articles', { standfirst: 'As it was.' })
    const [one, two] = [randomUUID(), randomUUID()]
    await beat(former, id, one, { isEditing: true, unsaved: { base: { standfirst: 'As it was.' }, mine: { standfirst: 'Typed while it was allowed.' } } })
    await desk.payload.update({ collection: 'users', id: former.id, data: { roles: ['copy'] }, overrideAccess: true })
    await beat(team.author, id, two)
    const taken = (await room.must(team.author, `POST /articles/${id}/presence/take-over`, { session: two })).body
    expect(taken.committed).toMatchObject([{ isSaved: false, isKept: true, conflicts: [] }])
    expect((await room.must(team.author, `GET /articles/${id}`)).body).toMatchObject({ standfirst: 'As it was.', rev: 1 })
    expect(taken.presence.left).toHaveLength(1)
  })

  test('is not taken by those who may not edit, nor for a window that isn’t theirs', async () => {
    const { team } = room
    const id = await room.write('articles')
    const [one, two] = [randomUUID(), randomUUID()]
    await beat(team.author, id, one, { isEditing: true })
    await beat(team.copy, id, two)
    expect((await desk.rest(team.copy, `POST /articles/${id}/presence/take-over`, { body: { session: two } })).status).toBe(403)
    expect((await desk.rest(editor, `POST /articles/${id}/presence/take-over`, { body: { session: two } })).status).toBe(409)
    expect((await desk.rest(editor, `POST /articles/${id}/presence/take-over`, { body: {} })).status).toBe(422)
    expect((await look(team.author, id)).holder).toBe(one)
    expect((await audited(id)).map(({ action }) => action)).not.toContain('tookOver')
  })
})

/** The events of a stream as they come. */
async function streamOf(person: Person, id: string) {
  const { GET } = await import('@/app/(payload)/api/[...slug]/route')
  const leaving = new AbortController()
  const slug = ['articles', id, 'presence', 'stream']
  const request = new Request(`http://127.0.0.1:3000/api/${slug.join('/')}`, { headers: { Authorization: `JWT ${person.token}` }, signal: leaving.signal })
  const response = await GET(request, { params: Promise.resolve({ slug }) })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (): Promise<PresenceView | null> => {
    for (;;) {
      const found = /event: presence\ndata: (.*)\n\n/.exec(text)
      if (found !== null) {
        text = text.slice(found.index + found[0].length)
        return JSON.parse(found[1] as string) as PresenceView
      }
      const { value, done } = await reader.read()
      if (done) return null
      text += value
    }
  }
  return { response, next, leave: () => leaving.abort() }
}

describe('the stream', () => {
  test('tells at once who is there, then each change, and each save, and ends when its reader goes', async () => {
    const { team } = room
    const id = await room.write('articles')
    const session = randomUUID()
    const stream = await streamOf(team.copy, id)
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream')
    expect([stream.response.headers.get('cache-control'), stream.response.headers.get('x-accel-buffering')]).toEqual(['no-store, no-transform', 'no'])
    expect(await stream.next()).toMatchObject({ people: [], rev: 1 })
    await beat(team.author, id, session, { isEditing: true, field: 'title' })
    expect(await stream.next()).toMatchObject({ people: [{ session, isEditing: true, field: 'title' }], holder: session })
    await room.must(team.author, `PATCH /articles/${id}`, { title: 'Saved' })
    expect(await stream.next()).toMatchObject({ rev: 2 })
    stream.leave()
    expect(await stream.next()).toBeNull()
  })

  test('is open a handful of times for one person, and a place is free again once one has ended', async () => {
    const id = await room.write('articles')
    const streams = await Promise.all(Array.from({ length: 6 }, () => streamOf(editor, id)))
    expect(streams.map(({ response }) => response.status)).toEqual(Array(6).fill(200))
    expect((await desk.rest(editor, `GET /articles/${id}/presence/stream`)).status).toBe(429)
    streams[0]?.leave()
    expect((await streamOf(editor, id)).response.status).toBe(200)
    endStreams()
    expect(await streams[1]?.next()).not.toBeNull()
    expect(await streams[1]?.next()).toBeNull()
  })
})
