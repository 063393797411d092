import { existsSync, readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { keptMailsAbout } from '@/collaboration/notices/mails'
import { notify } from '@/collaboration/notices/notify'
import { setClock } from '@/platform/clock'
import { inTransaction, pool } from '@/platform/database'
import { addEvent } from '@/review/store'
import { canaries, filesBelow } from '../../support/canaries'
import { openDesk, type Desk, type Person } from '../../support/desk'
import { lexical, openNewsroom, type Newsroom } from '../../support/newsroom'
import { read } from '../../support/smtp'

let desk: Desk
let room: Newsroom
let back: (() => void) | null = null

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  await room.withoutBaking()
})
afterEach(() => {
  back?.()
  back = null
})
afterAll(() => desk.close())

type Told = { person: string; kind: string; by: string | null }

/** Who was told of a document, by name and kind, in order. */
async function toldOf(document: string): Promise<string[]> {
  await notify()
  const rows = await room.sql<Told>('select users.name as person, kind from handbill.notices n join users on users.id = n.person where document = $1 order by n.event, users.name', [document])
  return rows.map(({ person, kind }) => `${person.replace('Team ', '')}: ${kind}`)
}

async function happened(kind: string, document: string, by: Person | null, details: Record<string, unknown> = {}, collection = 'articles'): Promise<void> {
  await inTransaction((tx) => addEvent(tx, { collection, document, run: null, kind, by: by?.id ?? null, details }))
}

/** From now on it is so many minutes later. */
function later(minutes: number): void {
  back?.()
  back = setClock(() => new Date(Date.now() + minutes * 60_000))
}

const inbox = async (person: Person, query = ''): Promise<ReturnType<typeof JSON.parse>> => (await room.must(person, `GET /notices${query}`)).body

describe('the path of a text', () => {
  test('tells each who has to do something next, and those who wrote it what became of it', async () => {
    const { team } = room
    const second = await desk.person('Team second', ['publisher'])
    const id = await room.make('articles', 'in-review')
    expect(await toldOf(id)).toEqual(['care: toSign', 'copy: toSign', 'sources: toSign'])
    for (const slot of ['sources', 'care'] as const) await room.must(team[slot], `POST /articles/${id}/review/sign-off`, { slot })
    expect(await toldOf(id)).toHaveLength(3)
    await room.must(team.copy, `POST /articles/${id}/review/sign-off`, { slot: 'copy' })
    expect((await toldOf(id)).slice(3)).toEqual(['publisher: toSign', 'second: toSign'])
    await room.must(team.publisher, `POST /articles/${id}/review/sign-off`, { slot: 'approval' })
    expect((await toldOf(id)).slice(5)).toEqual(['author: approved', 'second: approved'])
    await room.must(team.publisher, `POST /articles/${id}/publishing/publish`, {})
    expect((await toldOf(id)).slice(7)).toEqual(['author: published'])
    await room.must(second, `POST /articles/${id}/publishing/withdraw`, { reason: 'A test', publicNote: 'Withdrawn.' })
    expect((await toldOf(id)).slice(8)).toEqual(['author: withdrawn'])
    await room.sql(`delete from users_roles where parent_id = $1`, [second.id])
  })

  test('tells who signed that an edit made their sign-off fall, and writers that changes were asked for or a run was cancelled', async () => {
    const { team } = room
    const id = await room.make('articles', 'checked')
    const before = (await toldOf(id)).length
    await room.must(team.author, `PATCH /articles/${id}`, { warnings: [], warningReview: 'assessedNone' })
    expect((await toldOf(id)).slice(before)).toEqual(['care: signOffsVoided'])
    await room.must(team.care, `POST /articles/${id}/review/request-changes`, { comment: 'Warn of this.' })
    expect((await toldOf(id)).slice(before + 1)).toEqual(['author: changesRequested'])
    await room.must(team.publisher, `POST /articles/${id}/review/cancel`, { reason: 'Not yet.' })
    await room.must(team.administrator, `POST /articles/${id}/review/grant-exception`, { slot: 'care', reason: 'Two of us.' })
    expect((await toldOf(id)).slice(before + 2)).toEqual(['author: cancelled', 'author: exceptionGranted'])
  })

  test('asks nobody to sign what was approved, cancelled or trashed before they could be told', async () => {
    const approved = await room.make('articles', 'approved')
    expect((await toldOf(approved)).filter((each) => each.endsWith('toSign'))).toEqual([])
    const cancelled = await room.make('articles', 'in-review')
    await room.must(room.team.author, `POST /articles/${cancelled}/review/cancel`, { reason: 'No.' })
    expect(await toldOf(cancelled)).toEqual([])
    const trashed = await room.make('articles', 'draft')
    await happened('commented', trashed, room.team.care)
    await room.must(room.team.author, `PATCH /articles/${trashed}`, { deletedAt: new Date().toISOString() })
    expect(await toldOf(trashed)).toEqual([])
  })

  test('an act that is rolled back tells nobody', async () => {
    const id = await room.make('articles', 'draft')
    await expect(
      inTransaction(async (tx) => {
        await addEvent(tx, { collection: 'articles', document: id, run: null, kind: 'commented', by: null })
        throw new Error('Not after all')
      }),
    ).rejects.toThrow('Not after all')
    expect(await toldOf(id)).toEqual([])
  })

  test('each act asks the worker in its own transaction, and no two acts wait for each other', async () => {
    const id = await room.make('articles', 'draft')
    await room.sql('delete from graphile_worker._private_jobs')
    await inTransaction(async (one) => {
      await addEvent(one, { collection: 'articles', document: id, run: null, kind: 'commented', by: null })
      await addEvent(one, { collection: 'articles', document: id, run: null, kind: 'commented', by: null })
      // Would wait for ever, were there one job for all.
      await inTransaction((other) => addEvent(other, { collection: 'articles', document: id, run: null, kind: 'commented', by: null }))
      expect(await room.sql(`select from graphile_worker.jobs where task_identifier = 'notify'`)).toHaveLength(1)
    })
    expect(await room.sql(`select from graphile_worker.jobs where task_identifier = 'notify'`)).toHaveLength(2)
    expect(await toldOf(id)).toEqual(['author: commented', 'author: commented', 'author: commented'])
  })
})

