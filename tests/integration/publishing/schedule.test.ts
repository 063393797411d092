import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startTicking } from '@/jobs/ticking'
import { setClock } from '@/platform/clock'
import { database } from '@/platform/database'
import { escalateFollowUps } from '@/publishing/escalate'
import { dueSchedules, fire, realignSchedules } from '@/publishing/fire'
import { openDesk, type Desk } from '../../support/desk'
import { openNewsroom, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom
let time = new Date('2026-12-01T08:00:00Z')
let release: () => void

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  await room.withoutBaking()
  release = setClock(() => time)
})
afterEach(() => {
  time = new Date('2026-12-01T08:00:00Z')
})
afterAll(async () => {
  release()
  await desk.close()
})

const at = (iso: string) => (time = new Date(iso))
const schedule = (id: string, body: object, by = room.team.publisher) => desk.rest(by, `POST /articles/${id}/publishing/schedule`, { body })
const nine = { at: '2026-12-01T09:00', timeZone: 'Europe/London' }
const isPublic = async (id: string) => (await room.sql('select 1 from live_publications where document = $1 and not is_tombstone', [id])).length === 1
const fireDue = async () => {
  const fired = []
  for (const id of await dueSchedules()) fired.push(await fire(id))
  return fired
}
const answer = async (id: string) => (await room.must(room.team.publisher, `GET /articles/${id}/review`)).body
const code = (answered: { status: number; body: { errors: { data: { code: string; field?: string } }[] } }) => [answered.status, answered.body.errors[0]?.data.field ?? answered.body.errors[0]?.data.code]

