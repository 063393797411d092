import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReader } from '@/captures/extract/reader'
import { fulfil } from '@/captures/fulfil'
import { cleanCaptures } from '@/captures/keep/clean'
import { pathOf, spoolFolder } from '@/captures/keep/files'
import { verifyCaptures } from '@/captures/keep/verify'
import { keptCopyOf } from '@/captures/kept-copy'
import { copies } from '@/jobs/look-parts'
import { syncTouchedSources } from '@/link-health/sync'
import { database, publicPool } from '@/platform/database'
import { publishedReader } from '@/publishing/published-reader'
import { openDesk, type Answered, type Desk, type Person } from '../../support/desk'
import { localSite, type LocalSite } from '../../support/local-site'
import { citationNode, lexical, openNewsroom, textNode, type Newsroom } from '../../support/newsroom'
import { pdfOf } from '../../support/pdf'
import { plainFetcher } from '../../support/plain-fetcher'
import { readWacz } from '../../support/read-wacz'

let desk: Desk
let room: Newsroom
let site: LocalSite
let outsider: Person
const reader = openReader()
const PAGE = '<!doctype html><html lang="en"><title>A page</title><script>alert(1)</script><p>The words relied on.</p></html>'

let page = PAGE

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  await runMigrations({ connectionString: desk.database.url })
  outsider = await desk.person('Outsider', ['contributor'])
  site = await localSite((_req, res) => res.writeHead(200, { 'Content-Type': 'text/html' }).end(page))
})
afterAll(async () => {
  reader.close()
  await site.close()
  await desk.close()
})

/** Fulfils what is wanted for a source, and returns its newest capture. */
async function work(source: string): Promise<string> {
  const means = { fetcher: plainFetcher(spoolFolder(), { 'site.test': site.place }), reader, screenshots: null, pauseMs: 0 }
  for (const { id } of await room.sql<{ id: string }>(`select id from handbill.capture_requests where source = $1 and provider = 'local' and state = 'waiting'`, [source])) await fulfil(id, means)
  const { body } = await room.must(room.team.sources, `GET /sources/${source}/captures`)
  return String(body.captures[0].id)
}

const wanted = (source: string) => room.sql('select url, why, wanted_by from handbill.capture_requests where source = $1 order by wanted_at', [source])
const form = (bytes: Uint8Array, type: string, more: Record<string, string> = {}) => {
  const data = new FormData()
  data.set('file', new Blob([new Uint8Array(bytes)], { type }), 'who-sent-it.pdf')
  for (const [name, value] of Object.entries(more)) data.set(name, value)
  return { raw: data }
}

describe('a source with a link', () => {
  it('wants a copy in the transaction of the save that gives it the link, and again when the link changes, not otherwise', async () => {
    const source = await room.write('sources', { url: 'http://site.test/first' })
    expect(await wanted(source)).toEqual([{ url: 'http://site.test/first', why: 'linked', wanted_by: room.team.author.id }])
    await room.must(room.team.author, `PATCH /sources/${source}`, { publisher: 'Somebody' })
    expect(await wanted(source)).toHaveLength(1)
    await room.must(room.team.author, `PATCH /sources/${source}`, { url: 'http://site.test/second' })
    expect((await wanted(source)).map(({ url }) => url)).toEqual(['http://site.test/first', 'http://site.test/second'])
    const refused = await desk.rest(room.team.author, 'POST /sources', { body: { title: 'Wrong', language: 'en', kind: 'no kind', url: 'http://site.test/refused' } })
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(await room.sql(`select from handbill.capture_requests where url = 'http://site.test/refused'`)).toEqual([])
  })
})

describe('a text that cites', () => {
  it('wants copies of what it newly cites, once, and of nothing private, never to be fetched, without a link, or wanted before', async () => {
    const insert = async (slug: string, more: Record<string, string> = {}): Promise<string> => {
      const columns = { title: 'Brought in', slug, language: 'en', _status: 'draft', url: `http://site.test/${slug}`, ...more }
      const names = Object.keys(columns)
      return (await room.sql<{ id: string }>(`insert into sources (${names.join(', ')}) values (${names.map((_name, index) => `$${index + 1}`).join(', ')}) returning id::text`, Object.values(columns)))[0]!.id
    }
    const [one, other, secret, never, linkless] = [await insert('one'), await insert('other'), await insert('secret', { visibility: 'private' }), await insert('never', { capture_policy: 'neverFetch' }), await insert('linkless', { url: '' })]
    const before = await room.write('sources', { url: 'http://site.test/wanted-before' })
    const cited = (sources: string[]) => lexical(sources.flatMap((source, index) => [textNode(`Sentence ${index}. `), citationNode({ key: `cited${index}`, source })]))
    const text = await room.write('articles', { body: cited([one, secret, never, linkless, before]) })
    expect(await Promise.all([one, secret, never, linkless, before].map(async (source) => (await wanted(source)).map(({ url, wanted_by }) => ({ url, wanted_by }))))).toEqual([
      [{ url: 'http://site.test/one', wanted_by: room.team.author.id }], [], [], [], [{ url: 'http://site.test/wanted-before', wanted_by: room.team.author.id }],
    ])
    await room.sql(`update handbill.capture_requests set state = 'failed' where source = $1`, [one])
    await room.must(room.team.author, `PATCH /articles/${text}`, { body: cited([one, secret, never, linkless, before, other]) })
    expect([await wanted(one), await wanted(other)]).toMatchObject([[{}], [{ url: 'http://site.test/other' }]])
  })
})

