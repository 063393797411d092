import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk, type Person } from '../../support/desk'
import { citationNode, lexical, openNewsroom, textNode, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom
let contributor: Person
let nobody: Person
let hidden: string
let own: string
let theirs: string

const SECRET = 'Zqsecret'
const link = (relationTo: string, value: string) => ({ type: 'link', version: 3, fields: { linkType: 'internal', newTab: false, doc: { relationTo, value } }, children: [textNode('see')], format: '', indent: 0, direction: 'ltr' })

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  await room.withoutBaking()
  contributor = await desk.person('Contributor', ['contributor'])
  nobody = await desk.person('Nobody yet', [])
  hidden = await room.write('sources', { title: `${SECRET} title`, visibility: 'private', publicLabel: 'A witness', url: `https://example.org/${SECRET}`, notes: SECRET, creators: [{ name: SECRET }] })
  theirs = await room.write('articles', { title: `${SECRET} draft of a colleague`, standfirst: SECRET })
  const post = await room.write('social-posts', { title: `${SECRET} post of a colleague`, text: SECRET })
  // Somebody who may see them cites and links them in texts of a contributor, who may not.
  const putInto = async (collection: 'articles' | 'exchanges' | 'social-posts', data: Record<string, unknown>) => {
    const id = await room.write(collection, {}, contributor)
    await room.must(room.team.author, `PATCH /${collection}/${id}`, data)
    return id
  }
  own = await putInto('articles', {
    kind: 'republication',
    republication: { publisher: 'Somebody', source: hidden },
    body: lexical([citationNode({ key: 'aaaaaaaa', source: hidden }), link('articles', theirs), link('sources', hidden)], 'A text'),
  })
  await putInto('exchanges', { posts: [{ post }] })
  await putInto('social-posts', { replyTo: post, footnotes: [{ label: '1', text: 'A note', source: hidden }] })
})
afterAll(() => desk.close())

const people = () => ({ contributor, nobody, care: room.team.care, administrator: room.team.administrator, nobodyAtAll: null }) as Record<string, Person | null>

describe('a private source', () => {
  it('comes with no other document, however deeply that is asked for', async () => {
    for (const [name, person] of Object.entries(people())) {
      for (const path of [`/articles/${own}`, '/articles', '/articles/versions', '/social-posts', '/social-posts/versions', '/sources', '/sources/versions', '/publications']) {
        for (const query of ['depth=3', 'depth=10&draft=true', 'depth=3&trash=true', `depth=3&populate[sources][title]=true&populate[articles][title]=true`]) {
          const { text } = await desk.rest(person, `GET ${path}?${query}`)
          // Administrators read the drafts of others; of a private source they get nothing.
          const seen = name === 'administrator' || name === 'care' ? text.replaceAll(new RegExp(`${SECRET} (draft|post) of a colleague|"(standfirst|text)":"${SECRET}"|zqsecret-(draft|post)-of-a-colleague`, 'g'), '') : text
          expect(seen, `${name} ${path}?${query}`).not.toMatch(/zqsecret/i)
        }
      }
    }
  })

  it('can’t be guessed at by asking for documents that refer to it', async () => {
    for (const person of [contributor, room.team.administrator]) {
      for (const path of ['republication.source.title', 'republication.source.url', 'republication.source.notes', 'republication.source.creators.name']) {
        const found = await desk.rest(person, `GET /articles?where[${path}][like]=${SECRET}`)
        expect(found.body.docs ?? [], path).toEqual([])
        const counted = await desk.rest(person, `GET /articles/count?where[${path}][like]=${SECRET}`)
        expect(counted.body.totalDocs ?? 0, path).toBe(0)
      }
      const posts = await desk.rest(person, `GET /social-posts?where[footnotes.source.title][like]=${SECRET}`)
      expect(posts.body.docs ?? []).toEqual([])
      expect((await desk.rest(person, `GET /sources?where[title][like]=${SECRET}`)).body.docs ?? []).toEqual([])
      expect((await desk.rest(person, `GET /sources/versions?where[version.title][like]=${SECRET}`)).body.docs ?? []).toEqual([])
    }
  })

  it('is not told by its review, its preview or an exception', async () => {
    for (const person of [contributor, room.team.care, room.team.administrator, nobody]) {
      for (const call of ['GET /sources/:id/review', 'POST /sources/:id/review/submit', 'POST /sources/:id/review/grant-exception', 'POST /sources/:id/review/cancel', 'POST /sources/:id/publishing/withdraw']) {
        const { status, text } = await desk.rest(person, call.replace(':id', hidden), call.startsWith('POST') ? { body: { slot: 'sources', reason: 'x', publicNote: 'x' } } : {})
        expect([403, 404], call).toContain(status)
        expect(text).not.toMatch(/zqsecret/i)
      }
    }
  })
})

