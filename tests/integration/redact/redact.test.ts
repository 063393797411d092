import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { env } from '@/env'
import { prove } from '@/log/prove'
import { database } from '@/platform/database'
import { openDesk, type Desk, type Person } from '../../support/desk'
import { lexical, openNewsroom, textNode, type Newsroom } from '../../support/newsroom'

const NAME = /miriam|adler/i
const FORMS = ['Miriam Adler', 'Miriam', 'Adler']

let desk: Desk
let room: Newsroom
let second: Person
let otherAdministrator: Person

beforeAll(async () => {
  desk = await openDesk({ worker: true })
  room = await openNewsroom(desk)
  second = await desk.person('Second publisher', ['publisher'])
  otherAdministrator = await desk.person('Second administrator', ['administrator'])
})
afterAll(() => desk.close())

const propose = async (person: Person, body: object) => desk.rest(person, 'POST /redactions', { body })
const confirm = async (person: Person, id: string) => desk.rest(person, `POST /redactions/${id}/confirm`, { body: {} })

/** Every row of every table as text, with the table's name before it. */
async function dump(): Promise<string[]> {
  const tables = await room.sql<{ name: string }>(`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`)
  const rows: string[] = []
  for (const { name } of tables) rows.push(...(await room.sql<{ row: string }>(`select t::text as row from ${name} t`)).map(({ row }) => `${name}: ${row}`))
  return rows
}

/** Every file of the edition, unpacked where it is packed, with its path before it. */
async function edition(): Promise<string[]> {
  const files = (await readdir(env().editionDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file)
      return `${file}: ${(file.endsWith('.br') ? brotliDecompressSync(bytes) : file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')}`
    }),
  )
}

/** The files of this database in the server's data folder that hold one of the words, but for its write-ahead log. */
async function inTheDataFolder(...words: string[]): Promise<string[]> {
  await database().query('checkpoint')
  const [{ folder = '' } = {}] = await room.sql<{ folder: string }>(`select current_setting('data_directory') || '/base/' || oid as folder from pg_database where datname = current_database()`)
  const hits: string[] = []
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name)).catch(() => Buffer.alloc(0))
    if (words.some((word) => bytes.includes(word))) hits.push(name)
  }
  return hits
}

const holding = (texts: readonly string[]): string[] => texts.filter((text) => NAME.test(text)).map((text) => text.slice(0, 160))

