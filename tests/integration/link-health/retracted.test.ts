import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noteEvents } from '@/collaboration/notices/note-events'
import { bakeNow } from '@/jobs/baking'
import { firstPageOf } from '@/desk/waiting'
import { openDesk, type Answered, type Desk, type Person } from '../../support/desk'
import { citationNode, lexical, openNewsroom, textNode, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom
let contributor: Person
let malformed: string | undefined

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  await room.withoutBaking()
  contributor = await desk.person('A contributor', ['contributor'])
})
afterAll(() => desk.close())

/** An article that cites a source, in a state of review. */
async function citing(source: string, state: 'draft' | 'in-review' | 'checked' | 'approved' | 'live', by?: Person): Promise<string> {
  const key = `k${Math.random().toString(36).slice(2, 10)}`
  const id = await room.write('articles', { body: lexical([textNode('It was so.'), citationNode({ key, source, quote: 'it was so' })]) }, by)
  if (state !== 'draft') await room.bring('articles', id, state)
  await room.sql(
    `insert into handbill.citations (collection, document, key, position, scope, source, intent, quote, claim, basis) values ('articles', $1, $2, 0, 'document', $3, 'supports', 'it was so', 'It was so.', 'b')
     on conflict (collection, document, key) do update set claim = excluded.claim`,
    [id, key, source],
  )
  return id
}
let memos = 0
const source = (more: Record<string, unknown> = {}): Promise<string> => room.make('sources', 'live', { title: 'A leaked memo', url: `https://memo.example/${(memos += 1)}`, ...more })
const verify = (by: Person, id: string, body: Record<string, unknown>): Promise<Answered> => desk.rest(by, `POST /sources/${id}/verification`, { body })
const slots = async (id: string): Promise<[string, boolean[]][]> =>
  (await room.must(room.team.author, `GET /articles/${id}/review`)).body.run.slots.map(({ slot, signOffs }: { slot: string; signOffs: { standing: boolean }[] }) => [slot, signOffs.map(({ standing }) => standing)])

