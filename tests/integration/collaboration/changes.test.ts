import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk, type Desk, type Person } from '../../support/desk'
import { openNewsroom, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
})
afterAll(() => desk.close())

const changes = async (by: Person, id: string, query = '') => (await room.must(by, `GET /articles/${id}/changes${query}`)).body
type Row = { kind: string; part?: string; pieces?: { op: string; text: string }[] }
const wordsOf = (answer: { changes: { text: Row[] } }) => answer.changes.text.flatMap((row) => (row.pieces ?? []).filter(({ op }) => op !== 'same').map(({ op, text }) => `${op} ${text}`))

describe('what changed', () => {
  test('is first what readers have against what is pending, with who made it and when', async () => {
    const { team } = room
    const id = await room.make('articles', 'live')
    expect((await changes(team.care, id)).changes.text).toEqual([])
    const second = await desk.person('Second editor', ['editor'])
    await room.must(second, `PATCH /articles/${id}`, { standfirst: 'What it is all about.' })
    const answer = await changes(team.care, id)
    expect(answer).toMatchObject({ from: { kind: 'live', by: 'Team publisher' }, to: { kind: 'now', by: 'Second editor' } })
    expect(wordsOf(answer)).toEqual(['new all '])
    expect(answer.texts.filter(({ kind }: { kind: string }) => kind === 'version').every(({ by, at }: { by: string; at: string }) => by !== null && at !== null)).toBe(true)
    const versions = answer.texts.filter(({ kind }: { kind: string }) => kind === 'version')
    expect(versions.map(({ by }: { by: string }) => by)).toEqual(['Second editor', 'Team author'])
    expect(wordsOf(await changes(team.care, id, `?from=${versions[0].ref}&to=${versions[1].ref}`))).toEqual(['gone all '])
    const publication = answer.texts.find(({ kind }: { kind: string }) => kind === 'publication')
    expect(wordsOf(await changes(team.care, id, `?from=${publication.ref}`))).toEqual(['new all '])
  })

  test('since the person last looked, however often the same text is opened', async () => {
    const { team } = room
    const id = await room.make('articles', 'in-review')
    const seen = async () => wordsOf(await changes(team.care, id, '?from=seen'))
    expect((await changes(team.care, id, '?from=seen')).from).toBeNull()
    const look = async () => room.must(team.care, `POST /articles/${id}/review/looked`, { baseHash: (await room.must(team.care, `GET /articles/${id}/review`)).body.document.contentHash })
    await look()
    await look()
    await room.must(team.author, `PATCH /articles/${id}`, { standfirst: 'What it is about now.' })
    expect(await seen()).toEqual(['new  now'])
    await look()
    await look()
    expect(await seen()).toEqual(['new  now'])
    await room.must(team.author, `PATCH /articles/${id}`, { standfirst: 'What it was about now.' })
    expect(await seen()).toEqual(['gone is', 'new was'])
    // Another person has looked at nothing; and whoever signs has read.
    expect((await changes(team.copy, id, '?from=seen')).from).toBeNull()
    await room.must(team.copy, `POST /articles/${id}/review/sign-off`, { slot: 'copy' })
    await room.must(team.author, `PATCH /articles/${id}`, { standfirst: 'What it was about then.' })
    expect(wordsOf(await changes(team.copy, id, '?from=seen'))).toEqual(['gone now', 'new then'])
  })

  test('is for those who may read it, of texts of this very document', async () => {
    const { team } = room
    const [id, other] = [await room.make('articles', 'live'), await room.make('articles', 'live')]
    const outsider = await desk.person('Outsider', ['contributor'])
    expect((await desk.rest(outsider, `GET /articles/${id}/changes`)).status).toBe(404)
    expect((await desk.rest(null, `GET /articles/${id}/changes`)).status).toBe(401)
    const foreign = (await changes(team.care, other)).texts
    for (const { ref } of foreign) expect((await desk.rest(team.care, `GET /articles/${id}/changes?from=${ref}`)).status, ref).toBe(404)
    for (const ref of ['yesterday', 'version:7', 'publication:', 'version:00000000-0000-0000-0000-00000000000g']) expect((await desk.rest(team.care, `GET /articles/${id}/changes?from=${ref}`)).status, ref).toBe(422)
    const stale = await desk.rest(team.care, `POST /articles/${id}/review/looked`, { body: { baseHash: '0'.repeat(64) } })
    expect(stale.status).toBe(409)
    expect((await desk.rest(team.care, `POST /articles/${id}/review/looked`, { body: {} })).status).toBe(422)
  })
})
