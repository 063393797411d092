import type { CollectionSlug, Payload } from 'payload'
import sharp from 'sharp'
import { database } from '@/platform/database'
import { setClock } from '@/platform/clock'
import { ACCOUNTS, addressOf } from './accounts'
import type { Person } from './acts'
import { ARTICLES } from './articles'
import { CAMPAIGNS } from './campaigns'
import { happeningsOf, letHappen, type Traveller } from './courses'
import type { AccountKey, Course } from './documents'
import { addressFields, articleFields, campaignFields, exchangeFields, pageFields, postFields, sourceFields, type Fields } from './fields'
import { IMAGES } from './images'
import { keyRegister, type Keys } from './keys'
import { settleNotices } from './notices'
import { PAGES } from './pages'
import { PEOPLE } from './people'
import { POSTS } from './posts'
import { EXCHANGES } from './posts/after-the-inquest'
import { SERIES } from './series'
import { FOOTER_PAGES, SETTINGS } from './settings'
import { setOutDesk } from './desk-matters'
import { severalAtOnce } from './several-at-once'
import { SOURCES } from './sources'
import { TOPICS } from './topics'
import { WARNING_TERMS } from './warning-terms'

/** How far a database has come with demo content. `unfinished`: a load was broken off; the settings come last. */
export type DemoState = 'none' | 'unfinished' | 'whole'

/** Looks whether a database holds demo content, and all of it. */
export async function demoState(): Promise<DemoState> {
  const { rows } = await database().query<{ accounts: number; settings: number }>(
    `select (select count(*)::int from users where email like '%@demo.example') as accounts,
      (select count(*)::int from publications where collection = 'site-settings' and superseded_at is null) as settings`,
  )
  const { accounts = 0, settings = 0 } = rows[0] ?? {}
  return accounts === 0 ? 'none' : settings === 0 ? 'unfinished' : 'whole'
}

type Loading = { payload: Payload; people: Record<AccountKey, Person>; keys: Keys; travellers: Traveller[] }

/** The day on which the invented newsroom was set up; vocabulary and settings are from then. */
const BEGINNING = new Date('2026-03-05T12:00:00Z')

/**
 * Fills an empty database with the demo's newsroom: accounts with one password, images, vocabulary, documents, and their
 * way through review by the acts of eight people. `say` is told what is being done.
 *
 * @throws where anybody has an account already, and where a document is refused on its way.
 */
export async function loadDemo({ payload, password, say }: { payload: Payload; password: string; say: (line: string) => void }): Promise<void> {
  if ((await demoState()) === 'unfinished') throw new Error('An earlier load of demo content was broken off in this database. Empty it and begin again.')
  if ((await payload.count({ collection: 'users', overrideAccess: true })).totalDocs > 0) throw new Error('Demo content loads into an empty database only, and this one has accounts.')
  const restore = setClock(() => BEGINNING)
  const loading: Loading = { payload, people: await makeAccounts(payload, password), keys: keyRegister(), travellers: [] }
  try {
    await writeVocabulary(loading)
    say(`${IMAGES.length} images …`)
    await printImages(loading)
    say(`${SOURCES.length} sources, ${ARTICLES.length} articles, ${POSTS.length} social posts …`)
    await writeCatalogue(loading)
    await writeTexts(loading)
  } finally {
    restore()
  }
  const happenings = loading.travellers.flatMap(happeningsOf)
  say('Review …')
  await letHappen(happenings, loading, (done) => {
    if (done % 20 === 0) say(`Review: ${done} of ${happenings.length} …`)
  })
  await setOutDesk(loading)
  await settleNotices(Object.values(loading.people).map(({ id }) => id))
  await writeSettings(loading)
}

async function makeAccounts(payload: Payload, password: string): Promise<Record<AccountKey, Person>> {
  const made = await Promise.all(
    ACCOUNTS.map(async ({ key, name, roles }) => {
      const user = await payload.create({ collection: 'users', data: { email: addressOf(key), name, roles, password }, overrideAccess: true, depth: 0 })
      return [key, { id: user.id, user: { ...user, collection: 'users' as const } }] as const
    }),
  )
  return Object.fromEntries(made) as unknown as Record<AccountKey, Person>
}

async function write({ payload, people, keys }: Loading, by: AccountKey, collection: CollectionSlug, key: string, data: Fields): Promise<string> {
  const { id } = await payload.create({ collection, data: data as never, user: people[by].user, overrideAccess: false, depth: 0 })
  keys.put(collection, key, String(id))
  return String(id)
}

