import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicPool } from '@/platform/database'
import { publishedReader } from '@/publishing/published-reader'
import { numberNotes } from '@/record/notes'
import type { Live } from '@/record/publication'
import { ledger } from '@/jobs/ledger'
import { pagesTouchedBy } from '@/edition/touched'
import { database } from '@/platform/database'
import { answer } from '@/edition/answer'
import { verifyPublications } from '@/publishing/verify-publications'
import { openDesk, type Answered, type Desk, type Person } from '../../support/desk'
import { citationNode, lexical, openNewsroom, textNode, type Newsroom } from '../../support/newsroom'

describe('two records of one work', () => {
  let desk: Desk
  let room: Newsroom
  let editor: Person
  let publisher: Person
  const reader = () => publishedReader(publicPool())
  const merge = (id: string, into: unknown, person: Person | null = editor): Promise<Answered> => desk.rest(person, `POST /sources/${id}/merge`, { body: { into } })
  const unmerge = (id: string, person: Person): Promise<Answered> => desk.rest(person, `POST /sources/${id}/unmerge`, { body: {} })
  const live = (title: string, more: Record<string, unknown> = {}) => room.make('sources', 'live', { title, ...more })
  const citing = (...sources: string[]) => ({ body: lexical(sources.flatMap((source, index) => [textNode(`Claim ${index}.`), citationNode({ key: `key${index}aaaaaa`, source })])) })
  const articleOf = async (id: string): Promise<Live<'articles'>> => (await reader().byId('articles', [id]))[0]!

  beforeAll(async () => {
    desk = await openDesk()
    room = await openNewsroom(desk)
    await room.withoutBaking()
    editor = room.team.author
    publisher = room.team.publisher
  })
  afterAll(() => desk.close())

  it('become one for readers: one number, one entry, the old address leads on, and nothing published is rewritten', async () => {
    const [one, two] = [await live('The report, as we had it'), await live('The report, as they had it')]
    const article = await room.make('articles', 'live', citing(one, two, one))
    const before = await room.sql('select id, content_hash, projection from publications where document = any($1)', [[article, one, two]])
    expect(numberNotes('a', (await articleOf(article)).projection.body, (await articleOf(article)).projection.citations).document.notes).toHaveLength(2)
    expect((await merge(one, two)).body).toEqual({ merged: one, into: two })

    const { projection } = await articleOf(article)
    const { notes } = numberNotes('a', projection.body, projection.citations).document
    expect(notes.map(({ source, uses }) => [source, uses.length])).toEqual([[two, 3]])
    expect((await reader().byId('sources', [one, two])).map(({ document }) => document)).toEqual([two])
    expect((await reader().list({ collections: ['sources'] })).map(({ document }) => document)).not.toContain(one)
    for (const id of [one, two]) expect((await reader().list({ collections: ['articles'], refersTo: id })).map(({ document }) => document), id).toContain(article)
    expect(await reader().countReferring(['articles'], [two])).toEqual(new Map([[two, 1]]))
    const context = { reader: reader(), origin: 'https://site.example' }
    expect(await answer({ path: '/sources/the-report-as-we-had-it', search: '' }, context, desk.database.dataDir)).toMatchObject({ status: 301, headers: { Location: '/sources/the-report-as-they-had-it' } })
    const page = await answer({ path: (await articleOf(article)).path!, search: '' }, context, desk.database.dataDir)
    expect(String(page.body)).toContain('The report, as they had it')
    expect(String(page.body)).not.toContain('The report, as we had it')

    expect(await room.sql('select id, content_hash, projection from publications where document = any($1)', [[article, one, two]])).toEqual(before)
    expect((await verifyPublications(database())).firstWrong).toBeNull()
    expect((await room.sql(`select details from handbill.audit_log where action = 'sourcesMerged' and document = $1`, [one]))[0]?.details).toEqual({ into: two })
    expect((await room.sql('select source::text from handbill.citations where document = $1', [article])).map(({ source }) => source)).toEqual([two, two, two])
  })

  it('have every page that named either baked anew, and the merged one’s taken away', async () => {
    const [one, two] = [await live('Baked one'), await live('Baked two')]
    const article = await room.make('articles', 'live', citing(one))
    await merge(one, two)
    const books = ledger(database())
    const changes = await books.changes(await books.pending())
    const touched = new Set<string>()
    for (const change of changes) for (const path of await pagesTouchedBy(change, reader())) touched.add(path)
    for (const path of ['/sources/baked-one', '/sources/baked-two', '/sources', (await articleOf(article)).path!]) expect(touched, path).toContain(path)
    expect(changes.find(({ before }) => before?.document === one)?.after).toBeNull()
  })

  it('are cited, while they are merged, by many at once: no citation is lost', async () => {
    const [one, two] = [await room.write('sources', { title: 'At once one' }), await room.write('sources', { title: 'At once two' })]
    const articles = await Promise.all(Array.from({ length: 8 }, (_, index) => room.write('articles', { title: `At once ${index}` })))
    const [merged, ...saved] = await Promise.all([
      merge(one, two),
      ...articles.map((id, index) => desk.rest(editor, `PATCH /articles/${id}`, { body: citing(index % 2 === 0 ? one : two) })),
    ])
    expect([merged!.status, ...saved.map(({ status }) => status)]).toEqual(Array.from({ length: 9 }, () => 200))
    const rows = await room.sql<{ standing: string }>('select handbill.survivor_of(source)::text as standing from handbill.citations where document = any($1::uuid[])', [articles])
    expect(rows.map(({ standing }) => standing)).toEqual(Array.from({ length: 8 }, () => two))
    await room.bring('articles', articles[0]!, 'live')
    expect((await articleOf(articles[0]!)).projection.citations.map(({ source }) => source)).toEqual([two])
    expect((await reader().byId('sources', [one]))[0]?.document).toBe(two)
  })

  it('leave what was going public along with a text to the one that stands for both', async () => {
    const [one, two] = [await room.write('sources', { title: 'Companion one' }), await room.write('sources', { title: 'Companion two' })]
    const article = await room.write('articles', citing(one))
    await room.bring('articles', article, 'in-review')
    await merge(one, two)
    const review = await room.must(editor, `GET /articles/${article}/review`)
    expect(review.body.companions.map(({ id }: { id: string }) => id)).toEqual([two])
  })

  it('can be merged one after the other, and each merge be undone by a publisher', async () => {
    const [one, two, three] = [await live('Chain one'), await live('Chain two'), await live('Chain three')]
    const article = await room.make('articles', 'live', citing(one))
    await merge(one, two)
    await merge(two, three)
    expect((await articleOf(article)).projection.citations[0]?.source).toBe(three)
    expect((await unmerge(two, editor)).status).toBe(403)
    expect((await unmerge(two, publisher)).status).toBe(200)
    expect((await articleOf(article)).projection.citations[0]?.source).toBe(two)
    expect((await unmerge(one, room.team.administrator)).status).toBe(200)
    expect((await articleOf(article)).projection.citations[0]?.source).toBe(one)
    expect((await room.sql('select source::text from handbill.citations where document = $1', [article]))[0]?.source).toBe(one)
    expect((await reader().byAddress('/sources/chain-one'))?.document).toBe(one)
    expect((await unmerge(one, publisher)).body.errors[0].data.code).toBe('notMerged')
    expect((await desk.rest(editor, `PATCH /sources/${one}`, { body: { note: 'Itself again' } })).status).toBe(200)
  })

  it('are not merged where that can’t be, and it is said why', async () => {
    const [one, two, hidden, unknown] = [await live('No one'), await live('No two'), await room.write('sources', { title: 'Hidden', visibility: 'private' }), await room.write('sources', { title: 'Never public' })]
    const why = async (answered: Promise<Answered>) => { const { status, body } = await answered; return [status, body.errors[0].data.code ?? body.errors[0].data.field] }
    expect(await why(merge(one, one))).toEqual([422, 'intoItself'])
    for (const bad of ['', 'x', 7, null, '00000000-0000-4000-8000-000000000000', { id: two }]) expect((await merge(one, bad)).status, String(bad)).toBe(422)
    expect((await merge('00000000-0000-4000-8000-000000000000', two)).status).toBe(404)
    expect(await why(merge(one, two, null))).toEqual([401, 'notSignedIn'])
    expect((await merge(one, two, room.team.care)).status).toBe(403)
    expect(await why(merge(one, hidden))).toEqual([409, 'privacyDiffers'])
    expect(await why(merge(hidden, one))).toEqual([409, 'privacyDiffers'])
    expect(await why(merge(one, unknown))).toEqual([409, 'survivorNotLive'])
    const contributor = await desk.person('Merging contributor', ['contributor'])
    const answered = await merge(two, hidden, contributor)
    expect(answered.status).toBe(403)
    expect(answered.text).not.toContain('Hidden')
    expect((await merge(one, two)).status).toBe(200)
    expect(await why(merge(one, two))).toEqual([409, 'merged'])
    expect(await why(merge(two, one))).toEqual([409, 'intoMerged'])
    expect(await why(desk.rest(editor, `PATCH /sources/${one}`, { body: { note: 'x' } }))).toEqual([409, 'merged'])
    expect((await desk.rest(editor, `POST /sources/${one}/review/submit`, { body: {} })).status).toBe(409)
    const inReview = await room.write('sources', { title: 'In review' })
    await room.bring('sources', inReview, 'in-review')
    expect(await why(merge(inReview, two))).toEqual([409, 'sourceInReview'])
    const kept = await room.write('sources', { title: 'Has merged' })
    await merge(await room.write('sources', { title: 'Into it' }), kept)
    expect((await desk.rest(editor, `PATCH /sources/${kept}`, { body: { deletedAt: new Date().toISOString() } })).status).toBe(409)
  })

  it('each into the other at the same moment: one of the two happens', async () => {
    const [one, two] = [await room.write('sources', { title: 'Ring one' }), await room.write('sources', { title: 'Ring two' })]
    const both = await Promise.all([merge(one, two), merge(two, one)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  it('stay hidden from readers where the survivor is made private later', async () => {
    const [one, two] = [await room.write('sources', { title: 'Zqone' }), await room.write('sources', { title: 'Zqtwo' })]
    await merge(one, two)
    await room.must(room.team.sources, `PATCH /sources/${two}`, { visibility: 'private', publicLabel: 'Somebody' })
    const article = await room.write('articles', { body: lexical([textNode('A claim.'), citationNode({ key: 'privatekey', source: one, quote: 'zqwords' })]) })
    const { body } = await room.must(room.team.sources, `GET /articles/${article}/review`)
    expect(JSON.stringify(body)).not.toContain('zqwords')
    await room.bring('articles', article, 'live')
    expect(JSON.stringify(await articleOf(article))).not.toContain('zqwords')
  })
})
