import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk, type Desk, type Person } from '../../support/desk'
import { openNewsroom, type Newsroom } from '../../support/newsroom'

let desk: Desk
let room: Newsroom
let article: string
let contributor: Person

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  contributor = await desk.person('=HYPERLINK("x")', ['contributor'])
  article = await room.write('articles')
  await room.must(room.team.author, `POST /articles/${article}/review/submit`, { note: 'Please be quick.' })
  await room.must(room.team.care, `POST /articles/${article}/review/request-changes`, { comment: 'Who counted?' })
  await room.must(room.team.author, `POST /articles/${article}/review/submit`, { note: 'Counted again.' })
  await room.bring('articles', await room.write('articles'), 'live')
})
afterAll(() => desk.close())

const history = async (person: Person, query = '') => (await desk.rest(person, `GET /articles/${article}/history${query}`))
const csv = async (person: Person, query = '') => (await desk.rest(person, `GET /audit.csv${query}`))
const lines = (text: string): string[] => text.split('\r\n').slice(1, -1)

describe('the history of a document', () => {
  test('says who did what, newest first, with what they said', async () => {
    const { status, body } = await history(room.team.publisher)
    expect(status).toBe(200)
    expect(body.rows).toMatchObject([
      { action: 'resubmitted', by: { name: 'Team author' }, words: 'Counted again.' },
      { action: 'changesRequested', by: { name: 'Team care' }, slot: 'care', words: 'Who counted?' },
      { action: 'submitted', by: { name: 'Team author' }, words: 'Please be quick.' },
    ])
    expect(body.next).toBe(null)
  })

  test('is read on page by page, each row once', async () => {
    const first = (await history(room.team.author, '?limit=2')).body
    const second = (await history(room.team.author, `?limit=2&before=${first.next}`)).body
    expect([...first.rows, ...second.rows].map(({ action }) => action)).toEqual(['resubmitted', 'changesRequested', 'submitted'])
    expect([first.next, second.next]).toEqual([first.rows[1].seq, null])
  })

  test('is for whoever may read the log: publishers, administrators, and of their own texts the others', async () => {
    expect((await history(room.team.administrator)).status).toBe(200)
    expect((await history(room.team.author)).status).toBe(200)
    for (const other of [await desk.person('Other editor', ['editor']), room.team.care, contributor]) expect([403, 404], other.name).toContain((await history(other)).status)
    expect((await desk.rest(null, `GET /articles/${article}/history`)).status).toBe(401)
  })

  test.each(['before=x', 'before=-1', 'limit=0', 'limit=1000', 'before=1e9'])('refuses ?%s by name', async (query) => {
    const answered = await history(room.team.publisher, `?${query}`)
    expect([answered.status, answered.text]).toEqual([422, expect.stringContaining(query.split('=')[0] ?? '')])
  })
})

describe('the log as CSV', () => {
  test('opens safely in a spreadsheet: a byte order mark, quoted cells, and no formula', async () => {
    const own = await room.write('articles', {}, contributor)
    await room.must(contributor, `POST /articles/${own}/review/submit`, {})
    const { status, text, headers } = await csv(room.team.publisher)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/)
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="audit-/)
    expect(text.split('\r\n')[0]).toBe('number,at,person,name,action,collection,document,before,after,run,details,hash')
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
    expect(lines(text)).toHaveLength((await room.sql('select 1 from handbill.audit_log')).length)
  })

  test('begins with the mark by which spreadsheets know UTF-8', async () => {
    // What a response gives as text has lost it, so its bytes are looked at.
    const { GET } = await import('@/app/(payload)/api/[...slug]/route')
    const request = new Request('http://127.0.0.1:3000/api/audit.csv', { headers: { Authorization: `JWT ${room.team.publisher.token}` } })
    const bytes = Buffer.from(await (await GET(request, { params: Promise.resolve({ slug: ['audit.csv'] }) })).arrayBuffer())
    expect(bytes.subarray(0, 9).toString('hex')).toBe(`efbbbf${Buffer.from('number').toString('hex')}`)
  })

  test('holds what the filters ask for', async () => {
    const only = async (query: string) => lines((await csv(room.team.publisher, `?${query}`)).text)
    expect(await only(`document=${article}`)).toHaveLength(3)
    expect(await only(`document=${article}&action=changesRequested`)).toHaveLength(1)
    expect(await only(`person=${room.team.care.id}&document=${article}`)).toHaveLength(1)
    expect(await only('collection=topics&from=2001-01-01&to=2001-01-02')).toHaveLength(0)
    const today = new Date().toISOString().slice(0, 10)
    expect(await only(`document=${article}&from=${today}&to=${today}`)).toHaveLength(3)
  })

  test('holds of others’ documents nothing for who may read their own only', async () => {
    const own = lines((await csv(contributor)).text)
    expect(own.length).toBeGreaterThan(0)
    expect(own.every((line) => !line.includes(article))).toBe(true)
    expect(lines((await csv(room.team.care)).text)).toEqual([])
    expect((await desk.rest(null, 'GET /audit.csv')).status).toBe(401)
  })

  test.each(['person=me', 'action=drop table', 'collection=..', 'document=%00', 'from=yesterday', 'to=2026-02-30'])('refuses ?%s by name', async (query) => {
    const answered = await csv(room.team.publisher, `?${query}`)
    expect([answered.status, answered.text]).toEqual([422, expect.stringContaining(query.split('=')[0] ?? '')])
  })

  test('is read a thousand rows at a time, none twice and none left out', async () => {
    await room.sql(`select handbill.append_audit(null, 'submitted', 'articles', $1, null, null, null, '{}') from generate_series(1, 2100)`, [article])
    const numbers = lines((await csv(room.team.publisher, `?document=${article}`)).text).map((line) => Number(line.split(',')[0]))
    expect(numbers).toHaveLength(2103)
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => other - one))
  })
})