describe('a source that is retracted', () => {
  test('opens the sign-offs for sources and for the whole again in every review that relied on it, and no others', async () => {
    const { team } = room
    const [memo, other] = [await source(), await source({ title: 'Another' })]
    const [approved, unconcerned] = [await citing(memo, 'approved'), await citing(other, 'approved')]
    const answered = await verify(team.sources, memo, { result: 'retracted', source: 'fail', technical: 'pass', content: 'fail', note: 'Its author took it back.' })
    expect(answered.status, answered.text).toBe(200)
    expect(answered.body.verifications).toEqual([expect.objectContaining({ result: 'retracted', source: 'fail', technical: 'pass', content: 'fail', note: 'Its author took it back.', by: { id: team.sources.id, name: team.sources.name } })])
    expect(await slots(approved)).toEqual([['sources', [false]], ['care', [true]], ['copy', [true]], ['approval', [false]]])
    expect(await slots(unconcerned)).toEqual([['sources', [true]], ['care', [true]], ['copy', [true]], ['approval', [true]]])
    expect((await desk.rest(team.publisher, `POST /articles/${approved}/publishing/publish`, { body: {} })).status).toBe(409)
    expect(await room.sql(`select action, details ->> 'source' as source from handbill.audit_log where document = $1 and action = 'signOffsReopened'`, [approved])).toEqual([{ action: 'signOffsReopened', source: memo }])
    const again = (await room.must(team.author, `GET /articles/${approved}/review`)).body
    expect(again.run.slots[0].signOffs[0].voidedBy).toMatchObject({ reason: 'sourceRetracted', by: { id: team.sources.id } })
    // Whoever signed may sign again, knowing it now.
    await room.must(team.sources, `POST /articles/${approved}/review/sign-off`, { slot: 'sources' })
    await room.must(team.publisher, `POST /articles/${approved}/review/sign-off`, { slot: 'approval' })
    expect((await room.must(team.author, `GET /articles/${approved}/review`)).body.state).toBe('approved')
  })

  test('takes what was scheduled off the schedule', async () => {
    const memo = await source()
    const id = await citing(memo, 'approved')
    await room.must(room.team.publisher, `POST /articles/${id}/publishing/schedule`, { at: '2099-01-01T09:00', timeZone: 'UTC' })
    expect((await verify(room.team.sources, memo, { result: 'disputed', note: 'The ministry denies it.' })).status).toBe(200)
    expect((await room.must(room.team.author, `GET /articles/${id}/review`)).body).toMatchObject({ state: 'in-review' })
    expect(await room.sql(`select state from handbill.schedules where document = $1`, [id])).toEqual([{ state: 'cancelled' }])
  })

  test('in a scheduled release tells at once who scheduled it and who approved the text, and names the text that stands in the way, until it is signed anew', async () => {
    const { team } = room
    const scheduler = await desk.person('A second publisher', ['publisher'])
    const [memo, other] = [await source(), await source({ title: 'Another' })]
    const [held, fine] = [await citing(memo, 'approved'), await citing(other, 'approved')]
    const { id } = (await room.must(scheduler, 'POST /releases', { title: 'Two at once' })).body
    for (const document of [held, fine]) await room.must(scheduler, `POST /releases/${id}/add`, { collection: 'articles', document })
    await room.must(scheduler, `POST /releases/${id}/schedule`, { at: '2099-01-01T09:00', timeZone: 'UTC' })
    await noteEvents()
    await verify(team.sources, memo, { result: 'disputed', note: 'The ministry denies it.' })
    await noteEvents()
    const told = await room.sql<{ person: string; document: string }>(`select person::text as person, document::text as document from handbill.notices where kind = 'releaseHeldUp'`)
    expect(told.toSorted((one, two) => one.person.localeCompare(two.person))).toEqual([scheduler, team.publisher].map(({ id: person }) => ({ person, document: held })).toSorted((one, two) => one.person.localeCompare(two.person)))
    const release = async () => (await room.must(scheduler, `GET /releases/${id}`)).body
    expect(await release()).toMatchObject({ state: 'scheduled', blockers: [{ document: held, code: 'notApproved', missing: ['sources', 'approval'], because: 'sourceRetracted' }] })
    await room.must(team.sources, `POST /articles/${held}/review/sign-off`, { slot: 'sources' })
    await room.must(team.publisher, `POST /articles/${held}/review/sign-off`, { slot: 'approval' })
    expect(await release()).toMatchObject({ state: 'scheduled', blockers: [] })
  })

  test('owes each live text a look by its editors, which ends with a new publication or with somebody’s word', async () => {
    const { team } = room
    const memo = await source()
    const [first, second] = [await citing(memo, 'live'), await citing(memo, 'live')]
    await verify(team.sources, memo, { result: 'retracted', note: 'Forged.' })
    const due = async (): Promise<string[]> => (await firstPageOf(desk.payload, team.author.user as never)).followUps.filter(({ about }) => about === 'source').map(({ id }) => id)
    expect((await due()).toSorted()).toEqual([first, second].toSorted())
    const impact = (await room.must(team.author, `GET /sources/${memo}/impact`)).body
    expect(impact.texts.map(({ owesLook, path }: { owesLook: boolean; path: string }) => [owesLook, path !== null])).toEqual([[true, true], [true, true]])
    expect((await desk.rest(team.care, `POST /sources/${memo}/impact/checked`, { body: { collection: 'articles', document: first, note: 'Holds.' } })).status).toBe(403)
    await room.must(team.author, `POST /sources/${memo}/impact/checked`, { collection: 'articles', document: first, note: 'It stands on the minutes, too.' })
    expect((await desk.rest(team.author, `POST /sources/${memo}/impact/checked`, { body: { collection: 'articles', document: first, note: 'Again.' } })).body.errors[0].data.code).toBe('noLookDue')
    expect(await due()).toEqual([second])
    await room.must(team.author, `PATCH /articles/${second}`, { standfirst: 'Said without the memo.' })
    await room.bring('articles', second, 'approved')
    await room.must(team.publisher, `POST /articles/${second}/publishing/publish`, { change: 'correction', publicNote: 'A memo that we cited was forged.' })
    expect(await due()).toEqual([])
  })

  test('is told once to each who wrote what relies on it, and to those whose sign-offs fell', async () => {
    const { team } = room
    const memo = await source()
    const [one, two] = [await citing(memo, 'approved'), await citing(memo, 'live')]
    await noteEvents()
    await verify(team.sources, memo, { result: 'retracted', note: 'Forged.' })
    await noteEvents()
    const told = await room.sql<{ person: string; kind: string; document: string }>(`select person::text as person, kind, document::text as document from handbill.notices where kind in ('sourceRetracted', 'signOffsReopened') and document = any($1::uuid[]) order by kind, person`, [[memo, one, two]])
    expect(told.filter(({ kind }) => kind === 'sourceRetracted')).toEqual([{ person: team.author.id, kind: 'sourceRetracted', document: memo }])
    expect(told.filter(({ kind }) => kind === 'signOffsReopened').map(({ person }) => person)).toEqual([team.publisher.id])
  })

  test('counts for what it was merged into, and what refers to it without a citation', async () => {
    const { team } = room
    const [memo, copy] = [await source(), await source({ title: 'The same memo' })]
    const cites = await citing(copy, 'approved')
    const republished = await room.write('articles', { kind: 'republication', republication: { publisher: 'Elsewhere', source: memo }, body: lexical('Their words.') })
    await room.bring('articles', republished, 'approved')
    await room.sql(`insert into handbill.source_merges (merged, "into", first_into, at) values ($1, $2, $2, now())`, [copy, memo])
    await verify(team.sources, memo, { result: 'retracted', note: 'Forged.' })
    for (const id of [cites, republished]) expect((await slots(id))[0], id).toEqual(['sources', [false]])
  })

  test('keeps what was said of it before, and asks for a reason', async () => {
    const { team } = room
    const memo = await source()
    expect((await verify(team.sources, memo, { result: 'retracted' })).body.errors[0].data.field).toBe('note')
    await verify(team.sources, memo, { result: 'inReview' })
    await verify(team.sources, memo, { result: 'verified', source: 'pass', technical: 'pass', content: 'pass' })
    expect((await room.must(team.author, `GET /sources/${memo}/verification`)).body.verifications.map(({ result }: { result: string }) => result)).toEqual(['verified', 'inReview'])
    await expect(room.sql('delete from handbill.source_verifications where document = $1', [memo])).rejects.toThrow(/only grows/)
    await expect(room.sql(`update handbill.source_verifications set result = 'verified' where document = $1`, [memo])).rejects.toThrow(/only grows/)
    await room.sql(`update handbill.source_verifications set note = '█' where document = $1`, [memo])
  })
})

