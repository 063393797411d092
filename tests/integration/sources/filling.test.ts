import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from '../../support/desk'
import { openNewsroom, type Newsroom } from '../../support/newsroom'

describe('what machines know of a source', () => {
  let desk: Desk
  let room: Newsroom
  beforeAll(async () => {
    desk = await openDesk()
    room = await openNewsroom(desk)
  })
  afterAll(() => desk.close())

  it('fills it, says where it came from, and stands back where somebody saved', async () => {
    const { fillSource } = await import('@/sources/fill')
    const { body } = await room.must(room.team.author, 'POST /sources/from-link', { link: 'https://filled.example/x' })
    const { id } = body.source
    expect(await fillSource(desk.payload, id, { title: 'As the page says', creators: [{ name: 'Ines Calloway' }] }, 'page')).toBe(true)
    await room.must(room.team.author, `PATCH /sources/${id}`, { title: 'As we say', container: 'Ours' })
    expect(await fillSource(desk.payload, id, { title: 'As Crossref says', container: 'Theirs', volume: '4' }, 'crossref')).toBe(true)
    expect(await fillSource(desk.payload, id, { title: 'Again' }, 'page')).toBe(false)
    const [row] = await room.sql('select title, container, volume, field_origins from sources where id = $1', [id])
    expect(row).toMatchObject({ title: 'As we say', container: 'Ours', volume: '4', field_origins: { title: 'human', creators: 'page', container: 'human', volume: 'crossref', kind: 'address' } })
  })

  it('is brought in from CSL-JSON that somebody pastes, each work once', async () => {
    const csl = JSON.stringify([
      { id: 'a', type: 'report', title: 'Pasted', URL: 'https://pasted.example/', author: [{ family: 'Odum', given: 'Rafiq' }], issued: { 'date-parts': [[2013, 3]] } },
      { id: 'b', type: 'article-journal', title: 'Pasted again', URL: 'http://www.pasted.example' }, { id: 'c', type: 'book' },
    ])
    const { body } = await room.must(room.team.author, 'POST /sources/from-csl', { csl })
    expect(body.items).toMatchObject([{ isNew: true, source: { title: 'Pasted', kind: 'report' } }, { isNew: false, source: { title: 'Pasted' } }, { problem: 'It has no title.' }])
    const post = { type: 'post', title: 'A post', custom: { handbill: { platform: 'x', postId: '77' } } }
    const posts = await room.must(room.team.author, 'POST /sources/from-csl', { csl: JSON.stringify([post, { ...post, title: 'The same post' }]) })
    expect(posts.body.items).toMatchObject([{ isNew: true }, { isNew: false, source: { title: 'A post' } }])
    for (const bad of ['', '{', '7', '[]', 7, null, undefined]) expect((await desk.rest(room.team.author, 'POST /sources/from-csl', { body: { csl: bad } })).body.errors[0].data.field, String(bad)).toBe('csl')
    expect((await desk.rest(null, 'POST /sources/from-csl', { body: { csl } })).status).toBe(401)
    expect((await desk.rest(room.team.copy, 'POST /sources/from-csl', { body: { csl } })).status).toBe(403)
  })
})
