import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CollectionSlug, FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canaries, filesBelow } from '../support/canaries'
import { openDesk, type Desk } from '../support/desk'
import { citationNode, lexical, openNewsroom, picture, textNode, uploadForm, type Newsroom } from '../support/newsroom'

/**
 * Every field that an editor or the system fills, said to be public or private by hand. A field that is in neither list
 * fails the test: whoever adds one decides here, and its canary then watches over the decision.
 */
const ADDRESS = ['title', 'language', 'slug', 'translationOf']
const KEPT = ['importKey', 'rev', 'savedBy', 'createdBy', 'updatedAt', 'createdAt', 'deletedAt', '_status']
const WARNED = ['warningReview', 'warnings']
const FIELDS: Record<string, { public: string[]; private: string[] }> = {
  articles: {
    public: [...ADDRESS, ...WARNED, 'kind', 'standfirst', 'lead', 'body', 'citations', 'republication', 'shortVersion', 'authors', 'topics', 'campaigns', 'series', 'seriesPart'],
    private: [...KEPT, 'proposedWarnings', 'notes'],
  },
  'social-posts': {
    public: [...ADDRESS, ...WARNED, 'voice', 'platform', 'postedAt', 'account', 'permalink', 'text', 'footnotes', 'attachments', 'replyTo', 'context', 'citations', 'topics', 'campaigns'],
    private: [...KEPT, 'proposedWarnings', 'notes'],
  },
  exchanges: { public: [...ADDRESS, ...WARNED, 'standfirst', 'posts', 'topics', 'campaigns'], private: [...KEPT, 'proposedWarnings', 'notes'] },
  pages: { public: [...ADDRESS, ...WARNED, 'standfirst', 'body', 'citations'], private: [...KEPT, 'proposedWarnings', 'notes'] },
  campaigns: { public: [...ADDRESS, 'standfirst', 'lead', 'aims', 'keyDates', 'callsToAction', 'body', 'citations', 'isActive'], private: [...KEPT, 'notes'] },
  topics: { public: [...ADDRESS, 'description'], private: KEPT },
  series: { public: [...ADDRESS, 'description'], private: KEPT },
  people: { public: [...ADDRESS, 'role', 'bio'], private: [...KEPT, 'notes'] },
  // Of a public source; of a private one only kind, language and public label are.
  sources: {
    public: [...ADDRESS, 'kind', 'visibility', 'publicLabel', 'creators', 'container', 'publisher', 'issued', 'titleLanguage', 'titleTranslated', 'url', 'archivedUrl', 'archivedAt', 'doi', 'platform', 'note', 'place', 'volume', 'issue', 'pages', 'edition', 'number',
      'accessed', 'otherLanguages', 'isbn', 'issn', 'qid', 'postId', 'csl', 'relations'],
    private: [...KEPT, 'notes', 'grantedTo', 'urlKey', 'doiKey', 'postKey', 'fieldOrigins', 'mergedInto', 'capturePolicy'],
  },
  'content-warnings': { public: ['key', 'label', 'definition', 'iptc'], private: ['updatedAt', 'createdAt'] },
  media: {
    public: ['alt', 'caption', 'credit', 'licence', 'width', 'height', 'sizes', 'filename'],
    private: ['notes', 'createdBy', 'importKey', 'updatedAt', 'createdAt', 'url', 'thumbnailURL', 'mimeType', 'filesize', 'focalX', 'focalY'],
  },
  users: { public: [], private: ['name', 'roles', 'updatedAt', 'createdAt', 'email', 'resetPasswordToken', 'resetPasswordExpiration', 'salt', 'hash', 'resetPasswordRequestedAt', 'loginAttempts', 'lockUntil', 'sessions'] },
  'site-settings': {
    public: ['name', 'tagline', 'languages', 'accentLight', 'accentDark', 'arabicMonths', 'arabicDigits', 'timeZone', 'contactEmail', 'licence', 'footerPages'],
    private: ['updatedAt', 'createdAt'],
  },
}