describe('events of other rooms', () => {
  test('talk reaches who took part in the thread and who wrote the text; a mention and an assignment whom they name', async () => {
    const { team } = room
    const id = await room.make('articles', 'draft')
    await happened('commented', id, team.care, { thread: 't1' })
    await happened('commented', id, team.legal, { thread: 't2' })
    await happened('replied', id, team.copy, { thread: 't1' })
    await happened('mentioned', id, team.copy, { person: team.sources.id, thread: 't1' })
    await happened('assigned', id, null, { person: team.author.id })
    expect(await toldOf(id)).toEqual(['author: commented', 'author: commented', 'author: replied', 'care: replied', 'sources: mentioned', 'author: assigned'])
  })

  test('a contributor hears of what is theirs or where they were mentioned, of a private source only who may see it', async () => {
    const { team } = room
    const contributor = await desk.person('Team contributor', ['contributor'])
    const stranger = await desk.person('Team stranger', ['contributor'])
    const id = await room.write('articles', {}, contributor)
    await happened('commented', id, team.care, { participants: [stranger.id] })
    await happened('mentioned', id, team.care, { person: stranger.id })
    expect(await toldOf(id)).toEqual(['contributor: commented', 'stranger: mentioned'])
    const source = await room.write('sources', { visibility: 'private', grantedTo: [team.publisher.id], publicLabel: 'A person there' })
    await happened('mentioned', source, team.author, { people: [team.care.id, team.publisher.id, team.administrator.id, contributor.id] }, 'sources')
    expect(await toldOf(source)).toEqual(['publisher: mentioned'])
  })

  test('what is unknown, has gone, or belongs to no table tells nobody and holds nothing up', async () => {
    const id = await room.make('articles', 'draft')
    await happened('noSuchKind', id, null)
    await happened('commented', '00000000-0000-4000-8000-000000000000', null)
    await happened('releaseBlocked', id, null, {}, 'releases')
    await happened('commented', id, room.team.care)
    expect(await toldOf(id)).toEqual(['author: commented'])
    expect(await room.sql('select from handbill.unnoticed')).toEqual([])
  })
})

