import type { TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boardChoices, boardOf, filtersFrom, type BoardFilters, type Card } from '@/desk/board/read-board'
import { moveOf } from '@/desk/board/columns'
import { openDesk, type Desk, type Person } from '../../support/desk'
import { lexical, openNewsroom, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  await room.withoutBaking()
})
afterAll(() => desk.close())

const boardFor = (person: Person, filters?: BoardFilters) => boardOf(desk.payload, person.user as unknown as TypedUser, filters)
const cardOf = async (person: Person, id: string, filters?: BoardFilters): Promise<Card | undefined> => (await boardFor(person, filters)).columns.flatMap(({ cards }) => cards).find((card) => card.id === id)
const columnOf = async (id: string): Promise<string | undefined> => (await cardOf(room.team.author, id))?.column

describe('the board', () => {
  test('shows every document in the column of its state', async () => {
    const states = { draft: 'draft', 'in-review': 'in-review', approved: 'approved', live: 'public' } as const
    for (const [state, column] of Object.entries(states)) expect(await columnOf(await room.make('articles', state as keyof typeof states)), state).toBe(column)
    expect(await columnOf(await room.make('articles', 'trashed'))).toBeUndefined()
    expect(await columnOf(await room.make('articles', 'withdrawn'))).toBeUndefined()
    const sentBack = await room.make('articles', 'in-review')
    await room.must(room.team.care, `POST /articles/${sentBack}/review/request-changes`, { comment: 'Warn of this first.' })
    expect(await columnOf(sentBack)).toBe('changes-requested')
  })

  test('a public text stands among those with changes once somebody has written on it, and not before', async () => {
    const { team } = room
    const id = await room.make('articles', 'live')
    expect(await columnOf(id)).toBe('public')
    await room.must(team.author, `PATCH /articles/${id}`, { standfirst: 'Another one.' })
    expect(await columnOf(id)).toBe('changed')
    await room.must(team.author, `POST /articles/${id}/review/submit`, {})
    expect(await cardOf(team.author, id)).toMatchObject({ column: 'in-review', isLive: true, asksChange: true })
  })

  test('what was let through by the rapid way is marked, counts as public until it is written on, and shows what is owed', async () => {
    const { team } = room
    const id = await room.write('articles')
    await room.must(team.author, `POST /articles/${id}/review/submit`, { workflow: 'rapid' })
    expect(await cardOf(team.author, id)).toMatchObject({ isRapid: true, waitsFor: [{ name: 'approval', label: null }] })
    await room.must(team.publisher, `POST /articles/${id}/review/sign-off`, { slot: 'approval' })
    await room.must(team.publisher, `POST /articles/${id}/publishing/publish`, {})
    const card = await cardOf(team.author, id)
    expect([card?.column, card?.dueAt === null, card?.isOverdue]).toEqual(['public', false, false])
    await room.sql(`update handbill.follow_ups set due_at = now() - interval '1 hour' where document = $1`, [id])
    expect((await cardOf(team.author, id))?.isOverdue).toBe(true)
    await room.must(team.author, `PATCH /articles/${id}`, { body: lexical('Other words.') })
    expect(await columnOf(id)).toBe('changed')
  })

  test('a card tells its stage, what it waits for, and on whose desk it is', async () => {
    const { team } = room
    const id = await room.make('articles', 'in-review', { title: 'On the board', language: 'ar' })
    await room.must(team.care, `POST /articles/${id}/review/sign-off`, { slot: 'care' })
    await room.must(team.author, `POST /articles/${id}/assign`, { person: team.sources.id, dueAt: '2030-01-10T00:00:00Z' })
    await room.sql(`insert into handbill.embargoes (collection, document, until, reason, set_by, set_at) values ('articles', $1, '2030-02-01T00:00:00Z', 'A test', $2, now())`, [id, team.publisher.id])
    const card = await cardOf(team.author, id)
    expect(card).toMatchObject({
      title: 'On the board', language: 'ar', stage: { name: 'checks' }, isRapid: false, isLive: false, dueAt: '2030-01-10T00:00:00.000Z', embargo: { until: '2030-02-01T00:00:00.000Z' },
      assignees: [{ id: team.sources.id, name: team.sources.name }],
    })
    expect(card?.waitsFor.map(({ name }) => name)).toEqual(['sources', 'copy', 'approval'])
    await room.must(team.author, `PATCH /articles/${id}`, { warnings: [] , warningReview: 'assessedNone' })
    expect((await cardOf(team.author, id))?.waitsFor.map(({ name }) => name)).toEqual(['sources', 'care', 'copy', 'approval'])
  })

  test('is narrowed to a kind, a language, a person’s desk, and what is one’s own', async () => {
    const { team } = room
    const other = await desk.person('Another editor', ['editor'])
    const [french, post] = [await room.write('articles', { language: 'fr' }, other), await room.write('social-posts', {}, other)]
    await room.must(team.author, `POST /articles/${french}/assign`, { person: team.legal.id })
    const ids = async (person: Person, filters: BoardFilters) => (await boardFor(person, filters)).columns.flatMap(({ cards }) => cards).map(({ id }) => id)
    expect(await ids(team.author, { language: 'fr' })).toEqual([french])
    expect(await ids(team.author, { collection: 'social-posts', isMine: true })).not.toContain(post)
    expect((await ids(other, { isMine: true })).toSorted()).toEqual([french, post].toSorted())
    expect(await ids(team.author, { assignee: team.legal.id })).toEqual([french])
    expect(await ids(team.legal, { isMine: true })).toEqual([french])
    expect((await boardChoices(desk.payload, team.author.user as unknown as TypedUser)).people).toContainEqual({ id: team.legal.id, name: team.legal.name })
  })

  test('sources and topics stand aside until they are in review or asked for', async () => {
    const id = await room.write('sources')
    expect(await columnOf(id)).toBeUndefined()
    expect((await cardOf(room.team.author, id, { collection: 'sources' }))?.column).toBe('draft')
    await room.must(room.team.author, `POST /sources/${id}/review/submit`, {})
    expect(await columnOf(id)).toBe('in-review')
  })

  test('nobody sees a card, or a count, of what they may not read', async () => {
    const contributor = await desk.person('Writes their own', ['contributor'])
    await room.make('articles', 'draft', { title: 'Not for contributors' })
    const own = await room.write('articles', {}, contributor)
    const board = await boardFor(contributor)
    expect(JSON.stringify(board)).not.toContain('Not for contributors')
    expect(board.columns.find(({ column }) => column === 'draft')).toMatchObject({ total: 1, cards: [{ id: own }] })
    const secret = await room.write('sources', { visibility: 'private', publicLabel: 'Somebody', title: 'A private source' })
    expect((await cardOf(room.team.author, secret, { collection: 'sources' }))?.title).toBe('A private source')
    for (const person of [contributor, room.team.care, room.team.administrator]) expect(JSON.stringify(await boardFor(person, { collection: 'sources' })), person.name).not.toContain('A private source')
  })

  test('counts all and shows the first of them', async () => {
    const before = (await boardFor(room.team.author, { language: 'ku' })).columns[0]
    for (let number = 0; number < 28; number += 1) await room.write('social-posts', { language: 'ku' })
    const after = (await boardFor(room.team.author, { language: 'ku' })).columns[0]
    expect([before?.total, after?.total, after?.cards.length]).toEqual([0, 28, 25])
  })

  test('what an address says wrongly narrows nothing', () => {
    expect(filtersFrom(desk.payload, { collection: 'users', language: `'; drop`, assignee: 'me', mine: '' })).toEqual({})
    expect(filtersFrom(desk.payload, { collection: 'articles', language: 'ar', mine: '1' })).toEqual({ collection: 'articles', language: 'ar', isMine: true })
  })
})