/** The record itself is what publishing wrote; Payload's own collections hold nothing of editors. */
const NOT_FILLED = ['publications', 'payload-kv', 'payload-migrations', 'payload-locked-documents', 'payload-preferences']

const birds = canaries()
/** A text for the reader with a word for the test that it got there: proof that the search finds what is public. */
const readable = (place: string) => `Readable ${place} publicword.`

let desk: Desk
let room: Newsroom
let editionDir: string
const logged: string[] = []
const live: Record<string, string> = {}

/** The private texts of a collection's documents that an editor can fill, each with a canary of its own. */
function privateTexts(collection: string, state: string): Record<string, string> {
  const names = ['notes', 'proposedWarnings', 'importKey', 'urlKey'].filter((name) => FIELDS[collection]?.private.includes(name))
  return Object.fromEntries(names.map((name) => [name, `${birds.of(`${collection}.${name}, ${state}`)} for the desk`]))
}

const strayNode = (place: string) => ({ ...textNode('Plain words. '), style: birds.of(`${place}, style of a node`), secret: birds.of(`${place}, undeclared key of a node`) })

function bodyOf(place: string, sources: { open: string; hidden: string }, draft: string): object {
  return lexical(
    [
      strayNode(place),
      citationNode({
        key: 'aaaaaaaa', source: sources.open, quote: 'The open words', desk: birds.of(`${place}, undeclared field of a citation`),
        claim: birds.of(`${place}, claim of a citation`), quotePrefix: birds.of(`${place}, words before a quote`), quoteSuffix: birds.of(`${place}, words after a quote`),
      }),
      citationNode({
        key: 'bbbbbbbb', source: sources.hidden, note: 'As a witness said', locatorLabel: 'page', locatorValue: birds.of(`${place}, place in a private source`),
        quote: birds.of(`${place}, words of a private source`), quoteTranslation: birds.of(`${place}, translated words of a private source`),
      }),
      { type: 'link', version: 3, fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'articles', value: draft } }, children: [textNode('an unfinished article')], format: '', indent: 0, direction: 'ltr' },
    ],
    readable(place),
  )
}

