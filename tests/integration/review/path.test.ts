import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Desk, Person } from '../../support/desk'
import { openDesk } from '../../support/desk'
import { lexical, openNewsroom, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
})
afterAll(() => desk.close())

const review = async (by: Person, id: string) => (await room.must(by, `GET /articles/${id}/review`)).body

describe('an article on its way', () => {
  test('goes public once each part is signed by somebody else, and takes its new topic along', async () => {
    const { team } = room
    const topic = await room.write('topics', { title: 'Rivers' })
    const id = await room.write('articles', { topics: [topic] })
    const draft = await review(team.author, id)
    expect(draft).toMatchObject({ state: 'draft', live: null, run: null, missing: [], youMay: ['edit', 'submit', 'embargo'] })

    const submitted = (await room.must(team.author, `POST /articles/${id}/review/submit`, { namesPeople: true, baseHash: draft.document.contentHash })).body
    expect(submitted).toMatchObject({ state: 'in-review', missing: ['sources', 'care', 'copy', 'legal', 'approval'] })
    for (const slot of ['sources', 'care', 'copy', 'legal'] as const) {
      const before = (await review(team[slot], id)).run.slots.find((one: { slot: string }) => one.slot === slot)
      expect(before).toMatchObject({ mayYouSign: true, whyNot: null, needed: 1 })
      expect((await desk.rest(team.publisher, `POST /articles/${id}/publishing/publish`, { body: {} })).status).toBe(409)
      await room.must(team[slot], `POST /articles/${id}/review/sign-off`, { slot, note: 'Seen.' })
    }
    const approved = (await room.must(team.publisher, `POST /articles/${id}/review/sign-off`, { slot: 'approval' })).body
    expect(approved).toMatchObject({ state: 'approved', missing: [] })
    expect(approved.youMay).toContain('publish')
    expect(approved.run.slots[0].signOffs[0]).toMatchObject({ by: { name: 'Team sources' }, standing: true, voidedBy: null })

    const published = (await room.must(team.publisher, `POST /articles/${id}/publishing/publish`, {})).body
    expect(published).toMatchObject({ state: 'draft', run: null, live: { contentHash: draft.document.contentHash }, document: { contentHash: draft.document.contentHash } })
    const rows = await room.sql<{ collection: string; content_hash: string }>('select collection, content_hash from live_publications where document = any($1) order by 1', [[id, topic]])
    expect(rows.map(({ collection }) => collection)).toEqual(['articles', 'topics'])
    expect(await room.sql('select 1 from graphile_worker.jobs where key = $1', ['bake'])).toHaveLength(1)
    expect((await desk.rest(team.publisher, `POST /articles/${id}/publishing/publish`, { body: { change: 'minor' } })).status).toBe(409)
  })

  test('an edit voids exactly the sign-off whose part it changed, and says which words', async () => {
    const { team } = room
    const id = await room.make('articles', 'approved')
    await room.must(team.author, `PATCH /articles/${id}`, { warningReview: 'assessedNone', warnings: [] })
    const after = await review(team.author, id)
    expect(after).toMatchObject({ state: 'in-review', missing: ['care', 'approval'] })
    const care = after.run.slots.find((one: { slot: string }) => one.slot === 'care').signOffs[0]
    expect(care).toMatchObject({ standing: false, voidedBy: { by: { name: 'Team author' }, reason: 'edited', changes: [{ part: 'warnings' }] } })
    expect((await desk.rest(team.publisher, `POST /articles/${id}/publishing/publish`, { body: {} })).body.errors[0].data.missing).toEqual(['care', 'approval'])
    await room.must(team.care, `POST /articles/${id}/review/sign-off`, { slot: 'care' })
    await room.must(team.publisher, `POST /articles/${id}/review/sign-off`, { slot: 'approval' })
    await room.must(team.publisher, `POST /articles/${id}/publishing/publish`, {})
  })

  test('a reviewer changes the slot’s own subject and nothing else', async () => {
    const { team } = room
    const id = await room.make('articles', 'draft')
    expect((await desk.rest(team.care, `PATCH /articles/${id}`, { body: { warnings: [], warningReview: 'assessedNone' } })).status).toBe(403)
    await room.bring('articles', id, 'in-review')
    const refused = await desk.rest(team.care, `PATCH /articles/${id}`, { body: { title: 'Mine now' } })
    expect([refused.status, refused.body.errors[0].message]).toEqual([403, 'In review you can change only what your own slot is about. Everything else is for the editors.'])
    expect((await room.must(team.author, `GET /articles/${id}`)).body.title).not.toBe('Mine now')
    await room.must(team.care, `PATCH /articles/${id}`, { warnings: [], warningReview: 'assessedNone' })
    await room.must(team.care, `POST /articles/${id}/review/sign-off`, { slot: 'care' })
  })

  test('changes asked for come with a comment, are seen by the writer, and the run resumes with what stands', async () => {
    const { team } = room
    const id = await room.make('articles', 'checked')
    expect((await desk.rest(team.publisher, `POST /articles/${id}/review/request-changes`, { body: {} })).body.errors[0].data.field).toBe('comment')
    const asked = (await room.must(team.publisher, `POST /articles/${id}/review/request-changes`, { comment: 'Who counted?' })).body
    expect(asked).toMatchObject({ state: 'changes-requested', notes: [{ kind: 'changesRequested', words: 'Who counted?', slot: 'approval' }, {}, {}, {}].slice(0, asked.notes.length) })
    await room.must(team.author, `PATCH /articles/${id}`, { standfirst: 'Who counted, and how.' })
    const again = (await room.must(team.author, `POST /articles/${id}/review/submit`, {})).body
    expect(again).toMatchObject({ state: 'in-review', missing: ['copy', 'approval'] })
    expect((await room.must(team.author, `POST /articles/${id}/review/cancel`, { reason: 'Not yet.' })).body).toMatchObject({ state: 'draft', run: null })
  })

  test('a new companion that is edited in review voids what covered it', async () => {
    const { team } = room
    const campaign = await room.write('campaigns')
    const id = await room.make('articles', 'approved', { campaigns: [campaign] })
    await room.must(team.author, `PATCH /campaigns/${campaign}`, { standfirst: 'Something else.' })
    expect(await review(team.author, id)).toMatchObject({ state: 'in-review', missing: ['approval'] })
  })
})

