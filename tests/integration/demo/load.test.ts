import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { notify } from '@/collaboration/notices/notify'
import { ACCOUNTS } from '@/demo/accounts'
import { demoState, loadDemo } from '@/demo/load'
import { database } from '@/platform/database'
import { DEPICTIONS, INTENSITIES } from '@/record/body'
import { freshDatabase, type TestDatabase } from '../../support/database'

const PASSWORD = 'known-to-this-test'
let payload: Payload
let store: TestDatabase
let close: () => Promise<void>
const said: string[] = []

async function rows<R extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<R[]> {
  return (await database().query<R>(text, values)).rows
}
async function count(from: string, values: unknown[] = []): Promise<number> {
  return Number((await rows<{ count: string }>(`select count(*) from ${from}`, values))[0]?.count)
}
const LIVE = 'live_publications where not is_tombstone and collection ='

beforeAll(async () => {
  store = await freshDatabase()
  const [{ getPayload }, { default: config }, { closePayload }] = await Promise.all([import('payload'), import('@payload-config'), import('@/platform/payload-database')])
  payload = await getPayload({ config })
  close = () => closePayload(payload)
  await loadDemo({ payload, password: PASSWORD, say: (line) => said.push(line) })
}, 180_000)
afterAll(async () => {
  await close()
  await store.drop()
})