beforeAll(async () => {
  const keep = (write: typeof process.stderr.write) =>
    function (this: NodeJS.WriteStream, ...args: Parameters<typeof process.stderr.write>) {
      logged.push(String(args[0]))
      return write.apply(this, args)
    } as typeof process.stderr.write
  process.stderr.write = keep(process.stderr.write)
  process.stdout.write = keep(process.stdout.write)

  desk = await openDesk()
  room = await openNewsroom(desk)
  await room.withoutBaking()
  editionDir = (await import('@/env')).env().editionDir
  for (const role of ['author', 'sources', 'care', 'copy', 'publisher'] as const) {
    const { id } = room.team[role]
    await room.sql('update users set name = $2, email = $3 where id = $1', [id, birds.of(`users.name of ${role}`), `${birds.of(`users.email of ${role}`)}@desk.example`])
  }

  const image = await (async () => {
    const form = uploadForm({ alt: readable('media.alt'), ...privateTexts('media', 'shown') }, { bytes: await picture(birds.of('media, EXIF')), name: `${birds.of('media, original file name')}.jpg`, type: 'image/jpeg' })
    const answered = await desk.rest(room.team.author, 'POST /media', { raw: form })
    expect(answered.status, answered.text).toBe(201)
    return String(answered.body.doc.id)
  })()
  await desk.rest(room.team.author, 'POST /media', {
    raw: uploadForm({ alt: birds.of('media.alt, never shown'), caption: birds.of('media.caption, never shown') }, { bytes: await picture(birds.of('media, EXIF, never shown')), name: 'b.jpg', type: 'image/jpeg' }),
  })

  const draft = await room.write('articles', { title: birds.of('articles.title, a draft that a live text links to'), standfirst: birds.of('articles.standfirst, draft'), ...privateTexts('articles', 'draft') })
  const open = await room.write('sources', { title: readable('sources.title'), note: readable('sources.note'), ...privateTexts('sources', 'public') })
  const hidden = await room.write('sources', {
    ...privateTexts('sources', 'private'),
    title: birds.of('sources.title, private'),
    visibility: 'private',
    publicLabel: readable('sources.publicLabel'),
    creators: [{ name: birds.of('sources.creators, private'), nameLatin: birds.of('sources.creators.nameLatin, private'), familyName: birds.of('sources.creators.familyName, private'), handle: birds.of('sources.creators.handle, private') }],
    container: birds.of('sources.container, private'),
    publisher: birds.of('sources.publisher, private'),
    titleTranslated: birds.of('sources.titleTranslated, private'),
    url: `https://example.org/${birds.of('sources.url, private')}`,
    archivedUrl: `https://example.org/${birds.of('sources.archivedUrl, private')}`,
    archivedAt: birds.of('sources.archivedAt, private'),
    doi: `10.5555/${birds.of('sources.doi, private')}`,
    postId: birds.of('sources.postId, private'),
    ...Object.fromEntries(['volume', 'issue', 'pages', 'edition', 'place', 'number'].map((field) => [field, birds.of(`sources.${field}, private`)])),
    csl: { genre: birds.of('sources.csl, private') },
    note: birds.of('sources.note, private'),
    grantedTo: [room.team.publisher.id, room.team.sources.id],
  })
  const sources = { open, hidden }

  const publish = async (collection: CollectionSlug, data: Record<string, unknown>) => {
    const id = await room.write(collection, { ...privateTexts(collection, 'live'), ...data })
    await approve(collection, id, 'live')
    await room.must(room.team.publisher, `POST /${collection}/${id}/publishing/publish`, {})
    live[collection] = id
    return id
  }
  const approve = async (collection: string, id: string, state: string) => {
    const at = `/${collection}/${id}/review`
    const asks = collection === 'articles' ? (['sources', 'care', 'copy'] as const) : collection === 'social-posts' || collection === 'exchanges' ? (['care'] as const) : collection === 'sources' ? (['sources'] as const) : []
    await room.must(room.team.author, `POST ${at}/submit`, { note: birds.of(`review note at submit, ${collection} ${state}`) })
    await room.must(room.team[asks[0] ?? 'publisher'], `POST ${at}/request-changes`, { comment: birds.of(`review comment, ${collection} ${state}`) })
    await room.must(room.team.author, `POST ${at}/submit`, { note: birds.of(`review note at resubmit, ${collection} ${state}`) })
    for (const slot of asks) await room.must(room.team[slot], `POST ${at}/sign-off`, { slot, note: birds.of(`sign-off note of ${slot}, ${collection} ${state}`) })
    await room.must(room.team.publisher, `POST ${at}/sign-off`, { slot: 'approval', note: birds.of(`sign-off note of approval, ${collection} ${state}`) })
  }

  const person = await publish('people', { title: readable('people.title'), bio: readable('people.bio') })
  const topic = await publish('topics', { title: readable('topics.title'), description: readable('topics.description') })
  const series = await publish('series', { title: readable('series.title') })
  await publish('pages', { title: readable('pages.title'), body: bodyOf('pages.body', sources, draft) })
  const campaign = await publish('campaigns', { title: readable('campaigns.title'), body: bodyOf('campaigns.body', sources, draft) })
  await publish('articles', {
    title: readable('articles.title'),
    standfirst: readable('articles.standfirst'),
    lead: { image },
    body: bodyOf('articles.body', sources, draft),
    authors: [person],
    topics: [topic],
    campaigns: [campaign],
    series,
    seriesPart: 1,
  })
  const post = await publish('social-posts', { title: readable('social-posts.title'), text: readable('social-posts.text'), context: bodyOf('social-posts.context', sources, draft), attachments: [{ image }] })
  await publish('exchanges', { title: readable('exchanges.title'), posts: [{ post, comment: readable('exchanges.comment') }] })
  await publish('sources', { title: readable('sources.title, by itself') })

  // The next revision of what is live stays on the desk, in review or not.
  for (const [collection, id] of Object.entries(live)) {
    const field = { articles: 'standfirst', 'social-posts': 'text', exchanges: 'standfirst', pages: 'standfirst', campaigns: 'standfirst', people: 'bio', sources: 'note' }[collection] ?? 'description'
    await room.must(room.team.author, `PATCH /${collection}/${id}`, { title: birds.of(`${collection}.title, next revision`), [field]: birds.of(`${collection}.${field}, next revision`) })
  }
  await room.must(room.team.author, `POST /articles/${live.articles}/review/submit`, {})
  // Words that were public are gone once they are taken back.
  const revised = await room.write('articles', { standfirst: birds.of('articles.standfirst, corrected away'), body: lexical(birds.of('articles.body, corrected away')) })
  await approve('articles', revised, 'first')
  await room.must(room.team.publisher, `POST /articles/${revised}/publishing/publish`, {})
  await room.must(room.team.author, `PATCH /articles/${revised}`, { standfirst: 'Better words.', body: lexical('Better words.') })
  await approve('articles', revised, 'second')
  await room.must(room.team.publisher, `POST /articles/${revised}/publishing/publish`, { change: 'minor' })
  const withdrawn = await room.write('articles', { body: lexical(birds.of('articles.body, withdrawn')), standfirst: birds.of('articles.standfirst, withdrawn') })
  await approve('articles', withdrawn, 'to be withdrawn')
  await room.must(room.team.publisher, `POST /articles/${withdrawn}/publishing/publish`, {})
  await room.must(room.team.publisher, `POST /articles/${withdrawn}/publishing/withdraw`, { reason: birds.of('reason of a withdrawal'), publicNote: 'Withdrawn.' })
  // Drafts of every kind, in review and in the trash, that nobody refers to.
  for (const collection of Object.keys(live) as CollectionSlug[]) {
    await room.write(collection, { title: birds.of(`${collection}.title, draft`), ...privateTexts(collection, 'draft') })
    await room.make(collection, 'trashed', { title: birds.of(`${collection}.title, trashed`) })
    await room.make(collection, 'approved', { title: birds.of(`${collection}.title, approved`) })
  }
  for (const result of ['disputed', 'retracted']) await room.must(room.team.sources, `POST /sources/${open}/verification`, { result, source: 'fail', note: birds.of(`note of a verification, ${result}`) })
  // What machines found out about a private source tells who it is as well.
  const fact = (place: string): string => `https://example.org/${birds.of(`facts of a private source, ${place}`)}`
  await room.sql('insert into handbill.source_facts (source, facts, changed_at) values ($1, $2, now())', [
    hidden,
    JSON.stringify({
      source: hidden, state: 'dead', since: '2023-03-09', doubt: { is: 'retracted', since: fact('doubt') }, archives: [{ url: fact('archive'), provider: 'wayback' }], history: [{ on: '2023-03-09', state: 'dead' }],
      copy: { at: '2026-03-14T10:00:00Z', sha256: fact('hash'), mime: 'text/html', text: fact('words'), wacz: { path: `/${fact('capture')}`, bytes: 1, sha256: fact('hash of the capture') } },
    }),
  ])
  const { bakeNow } = await import('@/jobs/baking')
  await room.sql('delete from handbill.bakes')
  expect((await bakeNow({ all: true })).failed).toEqual([])
})
afterAll(() => desk.close())