describe('exactly once', () => {
  test('an event that fails waits on and is told later, and keeps no other from being told', async () => {
    const [bad, good] = [await room.make('articles', 'draft'), await room.make('articles', 'draft')]
    await happened('commented', bad, room.team.care)
    await happened('commented', good, room.team.care)
    await room.sql(`create function handbill.break_it() returns trigger language plpgsql as $$ begin if new.document = '${bad}' then raise exception 'killed here'; end if; return new; end $$`)
    await room.sql('create trigger break_it after insert on handbill.notices for each row execute function handbill.break_it()')
    await expect(notify()).rejects.toThrow('1 events could not be made notices')
    await room.sql('drop function handbill.break_it() cascade')
    expect(await room.sql('select failures from handbill.unnoticed')).toEqual([{ failures: 1 }])
    expect(await toldOf(good)).toEqual(['author: commented'])
    expect(await toldOf(bad)).toEqual(['author: commented'])
  })

  test('several at it at once make one notice of each', async () => {
    const id = await room.make('articles', 'draft')
    for (let count = 0; count < 5; count += 1) await happened('commented', id, room.team.care)
    await Promise.all([notify(), notify(), notify()])
    expect(await toldOf(id)).toHaveLength(5)
  })

  test('events committed out of their order are all told', async () => {
    const id = await room.make('articles', 'draft')
    await inTransaction(async (early) => {
      await addEvent(early, { collection: 'articles', document: id, run: null, kind: 'commented', by: null })
      await happened('replied', id, null)
      expect(await toldOf(id)).toEqual(['author: replied'])
    })
    expect(await toldOf(id)).toEqual(['author: commented', 'author: replied'])
  })
})

describe('the inbox', () => {
  test('has unread ones first, the newest first, with titles that the person may read', async () => {
    const reader = await desk.person('Inbox reader', ['contributor'])
    const [own, other] = [await room.write('articles', { title: 'Their own' }, reader), await room.write('articles', { title: 'Of another' })]
    await happened('commented', own, room.team.care)
    await happened('mentioned', other, room.team.care, { person: reader.id })
    await notify()
    const first = await inbox(reader)
    expect(first).toMatchObject({ unread: 2, total: 2, page: 1, pages: 1 })
    expect(first.notices.map(({ kind }: { kind: string }) => kind)).toEqual(['mentioned', 'commented'])
    expect(first.notices[1]).toMatchObject({ title: 'Their own', path: `/admin/collections/articles/${own}`, by: { name: 'Team care' }, readAt: null })
    expect((await room.must(reader, 'POST /notices/read', { ids: [first.notices[0].id] })).body).toMatchObject({ marked: 1, unread: 1 })
    expect((await inbox(reader)).notices.map(({ kind }: { kind: string }) => kind)).toEqual(['commented', 'mentioned'])
    expect((await inbox(reader, '?limit=1&page=2')).notices.map(({ kind }: { kind: string }) => kind)).toEqual(['mentioned'])
    expect((await inbox(reader, '?limit=0'))).toMatchObject({ notices: [], unread: 1, total: 2 })
  })

  test('tells no title of what the person can’t read any more', async () => {
    const reader = await desk.person('Former reader', ['sources'])
    const id = await room.write('sources', { title: 'Soon out of sight' })
    await happened('mentioned', id, room.team.author, { person: reader.id }, 'sources')
    await notify()
    expect((await inbox(reader)).notices[0].title).toBe('Soon out of sight')
    await room.must(room.team.author, `PATCH /sources/${id}`, { visibility: 'private', publicLabel: 'A person there' })
    expect((await inbox(reader)).notices[0]).toMatchObject({ title: null, path: null })
    expect(JSON.stringify(await inbox(reader))).not.toContain('out of sight')
  })

  test('is one’s own: nobody reads or marks another’s', async () => {
    const [one, other] = [await desk.person('Inbox one', ['editor']), await desk.person('Inbox other', ['editor'])]
    const id = await room.make('articles', 'draft')
    await happened('mentioned', id, room.team.care, { person: one.id })
    await notify()
    const [notice] = (await inbox(one)).notices
    expect((await inbox(other)).notices).toEqual([])
    expect((await room.must(other, 'POST /notices/read', { ids: [notice.id] })).body.marked).toBe(0)
    expect((await room.must(other, 'POST /notices/read', { all: true })).body.marked).toBe(0)
    expect((await inbox(one)).unread).toBe(1)
    expect((await room.must(one, 'POST /notices/read', { all: true })).body).toMatchObject({ marked: 1, unread: 0 })
  })

  test.each([
    ['GET /notices?page=0', undefined, 422],
    ['GET /notices?page=x', undefined, 422],
    ['GET /notices?limit=101', undefined, 422],
    ['GET /notices?limit=-1', undefined, 422],
    ['POST /notices/read', {}, 422],
    ['POST /notices/read', { ids: ['x'] }, 422],
    ['POST /notices/read', { ids: {} }, 422],
    ['POST /notices/read', { all: 'yes' }, 422],
    ['POST /notices/settings', { timeZone: 'Mars/Olympus' }, 422],
    ['POST /notices/settings', { dailyHour: 1e99 }, 422],
    ['POST /notices/settings', { language: 'a\u0000' }, 422],
    ['POST /notices/mail-titles', {}, 422],
    ['POST /notices/mail-titles', { mailTitles: false }, 403],
    ['DELETE /notices', undefined, 404],
  ])('%s with %j is answered %i', async (call, body, status) => {
    const answered = await desk.rest(room.team.author, call, body === undefined ? {} : { body })
    expect([answered.status, answered.body.errors[0].message.length > 0]).toEqual([status, true])
    if (status === 422) expect(answered.body.errors[0].data.field).toMatch(/\S/)
  })

  test('nobody who is not signed in gets anywhere', async () => {
    for (const call of ['GET /notices', 'POST /notices/read', 'GET /notices/settings', 'POST /notices/settings', 'POST /notices/mail-titles']) expect([call, (await desk.rest(null, call, call.startsWith('POST') ? { body: {} } : {})).status]).toEqual([call, 401])
  })

  test('no GET of any address that a notice or a mail leads to changes anything', async () => {
    const reader = await desk.person('Opens links', ['editor', 'care'])
    const id = await room.make('articles', 'in-review')
    await notify()
    const state = async () => room.sql('select (select json_agg(n order by id) from handbill.notices n)::text as notices, (select count(*) from handbill.review_events)::text as events, (select count(*) from handbill.audit_log)::text as acts, (select json_agg(r order by id) from handbill.review_runs r)::text as runs, (select json_agg(s) from handbill.notice_settings s)::text as settings')
    const before = await state()
    const notice = (await inbox(reader)).notices[0]
    expect(notice.path).toBe(`/admin/collections/articles/${id}`)
    for (const path of ['/notices', '/notices?limit=0', '/notices/read', '/notices/read?all=true', `/notices/read?ids=${notice.id}`, '/notices/settings', '/notices/settings?talk=inbox', '/notices/mail-titles?mailTitles=false', `/articles/${id}`, `/articles/${id}/review`, `/articles/${id}/review/sign-off`, `/articles/${id}/publishing/publish`]) {
      await desk.rest(reader, `GET ${path}`)
      await desk.rest(null, `GET ${path}`)
    }
    expect(await state()).toEqual(before)
  })
})