describe('four eyes', () => {
  test('who wrote the text signs none of it, and who wrote a companion doesn’t approve it', async () => {
    const both = await desk.person('Two hats', ['editor', 'sources', 'publisher'])
    await desk.person('Second publisher', ['publisher'])
    const topic = await room.write('topics', {}, both)
    const id = await room.write('articles', { topics: [topic] })
    await room.bring('articles', id, 'checked')
    const refused = await desk.rest(both, `POST /articles/${id}/review/sign-off`, { body: { slot: 'approval' } })
    expect([refused.status, refused.body.errors[0].data.code]).toEqual([403, 'helped'])
    const own = await room.write('articles', {}, both)
    await room.must(both, `POST /articles/${own}/review/submit`, {})
    const signing = await desk.rest(both, `POST /articles/${own}/review/sign-off`, { body: { slot: 'sources' } })
    expect([signing.status, signing.body.errors[0].data.code]).toEqual([403, 'wroteTheText'])
  })

  test('a save that changes nothing makes nobody a writer', async () => {
    const { team } = room
    const id = await room.make('articles', 'draft')
    const stored = (await room.must(team.publisher, `GET /articles/${id}`)).body
    await room.must(team.publisher, `PATCH /articles/${id}`, { title: stored.title })
    await room.bring('articles', id, 'approved')
  })

  test('an administrator lifts them for one slot, with a reason that is kept', async () => {
    const { team } = room
    const id = await room.make('articles', 'in-review')
    expect((await desk.rest(team.publisher, `POST /articles/${id}/review/grant-exception`, { body: { slot: 'care', reason: 'x' } })).status).toBe(403)
    const granted = (await room.must(team.administrator, `POST /articles/${id}/review/grant-exception`, { slot: 'care', reason: 'Two of us today.' })).body
    expect(granted.exceptions).toMatchObject([{ slot: 'care', by: { name: 'Team administrator' }, reason: 'Two of us today.' }])
    expect((await room.sql(`select details from handbill.audit_log where document = $1 and action = 'exceptionGranted'`, [id]))[0]?.details).toEqual({ slot: 'care' })
  })
})