describe('what relies on a source', () => {
  test('is shown with claim, quote, state and sign-offs, of those texts alone that one may read', async () => {
    const { team } = room
    const memo = await source()
    const [open, theirs] = [await citing(memo, 'checked'), await citing(memo, 'draft', contributor)]
    const of = async (by: Person) => (await room.must(by, `GET /sources/${memo}/impact`)).body
    const all = await of(team.author)
    expect(all.texts.map(({ id }: { id: string }) => id).toSorted()).toEqual([open, theirs].toSorted())
    expect(all.texts.find(({ id }: { id: string }) => id === open)).toMatchObject({
      collection: 'articles', state: 'in-review', path: null, owesLook: false,
      places: [{ intent: 'supports', claim: 'It was so.', quote: 'it was so', quoteState: null }],
      signOffs: [{ slot: 'sources', standing: true, by: { id: team.sources.id } }, { slot: 'care', standing: true }, { slot: 'copy', standing: true }],
    })
    const own = await of(contributor)
    expect([own.texts.map(({ id }: { id: string }) => id), own.hidden]).toEqual([[theirs], 1])
    expect(JSON.stringify(own)).not.toContain(open)
  })

  test('is asked for by people with an account alone, and of private sources by those who may read them', async () => {
    const { team } = room
    const secret = await room.write('sources', { title: 'A nurse', visibility: 'private', publicLabel: 'A nurse' })
    for (const call of ['link', 'impact', 'verification']) {
      expect((await desk.rest(null, `GET /sources/${secret}/${call}`)).status, call).toBe(401)
      expect((await desk.rest(contributor, `GET /sources/${secret}/${call}`)).status, call).toBeGreaterThanOrEqual(403)
      expect((await desk.rest(team.author, `GET /sources/${secret}/${call}`)).status, call).toBe(200)
    }
    expect((await desk.rest(null, 'GET /link-health')).status).toBe(401)
    await verify(await desk.person('Another sources', ['sources']), secret, { result: 'retracted', note: 'x' }).then(({ status }) => expect(status).toBeGreaterThanOrEqual(403))
  })
})