describe('a redacted name', () => {
  let article: string
  let waiting: string
  let source: string

  beforeAll(async () => {
    const { team } = room
    const topic = await room.write('topics', { title: 'Friends of Miriam', slug: 'friends' })
    const image = await room.write('media', { alt: 'Miriam Adler at the quay', caption: 'MIRIAM ADLER', notes: 'Adler asked for this one' })
    const body = lexical([textNode('Said Mir'), { ...textNode('iam'), format: 1 }, textNode(' Adler, who was there.')], 'A second paragraph stays.')
    article = await room.make('articles', 'in-review', { title: 'Miriam Adler speaks', slug: 'a-woman-speaks', standfirst: 'What Miriam Adler saw.', notes: 'Call Adler first.', body, topics: [topic], lead: { image } })
    await room.must(team.care, `POST /articles/${article}/review/request-changes`, { comment: 'Does Miriam Adler agree?' })
    await room.must(team.author, `PATCH /articles/${article}`, { standfirst: 'What Miriam Adler says she saw.' })
    await room.must(team.author, `POST /articles/${article}/review/submit`, { note: 'Miriam agrees.' })
    await room.must(team.sources, `POST /articles/${article}/review/sign-off`, { slot: 'sources', note: 'Adler, confirmed.' })
    for (const slot of ['care', 'copy'] as const) await room.must(team[slot], `POST /articles/${article}/review/sign-off`, { slot })
    await room.must(team.publisher, `POST /articles/${article}/review/sign-off`, { slot: 'approval' })
    await room.must(team.publisher, `POST /articles/${article}/publishing/publish`, {})
    await room.must(team.author, `PATCH /articles/${article}`, { shortVersion: 'Adler, in short.' })
    await room.bring('articles', article, 'approved')
    await room.must(team.publisher, `POST /articles/${article}/publishing/publish`, { change: 'correction', publicNote: 'We had the age of Miriam Adler wrong.' })
    waiting = await room.make('articles', 'checked', { title: 'Another text', standfirst: 'It names Miriam ADLER too.' })
    // An editor took the name out of this one already: only its versions hold it, and dead rows.
    const mended = await room.write('articles', { title: 'A third text', standfirst: 'Miriam was here.' })
    await room.must(team.author, `PATCH /articles/${mended}`, { standfirst: 'Somebody was here.' })
    source = await room.write('sources', { title: 'Interview with Miriam Adler', slug: 'interview', visibility: 'private', publicLabel: 'Someone who was there' }, team.author)
    const mail = (await createTransport({ streamTransport: true, buffer: true }).sendMail({ from: 'desk@news.example', to: 'a@news.example', subject: 'Über Miriam Adler', text: 'Miriam Adler – so war es.' })).message as Buffer
    await mkdir(join(env().dataDir, 'mail'), { recursive: true })
    await mkdir(join(env().dataDir, 'imports'), { recursive: true })
    await writeFile(join(env().dataDir, 'mail', 'one.eml'), mail)
    await writeFile(join(env().dataDir, 'imports', 'report.json'), JSON.stringify({ title: 'Miriam Adler speaks' }))
    for (let waited = 0; (await room.sql('select 1 from handbill.unbaked')).length > 0; waited += 1) {
      if (waited > 400) throw new Error('not baked')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })

  test('is in tables, pages and files before', async () => {
    const tables = new Set(holding(await dump()).map((row) => row.split(':')[0]))
    for (const table of ['public.articles', 'public._articles_v', 'public.publications', 'public.topics', 'public.media', 'public.sources', 'handbill.review_events', 'handbill.review_runs', 'handbill.sign_offs']) expect(tables).toContain(table)
    const pages = holding(await edition()).join('\n')
    for (const page of ['articles/a-woman-speaks.html:', 'index.html.br:', 'feed.xml.gz:', 'corrections.html:', 'topics/friends.html:']) expect(pages).toContain(page)
    expect((await inTheDataFolder('Miriam', 'Adler')).length).toBeGreaterThan(3)
    expect((await prove({ db: database(), editionDir: env().editionDir })).isWell).toBe(true)
  })

  test('is found for whoever proposes, as far as they may see it', async () => {
    const proposed = await propose(room.team.administrator, { words: FORMS.join('\n'), reason: 'She asked for it; she is in danger.' })
    expect(proposed.status, proposed.text).toBe(200)
    const { found, youMay, whyNotConfirm } = proposed.body
    expect(found.documents.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([article, waiting]))
    expect(proposed.text).not.toContain(source)
    expect(proposed.text).not.toContain('Interview')
    expect(found.places.map(({ place }: { place: string }) => place).sort()).toEqual(['publications', 'review', 'text', 'versions'])
    expect(found.total).toBe(found.documents.reduce((sum: number, { count }: { count: number }) => sum + count, 0))
    expect([youMay, whyNotConfirm.code]).toEqual([['cancel'], 'samePerson'])
    expect((await room.must(room.team.administrator, `POST /redactions/${proposed.body.id}/cancel`, {})).body).toMatchObject({ state: 'cancelled', words: null })
    expect(await room.sql('select 1 from handbill.redactions where words is not null')).toEqual([])
  })

  test('is nowhere once a second person has confirmed it: not in the database, the data folder, the mails or the edition', async () => {
    const { team } = room
    const { rev } = (await room.must(team.author, `GET /articles/${article}`)).body
    const proposed = (await propose(team.publisher, { words: FORMS, reason: 'She asked for it; she is in danger.' })).body
    expect((await confirm(team.publisher, proposed.id)).body.errors[0].data.code).toBe('samePerson')
    expect((await confirm(team.author, proposed.id)).status).toBe(403)
    expect(holding(await edition())).not.toEqual([])

    const answered = await confirm(second, proposed.id)
    expect(answered.status, answered.text).toBe(200)
    expect(answered.body).toMatchObject({ state: 'carriedOut', words: null, edition: 'clean', notCleared: [], decidedBy: { name: 'Second publisher' } })
    expect(holding(await dump())).toEqual([])
    expect(holding(await edition())).toEqual([])
    expect(await inTheDataFolder('Miriam', 'Adler')).toEqual([])
    const files = await Promise.all(['mail/one.eml', 'imports/report.json'].map((file) => readFile(join(env().dataDir, file), 'latin1')))
    const base64 = Buffer.from(files[0]?.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8').trim()
    expect([files[1], base64]).toEqual(['{"title":"[redacted] speaks"}', '[redacted] – so war es.'])
    expect(files[0]).not.toMatch(/Miriam|Adler|TWlyaWFt/)

    const proof = await prove({ db: database(), editionDir: env().editionDir })
    expect(proof).toMatchObject({ isWell: true })
    expect((await room.sql('select 1 from handbill.redacted_publications')).length).toBeGreaterThanOrEqual(3)
    const page = await readFile(join(env().editionDir, 'public', 'articles', 'a-woman-speaks.html'), 'utf8')
    expect(page).toContain('[redacted] speaks')
    expect(page).toContain('A second paragraph stays.')
    expect(page).toContain('We had the age of [redacted] wrong.')

    // A form that was open before can't put it back, and what waited for approval is signed by nobody now.
    expect((await desk.rest(team.author, `PATCH /articles/${article}`, { body: { rev, standfirst: 'Miriam Adler' } })).status).toBe(409)
    expect((await room.must(team.author, `GET /articles/${waiting}/review`)).body).toMatchObject({ state: 'draft', run: null })
    expect((await desk.rest(team.publisher, `POST /articles/${waiting}/publishing/publish`, { body: {} })).status).toBe(409)
    // The text is the same as the public one, so nothing is to be reviewed.
    expect((await room.must(team.author, `GET /articles/${article}/review`)).body).toMatchObject({ live: { contentHash: (await room.must(team.author, `GET /articles/${article}/review`)).body.document.contentHash } })
    await room.must(team.author, `PATCH /articles/${article}`, { standfirst: 'It goes on.' })
    await room.bring('articles', article, 'approved')
    await room.must(team.publisher, `POST /articles/${article}/publishing/publish`, { change: 'minor' })
    expect((await confirm(second, proposed.id)).body.errors[0].data.code).toBe('alreadyDecided')
  })

  test('leaves a trace of ids, counts and hashes', async () => {
    const rows = await room.sql<{ action: string; before_hash: string | null; after_hash: string | null; details: Record<string, unknown> }>(`select action, before_hash, after_hash, details from handbill.audit_log where action like 'redact%' order by seq`)
    expect(rows.map(({ action }) => action).filter((action) => action !== 'redacted')).toEqual(['redactionProposed', 'redactionCancelled', 'redactionProposed', 'redactionCarriedOut'])
    expect(rows.filter(({ before_hash: before, after_hash: after }) => before !== null && after !== null && before !== after).length).toBeGreaterThanOrEqual(3)
    expect(rows.at(-1)?.details).toEqual({ rows: expect.any(Number), publications: expect.any(Number), reviewsEnded: 1, files: 2 })
  })
})

describe('a redaction', () => {
  test('takes two people, of whom one is a publisher', async () => {
    const made = (await propose(room.team.administrator, { words: 'Zebedee Quill', reason: 'A test' })).body
    const refused = await confirm(otherAdministrator, made.id)
    expect([refused.status, refused.body.errors[0].data.code]).toEqual([403, 'needsPublisher'])
    expect((await confirm(second, made.id)).status).toBe(200)
  })

  test('by whom lost the role meanwhile is not carried out', async () => {
    const leaving = await desk.person('Leaving publisher', ['publisher'])
    const made = (await propose(leaving, { words: 'Zebedee Quill', reason: 'A test' })).body
    await room.sql('delete from users_roles where parent_id = $1', [leaving.id])
    expect((await confirm(second, made.id)).body.errors[0].data.code).toBe('proposerLostRole')
    await room.must(second, `POST /redactions/${made.id}/cancel`, {})
  })

  test('of some collections leaves the others', async () => {
    const [article, topic] = [await room.write('articles', { standfirst: 'About Zebedee Quill.' }), await room.write('topics', { description: 'About Zebedee Quill.' })]
    const made = (await propose(room.team.publisher, { words: 'Zebedee Quill', reason: 'A test', collections: ['articles'] })).body
    expect(made.found.documents.map(({ id }: { id: string }) => id)).toEqual([article])
    expect((await confirm(second, made.id)).status).toBe(200)
    expect((await room.must(room.team.author, `GET /articles/${article}`)).body.standfirst).toBe('About [redacted].')
    expect((await room.must(room.team.author, `GET /topics/${topic}`)).body.description).toBe('About Zebedee Quill.')
  })

  test('tells of public addresses that hold the words, and leaves them', async () => {
    const id = await room.make('articles', 'live', { title: 'Ottoline Vance returns' })
    const made = (await propose(room.team.publisher, { words: 'Ottoline Vance', reason: 'A test' })).body
    expect(made.found.addresses.sort()).toEqual(['/articles/ottoline-vance-returns', 'ottoline-vance-returns'])
    expect((await confirm(second, made.id)).status).toBe(200)
    expect((await room.must(room.team.author, `GET /articles/${id}`)).body).toMatchObject({ title: '[redacted] returns', slug: 'ottoline-vance-returns' })
    expect((await room.must(room.team.author, `GET /articles/${id}/review`)).body).toMatchObject({ live: { path: '/articles/ottoline-vance-returns' } })
  })

  test('takes the words out of the addresses that drafts were to have', async () => {
    const topic = await room.write('topics', { title: 'Peregrine Marsh' })
    const id = await room.make('articles', 'in-review', { title: 'Peregrine Marsh was here', topics: [topic] })
    const { rev, slug } = (await room.must(room.team.author, `GET /articles/${id}`)).body
    expect(slug).toBe('peregrine-marsh-was-here')
    const made = (await propose(room.team.publisher, { words: 'Peregrine Marsh', reason: 'A test' })).body
    expect(made.found.addresses).toEqual([])
    expect((await confirm(second, made.id)).status).toBe(200)
    expect((await dump()).filter((row) => /peregrine/i.test(row))).toEqual([])
    expect(await inTheDataFolder('peregrine', 'Peregrine')).toEqual([])
    const after = (await room.must(room.team.author, `GET /articles/${id}`)).body
    expect(after).toMatchObject({ title: '[redacted] was here', slug: `redacted-${id.slice(0, 8)}`, rev: rev + 1 })
    await room.must(room.team.author, `PATCH /articles/${id}`, { rev: rev + 1, standfirst: 'It goes on.' })
    await room.bring('articles', id, 'live')
  })

  test('waits for a save under way, and loses it not', async () => {
    const id = await room.write('articles', { standfirst: 'Ottoline was here.' })
    const made = (await propose(room.team.publisher, { words: 'Ottoline', reason: 'A test' })).body
    const saves = Array.from({ length: 6 }, (_, index) => desk.rest(room.team.author, `PATCH /articles/${id}`, { body: { notes: `Note ${index}` } }))
    const [answered, ...saved] = await Promise.all([confirm(second, made.id), ...saves])
    expect([answered.status, ...saved.map(({ status }) => status)]).toEqual([200, ...saves.map(() => 200)])
    expect((await dump()).filter((row) => /ottoline was/i.test(row))).toEqual([])
    expect((await room.must(room.team.author, `GET /articles/${id}`)).body).toMatchObject({ standfirst: '[redacted] was here.', notes: expect.stringMatching(/^Note \d$/) })
  })

  test.each([
    ['no words', { reason: 'x' }, 'words'],
    ['a number for words', { words: 5, reason: 'x' }, 'words'],
    ['words too short', { words: 'ab', reason: 'x' }, 'words'],
    ['only signs', { words: '…!?', reason: 'x' }, 'words'],
    ['the mark', { words: 'redacted', reason: 'x' }, 'words'],
    ['a NUL', { words: 'abc\0d', reason: 'x' }, 'words'],
    ['no reason', { words: 'Zebedee' }, 'reason'],
    ['a reason that holds them', { words: 'Zebedee', reason: 'ZEBEDEE asked' }, 'reason'],
    ['a collection that isn’t', { words: 'Zebedee', reason: 'x', collections: ['users_roles'] }, 'collections'],
    ['text for wholeWords', { words: 'Zebedee', reason: 'x', wholeWords: 'yes' }, 'wholeWords'],
    ['a field that isn’t', { words: 'Zebedee', reason: 'x', force: true }, 'force'],
  ])('%s is refused by name, and nothing is kept', async (_, body, field) => {
    const before = await room.sql('select count(*) from handbill.redactions')
    const answered = await propose(room.team.publisher, body)
    expect([answered.status, answered.text]).toEqual([422, expect.stringContaining(field)])
    expect(await room.sql('select count(*) from handbill.redactions')).toEqual(before)
  })

  test('is for publishers and administrators, and of what there is', async () => {
    for (const person of [room.team.author, room.team.care]) for (const call of ['GET /redactions', 'POST /redactions']) expect((await desk.rest(person, call, call.startsWith('POST') ? { body: { words: 'Zebedee', reason: 'x' } } : {})).status).toBe(403)
    expect((await desk.rest(null, 'GET /redactions')).status).toBe(401)
    for (const id of ['x', '00000000-0000-4000-8000-000000000000']) expect((await confirm(room.team.publisher, id)).status).toBe(404)
    expect((await desk.rest(room.team.publisher, 'GET /redactions')).body.redactions.length).toBeGreaterThan(3)
  })
})

describe('the database', () => {
  test('lets words of a publication change in no other way', async () => {
    const [{ id = '' } = {}] = await room.sql<{ id: string }>(`select id from publications limit 1`)
    const carriedOut = (await room.sql<{ id: string }>(`select id from handbill.redactions where state = 'carriedOut' limit 1`))[0]?.id
    for (const setting of ['x', '00000000-0000-4000-8000-000000000000', carriedOut]) {
      await expect(database().query(`do $$ begin perform set_config('handbill.redaction', '${setting}', true); update publications set title = 'x' where id = '${id}'; end $$`), setting).rejects.toThrow('don\'t change')
    }
    for (const statement of [`update handbill.redactions set reason = 'x'`, 'delete from handbill.redactions', `update handbill.redacted_publications set new_hash = 'x'`, 'truncate handbill.redacted_publications']) await expect(database().query(statement), statement).rejects.toMatchObject({ code: '23514' })
  })

  test('lets nothing but words and hash of a publication change in a redaction', async () => {
    const made = (await propose(room.team.publisher, { words: 'Nobody Atall', reason: 'A test' })).body
    const inRedaction = (change: string) => database().query(`do $$ begin update handbill.redactions set state = 'carriedOut', decided_by = '${second.id}', decided_at = now(), words = null, carried_out_in = pg_current_xact_id() where id = '${made.id}'; perform set_config('handbill.redaction', '${made.id}', true); update publications set ${change}; end $$`)
    for (const change of [`slug = 'x'`, `published_at = now()`, `collection = 'x'`, `is_tombstone = not is_tombstone`]) await expect(inRedaction(change), change).rejects.toThrow('don\'t change')
    await room.must(room.team.publisher, `POST /redactions/${made.id}/cancel`, {})
  })
})
