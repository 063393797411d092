import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '@/platform/database'
import { openTranslationChecks } from '@/publishing/follow-ups'
import { openDesk, type Desk } from '../../support/desk'
import { openNewsroom, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  await room.withoutBaking()
})
afterAll(() => desk.close())

async function pair() {
  const original = await room.make('articles', 'live')
  const translation = await room.make('articles', 'live', { language: 'ar', translationOf: original })
  return { original, translation }
}
async function republish(id: string, body: Record<string, unknown>, words = `Words of ${Math.random()}`) {
  await room.must(room.team.author, `PATCH /articles/${id}`, { standfirst: words })
  await room.bring('articles', id, 'approved')
  await room.must(room.team.publisher, `POST /articles/${id}/publishing/publish`, body)
}
const correct = (id: string) => republish(id, { change: 'correction', publicNote: 'It was Tuesday.' })
const due = async (id: string) => (await room.must(room.team.author, `GET /articles/${id}/review`)).body.translationDue
const checked = (id: string, body: Record<string, unknown>, by = room.team.author) => desk.rest(by, `POST /articles/${id}/publishing/translation-checked`, { body })
const events = (id: string, kind: string) => room.sql<{ by: string; details: Record<string, unknown>; words: string | null }>('select by, details, words from handbill.review_events where document = $1 and kind = $2 order by id', [id, kind])
const log = async (id: string) => (await room.sql<{ action: string; details: Record<string, unknown> }>('select action, details from handbill.audit_log where document = $1 order by seq', [id])).filter(({ details }) => details.kind === 'translation')

describe('the translations of a text that is corrected', () => {
  test('are to be looked at after a correction, and after nothing less', async () => {
    const { original, translation } = await pair()
    await republish(original, { change: 'minor' })
    expect(await due(translation)).toBeNull()
    await correct(original)
    expect(await due(translation)).toEqual({ of: original, at: expect.any(String), kind: 'correction' })
    expect(await due(original)).toBeNull()
    const [publication] = await room.sql<{ id: string }>('select id from publications where document = $1 and superseded_at is null', [original])
    expect(await events(translation, 'translationDue')).toEqual([{ by: room.team.publisher.id, details: { of: original, original: publication?.id }, words: null }])
    expect(await log(translation)).toEqual([{ action: 'followUpOpened', details: { kind: 'translation', of: original, publication: publication?.id } }])
  })

  test('a translation that is corrected asks nothing of its original or its siblings', async () => {
    const { original, translation } = await pair()
    const sibling = await room.make('articles', 'live', { language: 'ar', translationOf: original })
    await correct(translation)
    expect(await due(original)).toBeNull()
    expect(await due(sibling)).toBeNull()
    await correct(original)
    expect((await due(sibling)).of).toBe(original)
  })

  test('are told of a retraction and of a withdrawal; one that is not public is left alone', async () => {
    const { original, translation } = await pair()
    const unfinished = await room.make('articles', 'draft', { language: 'ar', translationOf: original })
    await republish(original, { change: 'retraction', publicNote: 'None of it is so.' })
    expect((await due(translation)).kind).toBe('retraction')
    await room.must(room.team.publisher, `POST /articles/${original}/publishing/withdraw`, { reason: 'Asked for.', publicNote: 'Withdrawn.' })
    expect((await due(translation)).kind).toBe('withdrawal')
    expect(await events(translation, 'translationDue')).toHaveLength(2)
    expect(await room.sql(`select 1 from handbill.follow_ups where document = $1 and done_at is null`, [translation])).toHaveLength(1)
    expect(await due(unfinished)).toBeNull()
  })

  test('are done with once they are published or withdrawn themselves', async () => {
    const { original, translation } = await pair()
    await correct(original)
    await republish(translation, { change: 'minor' })
    expect(await due(translation)).toBeNull()
    await correct(original)
    await room.must(room.team.publisher, `POST /articles/${translation}/publishing/withdraw`, { reason: 'x', publicNote: 'y' })
    expect(await due(translation)).toBeNull()
    expect((await log(translation)).map(({ action }) => action)).toEqual(['followUpOpened', 'followUpDone', 'followUpOpened', 'followUpDone'])
    await correct(original)
    expect(await due(translation)).toBeNull()
  })

  test('are done with where an editor or publisher found nothing to change, and says so on what they saw', async () => {
    const { original, translation } = await pair()
    expect((await checked(translation, { note: 'Nothing.' })).body.errors[0].data.code).toBe('noTranslationDue')
    await correct(original)
    const { at } = await due(translation)
    await correct(original)
    expect((await checked(translation, { note: 'Nothing.', at })).body.errors[0].data.code).toBe('correctedAgain')
    for (const who of [room.team.care, room.team.administrator]) expect((await checked(translation, { note: 'Nothing.' }, who)).status).toBe(403)
    expect((await desk.rest(null, `POST /articles/${translation}/publishing/translation-checked`, { body: { note: 'x' } })).status).toBe(401)
    expect((await checked(translation, { note: 'x', baseHash: 'f'.repeat(64) })).body.errors[0].data.code).toBe('stale')
    const before = await room.must(room.team.author, `GET /articles/${translation}/review`)
    expect(before.body.youMay).toContain('check-translation')
    const answered = await checked(translation, { note: 'The date stands in neither.', at: before.body.translationDue.at, baseHash: before.body.live.contentHash })
    expect(answered.body).toMatchObject({ translationDue: null, live: { contentHash: before.body.live.contentHash }, notes: [{ kind: 'translationChecked', words: 'The date stands in neither.' }] })
    expect(answered.body.youMay).not.toContain('check-translation')
    expect((await log(translation)).at(-1)?.action).toBe('translationChecked')
    expect((await checked(translation, { note: 'Once more.' })).status).toBe(409)
  })

  test('are asked for in the correction’s own transaction, or not at all', async () => {
    const { original, translation } = await pair()
    const [publication] = await room.sql<{ id: string }>('select id from publications where document = $1', [original])
    await inTransaction(async (tx) => {
      expect(await openTranslationChecks(tx, { collection: 'articles', document: original, by: room.team.publisher.id, publication: publication?.id ?? '' })).toHaveLength(1)
      throw new Error('The publication failed')
    }).catch(() => undefined)
    expect(await due(translation)).toBeNull()
    expect(await events(translation, 'translationDue')).toEqual([])
  })

  test('tell whoever wrote them', async () => {
    const { original, translation } = await pair()
    await correct(original)
    const { noteEvents } = await import('@/collaboration/notices/note-events')
    await noteEvents()
    const told = await room.sql<{ person: string }>(`select person from handbill.notices where document = $1 and kind = 'translationDue'`, [translation])
    expect(told.map(({ person }) => person)).toContain(room.team.author.id)
  })
})