describe('a text that cites a private source', () => {
  it('can be saved by whoever may write it, without seeing the source', async () => {
    await room.must(contributor, `PATCH /articles/${own}`, { standfirst: 'Saved by its author.' })
    const { body } = await desk.rest(contributor, `GET /articles/${own}?depth=0`)
    await room.must(contributor, `PATCH /articles/${own}`, { body: body.body, republication: body.republication, title: 'Saved whole, as the form does' })
  })

  it('goes through review by people who can’t see the source', async () => {
    await room.must(contributor, `POST /articles/${own}/review/submit`, {})
    await room.must(room.team.care, `PATCH /articles/${own}`, { warnings: [], warningReview: 'assessedNone' })
    await room.must(room.team.copy, `PATCH /articles/${own}`, { standfirst: 'Put better.' })
    await room.must(contributor, `POST /articles/${own}/review/cancel`, { reason: 'A test.' })
  })

  it('can’t cite what is not there', async () => {
    const { status, text } = await desk.rest(contributor, 'POST /articles', { body: { title: 'A guess', body: lexical([citationNode({ key: 'aaaaaaaa', source: '00000000-0000-4000-8000-000000000000' })]) } })
    expect([400, 422], text).toContain(status)
    expect(text).toContain('citations.aaaaaaaa.source')
  })
})

describe('the draft of a colleague', () => {
  it('comes with no document of a contributor that refers to it', async () => {
    for (const path of [`/articles/${own}`, '/articles', '/exchanges', '/social-posts', '/articles/versions', '/exchanges/versions']) {
      expect((await desk.rest(contributor, `GET ${path}?depth=5`)).text, path).not.toMatch(/zqsecret/i)
    }
    expect((await desk.rest(contributor, `GET /articles?where[translationOf.title][like]=${SECRET}`)).body.docs ?? []).toEqual([])
    expect((await desk.rest(contributor, `GET /exchanges?where[posts.post.text][like]=${SECRET}`)).body.docs ?? []).toEqual([])
  })

  it('can’t be made one’s own', async () => {
    await desk.rest(contributor, `PATCH /articles/${theirs}`, { body: { createdBy: contributor.id } })
    const { body } = await desk.rest(contributor, 'POST /articles', { body: { title: 'Mine', createdBy: room.team.author.id, savedBy: room.team.author.id, rev: 99 } })
    expect([body.doc.createdBy, body.doc.savedBy, body.doc.rev]).toEqual([contributor.id, contributor.id, 1])
    await desk.rest(contributor, `PATCH /articles/${body.doc.id}`, { body: { createdBy: room.team.author.id } })
    expect(await room.sql('select created_by_id as by from articles where id = any($1::uuid[]) order by id = $2', [[theirs, body.doc.id], body.doc.id])).toEqual([{ by: room.team.author.id }, { by: contributor.id }])
  })
})