describe('settings', () => {
  test('stand for everybody until they say otherwise, and are kept', async () => {
    const person = await desk.person('Chooser', ['editor'])
    const usual = (await room.must(person, 'GET /notices/settings')).body
    expect(usual).toEqual({ language: 'en', timeZone: 'Europe/London', dailyHour: 8, quietFrom: null, quietTo: null, review: 'atOnce', talk: 'atOnce', publishing: 'atOnce', followUps: 'daily', mailTitles: true, mayChangeMailTitles: false })
    const changed = { language: 'ar', timeZone: 'Asia/Damascus', dailyHour: 6, quietFrom: 22, quietTo: 7, talk: 'daily' }
    expect((await room.must(person, 'POST /notices/settings', changed)).body).toEqual({ ...usual, ...changed })
    expect((await room.must(person, 'GET /notices/settings')).body).toEqual({ ...usual, ...changed })
    expect((await room.must(room.team.author, 'GET /notices/settings')).body).toEqual({ ...usual })
  })

  test('hold for what is still to be mailed', async () => {
    const person = await desk.person('Changes their mind', ['editor'])
    const id = await room.make('articles', 'draft')
    await happened('mentioned', id, room.team.care, { person: person.id })
    await notify()
    const mailed = async () => (await room.sql('select mail_state, mail_mode from handbill.notices where person = $1', [person.id]))[0]
    expect(await mailed()).toEqual({ mail_state: 'due', mail_mode: 'atOnce' })
    await room.must(person, 'POST /notices/settings', { talk: 'daily' })
    expect(await mailed()).toEqual({ mail_state: 'due', mail_mode: 'daily' })
    await room.must(person, 'POST /notices/settings', { talk: 'inbox' })
    expect(await mailed()).toEqual({ mail_state: 'none', mail_mode: null })
  })
})

