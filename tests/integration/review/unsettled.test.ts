import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '@/platform/clock'
import { dueSchedules, fire } from '@/publishing/fire'
import { openDesk, type Answered, type Desk } from '../../support/desk'
import { citationNode, lexical, openNewsroom, textNode, type Newsroom, type State } from '../../support/newsroom'

let desk: Desk
let room: Newsroom
let time: Date | null = null
let restore: () => void
beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  await room.withoutBaking()
  restore = setClock(() => time ?? new Date())
})
afterAll(async () => {
  restore()
  await desk.close()
})

const unsourced = () => lexical([textNode('A claim.'), citationNode({ key: 'found' , source: null }), textNode(' Another.'), citationNode({ key: 'ours', note: 'Our own remark.' })], 'And a second paragraph.')
const review = async (id: string) => (await room.must(room.team.publisher, `GET /articles/${id}/review`)).body
const act = (id: string, path: string, body: object = {}): Promise<Answered> => desk.rest(room.team.publisher, `POST /articles/${id}/${path}`, { body })
const refusedBy = ({ status, body }: Answered) => [status, body.errors?.[0]?.data?.code, body.errors?.[0]?.data?.missing]

async function basisOf(id: string, key: string): Promise<string> {
  return (await room.must(room.team.sources, `GET /articles/${id}/citations/checks`)).body.citations.find((each: { key: string }) => each.key === key).basis
}

/** Somebody finds that the one source of an article doesn't support it, when it stands in `state`. */
async function doubted(state: State): Promise<string> {
  const id = await room.make('articles', state)
  await room.must(room.team.sources, `POST /articles/${id}/citations/aaaaaaaa/check`, { result: 'doesNot', basis: await basisOf(id, 'aaaaaaaa') })
  return id
}

const STOPPED = [409, 'unsettled', ['citations.aaaaaaaa']]

describe('a citation without a source', () => {
  it('is allowed in a draft, at submit and by the reviewers of other parts; is told of all the time; and stops approval until it has one', async () => {
    const id = await room.write('articles', { body: unsourced() })
    expect(await review(id)).toMatchObject({ missing: ['citations.found'], unsettled: [{ path: 'citations.found', kind: 'needsSource', collection: 'articles', document: id }] })
    await room.bring('articles', id, 'checked')
    expect((await review(id)).missing).toEqual(['approval', 'citations.found'])
    expect(refusedBy(await act(id, 'review/sign-off', { slot: 'approval' }))).toEqual([409, 'unsettled', ['citations.found']])
    expect((await act(id, 'publishing/publish')).status).toBe(409)
    expect((await act(id, 'publishing/schedule', { at: '2099-12-01T09:00', timeZone: 'Europe/London' })).status).toBe(409)
    await room.must(room.team.author, `PATCH /articles/${id}/citations/found`, { source: await room.write('sources') })
    expect((await review(id)).missing).toEqual(['sources', 'approval'])
    const second = await desk.person('Second source checker', ['sources'])
    await room.must(second, `POST /articles/${id}/review/sign-off`, { slot: 'sources' })
    await room.must(room.team.publisher, `POST /articles/${id}/review/sign-off`, { slot: 'approval' })
    expect((await review(id)).state).toBe('approved')
  })

  it('stops approval by the rapid way as well', async () => {
    const id = await room.write('articles', { body: unsourced() })
    await room.must(room.team.author, `POST /articles/${id}/review/submit`, { workflow: 'rapid' })
    expect(refusedBy(await act(id, 'review/sign-off', { slot: 'approval' }))).toEqual([409, 'unsettled', ['citations.found']])
  })

  it('stops what would become public along with the text that has it', async () => {
    const campaign = await room.write('campaigns', { body: unsourced() })
    const id = await room.write('articles', { campaigns: [campaign] })
    expect((await review(id)).missing).toEqual(['campaigns.citations.found'])
    await room.bring('articles', id, 'checked')
    expect(refusedBy(await act(id, 'review/sign-off', { slot: 'approval' }))).toEqual([409, 'unsettled', ['campaigns.citations.found']])
    await room.must(room.team.author, `PATCH /campaigns/${campaign}/citations/found`, { intent: 'remark', note: 'Nobody says so but we.' })
    expect((await review(id)).missing).not.toContain('campaigns.citations.found')
  })
})