describe('a person’s word on a link', () => {
  test('stands at once for every text, before what checks find, until it is taken back', async () => {
    const { team } = room
    const memo = await source({ archivedUrl: 'https://web.archive.org/web/2026/https://memo.example/' })
    const cites = await citing(memo, 'live')
    await bakeNow()
    const facts = async () => (await room.sql<{ facts: { state: string } }>('select facts from handbill.source_facts where source = $1', [memo]))[0]?.facts.state
    const locked = (await room.must(team.publisher, `POST /sources/${memo}/link`, { lock: 'dead', note: 'Its host went bankrupt.' })).body
    expect(locked).toMatchObject({ state: 'dead', found: 'unknown', lock: { state: 'dead', note: 'Its host went bankrupt.', by: { id: team.publisher.id } }, history: [{ was: 'unknown', became: 'dead', cause: 'lock', by: { id: team.publisher.id } }] })
    expect(await facts()).toBe('dead')
    expect(await room.sql('select 1 from handbill.unbaked_facts where source = $1', [memo])).toHaveLength(1)
    const report = await bakeNow()
    expect([report.failed, report.publications]).toEqual([[], 1])
    expect(await room.sql('select 1 from handbill.unbaked_facts where source = $1', [memo])).toEqual([])
    expect((await room.must(team.author, 'GET /link-health?state=dead')).body.sources.map(({ id }: { id: string }) => id)).toContain(memo)
    expect((await room.must(team.author, `GET /sources/${memo}/impact`)).body.texts.map(({ id }: { id: string }) => id)).toEqual([cites])
    expect((await room.must(team.publisher, `POST /sources/${memo}/link`, { lock: null })).body).toMatchObject({ state: 'unknown', lock: null })
    expect((await room.must(team.author, 'GET /link-health?state=dead')).body.sources.map(({ id }: { id: string }) => id)).not.toContain(memo)
    expect(await room.sql(`select action from handbill.audit_log where document = $1 and action like 'link%' order by seq`, [memo])).toEqual([{ action: 'linkLocked' }, { action: 'linkUnlocked' }])
  })

  test('is for those who verify sources or publish; whoever may edit a source may ask for a check', async () => {
    const { team } = room
    const memo = await source()
    for (const by of [team.author, team.care, team.copy, team.legal, team.administrator, contributor]) expect((await desk.rest(by, `POST /sources/${memo}/link`, { body: { lock: 'live', note: 'x' } })).status, by.name).toBe(403)
    expect((await desk.rest(team.sources, `POST /sources/${memo}/link`, { body: { lock: 'unfit', note: 'It serves malware.' } })).status).toBe(200)
    for (const by of [team.care, team.administrator]) expect((await desk.rest(by, `POST /sources/${memo}/check`, { body: {} })).status, by.name).toBe(403)
    // Within the pace of its host, and before all that is merely due.
    const asked = (await room.must(team.author, `POST /sources/${memo}/check`, {})).body
    expect([asked.url, asked.askedAt !== null]).toEqual([`https://memo.example/${memos}`, true])
    const spoken = await room.write('sources', { title: 'An interview' })
    expect((await desk.rest(team.author, `POST /sources/${spoken}/check`, { body: {} })).body.errors[0].data.code).toBe('nothingToAsk')
  })

  test.each([
    ['link', {}, 'lock'], ['link', { lock: 'asleep', note: 'x' }, 'lock'], ['link', { lock: 'dead' }, 'note'], ['link', { lock: 'dead', note: '  ' }, 'note'], ['link', { lock: 'dead', note: 5 }, 'note'],
    ['link', { lock: 'dead', note: 'x'.repeat(2_001) }, 'note'], ['link', { lock: 'dead', note: 'a\u0000b' }, 'note'], ['link', { lock: 'dead', note: 'x', more: 1 }, 'more'],
    ['verification', {}, 'result'], ['verification', { result: 'maybe' }, 'result'], ['verification', { result: 'verified', source: 'perhaps' }, 'source'], ['verification', { result: 'verified', note: 7 }, 'note'],
    ['impact/checked', { collection: 'articles', document: 'x', note: 'y' }, 'document'], ['impact/checked', {}, 'collection'], ['check', { now: true }, 'now'],
  ])('is refused, naming the field, where it makes no sense (%s, no. %#)', async (path, body, field) => {
    const memo = (malformed ??= await source())
    const answered = await desk.rest(path === 'check' ? room.team.author : room.team.sources, `POST /sources/${memo}/${path}`, { body })
    expect([answered.status, answered.body.errors[0].data.field]).toEqual([path === 'impact/checked' && field === 'document' ? 404 : 422, field])
  })
})

describe('the list of sources in trouble', () => {
  test('is paged by the newest trouble, without losing one, and filtered by what it is', async () => {
    const { team } = room
    const all = await Promise.all(Array.from({ length: 23 }, (_, index) => room.write('sources', { title: `Gone ${index}` })))
    await room.sql(`update handbill.links set troubled_since = null`)
    await room.sql(
      `insert into handbill.links (document, state, since, next_check_at, troubled_since) select id, 'usurped', now(), now(), '2026-01-01'::timestamptz + make_interval(secs => n / 3 * 0.000001) from unnest($1::uuid[]) with ordinality as given (id, n)
       on conflict (document) do update set state = excluded.state, troubled_since = excluded.troubled_since`,
      [all],
    )
    const first = (await room.must(team.author, 'GET /link-health?state=usurped')).body
    const second = (await room.must(team.author, `GET /link-health?state=usurped&after=${encodeURIComponent(first.next)}`)).body
    expect([first.sources.length, second.sources.length, second.next]).toEqual([20, 3, null])
    expect([...first.sources, ...second.sources].map(({ id }: { id: string }) => id).toSorted()).toEqual(all.toSorted())
    expect((await room.must(team.author, 'GET /link-health?state=changed')).body).toEqual({ sources: [], next: null })
    for (const [query, field] of [['state=asleep', 'state'], ['after=x', 'after'], ['after=2026-01-01~x', 'after']] as const) {
      const answered = await desk.rest(team.author, `GET /link-health?${query}`)
      expect([query, answered.status, answered.body.errors[0].data.field]).toEqual([query, 422, field])
    }
  })
})