describe('mails without a server', () => {
  test('are files that hold who, what, the title and a link, and no word of a text, a comment or a note', async () => {
    const birds = canaries('nm')
    const { team } = room
    const body = birds.of('body')
    const id = await room.write('articles', { title: 'A title to be told', standfirst: birds.of('standfirst'), body: lexical(body) })
    await room.must(team.author, `POST /articles/${id}/review/submit`, { note: birds.of('note of the submission') })
    await room.must(team.care, `POST /articles/${id}/review/request-changes`, { comment: birds.of('comment') })
    await room.must(team.author, `POST /articles/${id}/review/cancel`, { reason: birds.of('reason') })
    await inTransaction((tx) => addEvent(tx, { collection: 'articles', document: id, run: null, kind: 'commented', by: team.care.id, words: birds.of('thread'), details: { words: birds.of('details') } }))
    await notify()
    later(5)
    await notify()
    const mails = filesBelow(`${desk.database.dataDir}/mail`)
    expect(mails.flatMap(({ bytes }) => birds.in(bytes.toString().replace(/=\r?\n/g, '')))).toEqual([])
    const [path, ...others] = await keptMailsAbout(pool, 'articles', id)
    expect([others, existsSync(path!)]).toEqual([[], true])
    const { words, headers } = read(readFileSync(path!, 'utf8'))
    for (const part of ['A title to be told', 'Team care', 'Changes were asked for', 'A new comment', `http://127.0.0.1:3000/admin/collections/articles/${id}`]) expect(words).toContain(part)
    expect(headers).toMatchObject({ 'auto-submitted': 'auto-generated', 'list-unsubscribe': '<http://127.0.0.1:3000/admin/inbox#settings>' })
    expect(words).not.toMatch(/token|sign-off\?|JWT/i)
  })

  test('name no document where the newsroom says so, nor a private source', async () => {
    const { team } = room
    expect((await room.must(team.administrator, 'POST /notices/mail-titles', { mailTitles: false })).body.mailTitles).toBe(false)
    expect((await room.sql(`select details from handbill.audit_log where action = 'mailTitlesChanged'`))[0]?.details).toEqual({ mailTitles: false })
    const id = await room.write('articles', { title: 'Better not told' })
    await happened('commented', id, team.care)
    await notify()
    later(5)
    await notify()
    const text = async (collection: string, document: string): Promise<string> => read(readFileSync((await keptMailsAbout(pool, collection, document))[0]!, 'utf8')).words
    expect(await text('articles', id)).toContain('a document')
    expect(await text('articles', id)).not.toContain('Better not told')
    await room.must(team.administrator, 'POST /notices/mail-titles', { mailTitles: true })
    const source = await room.write('sources', { title: 'Somebody in danger', visibility: 'private', publicLabel: 'A person there' })
    await happened('commented', source, team.publisher, {}, 'sources')
    await notify()
    later(15)
    await notify()
    expect(await text('sources', source)).not.toContain('in danger')
  })

  test('are not sent of what was read on the desk meanwhile, or may not be read any more', async () => {
    const [reads, leaves] = [await desk.person('Reads at once', ['editor']), await desk.person('Leaves', ['editor'])]
    const id = await room.make('articles', 'draft')
    await happened('mentioned', id, room.team.care, { people: [reads.id, leaves.id] })
    await notify()
    await room.must(reads, 'POST /notices/read', { all: true })
    await room.sql('delete from users_roles where parent_id = $1', [leaves.id])
    later(30)
    await notify()
    expect(await room.sql('select mail_state, mail from handbill.notices where person = any($1)', [[reads.id, leaves.id]])).toEqual([{ mail_state: 'none', mail: null }, { mail_state: 'none', mail: null }])
    expect(await keptMailsAbout(pool, 'articles', id)).toEqual([])
    later(0)
    const source = await room.write('sources', { title: 'Turns private' })
    await happened('mentioned', source, room.team.author, { person: room.team.sources.id }, 'sources')
    await notify()
    await room.must(room.team.author, `PATCH /sources/${source}`, { visibility: 'private', publicLabel: 'A person there' })
    later(40)
    await notify()
    expect(await keptMailsAbout(pool, 'sources', source)).toEqual([])
  })

  test('go with the account', async () => {
    const leaver = await desk.person('Is deleted', ['editor'])
    const id = await room.make('articles', 'draft')
    await happened('mentioned', id, room.team.care, { person: leaver.id })
    await notify()
    await desk.payload.delete({ collection: 'users', id: leaver.id, overrideAccess: true })
    expect(await room.sql('select from handbill.notices where person = $1', [leaver.id])).toEqual([])
    later(60)
    await notify()
  })
})
