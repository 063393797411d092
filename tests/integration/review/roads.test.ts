import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/platform/database'
import type { Desk } from '../../support/desk'
import { openDesk } from '../../support/desk'
import { openNewsroom, type Newsroom, type State } from '../../support/newsroom'

let desk: Desk
let room: Newsroom

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
})
afterAll(() => desk.close())

type Road = [name: string, walk: (id: string) => Promise<number>, expected: number]

const rest = (call: string, body?: unknown) => async (id: string) => (await desk.rest(room.team.publisher, call.replace(':id', id), body === undefined ? {} : { body })).status
const local = (walk: (id: string) => Promise<unknown>) => async (id: string) =>
  walk(id).then(
    () => 200,
    (error: { status?: number; code?: string; cause?: { code?: string } }) => error.status ?? Number(error.cause?.code ?? error.code ?? 500),
  )
const update = (data: object, draft = false) => local((id) => desk.payload.update({ collection: 'articles', id, data: data as never, draft, overrideAccess: true }))
const sql = (text: string) => local((id) => database().query(text, [id]))
const newestVersion = async (id: string) => (await room.sql<{ id: string }>('select id from _articles_v where parent_id = $1 order by updated_at desc limit 1', [id]))[0]?.id ?? ''

// Every way of writing there is, and what it is answered: 200 may change the draft, and never anything public.
const ROADS: Road[] = [
  ['a patch', rest('PATCH /articles/:id', { standfirst: 'Through a road.' }), 200],
  ['a patch as draft', rest('PATCH /articles/:id?draft=true', { standfirst: 'Through a road.' }), 200],
  ['an autosave', rest('PATCH /articles/:id?draft=true&autosave=true', { standfirst: 'Through a road.' }), 200],
  ['an autosave that is no draft', rest('PATCH /articles/:id?autosave=true', { standfirst: 'Through a road.' }), 200],
  ['a patch of the status', rest('PATCH /articles/:id', { _status: 'published' }), 403],
  ['a draft patch of the status', rest('PATCH /articles/:id?draft=true', { _status: 'published' }), 403],
  ['publishing all locales', rest('PATCH /articles/:id?publishAllLocales=true', { standfirst: 'Through a road.' }), 403],
  ['unpublishing all locales', rest('PATCH /articles/:id?unpublishAllLocales=true', {}), 403],
  ['publishing one locale', rest('PATCH /articles/:id?publishSpecificLocale=en', { standfirst: 'Through a road.' }), 403],
  ['creating as published', rest('POST /articles', { title: 'Through a road', _status: 'published' }), 403],
  ['a bulk patch of ids', async (id) => (await desk.rest(room.team.publisher, `PATCH /articles?where[id][in]=${id}`, { body: { standfirst: 'Through a road.' } })).status, 200],
  ['a bulk patch of a status', async (id) => (await desk.rest(room.team.publisher, `PATCH /articles?where[id][in]=${id}`, { body: { _status: 'published' } })).status, 403],
  ['a bulk patch of whatever matches', rest('PATCH /articles?where[language][equals]=en', { standfirst: 'Through a road.' }), 422],
  ['a bulk patch of a malformed condition', rest('PATCH /articles?where[or][0]=x', { standfirst: 'Through a road.' }), 422],
  ['a bulk delete of whatever matches', rest('DELETE /articles?where[language][equals]=en'), 422],
  ['a bulk delete of a malformed condition', rest('DELETE /articles?where[or]='), 422],
  ['a bulk delete without any', rest('DELETE /articles'), 422],
  ['restoring as published', async (id) => (await desk.rest(room.team.publisher, `POST /articles/versions/${await newestVersion(id)}?draft=false`)).status, 200],
  ['restoring by the Local API', local(async (id) => desk.payload.restoreVersion({ collection: 'articles', id: await newestVersion(id), overrideAccess: true })), 403],
  ['an update past access', update({ standfirst: 'Through a road.' }), 200],
  ['an update of the status past access', update({ _status: 'published' }), 403],
  ['a draft update of the status past access', update({ _status: 'published' }, true), 403],
  ['duplicating', rest('POST /articles/:id/duplicate?draft=false', {}), 200],
  ['writing a publication', rest('POST /publications', { title: 'x' }), 403],
  ['writing a publication past access', local((id) => desk.payload.create({ collection: 'publications', data: { title: 'x', document: id } as never, overrideAccess: true })), 403],
  ['changing publications past access', local((id) => desk.payload.update({ collection: 'publications', where: { document: { equals: id } }, data: { title: 'x' } as never, overrideAccess: true })), 403],
  ['the adapter', local((id) => desk.payload.db.updateOne({ collection: 'articles', id, data: { _status: 'published' } })), 23514],
  ['the adapter’s versions', local(async (id) => desk.payload.db.updateVersion({ collection: 'articles', id: await newestVersion(id), versionData: { version: { _status: 'published' } } as never })), 23514],
  ['SQL on the row', sql(`update articles set _status = 'published' where id = $1`), 23514],
  ['SQL on the versions', sql(`update _articles_v set version__status = 'published' where parent_id = $1`), 23514],
  ['publishing as an administrator', async (id) => (await desk.rest(room.team.administrator, `POST /articles/${id}/publishing/publish`, { body: { change: 'minor' } })).status, 403],
  ['publishing as an editor', async (id) => (await desk.rest(room.team.author, `POST /articles/${id}/publishing/publish`, { body: { change: 'minor' } })).status, 403],
]