describe('the demo, loaded into an empty database', () => {
  test('has what a newsroom has, in numbers', async () => {
    expect(await count(`${LIVE} 'articles' and language = 'en'`)).toBeGreaterThanOrEqual(12)
    expect(await count(`${LIVE} 'articles' and language = 'ar' and projection ->> 'kind' = 'translation'`)).toBeGreaterThanOrEqual(3)
    expect(await count(`${LIVE} 'social-posts'`)).toBeGreaterThanOrEqual(9)
    expect(await count(`${LIVE} 'social-posts' and language = 'ar'`)).toBeGreaterThanOrEqual(1)
    expect(await count(`${LIVE} 'exchanges' and jsonb_array_length(projection -> 'posts') >= 4`)).toBeGreaterThanOrEqual(1)
    expect(await count(`${LIVE} 'sources'`)).toBeGreaterThanOrEqual(25)
    expect(await count(`${LIVE} 'campaigns' and language = 'en' and jsonb_array_length(projection -> 'callsToAction') > 0`)).toBeGreaterThanOrEqual(2)
    expect(await count(`${LIVE} 'content-warnings'`)).toBe(24)
    const series = await rows<{ parts: string }>(`select count(*) as parts from ${LIVE} 'articles' and language = 'en' and projection ? 'series' group by projection -> 'series' ->> 'id'`)
    expect(series.map(({ parts }) => Number(parts))).toContain(2)
  })

  test('leaves in its inboxes what there is to do, and mails nobody', async () => {
    await notify()
    expect(await count(`handbill.notices where kind = 'toSign'`)).toBeGreaterThan(0)
    expect(await count(`handbill.notices notice join handbill.review_events event on event.id = notice.event join handbill.review_runs run on run.id = event.run where run.ended_at is not null`)).toBe(0)
    expect(await count(`handbill.notices where mail_state <> 'none'`)).toBe(0)
  })

  test('gives the sitemap at least forty addresses, in two languages', async () => {
    expect(await count('live_publications where not is_tombstone and path is not null')).toBeGreaterThanOrEqual(40)
    expect(await count(`live_publications where not is_tombstone and path like '/ar/%'`)).toBeGreaterThanOrEqual(15)
  })

  test('spreads its articles over at least seven months', async () => {
    expect((await rows(`select distinct to_char(published_at, 'YYYY-MM') as month from ${LIVE} 'articles'`)).length).toBeGreaterThanOrEqual(7)
  })

  test('shows something in every state of review', async () => {
    const runs = await rows<{ state: string; title: string; standing: string; voided: string }>(
      `select run.state, run.projection ->> 'title' as title,
        (select count(*) from handbill.sign_offs where run = run.id and voided_at is null) as standing, (select count(*) from handbill.sign_offs where run = run.id and voided_at is not null) as voided
       from handbill.review_runs run where ended_at is null order by title`,
    )
    const states = Object.fromEntries(runs.map(({ title, ...rest }) => [title, rest]))
    expect(states).toMatchObject({
      'The vote in December': { state: 'in-review', standing: '2', voided: '1' },
      'Who insures the Sirra Star?': { state: 'changes-requested', standing: '1' },
      'What letters do, and how to write one': { state: 'approved' },
      'A guide to Ordinance 19, for people with wet hands': { state: 'in-review', standing: '1' },
    })
    expect(await rows(`select words from handbill.review_events where kind = 'changesRequested'`)).toHaveLength(1)
    // Talk, a task, something kept back, a release in the making.
    for (const table of ['threads', 'assignments', 'embargoes', 'releases', 'release_items']) expect([table, await count(`handbill.${table}`)]).toEqual([table, 1])
    const never = await rows<{ title: string }>(`select title from articles where id::text not in (select document from publications) and id not in (select document from handbill.review_runs)`)
    expect(never.map(({ title }) => title)).toEqual(['Warm water (working title)'])
  })

  test('has a live text with its next revision in review, a correction, a withdrawal and an adopted text', async () => {
    expect(await count(`live_publications p join handbill.review_runs run on run.document::text = p.document and run.ended_at is null`)).toBe(1)
    expect(await rows(`select corrections -> 0 ->> 'kind' as kind from ${LIVE} 'articles' and corrections <> '[]'`)).toEqual([{ kind: 'correction' }])
    expect(await rows('select path from live_publications where is_tombstone')).toEqual([{ path: '/articles/names-from-the-quay' }])
    expect(await count(`${LIVE} 'articles' and is_adopted and jsonb_array_length(addresses) = 2`)).toBe(2)
  })

  test('shows every depiction and every intensity on documents, passages or images, in public', async () => {
    const used = await rows<{ depiction: string; intensity: string }>(
      `select distinct w ->> 'depiction' as depiction, w ->> 'intensity' as intensity from live_publications, jsonb_path_query(projection, 'strict $.**.warnings[*]', silent => true) w`,
    )
    expect(new Set(used.map(({ depiction }) => depiction))).toEqual(new Set(DEPICTIONS))
    expect(new Set(used.map(({ intensity }) => intensity))).toEqual(new Set(INTENSITIES))
    for (const kind of ['passage', 'image']) expect(await count(`${LIVE} 'articles' and jsonb_path_exists(projection, 'strict $.**.body[*] ? (@.type == $kind && @.warnings.size() > 0)', jsonb_build_object('kind', $1::text), true)`, [kind])).toBeGreaterThan(0)
  })

  test('was signed throughout: nothing it adopted aside, each publication of a text has a run, and nobody signed two slots of one', async () => {
    expect(await count(`publications where not is_tombstone and not is_adopted and run is null and collection not in ('content-warnings', 'site-settings')`)).toBe(0)
    expect(await rows(`select run from handbill.sign_offs where voided_at is null group by run, signed_by having count(*) > 1`)).toEqual([])
    expect(await count(`publications p join handbill.contributions c on c.publication::text = p.id::text where c.person = p.published_by_id`)).toBe(0)
  })

  test('keeps what the desk knows of a private source off the record', async () => {
    const secrets = await rows<{ title: string; notes: string }>(`select title, notes from sources where visibility = 'private'`)
    expect(secrets).toHaveLength(3)
    for (const { title, notes } of secrets) {
      for (const secret of [title, notes]) expect(await count('publications where strpos(projection::text, $1) > 0 or strpos(search_text, $1) > 0', [secret])).toBe(0)
    }
    expect(await count(`${LIVE} 'sources' and projection ->> 'visibility' = 'private'`)).toBe(3)
  })

  test('has eight accounts that can sign in', async () => {
    expect((await rows(`select email from users order by email`)).map(({ email }) => email)).toEqual(ACCOUNTS.map(({ key }) => `${key}@demo.example`).toSorted())
    const { token } = await payload.login({ collection: 'users', data: { email: 'publisher@demo.example', password: PASSWORD } })
    expect(token).toBeTruthy()
  })

  test('tells that it is whole, and refuses to load twice', async () => {
    expect(await demoState()).toBe('whole')
    await expect(loadDemo({ payload, password: PASSWORD, say: () => undefined })).rejects.toThrow('empty database')
    expect(said.length).toBeGreaterThan(2)
  })
})

describe('a load that was broken off', () => {
  test('is told from a whole one, and nothing is loaded on top', async () => {
    const { rows: kept } = await database().query<{ id: string }>(`select id from publications where collection = 'site-settings' and superseded_at is null`)
    await database().query('update publications set superseded_at = now() where id = $1', [kept[0]?.id])
    expect(await demoState()).toBe('unfinished')
    await expect(loadDemo({ payload, password: PASSWORD, say: () => undefined })).rejects.toThrow('broken off')
  })
})
