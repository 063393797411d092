import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk, type Person } from '../../support/desk'
import { openNewsroom, type Newsroom } from '../../support/newsroom'

describe('a source says what work it is', () => {
  let desk: Desk
  let room: Newsroom
  let editor: Person
  const fields = async (id: string) => (await room.must(editor, `GET /sources/${id}?showHiddenFields=true`)).body
  const patch = (id: string, data: Record<string, unknown>, person: Person = editor) => desk.rest(person, `PATCH /sources/${id}`, { body: data })

  beforeAll(async () => {
    desk = await openDesk()
    room = await openNewsroom(desk)
    editor = room.team.author
  })
  afterAll(() => desk.close())

  it('in one form: link without what only says who shared it, identifiers without their decoration', async () => {
    const id = await room.write('sources', { url: 'https://WWW.Gauge.example/a?igsh=1&x=2', doi: 'https://doi.org/10.5555/ABC.1', isbn: '0-306-40615-2', issn: '03785955', qid: 'https://www.wikidata.org/wiki/q42' })
    expect(await fields(id)).toMatchObject({ url: 'https://www.gauge.example/a?x=2', doi: '10.5555/abc.1', isbn: '9780306406157', issn: '0378-5955', qid: 'Q42' })
    const [row] = await room.sql(`select url_key, doi_key from sources where id = $1`, [id])
    expect(row).toEqual({ url_key: 'gauge.example/a?x=2', doi_key: '10.5555/abc.1' })
  })

  it.each([
    ['doi', '11.1/x'], ['isbn', '978-0-306-40615-8'], ['issn', '0378-5954'], ['qid', 'P31'], ['issued', 'last spring'], ['issued', '2013-02-30'], ['issued', '2013-02-29'], ['issued', '2015/2013'],
    ['accessed', '2013-13'], ['url', 'javascript:alert(1)'], ['url', 'https://gauge.example/…/cut'], ['archivedUrl', 'nowhere'], ['postId', 'two words'], ['volume', 'x'.repeat(201)],
  ])('and is refused a %s like “%s”, by name', async (field, value) => {
    const answered = await desk.rest(editor, 'POST /sources', { body: { title: `Bad ${field} ${value.slice(0, 20)}`, kind: 'report', [field]: value } })
    expect(answered.status).toBe(400)
    expect(answered.body.errors[0].data.errors.map(({ path }: { path: string }) => path)).toContain(field)
  })

  it.each(['2013', '2013-03', '2013~', '2013-03?', '2013/2015', '2013/..', '201X', '2004-21', '2004-06-XX'])('as far as its date is known: %s', async (issued) => {
    expect((await fields(await room.write('sources', { title: `Dated ${issued}`, issued }))).issued).toBe(issued)
  })

  it('what was there before a rule keeps nobody from saving', async () => {
    const id = await room.write('sources', { title: 'Old' })
    await room.sql(`update sources set issued = 'about 1998' where id = $1`, [id])
    await room.sql(`update _sources_v set version_issued = 'about 1998' where parent_id = $1`, [id])
    expect((await patch(id, { note: 'New', issued: 'about 1998' })).status).toBe(200)
  })

  it('a second record of one work is refused, with the name of the first', async () => {
    const first = await room.write('sources', { title: 'The first', url: 'https://one.example/x', doi: '10.5555/one', platform: 'x', postId: '77' })
    for (const [field, data] of [['url', { url: 'http://www.one.example/x/' }], ['doi', { doi: 'doi:10.5555/ONE' }], ['postId', { platform: 'x', postId: '77' }]] as const) {
      const refused = await desk.rest(editor, 'POST /sources', { body: { title: `A second by ${field}`, kind: 'report', ...data } })
      expect(refused).toMatchObject({ status: 409, body: { errors: [{ data: { code: 'sameWork', field, other: { id: first, title: 'The first' }, errors: [{ path: field }] } }] } })
    }
    const other = await room.write('sources', { title: 'Another' })
    expect((await patch(other, { url: 'https://one.example/x?fbclid=1' })).status).toBe(409)
    await room.must(editor, `PATCH /sources/${first}`, { deletedAt: new Date().toISOString() })
    expect((await patch(other, { url: 'https://one.example/x' })).status).toBe(200)
    // The trash gives back only what is nobody else’s by now.
    expect((await desk.rest(editor, `PATCH /sources/${first}?trash=true`, { body: { deletedAt: null } })).status).toBe(409)
  })

  it('a duplicate begins without link and identifiers', async () => {
    const first = await room.write('sources', { title: 'To be duplicated', url: 'https://dup.example/', doi: '10.5555/dup', volume: '4' })
    const copy = await room.must(editor, `POST /sources/${first}/duplicate`, {})
    expect(copy.body.doc).toMatchObject({ volume: '4', url: null, doi: null })
  })

  it('a private record is in nobody’s way and is told by no refusal; one that becomes public is', async () => {
    const hidden = await room.write('sources', { title: 'Zqsecret', url: 'https://private.example/', visibility: 'private' })
    expect((await fields(hidden)).capturePolicy).toBe('neverFetch')
    const open = await room.write('sources', { title: 'Open', url: 'https://private.example/' })
    expect((await patch(hidden, { visibility: 'public' })).body.errors[0].data.other).toEqual({ id: open, title: 'Open' })
  })

  it('relates to other works, and is never its own origin', async () => {
    const [one, two, three] = [await room.write('sources'), await room.write('sources'), await room.write('sources')]
    expect((await patch(one, { relations: [{ type: 'quotes', source: one }] })).body.errors[0].data.field).toBe('relations.0.source')
    expect((await patch(one, { relations: [{ type: 'translates', source: two }] })).status).toBe(200)
    expect((await patch(two, { relations: [{ type: 'translates', source: three }, { type: 'quotes', source: one }] })).status).toBe(200)
    expect((await patch(three, { relations: [{ type: 'translates', source: one }] })).body.errors[0].data.field).toBe('relations.0.source')
    expect((await patch(three, { relations: [{ type: 'repliesTo', source: one }, { type: 'nonsense', source: one }] })).status).toBe(400)
    expect((await patch(three, { relations: [{ type: 'repliesTo', source: one }] })).status).toBe(200)
    const ring = [await room.write('sources'), await room.write('sources')]
    const both = await Promise.all([patch(ring[0]!, { relations: [{ type: 'derivedFrom', source: ring[1] }] }), patch(ring[1]!, { relations: [{ type: 'derivedFrom', source: ring[0] }] })])
    // Whoever waits for the other's row while holding its own is told to try again.
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(both.every(({ status }) => [200, 409, 422].includes(status))).toBe(true)
  })

  it('who gave a value is remembered, and nobody’s client decides it', async () => {
    const id = await room.write('sources', { title: 'By hand', container: 'A paper', fieldOrigins: { title: 'crossref' }, mergedInto: await room.write('sources'), urlKey: 'forged', doiKey: 'forged' })
    const [row] = await room.sql('select field_origins, merged_into_id, url_key, doi_key from sources where id = $1', [id])
    expect(row).toEqual({ field_origins: { title: 'human', container: 'human', kind: 'human' }, merged_into_id: null, url_key: null, doi_key: null })
  })
})