describe.each<State>(['draft', 'in-review', 'approved', 'live'])('whatever is tried with a text that is %s', (state) => {
  test('nothing that was not signed goes public', async () => {
    const id = await room.make('articles', state)
    const before = await room.sql('select id, content_hash, projection from publications order by id')
    const found: Record<string, number> = {}
    for (const [name, walk] of ROADS) found[name] = await walk(id)
    expect(found).toEqual(Object.fromEntries(ROADS.map(([name, , expected]) => [name, expected])))
    expect(await room.sql('select id, content_hash, projection from publications order by id')).toEqual(before)
    expect(await room.sql(`select id from articles where _status <> 'draft'`)).toEqual([])
    // An approval is worth nothing for the text that these roads made of it.
    if (state !== 'live') expect((await desk.rest(room.team.publisher, `POST /articles/${id}/publishing/publish`, { body: {} })).status).toBe(409)
  })
})

describe('what is deleted or trashed', () => {
  test.each<[State, number, number]>([
    ['draft', 200, 200],
    ['in-review', 409, 409],
    ['approved', 409, 409],
    ['live', 403, 403],
  ])('of a text that is %s', async (state, trashed, deleted) => {
    const [one, two] = [await room.make('articles', state), await room.make('articles', state)]
    expect((await desk.rest(room.team.author, `PATCH /articles/${one}`, { body: { deletedAt: new Date().toISOString() } })).status).toBe(trashed)
    expect((await desk.rest(room.team.author, `PATCH /articles?where[id][in]=${two}`, { body: { deletedAt: new Date().toISOString() } })).body.errors?.length ?? 0).toBe(trashed === 200 ? 0 : 1)
    expect((await desk.rest(room.team.author, `DELETE /articles/${one}?trash=true`)).status).toBe(deleted)
  })

  test('a trashed text comes back as it was', async () => {
    const id = await room.make('articles', 'trashed')
    expect((await desk.rest(room.team.author, `POST /articles/${id}/review/submit`, { body: {} })).status).toBe(409)
    await room.must(room.team.author, `PATCH /articles/${id}?trash=true`, { deletedAt: null })
    await room.bring('articles', id, 'in-review')
  })
})

test('a copy of what was brought in is nobody’s import, so that the next one finds the original', async () => {
  const id = await room.write('articles')
  await room.sql('update articles set import_key = $2 where id = $1', [id, 'https://old.example/?p=7'])
  await room.sql('update _articles_v set version_import_key = $2 where parent_id = $1', [id, 'https://old.example/?p=7'])
  const { body } = await room.must(room.team.author, `POST /articles/${id}/duplicate`, {})
  expect(await room.sql('select id, import_key as key from articles where id = any($1::uuid[]) order by import_key', [[id, body.doc.id]])).toEqual([
    { id, key: 'https://old.example/?p=7' },
    { id: body.doc.id, key: null },
  ])
})
