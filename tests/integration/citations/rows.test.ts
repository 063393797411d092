import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/platform/database'
import { openDesk, type Desk } from '../../support/desk'
import { citationNode, lexical, openNewsroom, textNode, type Newsroom } from '../../support/newsroom'

let desk: Desk
let newsroom: Newsroom
beforeAll(async () => {
  desk = await openDesk()
  newsroom = await openNewsroom(desk)
})
afterAll(() => desk.close())

type Row = { key: string; source: string | null; quote: string | null; claim: string; scope: string; intent: string; basis: string }

async function rows(document: string): Promise<Row[]> {
  return (await database().query<Row>('select key, source, quote, claim, scope, intent, basis from handbill.citations where document = $1 order by position', [document])).rows
}

async function sourceNamed(title: string, more: object = {}): Promise<string> {
  const { body, status } = await desk.rest(newsroom.team.sources, 'POST /sources', { body: { title, language: 'en', kind: 'report', ...more } })
  expect(status).toBe(201)
  return body.doc.id
}

async function article(body: object, more: object = {}): Promise<{ id: string; rev: number; body: unknown; citations: Record<string, unknown> | null }> {
  const made = await desk.rest(newsroom.team.author, 'POST /articles', { body: { title: 'On a river', language: 'en', body, ...more } })
  expect(made.status, made.text).toBe(201)
  return made.body.doc
}

describe('citations of a document', () => {
  it('stand as rows after a save, with the sentence that they support, and leave a key in the text', async () => {
    const source = await sourceNamed('A report')
    const made = await article(lexical([textNode('It was dry. The river fell. '), citationNode({ key: 'k1', source, quote: 'fell by a metre' })]))
    expect(JSON.stringify(made.body)).not.toContain('fell by a metre')
    expect(made.citations).toEqual({ k1: { source, quote: 'fell by a metre' } })
    expect(await rows(made.id)).toMatchObject([{ key: 'k1', source, quote: 'fell by a metre', claim: 'The river fell.', scope: 'document', intent: 'supports' }])
  })

  it('keep what a save does not mention, take what it changes, and lose what it takes away', async () => {
    const source = await sourceNamed('Another report')
    const made = await article(lexical([textNode('One.'), citationNode({ key: 'a', source }), textNode(' Two.'), citationNode({ key: 'b', note: 'Ours' })]))
    const changed = await desk.rest(newsroom.team.author, `PATCH /articles/${made.id}`, { body: { citations: { a: { source, quote: 'New words' } } } })
    expect(changed.status, changed.text).toBe(200)
    expect(changed.body.doc.citations).toEqual({ a: { source, quote: 'New words' }, b: { note: 'Ours' } })
    const gone = await desk.rest(newsroom.team.author, `PATCH /articles/${made.id}`, { body: { body: lexical([textNode('One.'), citationNode({ key: 'a' })]) } })
    expect(gone.body.doc.citations).toMatchObject({ a: { source }, b: { note: 'Ours' } })
    expect((await rows(made.id)).map(({ key }) => key)).toEqual(['a'])
    const back = await desk.rest(newsroom.team.author, `PATCH /articles/${made.id}`, { body: { body: made.body } })
    expect(back.status).toBe(200)
    expect((await rows(made.id)).map(({ key }) => key)).toEqual(['a', 'b'])
  })

  it('have another basis when the claim or the words relied on change, and the same when the text changes elsewhere', async () => {
    const source = await sourceNamed('A third report')
    const body = (claim: string, elsewhere: string): object => lexical([textNode(claim), citationNode({ key: 'a', source, quote: 'Words' })], elsewhere)
    const made = await article(body('The river fell.', 'First.'))
    const basis = async (): Promise<string | undefined> => (await rows(made.id))[0]?.basis
    const first = await basis()
    await desk.rest(newsroom.team.author, `PATCH /articles/${made.id}`, { body: { body: body('The river fell.', 'Second.') } })
    expect(await basis()).toBe(first)
    await desk.rest(newsroom.team.author, `PATCH /articles/${made.id}`, { body: { body: body('The river rose.', 'Second.') } })
    expect(await basis()).not.toBe(first)
  })

  it('come back with the version that had them', async () => {
    const source = await sourceNamed('A fourth report')
    const made = await article(lexical([textNode('One.'), citationNode({ key: 'a', source, quote: 'As it was' })]))
    const { docs } = (await desk.rest(newsroom.team.author, `GET /articles/versions?where[parent][equals]=${made.id}&depth=0`)).body
    await desk.rest(newsroom.team.publisher, `PATCH /articles/${made.id}`, { body: { citations: { a: { source, quote: 'As it was changed' } } } })
    const restored = await desk.rest(newsroom.team.author, `POST /articles/versions/${docs[0].id}`, { body: {} })
    expect(restored.status, restored.text).toBe(200)
    expect(restored.body.doc.citations.a.quote).toBe('As it was')
  })

  it('come along with a mark that was copied from a text one may read, and not from another', async () => {
    const [open, hidden] = [await sourceNamed('An open report'), await sourceNamed('A hidden letter', { visibility: 'private', publicLabel: 'A letter' })]
    const made = await article(lexical([citationNode({ key: 'open-key', source: open, quote: 'Open words' }), citationNode({ key: 'hidden-key', source: hidden, quote: 'Hidden words' })]))
    const copied = await desk.rest(newsroom.team.author, 'POST /articles', { body: { title: 'A copy', language: 'en', body: made.body } })
    expect(copied.status, copied.text).toBe(201)
    expect(copied.body.doc.citations['open-key']).toEqual({ source: open, quote: 'Open words' })
    expect(JSON.stringify(copied.body.doc.citations['hidden-key'] ?? {})).not.toContain('Hidden words')
  })

  it('are refused with the field named where they are misshapen or name a source that is not there', async () => {
    const attempts: [unknown, string][] = [
      ['text', 'citations'],
      [{ a: 5 }, 'citations.a'],
      [{ a: { quote: 5 } }, 'citations.a.quote'],
      [{ a: { colour: 'red' } }, 'citations.a.colour'],
      [{ a: { source: 'x' } }, 'citations.a.source'],
      [{ a: { source: '00000000-0000-4000-8000-000000000000' } }, 'citations.a.source'],
      [{ a: { intent: 'x' } }, 'citations.a.intent'],
      [{ 'no spaces allowed': {} }, 'citations'],
    ]
    for (const [citations, path] of attempts) {
      const { status, text } = await desk.rest(newsroom.team.author, 'POST /articles', { body: { title: 'A text', language: 'en', citations } })
      expect(status, text).toBe(400)
      expect(text).toContain(path)
    }
  })
})
