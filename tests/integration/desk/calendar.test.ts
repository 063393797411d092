import type { TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarOf, type Entry } from '@/desk/calendar/read-calendar'
import { setClock } from '@/platform/clock'
import { openDesk, type Desk, type Person } from '../../support/desk'
import { openNewsroom, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  await room.withoutBaking()
})
afterAll(() => desk.close())

const monthFor = async (person: Person, month: string, zone = 'Europe/London'): Promise<[string, Entry[]][]> => [...(await calendarOf(desk.payload, person.user as unknown as TypedUser, { month, zone }))]
const linesFor = async (person: Person, month: string, zone?: string): Promise<string[]> => (await monthFor(person, month, zone)).flatMap(([day, entries]) => entries.map(({ kind, title, name }) => [day, kind, title, name].filter((each) => each !== null).join(' ')))

describe('the calendar', () => {
  test('shows what goes public, what is kept back and what is due, on the day of the person’s own zone', async () => {
    const { team } = room
    const [scheduled, kept, given, owed] = [await room.make('articles', 'approved', { title: 'Scheduled' }), await room.write('articles', { title: 'Kept back' }), await room.write('articles', { title: 'Given' }), await room.write('articles', { title: 'Owed' })]
    await room.must(team.publisher, `POST /articles/${scheduled}/publishing/schedule`, { at: '2030-12-31T23:30', timeZone: 'Europe/London' })
    await room.must(team.publisher, `POST /articles/${kept}/publishing/embargo`, { reason: 'A test', until: '2030-12-05T09:00', timeZone: 'Europe/London' })
    await room.must(team.author, `POST /articles/${given}/assign`, { person: team.care.id, dueAt: '2030-12-10T12:00:00Z' })
    await room.sql(`insert into handbill.follow_ups (collection, document, kind, workflow, publication, opened_at, due_at) values ('articles', $1, 'fullReview', 'article', gen_random_uuid(), now(), '2030-12-12T12:00:00Z')`, [owed])
    const release = await room.must(team.publisher, 'POST /releases', { title: 'All at once' })
    const together = await room.make('articles', 'approved', { title: 'In a release' })
    await room.must(team.publisher, `POST /releases/${release.body.id}/add`, { collection: 'articles', document: together })
    await room.must(team.publisher, `POST /releases/${release.body.id}/schedule`, { at: '2030-12-20T09:00', timeZone: 'Europe/London' })
    expect(await linesFor(team.author, '2030-12')).toEqual([
      '2030-12-05 embargo Kept back',
      `2030-12-10 assignment Given ${team.care.name}`,
      '2030-12-12 followUp Owed',
      '2030-12-20 release All at once',
      '2030-12-31 schedule Scheduled',
    ])
    // In Beirut it is the next year by then.
    expect(await linesFor(team.author, '2030-12', 'Asia/Beirut')).toHaveLength(4)
    expect(await linesFor(team.author, '2031-01', 'Asia/Beirut')).toEqual(['2031-01-01 schedule Scheduled'])
    expect(await linesFor(team.author, '2030-11')).toEqual([])
  })

  test('says what is late, and forgets what was taken back', async () => {
    const { team } = room
    const id = await room.make('articles', 'approved', { title: 'Late' })
    await room.must(team.publisher, `POST /articles/${id}/publishing/schedule`, { at: '2031-03-01T09:00', timeZone: 'UTC' })
    const late = async (): Promise<boolean | undefined> => (await monthFor(team.author, '2031-03'))[0]?.[1][0]?.isLate
    expect(await late()).toBe(false)
    const stop = setClock(() => new Date('2031-03-01T09:10:00Z'))
    try {
      expect(await late()).toBe(true)
    } finally {
      stop()
    }
    await room.must(team.publisher, `POST /articles/${id}/publishing/unschedule`, {})
    expect(await linesFor(team.author, '2031-03')).toEqual([])
  })

  test('tells nobody of what they may not read, nor of releases that may hold it', async () => {
    const contributor = await desk.person('Writes their own', ['contributor'])
    const own = await room.write('articles', { title: 'Their own' }, contributor)
    await room.must(room.team.author, `POST /articles/${own}/assign`, { person: contributor.id, dueAt: '2030-12-24T12:00:00Z' })
    expect(await linesFor(contributor, '2030-12')).toEqual([`2030-12-24 assignment Their own ${contributor.name}`])
    expect((await linesFor(room.team.author, '2030-12')).length).toBeGreaterThan(4)
  })

  test('what is in the trash stands nowhere', async () => {
    const id = await room.write('articles', { title: 'Thrown away' })
    await room.must(room.team.author, `POST /articles/${id}/assign`, { person: room.team.author.id, dueAt: '2032-01-01T12:00:00Z' })
    expect(await linesFor(room.team.author, '2032-01')).toHaveLength(1)
    await room.bring('articles', id, 'trashed')
    expect(await linesFor(room.team.author, '2032-01')).toEqual([])
  })
})