describe('a schedule', () => {
  test('makes exactly what was approved public at its moment, once', async () => {
    const id = await room.make('articles', 'approved')
    const before = await answer(id)
    const scheduled = await schedule(id, { ...nine, baseHash: before.document.contentHash })
    expect(scheduled.body).toMatchObject({ state: 'scheduled', schedule: { at: '2026-12-01T09:00:00.000Z', localTime: '2026-12-01T09:00', timeZone: 'Europe/London', by: { name: 'Team publisher' } } })
    at('2026-12-01T08:59:59Z')
    expect(await fireDue()).toEqual([])
    at('2026-12-01T09:00:01Z')
    const [first] = await dueSchedules()
    // Two workers at once.
    const both = await Promise.all([fire(first as string), fire(first as string), fire(first as string)])
    expect(both.map(({ state }) => state).sort()).toEqual(['done', 'gone', 'gone'])
    expect(await isPublic(id)).toBe(true)
    expect((await answer(id)).live.contentHash).toBe(before.document.contentHash)
    // A clock that is set back makes nothing happen again.
    at('2026-12-01T08:00:00Z')
    await fireDue()
    at('2026-12-01T10:00:00Z')
    expect(await fireDue()).toEqual([])
    expect(await room.sql('select 1 from publications where document = $1', [id])).toHaveLength(1)
  })

  test('holds the text fast until it is unscheduled, and lets notes for the desk change', async () => {
    const { team } = room
    const id = await room.make('articles', 'approved')
    await schedule(id, nine)
    const edited = await desk.rest(team.author, `PATCH /articles/${id}`, { body: { title: 'Another title' } })
    expect([edited.status, edited.body.errors[0].data.code]).toEqual([409, 'scheduled'])
    await room.must(team.author, `PATCH /articles/${id}`, { notes: 'Call them on Monday.' })
    for (const [call, body] of [['review/cancel', { reason: 'x' }], ['review/request-changes', { comment: 'x' }], ['publishing/embargo', { reason: 'x' }], ['publishing/schedule', nine]] as const) {
      expect((await desk.rest(team.publisher, `POST /articles/${id}/${call}`, { body })).status, call).toBe(409)
    }
    expect((await desk.rest(team.author, `POST /articles/${id}/publishing/unschedule`, { body: {} })).status).toBe(403)
    expect((await room.must(team.publisher, `POST /articles/${id}/publishing/unschedule`, { reason: 'Not yet' })).body).toMatchObject({ state: 'approved', schedule: null })
    await room.must(team.author, `PATCH /articles/${id}`, { title: 'Another title' })
    at('2026-12-01T09:00:01Z')
    expect(await fireDue()).toEqual([])
    expect(await isPublic(id)).toBe(false)
  })

  test('is refused for what is past, jumped over, in no zone, no time at all, or not approved', async () => {
    const { team } = room
    const id = await room.make('articles', 'approved')
    const refused: [object, unknown][] = [
      [{ at: '2026-12-01T07:59', timeZone: 'Europe/London' }, [422, 'at']],
      [{ at: '2026-12-01T08:00', timeZone: 'Europe/London' }, [422, 'at']],
      [{ at: '2027-03-28T01:30', timeZone: 'Europe/London' }, [422, 'at']],
      [{ at: '2026-02-30T09:00', timeZone: 'Europe/London' }, [422, 'at']],
      [{ at: 'tomorrow', timeZone: 'Europe/London' }, [422, 'at']],
      [{ at: '2026-12-01T09:00Z', timeZone: 'Europe/London' }, [422, 'at']],
      [{ at: '2026-12-01T09:00', timeZone: 'Europe/Atlantis' }, [422, 'timeZone']],
      [{ at: '2026-12-01T09:00', timeZone: '+01:00' }, [422, 'timeZone']],
      [{ at: '2026-12-01T09:00' }, [422, 'timeZone']],
      [{ timeZone: 'Europe/London' }, [422, 'at']],
      [{ ...nine, occurrence: 'third' }, [422, 'occurrence']],
      [{ ...nine, baseHash: '0'.repeat(64) }, [409, 'stale']],
    ]
    for (const [body, expected] of refused) expect(code(await schedule(id, body)), JSON.stringify(body)).toEqual(expected)
    expect((await schedule(id, { at: '2027-03-28T01:30', timeZone: 'Europe/London' })).body.errors[0].data.next).toBe('2027-03-28T02:00')
    expect((await schedule(id, nine, team.author)).status).toBe(403)
    expect((await desk.rest(null, `POST /articles/${id}/publishing/schedule`, { body: nine })).status).toBe(401)
    for (const state of ['draft', 'in-review', 'live'] as const) expect(code(await schedule(await room.make('articles', state), nine)), state).toEqual([409, 'notApproved'])
    expect(await room.sql(`select 1 from handbill.schedules where document = $1`, [id])).toEqual([])
  })

  test('at both ends of summer time means what the clocks show', async () => {
    const spring = await room.make('articles', 'approved')
    expect((await schedule(spring, { at: '2027-03-28T02:00', timeZone: 'Europe/London' })).body.schedule.at).toBe('2027-03-28T01:00:00.000Z')
    const [first, second] = [await room.make('articles', 'approved'), await room.make('articles', 'approved')]
    expect((await schedule(first, { at: '2027-10-31T01:30', timeZone: 'Europe/London' })).body.schedule.at).toBe('2027-10-31T00:30:00.000Z')
    expect((await schedule(second, { at: '2027-10-31T01:30', timeZone: 'Europe/London', occurrence: 'second' })).body.schedule.at).toBe('2027-10-31T01:30:00.000Z')
    at('2027-10-31T00:30:00Z')
    await fireDue()
    expect([await isPublic(spring), await isPublic(first), await isPublic(second)]).toEqual([true, true, false])
    at('2027-10-31T01:30:00Z')
    await fireDue()
    expect(await isPublic(second)).toBe(true)
  })

  test('that was due while nobody was here is caught up in order, and says that it was late', async () => {
    const ids = []
    for (const hour of ['11', '09', '10']) {
      const id = await room.make('articles', 'approved')
      await schedule(id, { at: `2026-12-01T${hour}:00`, timeZone: 'UTC' })
      ids.push(id)
    }
    at('2026-12-01T12:00:00Z')
    const ticking = startTicking()
    const until = performance.now() + 5_000
    while ((await dueSchedules()).length > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 50))
    await ticking.stop()
    const rows = await room.sql<{ document: string; late_seconds: number }>(`select s.document, s.late_seconds from handbill.schedules s join publications p on p.id = s.publication where s.document = any($1) order by p.went_live_at, s.at`, [ids])
    expect(rows.map(({ late_seconds: late }) => late)).toEqual([10_800, 7_200, 3_600])
    const late = await room.sql(`select 1 from handbill.review_events where kind = 'publishedLate' and document = any($1)`, [ids])
    expect(late).toHaveLength(3)
    const audited = await room.sql<{ details: { lateSeconds: number } }>(`select details from handbill.audit_log where action = 'published' and document = $1`, [ids[1]])
    expect(audited[0]?.details.lateSeconds).toBe(10_800)
  })

  test('whose maker lost the role, or whose text was redacted or withdrawn meanwhile, is not carried out, and people are told', async () => {
    const { team } = room
    const other = await desk.person('Second publisher', ['publisher'])
    const id = await room.make('articles', 'approved')
    await schedule(id, nine, other)
    await room.sql('delete from users_roles where parent_id = $1', [other.id])
    at('2026-12-01T09:00:10Z')
    expect(await fireDue()).toMatchObject([{ state: 'failed', problem: 'notYourRole' }])
    expect(await answer(id)).toMatchObject({ state: 'approved', schedule: null, live: null })
    expect(await room.sql(`select 1 from handbill.review_events where kind = 'scheduleFailed' and document = $1`, [id])).toHaveLength(1)

    at('2026-12-01T08:00:00Z')
    const live = await room.make('articles', 'live')
    await room.must(team.author, `PATCH /articles/${live}`, { standfirst: 'Mended.' })
    await room.bring('articles', live, 'approved')
    expect(code(await schedule(live, nine))).toEqual([422, 'change'])
    expect(code(await schedule(live, { ...nine, change: 'correction' }))).toEqual([422, 'publicNote'])
    expect((await schedule(live, { ...nine, change: 'minor' })).status).toBe(200)
    await room.must(team.publisher, `POST /articles/${live}/publishing/withdraw`, { reason: 'x', publicNote: 'Withdrawn.' })
    at('2026-12-01T09:00:10Z')
    expect(await fireDue()).toEqual([])
    expect(await answer(live)).toMatchObject({ state: 'approved', schedule: null, live: null })
  })

  test('can be overtaken by hand', async () => {
    const id = await room.make('articles', 'approved')
    await schedule(id, nine)
    await room.must(room.team.publisher, `POST /articles/${id}/publishing/publish`, {})
    at('2026-12-01T09:00:10Z')
    expect(await fireDue()).toEqual([])
    expect(await room.sql('select state from handbill.schedules where document = $1', [id])).toEqual([{ state: 'cancelled' }])
  })

  test('follows its local time where a country changes its rules', async () => {
    const id = await room.make('articles', 'approved')
    await schedule(id, nine)
    await database().query(`update handbill.schedules set at = at + interval '1 hour' where document = $1`, [id])
    expect(await realignSchedules()).toBe(1)
    expect((await answer(id)).schedule.at).toBe('2026-12-01T09:00:00.000Z')
    expect(await realignSchedules()).toBe(0)
    await room.must(room.team.publisher, `POST /articles/${id}/publishing/unschedule`, {})
  })
})