/** Asks the route of the public site. */
async function site(path: string): Promise<{ status: number; whole: string; body: Buffer }> {
  const { GET } = await import('@/app/(site)/[[...path]]/route')
  const response = await GET(new Request(`http://127.0.0.1:3000${path}`))
  const body = Buffer.from(await response.arrayBuffer())
  return { status: response.status, whole: `${JSON.stringify([...response.headers])}\n${body.toString('latin1')}`, body }
}

/** The places whose canaries are in the edition's files or in their names. */
function leaksInEdition(): string[] {
  return filesBelow(editionDir).flatMap(({ path, bytes }) => [...birds.in(path), ...birds.in(bytes)].map((place) => `${place} in ${path}`))
}

it('every field is said to be public or private', async () => {
  const { collections, globals } = desk.payload.config
  const entities = [...collections, ...globals].filter(({ slug }) => !NOT_FILLED.includes(slug))
  const names = (fields: FlattenedField[]) => fields.map(({ name }) => name).sort()
  for (const { slug, flattenedFields } of entities) {
    const { public: readers = [], private: desks = [] } = FIELDS[slug] ?? {}
    expect([...readers, ...desks].sort(), slug).toEqual(names(flattenedFields))
  }
})

describe('nothing private is public', () => {
  it('in any byte of the edition, or in the name of a file', () => {
    const files = filesBelow(editionDir)
    expect(files.length).toBeGreaterThan(100)
    expect(leaksInEdition()).toEqual([])
  })

  it('while what is public is there', () => {
    const pages = filesBelow(editionDir).filter(({ path }) => path.endsWith('.html')).map(({ bytes }) => bytes.toString('utf8')).join('\n')
    expect(pages).toMatch(/Retracted: noted by us on/)
    for (const place of ['articles.title', 'articles.body', 'pages.body', 'campaigns.body', 'social-posts.text', 'social-posts.context', 'people.bio', 'topics.description', 'sources.note', 'sources.publicLabel', 'media.alt', 'exchanges.comment']) {
      expect(pages, place).toContain(readable(place))
    }
  })

  it('in any answer of the site, its headers included', async () => {
    const paths = filesBelow(join(editionDir, 'public')).filter(({ path }) => path.endsWith('.html') || path.endsWith('.xml') || path.endsWith('.json'))
    const addresses = (await room.sql<{ path: string }>('select path from handbill.addresses')).map(({ path }) => encodeURI(path))
    const drafts = (await room.sql<{ slug: string }>(`select slug from articles where slug is not null`)).map(({ slug }) => `/articles/${slug}`)
    const asked = [...new Set(['/', '/ar', '/feed.xml', '/atom.xml', '/feed.json', '/sitemap.xml', '/robots.txt', '/corrections', '/sources', '/warnings', '/feeds', ...addresses, ...drafts])]
    expect(paths.length).toBeGreaterThan(50)
    const leaks: string[] = []
    for (const path of asked) {
      const { whole, status } = await site(path)
      // An address that is no page may be told back to who asked for it.
      const found = status === 404 ? birds.in(whole.replaceAll(path, '')) : birds.in(whole)
      leaks.push(...found.map((place) => `${place} at ${path}`))
    }
    expect(leaks).toEqual([])
  })

  it('to a search for it', async () => {
    const { publishedReader } = await import('@/publishing/published-reader')
    const { publicPool } = await import('@/platform/database')
    const reader = publishedReader(publicPool())
    for (const [canary, place] of birds.all()) {
      for (const language of ['en', 'ar']) expect((await reader.search({ text: canary, language, limit: 10, offset: 0 })).total, place).toBe(0)
    }
    expect((await reader.search({ text: 'publicword', language: 'en', limit: 10, offset: 0 })).total).toBeGreaterThan(3)
    const { whole } = await site('/search?q=publicword')
    expect(whole).toContain('publicword')
    expect(birds.in(whole)).toEqual([])
  })

  it('to the role that the public side reads as, which sees one view', async () => {
    const { publicPool } = await import('@/platform/database')
    const { rows } = await publicPool().query<{ all: string }>('select live_publications::text as all from live_publications')
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.flatMap((row) => birds.in(row.all))).toEqual([])
    const tables = await room.sql<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'handbill', 'graphile_worker')`)
    expect(tables.length).toBeGreaterThan(30)
    for (const { name } of tables) await expect(publicPool().query(`select 1 from ${name} limit 1`), name).rejects.toMatchObject({ code: '42501' })
    for (const statement of ['insert into live_publications select * from live_publications', 'update live_publications set title = title', 'delete from live_publications']) {
      await expect(publicPool().query(statement), statement).rejects.toThrow()
    }
  })

  it('to somebody who is signed out and asks the API', async () => {
    const asked = desk.payload.config.collections.flatMap(({ slug }) => [`/${slug}`, `/${slug}?depth=2&trash=true&draft=true`, `/${slug}/versions`, `/${slug}/count`, `/${slug}/${live[slug] ?? room.team.author.id}`])
    for (const path of [...asked, '/globals/site-settings', '/users/me', '/access', '/users/init']) {
      const { text, headers } = await desk.rest(null, `GET ${path}`)
      expect(birds.in(`${JSON.stringify([...headers])}${text}`), path).toEqual([])
    }
  })

  it('in images, whose files are made anew', () => {
    const images = filesBelow(join(editionDir, 'public')).filter(({ path }) => path.startsWith('media/'))
    expect(images.length).toBeGreaterThan(0)
    for (const { path, bytes } of images) {
      expect(birds.in(bytes), path).toEqual([])
      expect(bytes.includes('EXIF'), path).toBe(false)
      expect(bytes.includes('GPS'), path).toBe(false)
    }
  })

  it('in what this process logged', async () => {
    // A sign-in that fails and a save that the database refuses are what log lines are made of.
    await desk.rest(null, 'POST /users/login', { body: { email: `${birds.of('e-mail address of a failed sign-in')}@desk.example`, password: birds.of('password of a failed sign-in') } })
    await desk.rest(room.team.author, `PATCH /articles/${live.articles}`, { body: { standfirst: birds.of('standfirst of a refused save'), topics: ['00000000-0000-4000-8000-000000000000'] } })
    expect(logged.join('')).toContain('Payload could not do what it was asked')
    expect(birds.in(logged.join(''))).toEqual([])
  })
})

it('a presenter that lets a private field through is found', async () => {
  const { toPublicArticle } = await import('@/articles/present')
  const { insertPublication, liveRow } = await import('@/publishing/insert')
  const { inTransaction } = await import('@/platform/database')
  const leaky = async (...given: Parameters<typeof toPublicArticle>) => ({ ...(await toPublicArticle(...given)), standfirst: `About ${given[0].notes}` })
  const id = live.articles as string
  const article = await desk.payload.findByID({ collection: 'articles', id, depth: 0, overrideAccess: true })
  const projection = { ...(await leaky(article, { media: async () => new Map(), privateSources: async () => new Set() })), title: 'A leak', slug: 'a-leak' }
  await inTransaction(async (tx) => {
    await insertPublication(tx, { collection: 'articles', document: id, projection: projection as never, title: 'A leak', language: 'en', slug: 'a-leak', publishedBy: null, run: null, change: 'minor', publicNote: null }, await liveRow(tx, 'articles', id))
  })
  const { bakeNow } = await import('@/jobs/baking')
  await room.sql('delete from handbill.bakes')
  await bakeNow()
  const leaks = leaksInEdition()
  expect(leaks).toContain('articles.notes, live in public/articles/a-leak.html')
  expect(leaks).toContain('articles.notes, live in public/articles/a-leak.html.br')
  expect(leaks).toContain('articles.notes, live in public/feed.xml')
  expect(birds.in((await site('/articles/a-leak')).whole)).toEqual(['articles.notes, live'])
  expect(birds.in(await readFile(join(editionDir, 'public', 'feed.json')))).toContain('articles.notes, live')
})
