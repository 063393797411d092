import type { TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stateLoader } from '@/desk/states'
import { setClock } from '@/platform/clock'
import { firstPageOf, type FirstPage } from '@/desk/waiting'
import { openDesk, type Desk, type Person } from '../../support/desk'
import { openNewsroom, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom

beforeAll(async () => {
  desk = await openDesk({ worker: true })
  room = await openNewsroom(desk)
})
afterAll(() => desk.close())

const pageOf = (person: Person): Promise<FirstPage> => firstPageOf(desk.payload, person.user as unknown as TypedUser)
const ids = (items: FirstPage[keyof Omit<FirstPage, 'adoptedTotal'>]): string[] => items.map(({ id }) => id)

describe('the first page of the desk', () => {
  test('a draft stands with whoever writes it, and waits on nobody', async () => {
    const id = await room.make('articles', 'draft', { title: 'A draft' })
    expect((await pageOf(room.team.author)).yourDrafts).toContainEqual(expect.objectContaining({ id, title: 'A draft', state: 'draft' }))
    for (const person of [room.team.sources, room.team.publisher]) {
      const page = await pageOf(person)
      expect([...ids(page.waitsOnYou), ...ids(page.yourDrafts)]).not.toContain(id)
    }
  })

  test('a submitted text waits on those who can sign, each for their own slot, and on approval only once the checks are signed', async () => {
    const { team } = room
    const id = await room.make('articles', 'in-review')
    expect((await pageOf(team.sources)).waitsOnYou.find((item) => item.id === id)?.slots).toEqual(['sources'])
    expect((await pageOf(team.care)).waitsOnYou.find((item) => item.id === id)?.slots).toEqual(['care'])
    expect(ids((await pageOf(team.legal)).waitsOnYou)).not.toContain(id)
    expect(ids((await pageOf(team.publisher)).waitsOnYou)).not.toContain(id)
    const own = await pageOf(team.author)
    expect(own.yoursInReview.find((item) => item.id === id)?.slots).toEqual(['sources', 'care', 'copy', 'approval'])
    expect(ids(own.yourDrafts)).not.toContain(id)
    for (const slot of ['sources', 'care', 'copy'] as const) await room.must(team[slot], `POST /articles/${id}/review/sign-off`, { slot })
    expect(ids((await pageOf(team.sources)).waitsOnYou)).not.toContain(id)
    expect((await pageOf(team.publisher)).waitsOnYou.find((item) => item.id === id)?.slots).toEqual(['approval'])
  })

  test('nothing waits on somebody for a slot that four eyes bar them from', async () => {
    const both = await desk.person('Writes and checks', ['editor', 'sources'])
    const id = await room.write('articles', {}, both)
    await room.must(both, `POST /articles/${id}/review/submit`, {})
    expect(ids((await pageOf(both)).waitsOnYou)).not.toContain(id)
    expect(ids((await pageOf(both)).yoursInReview)).toContain(id)
  })

  test('what waits longest stands first', async () => {
    const [first, second] = [await room.make('articles', 'in-review'), await room.make('articles', 'in-review')]
    const waiting = ids((await pageOf(room.team.copy)).waitsOnYou)
    expect(waiting.indexOf(first)).toBeLessThan(waiting.indexOf(second))
  })

  test('what was sent back stands with its writer; what is approved, with the publisher; what went public, with everybody', async () => {
    const { team } = room
    const sentBack = await room.make('articles', 'in-review')
    await room.must(team.care, `POST /articles/${sentBack}/review/request-changes`, { comment: 'Warn of this first.' })
    expect(ids((await pageOf(team.author)).sentBack)).toContain(sentBack)
    expect(ids((await pageOf(team.care)).waitsOnYou)).not.toContain(sentBack)
    const approved = await room.make('articles', 'approved')
    expect(ids((await pageOf(team.publisher)).readyToPublish)).toContain(approved)
    expect(ids((await pageOf(team.author)).readyToPublish)).not.toContain(approved)
    const live = await room.make('articles', 'live')
    for (const person of [team.author, team.legal]) expect(ids((await pageOf(person)).recentlyPublished)).toContain(live)
    expect(ids((await pageOf(team.author)).yourDrafts)).not.toContain(live)
  })

  test('a title that a person may not read is not told them', async () => {
    const live = await room.make('articles', 'live', { title: 'Not for contributors' })
    const contributor = await desk.person('A contributor', ['contributor'])
    expect(JSON.stringify(await pageOf(contributor))).not.toContain('Not for contributors')
    expect(ids((await pageOf(room.team.author)).recentlyPublished)).toContain(live)
  })

  test('what is on somebody’s desk stands there with its date, what is due first in front, and marked once that is over', async () => {
    const { team } = room
    const [later, sooner, undated] = [await room.make('articles', 'draft'), await room.make('articles', 'in-review'), await room.make('articles', 'draft')]
    for (const [id, dueAt] of [[undated, ''], [later, '2031-02-01T12:00:00Z'], [sooner, '2031-01-01T12:00:00Z']]) await room.must(team.author, `POST /articles/${id}/assign`, { person: team.legal.id, dueAt })
    const before = (await pageOf(team.legal)).assigned
    expect(before.map(({ id, state, dueAt, isOverdue }) => [id, state, dueAt, isOverdue])).toEqual([
      [sooner, 'in-review', '2031-01-01T12:00:00.000Z', false],
      [later, 'draft', '2031-02-01T12:00:00.000Z', false],
      [undated, 'draft', undefined, undefined],
    ])
    expect(ids((await pageOf(team.author)).assigned)).toEqual([])
    const stop = setClock(() => new Date('2031-01-15T00:00:00Z'))
    try {
      expect((await pageOf(team.legal)).assigned.map(({ isOverdue }) => isOverdue)).toEqual([true, false, undefined])
    } finally {
      stop()
    }
  })

  test('what was let through by the rapid way is marked in review, and its whole review stands with those who can submit it', async () => {
    const { team } = room
    const id = await room.write('articles')
    await room.must(team.author, `POST /articles/${id}/review/submit`, { workflow: 'rapid' })
    expect((await pageOf(team.publisher)).waitsOnYou.find((item) => item.id === id)?.isRapid).toBe(true)
    await room.must(team.publisher, `POST /articles/${id}/review/sign-off`, { slot: 'approval' })
    await room.must(team.publisher, `POST /articles/${id}/publishing/publish`, {})
    const owed = async (person: Person) => (await pageOf(person)).followUps.find((item) => item.id === id)
    expect(await owed(team.author)).toMatchObject({ about: 'fullReview', isOverdue: false })
    expect(await owed(team.care)).toBeUndefined()
    const stop = setClock(() => new Date(Date.now() + 25 * 3_600_000))
    try {
      expect((await owed(team.publisher))?.isOverdue).toBe(true)
    } finally {
      stop()
    }
  })

  test('what is scheduled stands by its time, and is marked where that went by or it failed', async () => {
    const { team } = room
    const [first, second] = [await room.make('articles', 'approved'), await room.make('articles', 'approved')]
    await room.must(team.publisher, `POST /articles/${second}/publishing/schedule`, { at: '2031-06-02T09:00', timeZone: 'Europe/London' })
    await room.must(team.publisher, `POST /articles/${first}/publishing/schedule`, { at: '2031-06-01T09:00', timeZone: 'Europe/London' })
    const seen = async (person: Person) => (await pageOf(person)).scheduled.map(({ id, about, isOverdue }) => [id, about, isOverdue])
    expect(await seen(team.copy)).toEqual([[first, 'scheduled', false], [second, 'scheduled', false]])
    await room.sql(`update handbill.schedules set at = now() - interval '1 hour', state = 'failed', ended_at = now() where document = $1`, [second])
    expect(await seen(team.copy)).toEqual([[second, 'failed', true], [first, 'scheduled', false]])
    // Scheduled anew: what failed before is no news any more.
    await room.sql(`insert into handbill.schedules (collection, document, local_time, time_zone, at, run, content_hash, scheduled_by, scheduled_at) select collection, document, local_time, time_zone, '2031-06-03T09:00:00Z', run, content_hash, scheduled_by, now() from handbill.schedules where document = $1`, [second])
    expect(await seen(team.copy)).toEqual([[first, 'scheduled', false], [second, 'scheduled', false]])
    expect(await seen(await desk.person('Not theirs', ['contributor']))).toEqual([])
    await room.sql(`update handbill.schedules set state = 'cancelled', ended_at = now() where state = 'waiting'`)
  })

  test('a text in the trash is on nobody’s page', async () => {
    const id = await room.make('articles', 'trashed')
    expect(ids((await pageOf(room.team.author)).yourDrafts)).not.toContain(id)
  })
})

describe('the states that lists show', () => {
  test('come for many documents at once, working text and public side apart', async () => {
    const [draft, inReview, live, withdrawn] = [await room.make('articles', 'draft'), await room.make('articles', 'in-review'), await room.make('articles', 'live'), await room.make('articles', 'withdrawn')]
    const load = stateLoader()
    const states = await Promise.all([draft, inReview, live, withdrawn].map((id) => load('articles', id)))
    expect(states.map((each) => [each?.state, each?.publicSide])).toEqual([
      ['draft', 'never'],
      ['in-review', 'never'],
      ['draft', 'live'],
      ['draft', 'withdrawn'],
    ])
  })
})