describe('a kept copy at the desk', () => {
  let source: string
  let capture: string
  beforeAll(async () => {
    source = await room.write('sources', { url: 'http://site.test/page' })
    capture = await work(source)
  })

  it('is listed with what is still wanted, and its words are there for quoting', async () => {
    const { body } = await room.must(outsider, `GET /sources/${source}/captures`)
    expect(body).toMatchObject({ policy: 'localOnly', captures: [{ id: capture, title: 'A page', provider: 'local', files: [{ name: 'page.html' }] }], requests: [] })
    expect((await room.must(outsider, `GET /captures/${capture}/text`)).body).toMatchObject({ id: capture, source, title: 'A page', text: 'The words relied on.', language: 'en', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('is never opened on the desk’s origin: its markup is so many bytes to save, in a sandbox', async () => {
    const answered = await desk.rest(outsider, `GET /captures/${capture}/file/page.html`)
    expect(answered.text).toBe(PAGE)
    expect(Object.fromEntries(answered.headers)).toMatchObject({
      'content-type': 'application/octet-stream', 'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff', 'content-disposition': expect.stringMatching(/^attachment; filename="copy-[\d-]+-page\.html"$/),
    })
  })

  it('is packed as a WACZ on demand', async () => {
    const routes = await import('@/app/(payload)/api/[...slug]/route')
    const response = await routes.GET(new Request(`http://127.0.0.1:3000/api/captures/${capture}/file/capture.wacz`, { headers: { Authorization: `JWT ${outsider.token}` } }), { params: Promise.resolve({ slug: ['captures', capture, 'file', 'capture.wacz'] }) })
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
    expect((await readWacz(Buffer.from(await response.arrayBuffer()))).pages).toMatchObject([{ url: 'http://site.test/page' }])
  })

  it('is made anew when asked for, by whoever may edit the source', async () => {
    await room.must(room.team.author, `POST /sources/${source}/captures`, {})
    expect((await wanted(source)).at(-1)).toMatchObject({ why: 'asked', wanted_by: room.team.author.id })
    expect((await desk.rest(await desk.person('Care', ['care']), `POST /sources/${source}/captures`)).status).toBe(403)
    expect((await desk.rest(room.team.author, `POST /sources/${source}/captures`, { body: { archive: true } })).status).toBe(409)
    const noLink = await room.write('sources')
    expect((await desk.rest(room.team.author, `POST /sources/${noLink}/captures`)).body.errors[0].data.field).toBe('url')
  })

  it('is shown with what whoever looks may do about it, and with who made it', async () => {
    const asks = async (person: Person, of = source) => (await room.must(person, `GET /sources/${of}/captures`)).body
    expect((await asks(room.team.author)).people).toEqual({ [room.team.author.id]: room.team.author.name })
    const may = async (person: Person, of?: string) => (await asks(person, of)).youMay
    expect(await may(room.team.author)).toEqual({ capture: true, archive: false, upload: true, revoke: false, whyNot: null })
    expect(await may(room.team.care)).toMatchObject({ capture: false, upload: false, revoke: false })
    expect(await may(room.team.sources)).toMatchObject({ capture: true, revoke: true })
    expect(await may(room.team.publisher)).toMatchObject({ revoke: true })
    expect(await may(room.team.author, await room.write('sources'))).toMatchObject({ capture: false, upload: true, whyNot: 'noLink' })
    expect(await may(room.team.author, await room.write('sources', { url: 'http://site.test/never', capturePolicy: 'neverFetch' }))).toMatchObject({ capture: false, whyNot: 'neverFetch' })
    const impact = async (person: Person) => (await room.must(person, `GET /sources/${source}/impact`)).body.youMay
    expect(await impact(room.team.author)).toEqual({ mayLock: false, mayVerify: false, mayCheck: true })
    expect(await impact(room.team.sources)).toMatchObject({ mayLock: true, mayVerify: true })
  })

  it('is revoked with a reason by the sources reviewer or a publisher, and by nobody else', async () => {
    for (const person of [outsider, room.team.author, room.team.care, room.team.administrator]) expect((await desk.rest(person, `POST /captures/${capture}/revoke`, { body: { reason: 'x' } })).status, person.name).toBe(403)
    expect((await desk.rest(room.team.sources, `POST /captures/${capture}/revoke`, { body: {} })).status).toBe(422)
    await room.must(room.team.sources, `POST /captures/${capture}/revoke`, { reason: 'A witness can be known by it' })
    for (const call of ['text', 'file/page.html', 'file/capture.wacz']) expect((await desk.rest(room.team.sources, `GET /captures/${capture}/${call}`)).status, call).toBe(404)
    expect((await desk.rest(room.team.publisher, `POST /captures/${capture}/revoke`, { body: { reason: 'x' } })).status).toBe(409)
    const rows = await room.sql(`select action, details from handbill.audit_log where document = $1 and action = 'captureRevoked'`, [source])
    expect(rows).toEqual([{ action: 'captureRevoked', details: { capture } }])
  })
})

describe('a copy of a private source', () => {
  it('is open to nobody who may not read the source, on any road', async () => {
    const source = await room.write('sources', { url: 'http://site.test/secret', visibility: 'private', publicLabel: 'A witness' })
    expect(await wanted(source)).toEqual([])
    await room.must(room.team.author, `PATCH /sources/${source}`, { capturePolicy: 'localOnly' })
    await room.must(room.team.author, `POST /sources/${source}/captures`)
    const means = { fetcher: plainFetcher(spoolFolder(), { 'site.test': site.place }), reader, screenshots: null, pauseMs: 0 }
    const [request] = await room.sql<{ id: string }>('select id from handbill.capture_requests where source = $1', [source])
    await fulfil(request!.id, means)
    const capture = (await room.must(room.team.author, `GET /sources/${source}/captures`)).body.captures[0]
    expect(capture.audience).toBe('editors')
    for (const person of [outsider, room.team.care, room.team.administrator, room.team.publisher]) {
      for (const call of [`GET /sources/${source}/captures`, `POST /sources/${source}/captures`, `POST /sources/${source}/captures/upload`, `GET /captures/${capture.id}/text`, `GET /captures/${capture.id}/file/page.html`, `GET /captures/${capture.id}/file/capture.wacz`, `POST /captures/${capture.id}/revoke`]) {
        expect([403, 404], `${person.name} ${call}`).toContain((await desk.rest(person, call, call.startsWith('POST') ? { body: { reason: 'x' } } : {})).status)
      }
    }
    expect((await desk.rest(null, `GET /captures/${capture.id}/text`)).status).toBe(401)
  })
})

describe('a file that an editor brings', () => {
  it('is kept as a copy, by what its bytes are, without its name', async () => {
    const source = await room.write('sources')
    const png = await sharp({ create: { width: 3, height: 2, channels: 3, background: '#fff' } }).png().toBuffer()
    for (const [bytes, type, name, mime] of [[pdfOf(['From a PDF']), 'text/html', 'document.pdf', 'application/pdf'], [Buffer.from(PAGE), 'text/html', 'page.html', 'text/html'], [png, 'image/png', 'image', 'image/png'], [Buffer.from('Plain words'), 'text/plain', 'text.txt', 'text/plain']] as const) {
      const answered = await desk.rest(room.team.author, `POST /sources/${source}/captures/upload`, form(bytes, type))
      expect(answered.status, answered.text).toBe(200)
      const [newest] = (await room.must(room.team.author, `GET /sources/${source}/captures`)).body.captures
      expect(newest).toMatchObject({ provider: 'upload', audience: 'editors', files: [{ name, mime, bytes: bytes.length }] })
    }
    expect(JSON.stringify(await room.sql('select to_jsonb(c) from handbill.captures c where source = $1', [source]))).not.toContain('who-sent-it')
  })

  it.each<[string, () => { raw: BodyInit; headers?: Record<string, string> }, number, string]>([
    ['no form', () => ({ raw: 'words' }), 415, 'Content-Type'],
    ['a form without the file', () => ({ raw: new FormData() }), 422, 'file'],
    ['a broken form', () => ({ raw: 'words', headers: { 'Content-Type': 'multipart/form-data; boundary=x' } }), 400, 'body'],
    ['an empty file', () => form(Buffer.alloc(0), 'text/plain'), 422, 'file'],
    ['a program', () => form(Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.alloc(100)]), 'application/pdf'), 422, 'file'],
    ['another audience', () => form(Buffer.from('words'), 'text/plain', { audience: 'all' }), 422, 'audience'],
    ['too large a file', () => form(Buffer.alloc(26_000_000, 'a'), 'text/plain'), 413, 'file'],
  ])('is refused by name: %s', async (_name, sent, status, field) => {
    const source = await room.write('sources')
    const answered: Answered = await desk.rest(room.team.author, `POST /sources/${source}/captures/upload`, sent())
    expect({ status: answered.status, field: answered.body?.errors?.[0]?.data?.field }, answered.text.slice(0, 200)).toEqual({ status, field })
  })
})

describe('the copy that readers may be shown', () => {
  const shown = async (source: string) => {
    await syncTouchedSources(database(), new Date(), keptCopyOf)
    return publishedReader(publicPool()).copyText(source)
  }
  const set = (source: string, columns: string) => database().query(`update sources set ${columns} where id = $1`, [source])

  it('is one of a public source whose policy says so, and the first that came by itself', async () => {
    const source = await room.make('sources', 'live', { url: 'http://site.test/shown', capturePolicy: 'localOnly' })
    await work(source)
    expect(await shown(source)).toBeNull()
    await set(source, `capture_policy = 'archivePublicly'`)
    expect(await shown(source)).toEqual({ text: 'The words relied on.', title: 'A page', at: expect.any(String), sha256: createHash('sha256').update(PAGE).digest('hex') })
    await room.sql(
      `insert into handbill.captures (source, why, requested_url, final_url, fetched_at, captured_at, provider, tool, audience, failure) select $1, 'asked', 'http://site.test/shown', 'http://site.test/shown', now(), now(), 'local', 'a test', 'public', 'timeout' from generate_series(1, 60)`,
      [source],
    )
    expect(await shown(source), 'though sixty tries failed since').toMatchObject({ title: 'A page' })
    await set(source, `capture_policy = 'neverFetch'`)
    expect(await shown(source)).toBeNull()
    expect((await desk.rest(room.team.author, `POST /sources/${source}/captures`)).body.errors[0].data).toMatchObject({ code: 'neverFetch', field: 'capturePolicy' })
    await set(source, `capture_policy = 'archivePublicly', visibility = 'private'`)
    expect(await shown(source)).toBeNull()
  })
})

describe('a redaction', () => {
  it('finds its words in copies, takes them out, and revokes the copies, so that their bytes go as well', async () => {
    page = '<!doctype html><title>Testimony</title><p>Words of Zenobia Quist, a witness.</p>'
    const source = await room.write('sources', { url: 'http://site.test/witness' })
    const capture = await work(source)
    const { body } = await room.must(room.team.publisher, 'POST /redactions', { words: ['Zenobia Quist'], reason: 'She asked' })
    await room.must(room.team.administrator, `POST /redactions/${body.id}/confirm`, {})
    const [row] = await room.sql<{ text: string; revoked_reason: string; files: { sha256: string }[] }>('select text, revoked_reason, files from handbill.captures where id = $1', [capture])
    expect(row).toMatchObject({ text: expect.not.stringContaining('Zenobia'), revoked_reason: 'redaction' })
    await cleanCaptures(database())
    await expect(readFile(pathOf(row!.files[0]!.sha256))).rejects.toThrow(/ENOENT/)
    expect(await verifyCaptures(database())).toMatchObject({ firstWrong: null })
  })
})

describe('a source that was made of a link', () => {
  it('gets what its copy says of itself, where no person said better, and learns whether a quote stands in the copy', async () => {
    const made = await desk.rest(room.team.author, 'POST /sources/from-link', { body: { link: 'http://site.test/to-be-filled' } })
    expect(made.status, made.text).toBe(200)
    const { id, title } = made.body.source
    expect((await room.must(room.team.author, `POST /sources/${id}/fill`, {})).body).toEqual({ filled: false })
    await work(id)
    expect((await room.must(room.team.author, `POST /sources/${id}/fill`, {})).body).toEqual({ filled: true })
    const filled = (await room.must(room.team.author, `GET /sources/${id}`)).body
    expect(filled.title).not.toBe(title)
    expect(filled.fieldOrigins).toMatchObject({ title: 'page' })
    await room.must(room.team.author, `PATCH /sources/${id}`, { title: 'A better title' })
    await room.must(room.team.author, `POST /sources/${id}/fill`, {})
    expect((await room.must(room.team.author, `GET /sources/${id}`)).body.title).toBe('A better title')

    const words = String((await room.sql<{ text: string }>('select text from handbill.captures where source = $1', [id]))[0]?.text)
    const text = await room.write('articles', {
      body: lexical([textNode('One.'), citationNode({ key: 'stands', source: id, quote: words.split(/\s+/).slice(0, 5).join(' ') }), textNode(' Two.'), citationNode({ key: 'standsnot', source: id, quote: 'Words that nobody ever wrote there' })]),
    })
    await syncTouchedSources(database(), new Date(), keptCopyOf, copies)
    const { citations } = (await room.must(room.team.author, `GET /articles/${text}/citations`)).body
    expect(citations).toMatchObject([{ key: 'stands', isArchived: true, quote: 'found' }, { key: 'standsnot', isArchived: true, quote: 'lost' }])
  })
})