async function writeVocabulary(loading: Loading): Promise<void> {
  await severalAtOnce(WARNING_TERMS, ({ key, en, ar, defined, iptc }) => write(loading, 'care', 'content-warnings', key, { key, label: { en, ar }, definition: defined, iptc }))
}

async function printImages({ payload, people, keys }: Loading): Promise<void> {
  await severalAtOnce(IMAGES, async ({ key, alt, caption, credit, notes, svg }) => {
    const data = await sharp(Buffer.from(svg())).png({ compressionLevel: 1 }).toBuffer()
    const { id } = await payload.create({
      collection: 'media',
      data: { alt, caption, credit, notes, licence: 'CC BY-SA 4.0' },
      file: { data, mimetype: 'image/png', name: `${key}.png`, size: data.byteLength },
      user: people.editor.user,
      overrideAccess: false,
      depth: 0,
    })
    keys.put('media', key, String(id))
  })
}

/** What texts refer to. None of it has a course of its own: it goes public with the first text that names it. */
async function writeCatalogue(loading: Loading): Promise<void> {
  const { keys, people } = loading
  const addressed = <D extends { key: string; translationOf?: string; slug: string; title: string }>(collection: CollectionSlug, documents: readonly D[], fieldsOf: (document: D) => Fields) =>
    originalsFirst(documents, (document) => write(loading, 'editor', collection, document.key, { ...addressFields(keys, collection, document), ...fieldsOf(document) }))
  await addressed('topics', TOPICS, ({ description }) => ({ description }))
  await addressed('people', PEOPLE, ({ role, bio }) => ({ role, bio }))
  await addressed('series', SERIES, ({ description }) => ({ description }))
  await severalAtOnce(SOURCES, (source) => write(loading, source.by ?? 'editor', 'sources', source.key, sourceFields(source, [people.sources.id])))
}

/** Translations name their originals, so those come first. */
async function originalsFirst<D extends { translationOf?: string }>(documents: readonly D[], work: (document: D) => Promise<unknown>): Promise<void> {
  await severalAtOnce(documents.filter(({ translationOf }) => translationOf === undefined), work)
  await severalAtOnce(documents.filter(({ translationOf }) => translationOf !== undefined), work)
}

type Written = { key: string; by?: AccountKey; course: Course }

function travel({ travellers }: Loading, collection: string, { key, by = 'editor', course }: Written, id: string): void {
  travellers.push({ collection, key, id, by, course })
}

/** Articles and pages refer to each other every way, so each is begun before any is written out. */
async function writeTexts(loading: Loading): Promise<void> {
  const { keys, payload, people } = loading
  await originalsFirst(ARTICLES, async (article) => travel(loading, 'articles', article, await write(loading, article.by ?? 'editor', 'articles', article.key, addressFields(keys, 'articles', article))))
  await originalsFirst(PAGES, async (page) => travel(loading, 'pages', page, await write(loading, 'editor', 'pages', page.key, addressFields(keys, 'pages', page))))
  await originalsFirst(CAMPAIGNS, async (campaign) => travel(loading, 'campaigns', campaign, await write(loading, 'editor', 'campaigns', campaign.key, campaignFields(keys, campaign))))
  // One by one, as a post can answer any before it.
  for (const post of POSTS) travel(loading, 'social-posts', post, await write(loading, post.by ?? 'editor', 'social-posts', post.key, postFields(keys, post)))
  for (const exchange of EXCHANGES) travel(loading, 'exchanges', exchange, await write(loading, 'editor', 'exchanges', exchange.key, exchangeFields(keys, exchange)))
  const writeOut = async (collection: CollectionSlug, { key, by = 'editor' }: Pick<Written, 'key' | 'by'>, data: Fields): Promise<void> => {
    await payload.update({ collection, id: keys.idOf(collection, key), data: data as never, user: people[by].user, overrideAccess: false, depth: 0 })
  }
  await severalAtOnce(ARTICLES, (article) => writeOut('articles', article, articleFields(keys, article)))
  await severalAtOnce(PAGES, (page) => writeOut('pages', page, pageFields(keys, page)))
}

async function writeSettings({ payload, people, keys }: Loading): Promise<void> {
  const data = { ...SETTINGS, languages: [...SETTINGS.languages], footerPages: FOOTER_PAGES.map((key) => keys.idOf('pages', key)) }
  const restore = setClock(() => BEGINNING)
  try {
    await payload.updateGlobal({ slug: 'site-settings', data, user: people.admin.user, overrideAccess: false, depth: 0 })
  } finally {
    restore()
  }
}