describe('an embargo', () => {
  test('keeps a text from publishing, scheduling and release until a publisher lifts it', async () => {
    const { team } = room
    const id = await room.make('articles', 'checked')
    expect((await desk.rest(team.copy, `POST /articles/${id}/publishing/embargo`, { body: { reason: 'x' } })).status).toBe(403)
    expect(code(await desk.rest(team.author, `POST /articles/${id}/publishing/embargo`, { body: {} }))).toEqual([422, 'reason'])
    expect(code(await desk.rest(team.author, `POST /articles/${id}/publishing/embargo`, { body: { reason: 'x', until: '2026-12-02T09:00' } }))).toEqual([422, 'timeZone'])
    const set = await room.must(team.author, `POST /articles/${id}/publishing/embargo`, { reason: 'The report is theirs until Friday.', until: '2026-12-04T00:01', timeZone: 'Asia/Beirut' })
    expect(set.body.embargo).toMatchObject({ until: '2026-12-03T22:01:00.000Z', reason: 'The report is theirs until Friday.', by: { name: 'Team author' } })
    expect((await desk.rest(team.author, `POST /articles/${id}/publishing/embargo`, { body: { reason: 'y' } })).status).toBe(409)
    // It can be approved, and goes nowhere.
    const approved = (await room.must(team.publisher, `POST /articles/${id}/review/sign-off`, { slot: 'approval' })).body
    expect(approved.state).toBe('approved')
    expect(approved.youMay).not.toContain('publish')
    at('2026-12-05T00:00:00Z')
    expect(code(await desk.rest(team.publisher, `POST /articles/${id}/publishing/publish`, { body: {} }))).toEqual([409, 'embargoed'])
    expect(code(await schedule(id, { at: '2026-12-06T09:00', timeZone: 'UTC' }))).toEqual([409, 'embargoed'])
    expect((await desk.rest(team.author, `POST /articles/${id}/publishing/lift-embargo`, { body: {} })).status).toBe(403)
    await room.must(team.publisher, `POST /articles/${id}/publishing/lift-embargo`, { reason: 'It is out.' })
    expect((await desk.rest(team.publisher, `POST /articles/${id}/publishing/lift-embargo`, { body: {} })).status).toBe(409)
    await room.must(team.publisher, `POST /articles/${id}/publishing/publish`, {})
    expect(await isPublic(id)).toBe(true)
  })
})

describe('a review that is owed', () => {
  test('is asked for when it is due, and again until it is done', async () => {
    const { team } = room
    const id = await room.write('articles')
    await room.must(team.author, `POST /articles/${id}/review/submit`, { workflow: 'rapid' })
    await room.must(team.publisher, `POST /articles/${id}/review/sign-off`, { slot: 'approval' })
    await room.must(team.publisher, `POST /articles/${id}/publishing/publish`, {})
    const told = async () => (await room.sql(`select 1 from handbill.review_events where kind = 'escalated' and document = $1`, [id])).length
    at('2026-12-02T07:59:00Z')
    await escalateFollowUps()
    expect(await told()).toBe(0)
    at('2026-12-02T08:00:00Z')
    await Promise.all([escalateFollowUps(), escalateFollowUps()])
    expect(await told()).toBe(1)
    at('2026-12-02T13:59:00Z')
    await escalateFollowUps()
    expect(await told()).toBe(1)
    at('2026-12-02T14:00:00Z')
    await escalateFollowUps()
    expect(await told()).toBe(2)
    await room.must(team.publisher, `POST /articles/${id}/publishing/withdraw`, { reason: 'x', publicNote: 'x' })
    at('2026-12-03T14:00:00Z')
    await escalateFollowUps()
    expect(await told()).toBe(2)
  })
})