describe('the account of a colleague', () => {
  it('shows no address and no secret, wherever it comes along', async () => {
    await room.make('articles', 'live')
    await desk.rest(room.team.publisher, `PATCH /articles/${theirs}`, { body: { standfirst: 'Changed' } })
    const paths = ['/users', `/users/${room.team.publisher.id}`, '/publications', '/articles', `/articles/${theirs}`, `/articles/${theirs}/review`, '/articles/versions', '/media', '/payload-locked-documents', '/payload-preferences']
    for (const person of [contributor, room.team.author, room.team.care, nobody]) {
      for (const path of paths) {
        const { text } = await desk.rest(person, `GET ${path}?depth=5`)
        const others = text.replaceAll(`${String(person.user.email)}`, '')
        expect(others, `${person.name} ${path}`).not.toMatch(/@desk\.example/)
        expect(text, `${person.name} ${path}`).not.toMatch(/"(hash|salt|resetPasswordToken|loginAttempts|lockUntil)":/)
      }
    }
    const { text } = await desk.rest(room.team.administrator, 'GET /users?depth=5&select[hash]=true&select[salt]=true&select[resetPasswordToken]=true')
    expect(text).not.toMatch(/"(hash|salt|resetPasswordToken)":/)
  })

  it('can’t be guessed at by its address', async () => {
    for (const query of ['/users?where[email][like]=desk', '/users?where[or][0][email][like]=desk', '/publications?where[publishedBy.email][like]=desk', '/articles?where[createdBy.email][like]=desk', '/articles?where[savedBy.email][like]=desk', '/articles?where[createdBy.hash][exists]=true', '/users?where[hash][exists]=true', '/users?where[sessions.id][exists]=true']) {
      const { status, body } = await desk.rest(room.team.author, `GET ${query}`)
      expect(status === 200 ? body.docs : [], query).toEqual([])
    }
  })

  it('is not signed in by what another one may send', async () => {
    for (const person of [contributor, room.team.author, null]) {
      const forgotten = await desk.rest(person, 'POST /users/forgot-password', { body: { email: room.team.publisher.user.email } })
      expect(forgotten.text).not.toMatch(/token/i)
      expect((await desk.rest(person, 'POST /users/unlock', { body: { email: room.team.publisher.user.email } })).status).toBe(403)
    }
    const [row] = await room.sql<{ hash: string | null }>('select hash from users where id = $1', [room.team.publisher.id])
    expect(row?.hash ?? null).toBeNull()
  })
})

describe('the preview', () => {
  const preview = async (person: Person | null, collection: string, id: string, view: 'page' | 'feed') => {
    const { GET } = view === 'page' ? await import('@/app/preview/[collection]/[id]/route') : await import('@/app/preview/[collection]/[id]/feed/route')
    const headers = new Headers(person === null ? {} : { Authorization: `JWT ${person.token}` })
    const response = await GET(new Request(`http://127.0.0.1:3000/preview/${collection}/${id}`, { headers }), { params: Promise.resolve({ collection, id }) })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  it.each(['page', 'feed'] as const)('as a %s is for those who may read the draft, and is kept by nobody', async (view) => {
    for (const [person, collection, id] of [[null, 'articles', theirs], [nobody, 'articles', theirs], [contributor, 'articles', theirs], [room.team.administrator, 'sources', hidden], [room.team.care, 'sources', hidden], [room.team.author, 'articles', 'x'], [room.team.author, 'users', room.team.author.id]] as const) {
      const { status, text, headers } = await preview(person, collection, id, view)
      expect([401, 403, 404], `${person?.name} ${collection}`).toContain(status)
      expect(text).not.toMatch(/zqsecret/i)
      expect(headers.get('cache-control')).toContain('no-store')
    }
    const { status, text, headers } = await preview(contributor, 'articles', own, view)
    expect(status, text.slice(0, 200)).toBe(200)
    expect(text).toContain('A witness')
    expect(text).not.toMatch(/zqsecret/i)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('set-cookie')).toBeNull()
  })
})

it('a signed-out person learns from the API nothing of what is there', async () => {
  const { body } = await desk.rest(null, 'GET /access')
  // Payload says of its own sessions what it says to everybody; of collections, globals and the desk, nothing is open.
  expect(body).toEqual({ collections: { users: { fields: { sessions: expect.anything() } } } })
  const known = await desk.rest(null, `GET /articles/${own}`)
  const unknown = await desk.rest(null, 'GET /articles/00000000-0000-4000-8000-000000000000')
  expect([known.status, known.text]).toEqual([unknown.status, unknown.text])
})