describe('a source that does not say what the text says', () => {
  it('stops approval', async () => {
    const id = await doubted('checked')
    expect(refusedBy(await act(id, 'review/sign-off', { slot: 'approval' }))).toEqual(STOPPED)
  })

  it('stops publishing, scheduling and a release of what was approved before', async () => {
    const id = await doubted('approved')
    expect((await review(id)).state).toBe('approved')
    expect((await review(id)).youMay).not.toContain('publish')
    expect(refusedBy(await act(id, 'publishing/publish'))).toEqual(STOPPED)
    expect(refusedBy(await act(id, 'publishing/schedule', { at: '2099-12-01T09:00', timeZone: 'Europe/London' }))).toEqual(STOPPED)
    const { body: release } = await room.must(room.team.publisher, 'POST /releases', { title: 'At once' })
    await room.must(room.team.publisher, `POST /releases/${release.id}/add`, { collection: 'articles', document: id })
    expect((await room.must(room.team.publisher, `GET /releases/${release.id}`)).body.blockers).toMatchObject([{ document: id, code: 'unsettled', missing: ['citations.aaaaaaaa'] }])
    expect((await desk.rest(room.team.publisher, `POST /releases/${release.id}/release`, { body: {} })).status).toBe(409)
  })

  it('stops a schedule at its moment, and whoever has to do with it is told', async () => {
    const id = await room.make('articles', 'approved')
    time = new Date('2026-12-01T08:00:00Z')
    await room.must(room.team.publisher, `POST /articles/${id}/publishing/schedule`, { at: '2026-12-01T09:00', timeZone: 'Europe/London' })
    await room.must(room.team.sources, `POST /articles/${id}/citations/aaaaaaaa/check`, { result: 'doesNot', basis: await basisOf(id, 'aaaaaaaa') })
    time = new Date('2026-12-01T09:00:01Z')
    const [due] = await dueSchedules()
    expect(await fire(due as string)).toMatchObject({ state: 'failed', problem: 'unsettled' })
    time = null
    expect(await room.sql('select from live_publications where document = $1', [id])).toEqual([])
    const events = await room.sql<{ kind: string }>('select kind from handbill.review_events where document = $1', [id])
    expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['citationDoubted', 'scheduleFailed']))
  })

  it('stops nothing any more once the citation was changed, or somebody found otherwise', async () => {
    const [changed, overruled] = [await doubted('checked'), await doubted('checked')]
    await room.must(room.team.author, `PATCH /articles/${changed}/citations/aaaaaaaa`, { quote: 'What it does say' })
    expect((await review(changed)).unsettled).toEqual([])
    const other = await desk.person('Other checker', ['sources'])
    await room.must(other, `POST /articles/${overruled}/citations/aaaaaaaa/check`, { result: 'supports', basis: await basisOf(overruled, 'aaaaaaaa') })
    expect((await act(overruled, 'review/sign-off', { slot: 'approval' })).status).toBe(200)
  })
})

describe('what nobody checked', () => {
  it('is told of, stops no sign-off, and stays on record with it', async () => {
    const id = await room.make('articles', 'in-review')
    expect((await review(id)).doubts).toEqual([{ kind: 'unchecked', count: 1 }])
    await room.must(room.team.sources, `POST /articles/${id}/review/sign-off`, { slot: 'sources' })
    await room.must(room.team.care, `POST /articles/${id}/review/sign-off`, { slot: 'care' })
    const signed = await room.sql<{ slot: string; doubts: string[] | null }>(`select details ->> 'slot' as slot, details -> 'doubts' as doubts from handbill.audit_log where document = $1 and action = 'signedOff' order by seq`, [id])
    expect(signed).toEqual([{ slot: 'sources', doubts: ['unchecked 1'] }, { slot: 'care', doubts: null }])
    await room.must(room.team.sources, `POST /articles/${id}/citations/aaaaaaaa/check`, { result: 'partly', basis: await basisOf(id, 'aaaaaaaa') })
    expect((await review(id)).doubts).toEqual([{ kind: 'partlySupported', count: 1 }])
  })

  it('counts a dead source of which there is no copy', async () => {
    const source = await room.write('sources')
    const id = await room.write('articles', { body: lexical([textNode('A claim.'), citationNode({ key: 'k', source })]) })
    const facts = (more: object) => room.sql(`insert into handbill.source_facts (source, facts, changed_at) values ($1, $2, now()) on conflict (source) do update set facts = excluded.facts`, [source, JSON.stringify({ source, state: 'dead', archives: [], history: [], ...more })])
    await facts({})
    expect((await review(id)).doubts).toContainEqual({ kind: 'deadWithoutCopy', count: 1 })
    await facts({ archives: [{ url: 'https://web.archive.org/web/2020/https://example.org/', provider: 'wayback' }] })
    expect((await review(id)).doubts).toEqual([{ kind: 'unchecked', count: 1 }])
  })

  it('counts a source that was disputed or retracted, until somebody finds otherwise', async () => {
    const source = await room.write('sources')
    const id = await room.write('articles', { body: lexical([textNode('A claim.'), citationNode({ key: 'k', source })]) })
    const verify = (result: string) => room.must(room.team.sources, `POST /sources/${source}/verification`, { result, note: 'A test.' })
    await verify('disputed')
    expect((await review(id)).doubts).toContainEqual({ kind: 'disputedSource', count: 1 })
    await verify('verified')
    expect((await review(id)).doubts).toEqual([{ kind: 'unchecked', count: 1 }])
  })
})