describe('a move of a card', () => {
  const move = async (person: Person, id: string, to: Parameters<typeof moveOf>[1], body: Record<string, unknown> = {}) => {
    const card = await cardOf(person, id)
    if (card === undefined) throw new Error('No card')
    const found = moveOf(card, to)
    if ('why' in found) return { status: 0, why: found.why }
    const answered = await desk.rest(person, `POST /${card.collection}/${card.id}/${found.path}`, { body: { ...body, ...(card.contentHash === null ? {} : { baseHash: card.contentHash }) } })
    return { status: answered.status, message: answered.body.errors?.[0]?.message }
  }

  test('is the act of review that it stands for, all the way to the public', async () => {
    const { team } = room
    const id = await room.write('articles')
    expect((await move(team.author, id, 'in-review')).status).toBe(200)
    expect((await move(team.care, id, 'changes-requested', { comment: 'Please.' })).status).toBe(200)
    expect((await move(team.author, id, 'in-review')).status).toBe(200)
    for (const slot of ['sources', 'care', 'copy'] as const) await room.must(team[slot], `POST /articles/${id}/review/sign-off`, { slot })
    await room.must(team.publisher, `POST /articles/${id}/review/sign-off`, { slot: 'approval' })
    expect((await move(team.publisher, id, 'public')).status).toBe(200)
    expect(await columnOf(id)).toBe('public')
  })

  test('is refused in words where the server refuses, and changes nothing', async () => {
    const { team } = room
    const id = await room.make('articles', 'approved')
    const refused = await move(team.author, id, 'public')
    expect([refused.status, refused.message]).toEqual([403, expect.stringMatching(/\.$/u)])
    expect((await move(team.author, id, 'draft')).status).toBe(422)
    expect((await move(team.care, id, 'draft', { reason: 'I would like to' })).status).toBe(403)
    expect(await columnOf(id)).toBe('approved')
    const unfinished = await room.write('articles', { standfirst: '' })
    expect((await move(team.author, unfinished, 'in-review')).status).toBe(422)
    expect(await columnOf(unfinished)).toBe('draft')
    expect(await move(team.author, unfinished, 'approved')).toEqual({ status: 0, why: 'submitFirst' })
  })
})
