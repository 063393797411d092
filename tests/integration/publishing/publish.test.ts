import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database, publicPool } from '@/platform/database'
import { adopt } from '@/publishing/adopt'
import { publishedReader } from '@/publishing/published-reader'
import { contentHash } from '@/record/content-hash'
import type { Desk } from '../../support/desk'
import { openDesk } from '../../support/desk'
import { lexical, openNewsroom, type Newsroom } from '../../support/newsroom'

type LiveRow = { id: string; content_hash: string; projection: unknown; corrections: unknown[]; addresses: string[]; published_at: Date; updated_publicly_at: Date }

let desk: Desk
let room: Newsroom
const owner = { query: (text: string, values?: readonly unknown[]) => database().query(text, values as unknown[]) } as Parameters<typeof publishedReader>[0]

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
})
afterAll(() => desk.close())

/** Stands in for the worker: marks everything as baked. */
const bake = () => room.sql('insert into handbill.bakes (publication) select id from publications on conflict do nothing')
/** Withdrawal waits for the worker, which these tests do not run. */
async function withdraw(id: string, collection = 'articles') {
  const answered = desk.rest(room.team.publisher, `POST /${collection}/${id}/publishing/withdraw`, { body: { reason: 'Asked by a person in it.', publicNote: 'Withdrawn.' } })
  let isDone = false
  void answered.finally(() => (isDone = true))
  while (!isDone) {
    await bake()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return answered
}
async function again(id: string, change: Record<string, unknown>) {
  await room.must(room.team.author, `PATCH /articles/${id}`, change)
  await room.bring('articles', id, 'approved')
}
const live = async (id: string) => (await room.sql('select * from live_publications where document = $1', [id]))[0] as LiveRow | undefined

describe('what is public', () => {
  test('is the very projection that was signed, under its hash', async () => {
    const id = await room.make('articles', 'live')
    const row = await live(id)
    expect(contentHash(row?.projection)).toBe(row?.content_hash)
    const [run] = await room.sql<{ content_hash: string; projection: unknown }>('select content_hash, projection from handbill.review_runs where document = $1', [id])
    expect([run?.content_hash, run?.projection]).toEqual([row?.content_hash, row?.projection])
  })

  test('stays as it is while its next revision is written and reviewed', async () => {
    const id = await room.make('articles', 'live')
    const before = await live(id)
    await again(id, { standfirst: 'Something else.' })
    expect(await live(id)).toEqual(before)
  })

  test('needs to be told what kind of change the next one is, and tells readers of a correction', async () => {
    const id = await room.make('articles', 'live')
    const first = await live(id)
    await again(id, { standfirst: 'Second.' })
    const silent = await desk.rest(room.team.publisher, `POST /articles/${id}/publishing/publish`, { body: {} })
    expect([silent.status, silent.body.errors[0].data.field]).toEqual([422, 'change'])
    const wordless = await desk.rest(room.team.publisher, `POST /articles/${id}/publishing/publish`, { body: { change: 'correction' } })
    expect([wordless.status, wordless.body.errors[0].data.field]).toEqual([422, 'publicNote'])
    await room.must(room.team.publisher, `POST /articles/${id}/publishing/publish`, { change: 'minor' })
    const minor = await live(id)
    expect([minor?.updated_publicly_at, minor?.published_at, minor?.corrections]).toEqual([first?.updated_publicly_at, first?.published_at, []])
    await again(id, { standfirst: 'Third.' })
    await room.must(room.team.publisher, `POST /articles/${id}/publishing/publish`, { change: 'correction', publicNote: 'It was Tuesday.' })
    const corrected = await live(id)
    expect(corrected?.updated_publicly_at.getTime()).toBeGreaterThan(minor?.updated_publicly_at.getTime() ?? Infinity)
    expect(corrected?.corrections).toMatchObject([{ kind: 'correction', note: 'It was Tuesday.' }])
    expect(await room.sql('select 1 from publications where document = $1', [id])).toHaveLength(3)
    await expect(room.sql('delete from publications where document = $1', [id])).rejects.toThrow('never deleted')
    await expect(room.sql(`update publications set title = 'x' where document = $1`, [id])).rejects.toThrow('don’t change'.replace('’', '\''))
    await expect(room.sql('truncate publications')).rejects.toThrow('never deleted')
  })

  test('keeps every address it ever had, and no other document can take one', async () => {
    const id = await room.make('articles', 'live', { slug: 'first-address' })
    await again(id, { slug: 'second-address' })
    await room.must(room.team.publisher, `POST /articles/${id}/publishing/publish`, { change: 'minor' })
    expect(await live(id)).toMatchObject({ path: '/articles/second-address', addresses: ['/articles/first-address', '/articles/second-address'] })
    const reader = publishedReader(owner)
    expect((await reader.byAddress('/articles/first-address'))?.document).toBe(id)
    const other = await room.make('articles', 'approved', { slug: 'first-address' })
    const refused = await desk.rest(room.team.publisher, `POST /articles/${other}/publishing/publish`, { body: {} })
    expect([refused.status, refused.body.errors[0].data.field]).toEqual([409, 'slug'])
    expect(await live(other)).toBeUndefined()
  })

  test('can be withdrawn once and comes back through review', async () => {
    const id = await room.make('articles', 'live')
    expect((await desk.rest(room.team.author, `POST /articles/${id}/publishing/withdraw`, { body: { reason: 'x', publicNote: 'y' } })).status).toBe(403)
    const answered = await withdraw(id)
    expect(answered.body).toMatchObject({ state: 'draft', live: null, withdrawn: { publicNote: 'Withdrawn.' } })
    expect(await live(id)).toMatchObject({ is_tombstone: true, images: [], refs: [], projection: { withdrawn: true, publicNote: 'Withdrawn.' } })
    expect(JSON.stringify((await live(id))?.projection)).not.toContain('What it is about')
    expect((await withdraw(id)).status).toBe(409)
    expect((await desk.rest(room.team.publisher, `PATCH /articles/${id}`, { body: { deletedAt: new Date().toISOString() } })).status).toBe(403)
    expect((await desk.rest(room.team.publisher, `DELETE /articles/${id}`)).status).toBe(403)
    await room.bring('articles', id, 'live')
    expect(await live(id)).toMatchObject({ is_tombstone: false })
  })

  test('says so where the edition was not clean in time', async () => {
    const id = await room.make('topics', 'live')
    const answered = await desk.rest(room.team.publisher, `POST /topics/${id}/publishing/withdraw`, { body: { reason: 'x', publicNote: 'y' } })
    expect([answered.status, answered.body.errors[0].message]).toEqual([503, expect.stringMatching(/^Withdrawal incomplete/u)])
    expect(await live(id)).toMatchObject({ is_tombstone: true })
  })
})

describe('what has no drafts', () => {
  test('a term of the warning vocabulary is public as soon as it is saved, once for each change', async () => {
    const id = await room.write('content-warnings', { key: 'floods' }, room.team.care)
    const first = await live(id)
    expect(first).toMatchObject({ projection: { key: 'floods' } })
    await room.must(room.team.care, `PATCH /content-warnings/${id}`, { key: 'floods' })
    expect((await live(id))?.id).toBe(first?.id)
    await room.must(room.team.care, `PATCH /content-warnings/${id}`, { label: { en: 'High water', ar: 'فيضان' } })
    expect((await live(id))?.id).not.toBe(first?.id)
    expect((await desk.rest(room.team.administrator, `DELETE /content-warnings/${id}`)).status).toBe(403)
  })

  test('so are the settings of the site', async () => {
    await room.must(room.team.administrator, 'POST /globals/site-settings', { name: { en: 'The Sluice', ar: 'البوابة' } })
    expect((await publishedReader(owner).settings()).name.en).toBe('The Sluice')
    expect(await room.sql(`select 1 from handbill.audit_log where collection = 'site-settings' and action = 'published'`)).toHaveLength(1)
  })
})

describe('the languages of the site', () => {
  const settings = (languages: string[]) => desk.rest(room.team.administrator, 'POST /globals/site-settings', { body: { languages } })

  test('a text in another one can’t be submitted until the site has it', async () => {
    const id = await room.write('articles', { language: 'fr' })
    expect((await room.must(room.team.author, `GET /articles/${id}/review`)).body.missing).toEqual(['language'])
    const refused = await desk.rest(room.team.author, `POST /articles/${id}/review/submit`, { body: {} })
    expect([refused.status, refused.body.errors[0].data]).toMatchObject([422, { code: 'otherLanguage', field: 'language' }])
    expect((await settings(['en', 'ar', 'fr'])).status).toBe(200)
    await room.must(room.team.author, `POST /articles/${id}/review/submit`, {})
    expect((await settings(['en', 'ar'])).status).toBe(200)
  })

  test('nor can one that takes such a document along', async () => {
    const topic = await room.write('topics', { language: 'de' })
    const id = await room.write('articles', { topics: [topic] })
    const refused = await desk.rest(room.team.author, `POST /articles/${id}/review/submit`, { body: {} })
    expect([refused.status, refused.body.errors[0].data.missing]).toEqual([422, ['topics.language']])
  })

  test('none of them is the address of a page', async () => {
    const id = await room.write('pages', { title: 'Ar' })
    expect(await room.sql('select slug from pages where id = $1', [id])).toEqual([{ slug: 'ar-2' }])
  })

  test('the default one stays once anything was published, and says why', async () => {
    await room.make('topics', 'live')
    const before = await publishedReader(owner).settings()
    const refused = await settings(['ar', 'en'])
    expect([refused.status, refused.body.errors[0].data.errors[0].path, refused.body.errors[0].data.errors[0].message]).toEqual([400, 'languages', expect.stringContaining('“en”')])
    expect(await publishedReader(owner).settings()).toEqual(before)
    expect((await settings(['en', 'fr', 'ar'])).status).toBe(200)
    expect((await settings(['en', 'ar'])).status).toBe(200)
  })
})

describe('what was public elsewhere', () => {
  test('is adopted whole or not at all, with its dates and old addresses, under one logged exception', async () => {
    const [one, two, taken] = [await room.write('articles'), await room.write('articles'), await room.make('articles', 'live', { slug: 'taken-here' })]
    const at = '2014-05-06T07:08:09.000Z'
    const document = (id: string, address: string) => ({ collection: 'articles', document: id, publishedAt: at, addresses: [address] })
    const order = { actor: room.team.administrator.id, reason: 'Public since 2014.' }
    await expect(adopt(desk.payload, { ...order, documents: [document(one, '/2014/one'), document(two, '/articles/taken-here')] })).rejects.toThrow('/articles/taken-here')
    expect(await live(one)).toBeUndefined()
    const { exception, adopted } = await adopt(desk.payload, { ...order, documents: [document(one, '/2014/one'), document(two, '/2014/two'), document(taken, '/2014/x')] })
    expect(adopted).toEqual([one, two])
    expect(await live(one)).toMatchObject({ is_adopted: true, published_at: new Date(at), updated_publicly_at: new Date(at) })
    expect((await live(one))?.addresses).toContain('/2014/one')
    const logged = await room.sql<{ details: { exception: string } }>(`select details from handbill.audit_log where action = 'adopted'`)
    expect(new Set(logged.map(({ details }) => details.exception))).toEqual(new Set([exception]))
    expect((await adopt(desk.payload, { ...order, documents: [document(one, '/2014/one')] })).adopted).toEqual([])
  })
})

describe('publishing and saving at the same moment', () => {
  test('twenty rounds of two publishes and three saves: nothing unsigned, nothing twice, no save lost', async () => {
    for (let round = 0; round < 20; round += 1) {
      const id = await room.make('articles', 'approved')
      const [approved] = await room.sql<{ content_hash: string }>('select content_hash from handbill.review_runs where document = $1', [id])
      const publish = () => desk.rest(room.team.publisher, `POST /articles/${id}/publishing/publish`, { body: {} })
      const save = (field: string) => desk.rest(room.team.author, `PATCH /articles/${id}`, { body: { [field]: `${field} of round ${round}` } })
      const answers = await Promise.all([publish(), save('standfirst'), publish(), save('shortVersion'), save('title')])
      expect([answers[1], answers[3], answers[4]].map((answer) => answer?.status)).toEqual([200, 200, 200])
      const published = [answers[0], answers[2]].filter((answer) => answer?.status === 200).length
      expect(published).toBeLessThanOrEqual(1)
      const rows = await room.sql<{ content_hash: string }>('select content_hash from publications where document = $1', [id])
      expect(rows.map(({ content_hash }) => content_hash)).toEqual(published === 1 ? [approved?.content_hash] : [])
      const stored = (await room.must(room.team.author, `GET /articles/${id}`)).body
      expect([stored.standfirst, stored.shortVersion, stored.title]).toEqual(['standfirst', 'shortVersion', 'title'].map((field) => `${field} of round ${round}`))
    }
  })
})

describe('two texts that bring the same topic along', () => {
  test('go public at the same moment, and the topic once', async () => {
    const topic = await room.write('topics')
    const [one, two] = [await room.make('articles', 'approved', { topics: [topic] }), await room.make('articles', 'approved', { topics: [topic] })]
    const answers = await Promise.all([one, two].map((id) => desk.rest(room.team.publisher, `POST /articles/${id}/publishing/publish`, { body: {} })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await room.sql('select 1 from publications where document = $1', [topic])).toHaveLength(1)
  })
})

describe('the role that readers’ pages are made with', () => {
  test('reads live publications, how their sources stand, and nothing else', async () => {
    const id = await room.make('articles', 'live', { slug: 'for-readers' })
    expect((await publishedReader({ query: (text, values) => publicPool().query(text, values as unknown[]) } as Parameters<typeof publishedReader>[0]).byAddress('/articles/for-readers'))?.document).toBe(id)
    const tables = await room.sql<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'v', 'p', 'S') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relname not in ('live_publications', 'live_source_facts', 'live_source_merges', 'live_source_copies')`,
    )
    expect(tables.length).toBeGreaterThan(50)
    for (const { name } of tables) await expect(publicPool().query(`select * from ${name} limit 1`), name).rejects.toThrow(/permission denied/u)
    for (const statement of [`update live_publications set title = 'x'`, 'delete from live_publications', `create table mine (a int)`, `select handbill.append_audit(null, 'x', null, null, null, null, null, '{}')`]) {
      await expect(publicPool().query(statement), statement).rejects.toThrow(/permission denied/u)
    }
  })
})

describe('search', () => {
  test('finds words as they are bent, in English and in Arabic, and no word that is only in a draft', async () => {
    const reader = publishedReader(owner)
    const english = await room.make('articles', 'live', { title: 'The flooding of the mill', body: lexical('Nobody measured the reservoirs.') })
    const arabic = await room.make('articles', 'live', { title: 'إغلاق المطاحن', language: 'ar', body: lexical('كتبت النقابة رسالةً إلى المجلس.') })
    await room.must(room.team.author, `PATCH /articles/${english}`, { standfirst: 'A zeppelin.' })
    const find = async (text: string, language: string) => (await reader.search({ text, language, limit: 10, offset: 0 })).hits.map(({ publication }) => publication.document)
    expect(await find('reservoir', 'en')).toEqual([english])
    expect(await find('floods mill', 'en')).toEqual([english])
    expect(await find('اغلاق', 'ar')).toEqual([arabic])
    expect(await find('رسالة', 'ar')).toEqual([arabic])
    expect(await find('zeppelin', 'en')).toEqual([])
    for (const hostile of ["'); drop table users; --", '"', '((((', '\0', '& | !', 'x'.repeat(5_000)]) expect(await find(hostile, 'en')).toEqual([])
  })
})
