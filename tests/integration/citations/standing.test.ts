import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/platform/database'
import { openDesk, type Desk, type Person } from '../../support/desk'
import { citationNode, lexical, openNewsroom, textNode, type Newsroom } from '../../support/newsroom'

let desk: Desk
let newsroom: Newsroom
beforeAll(async () => {
  desk = await openDesk()
  newsroom = await openNewsroom(desk)
})
afterAll(() => desk.close())

async function make(person: Person, collection: string, data: object): Promise<string> {
  const { body, status, text } = await desk.rest(person, `POST /${collection}`, { body: data })
  expect(status, text).toBe(201)
  return body.doc.id
}
const sourceNamed = (title: string, more: object = {}, by = newsroom.team.sources): Promise<string> => make(by, 'sources', { title, language: 'en', kind: 'report', ...more })
const cited = (...sources: (string | null)[]): object => lexical(...sources.map((source, index) => [textNode('A claim.'), citationNode({ key: `k${index}`, source, ...(index === 0 ? { quote: 'Words' } : {}) })]))
const article = (...sources: (string | null)[]): Promise<string> => make(newsroom.team.author, 'articles', { title: 'On a river', language: 'en', body: cited(...sources) })

describe('how the citations of a text stand', () => {
  it('is told for each in reading order, with the works they name', async () => {
    const [kept, bare] = [await sourceNamed('Kept elsewhere', { archivedUrl: 'https://archive.example/kept', url: 'https://harbour.example/' }), await sourceNamed('Bare')]
    const id = await article(bare, null, kept)
    const { status, body, text } = await desk.rest(newsroom.team.author, `GET /articles/${id}/citations`)
    expect(status, text).toBe(200)
    expect(body.citations).toEqual([
      { key: 'k0', isArchived: false, quote: null, support: null, verification: null, link: null },
      { key: 'k1', isArchived: false, quote: null, support: null, verification: null, link: null },
      { key: 'k2', isArchived: true, quote: null, support: null, verification: null, link: null },
    ])
    expect(body.sources.map(({ id: source, title, citedIn }: { id: string; title: string; citedIn: number }) => [source, title, citedIn]).sort()).toEqual([[bare, 'Bare', 1], [kept, 'Kept elsewhere', 1]].sort())
  })

  it('comes from what other rooms keep, and a check stands only while it rests on the same words', async () => {
    const id = await article(await sourceNamed('Looked at'))
    const support = async (): Promise<unknown> => (await desk.rest(newsroom.team.author, `GET /articles/${id}/citations`)).body.citations[0].support
    await database().query(`insert into handbill.citation_checks (collection, document, key, basis, result, seen, by, at) select collection, document, key, basis, 'partly', '{}', $2, now() from handbill.citations where document = $1`, [id, newsroom.team.sources.id])
    expect(await support()).toBe('partly')
    await desk.rest(newsroom.team.author, `PATCH /articles/${id}`, { body: { citations: { k0: { quote: 'Other words' } } } })
    expect(await support()).toBeNull()
  })

  it('is told to those alone who may read the text, and tells nothing of a work that is not theirs to know', async () => {
    const hidden = await sourceNamed('A name that nobody hears', { visibility: 'private' })
    const id = await article(await sourceNamed('Open'))
    await database().query(`update handbill.citations set source = $1 where document = $2`, [hidden, id])
    await database().query(`update articles set citations = jsonb_build_object('k0', jsonb_build_object('source', $1::text)) where id = $2`, [hidden, id])
    const answer = await desk.rest(newsroom.team.author, `GET /articles/${id}/citations`)
    expect(answer.status, answer.text).toBe(200)
    expect(answer.text).not.toContain('A name that nobody hears')
    const stranger = await desk.person('A stranger', ['contributor'])
    expect((await desk.rest(stranger, `GET /articles/${id}/citations`)).status).toBe(404)
    expect((await desk.rest(null, `GET /articles/${id}/citations`)).status).toBe(401)
    expect((await desk.rest(newsroom.team.author, 'GET /articles/no-id/citations')).status).toBe(404)
  })
})

describe('the library beside a text', () => {
  it('finds works by words of title, author and address, and says how many texts cite them', async () => {
    const source = await sourceNamed('Gauge readings of the outer quay', { creators: [{ name: 'Salma Haddad' }], url: 'https://quay.example/gauge' })
    await article(source)
    await article(source)
    for (const words of ['outer gauge', 'Haddad', 'quay.example/gauge']) {
      const { body, status } = await desk.rest(newsroom.team.author, `GET /articles/citations/library?q=${encodeURIComponent(words)}`)
      expect(status).toBe(200)
      expect(body.sources, words).toEqual([{ id: source, title: 'Gauge readings of the outer quay', creator: 'Salma Haddad', url: 'https://quay.example/gauge', kind: 'report', isPrivate: false, isNamedByAddress: false, citedIn: 2 }])
    }
    expect((await desk.rest(newsroom.team.author, `GET /articles/citations/library?q=nothing-has-this`)).body.sources).toEqual([])
  })

  it('does not list what is private to others, and refuses words that can’t be stored', async () => {
    await sourceNamed('Zanzibar ledger', { visibility: 'private' })
    expect((await desk.rest(newsroom.team.author, `GET /articles/citations/library?q=Zanzibar`)).body.sources).toEqual([])
    for (const words of ['%00', 'x'.repeat(301)]) expect((await desk.rest(newsroom.team.author, `GET /articles/citations/library?q=${words}`)).status, words).toBe(422)
    expect((await desk.rest(null, `GET /articles/citations/library?q=x`)).status).toBe(401)
  })
})