describe('what clients send', () => {
  test.each([
    ['not JSON', '{"slot":', 400],
    ['a list', '[]', 422],
    ['a number for a slot', '{"slot":5}', 422],
    ['a slot that isn’t', '{"slot":"fame"}', 422],
    ['nothing', '', 422],
    ['a field that isn’t', '{"slot":"care","force":true}', 422],
    ['a hash that isn’t', '{"slot":"care","baseHash":"x"}', 422],
    ['an old hash', `{"slot":"care","baseHash":"${'0'.repeat(64)}"}`, 409],
    ['a NUL', '{"slot":"care","note":"a\\u0000b"}', 422],
    ['too much', JSON.stringify({ slot: 'care', note: 'x'.repeat(70_000) }), 413],
  ])('%s is answered %i with nothing changed', async (_, raw, status) => {
    const id = await room.make('articles', 'in-review')
    const answered = await desk.rest(room.team.care, `POST /articles/${id}/review/sign-off`, { raw, headers: { 'Content-Type': 'application/json' } })
    expect(answered.status).toBe(status)
    expect(answered.body.errors[0].message).toMatch(/\S/u)
    if (status === 422) expect(answered.body.errors[0].data.field).toMatch(/\S/u)
    expect((await review(room.team.author, id)).missing).toHaveLength(4)
  })

  test('an unfinished text is told what it lacks', async () => {
    const made = await room.must(room.team.author, 'POST /articles', { title: 'Half' })
    const id = made.body.doc.id
    expect((await review(room.team.author, id)).missing).toEqual(['kind', 'standfirst', 'body', 'warningReview'].filter((field) => made.body.doc[field] === null || made.body.doc[field] === undefined || field === 'warningReview'))
    const answered = await desk.rest(room.team.author, `POST /articles/${id}/review/submit`, { body: {} })
    expect(answered.status).toBe(422)
    expect(answered.body.errors[0].data.missing).toContain('standfirst')
  })

  test('nobody, a stranger to the text and a document that isn’t get 401, 403 and 404', async () => {
    const id = await room.make('articles', 'draft')
    const stranger = await desk.person('Stranger', ['contributor'])
    expect((await desk.rest(null, `GET /articles/${id}/review`)).status).toBe(401)
    expect([403, 404]).toContain((await desk.rest(stranger, `GET /articles/${id}/review`)).status)
    expect((await desk.rest(room.team.author, `GET /articles/nonsense/review`)).status).toBe(404)
    expect((await desk.rest(room.team.author, `GET /articles/00000000-0000-4000-8000-000000000000/review`)).status).toBe(404)
  })
})

describe('saves', () => {
  test('one that began from an older rev is refused with both left as they are', async () => {
    const { team } = room
    const id = await room.make('articles', 'draft')
    const { rev } = (await room.must(team.author, `GET /articles/${id}`)).body
    await room.must(team.author, `PATCH /articles/${id}`, { rev, standfirst: 'First.' })
    const stale = await desk.rest(team.publisher, `PATCH /articles/${id}`, { body: { rev, standfirst: 'Second.' } })
    expect([stale.status, stale.body.errors[0].data]).toEqual([409, { rev: rev + 1, savedBy: team.author.id }])
    expect((await room.must(team.author, `GET /articles/${id}`)).body.standfirst).toBe('First.')
  })

  test.each([
    ['title', { a: 1 }],
    ['title', 'a\u0000b'],
    ['title', 'half \ud83d'],
    ['body', 'text'],
    ['topics', ['nonsense']],
    ['warnings', 'many'],
  ])('a %s that can’t be one is refused by name', async (field, value) => {
    const id = await room.make('articles', 'draft')
    const answered = await desk.rest(room.team.author, `PATCH /articles/${id}`, { body: { [field]: value } })
    expect(answered.status).toBe(422)
    expect(answered.body.errors[0].data.field).toBe(field)
  })

  test('restoring a version is an ordinary save of the old text', async () => {
    const { team } = room
    const id = await room.make('articles', 'approved')
    await room.must(team.author, `PATCH /articles/${id}`, { standfirst: 'Second.', body: lexical('Other words.') })
    const versions = (await room.must(team.author, `GET /articles/versions?where[parent][equals]=${id}&sort=updatedAt`)).body.docs
    await room.must(team.author, `POST /articles/versions/${versions[0].id}`)
    expect((await room.must(team.author, `GET /articles/${id}`)).body.standfirst).toBe('What it is about.')
    expect((await review(team.author, id)).state).toBe('in-review')
  })
})

describe('what a text shows', () => {
  test('an image whose alternative text changes voids the sign-offs that cover it', async () => {
    const { team } = room
    const image = await room.write('media')
    const id = await room.make('articles', 'checked', { lead: { image } })
    await room.must(team.author, `PATCH /media/${image}`, { alt: 'Something else to see' })
    expect((await review(team.author, id)).missing).toEqual(['care', 'copy', 'approval'])
  })

  test('a team too small is told before anything is submitted', async () => {
    const hidden = (await room.sql<{ parent_id: string }>(`delete from users_roles where value = 'care' returning parent_id`)).map(({ parent_id }) => parent_id)
    const id = await room.make('articles', 'draft')
    expect((await review(room.team.author, id)).teamTooSmall).toEqual(['care'])
    const refused = await desk.rest(room.team.author, `POST /articles/${id}/review/submit`, { body: {} })
    expect([refused.status, refused.body.errors[0].data.missing]).toEqual([409, ['care']])
    for (const parent of hidden) await room.sql(`insert into users_roles ("order", parent_id, value) values (1, $1, 'care')`, [parent])
    await room.bring('articles', id, 'in-review')
  })
})
