import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Answered, type Desk, type Person } from '../../support/desk'
import { citationNode, lexical, openNewsroom, textNode, type Newsroom } from '../../support/newsroom'

describe('a link becomes a source', () => {
  let desk: Desk
  let room: Newsroom
  let editor: Person
  const link = (words: unknown, more: Record<string, unknown> = {}, person: Person | null = editor): Promise<Answered> => desk.rest(person, 'POST /sources/from-link', { body: { link: words, ...more } })

  beforeAll(async () => {
    desk = await openDesk()
    room = await openNewsroom(desk)
    editor = room.team.author
  })
  afterAll(() => desk.close())

  it('that is made once, however the address is spelt and how often it is shared', async () => {
    const made = await link('https://www.gauge.example/2018/report/?utm_source=x&fbclid=abc', { title: 'The report', language: 'en' })
    expect(made).toMatchObject({ status: 200, body: { isNew: true, source: { title: 'The report', url: 'https://www.gauge.example/2018/report/', citedIn: 0 }, stripped: ['utm_source', 'fbclid'] } })
    for (const spelling of ['http://gauge.example/2018/report', 'https://gauge.example/2018/report#findings', 'https://www.gauge.example/2018/report/?fbclid=zzz']) {
      expect((await link(spelling)).body).toMatchObject({ isNew: false, source: { id: made.body.source.id, title: 'The report' } })
    }
    expect((await link('https://gauge.example/2018/report#findings')).body.locator).toEqual({ label: 'section', value: 'findings' })
  })

  it('whose archived copy is known as one, and found by its original afterwards', async () => {
    const made = await link('https://web.archive.org/web/20190512100000/https://gone.example/page?utm_medium=y')
    expect(made.body).toMatchObject({ isNew: true, archive: { original: 'https://gone.example/page', at: '2019-05-12T10:00:00.000Z' } })
    const { body } = await room.must(editor, `GET /sources/${made.body.source.id}`)
    expect(body).toMatchObject({ url: 'https://gone.example/page', archivedAt: '2019-05-12T10:00:00.000Z' })
    expect(body.archivedUrl).toContain('web.archive.org/web/20190512100000/')
    expect((await link('gone.example/page')).body.source.id).toBe(made.body.source.id)
  })

  it('or a DOI or ISBN does, in any of its spellings', async () => {
    const doi = await link('10.5555/JLS.2025.0417')
    expect(doi.body).toMatchObject({ isNew: true, source: { kind: 'paper' } })
    for (const spelling of ['doi:10.5555/jls.2025.0417', 'https://doi.org/10.5555/jls.2025.0417', 'https://dx.doi.org/10.5555%2FJLS.2025.0417']) expect((await link(spelling)).body.source.id, spelling).toBe(doi.body.source.id)
    const isbn = await link('ISBN 0-306-40615-2')
    expect(isbn.body).toMatchObject({ isNew: true, source: { kind: 'book' } })
    expect((await link('978-0-306-40615-7')).body.source.id).toBe(isbn.body.source.id)
  })

  it('one record, and one copy wanted of it, where twenty ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => link(`https://many.example/new?utm_campaign=${index}`)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
    expect(new Set(answers.map(({ body }) => body.source.id)).size).toBe(1)
    expect(answers.filter(({ body }) => body.isNew)).toHaveLength(1)
    expect(await room.sql(`select from sources where url_key = 'many.example/new'`)).toHaveLength(1)
    expect(await room.sql(`select from handbill.capture_requests where source = '${answers[0]!.body.source.id}'`)).toHaveLength(1)
  })

  it('as many records as links where their pages have one title', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => link(`https://home.example/${index}`, { title: 'Home' })))
    expect(answers.map(({ status, text }) => (status === 200 ? status : text))).toEqual(Array.from({ length: 8 }, () => 200))
    expect(new Set(answers.map(({ body }) => body.source.id)).size).toBe(8)
  })

  it('and says in how many texts it stands already', async () => {
    const { body } = await link('https://cited.example/')
    for (const key of ['aaaaaaaaaa', 'bbbbbbbbbb']) await room.write('articles', { body: lexical([textNode('So it says.'), citationNode({ key, source: body.source.id })]) })
    expect((await link('http://www.cited.example')).body).toMatchObject({ isNew: false, source: { citedIn: 2 } })
  })

  it('never a private one, nor is one found by whoever may not know of it', async () => {
    const hidden = await room.write('sources', { title: 'Zqsecret', url: 'https://zqsecret.example/who', visibility: 'private' })
    const found = await link('https://zqsecret.example/who')
    expect(found.body).toMatchObject({ isNew: true })
    expect(found.body.source.id).not.toBe(hidden)
    expect(found.text).not.toContain('Zqsecret')
  })

  it('what is no link is refused with the field named, and nobody without the right makes one', async () => {
    for (const words of ['', '   ', 'not a link', 'javascript:alert(1)', 'https://', 'https://gauge.example/…/cut', 'https://user:pass@a.example/', 7, null, 'a\u0000b', '\ud800'.repeat(3), 'x'.repeat(6_000)]) {
      const answered = await link(words)
      expect(answered.status, String(words).slice(0, 30)).toBe(422)
      expect(answered.body.errors[0].data.field).toBe('link')
    }
    expect((await link('https://a.example/', { language: 'zz' })).body.errors[0].data.field).toBe('language')
    expect((await link('https://a.example/', {}, null)).status).toBe(401)
    expect((await link('https://a.example/', {}, room.team.care)).status).toBe(403)
  })
})
