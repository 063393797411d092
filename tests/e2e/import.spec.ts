import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { environmentOfChild } from '../../src/env'
import type { System } from '../support/server'
import { expect, signIn, test } from './support/newsroom'

const run = promisify(execFile)

async function importBlog(newsroom: System, ...words: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['dist/handbill.mjs', 'import', 'wxr', ...words], { env: environmentOfChild({ NODE_ENV: 'production', DATABASE_URL: newsroom.databaseUrl, DATA_DIR: newsroom.dataDir, MEDIA_DIR: undefined, EDITION_DIR: undefined, SITE_URL: newsroom.url, PAYLOAD_SECRET: 'of-a-test-and-known-to-all' }) })
  return stdout
}

test('an imported draft goes through review by several accounts over HTTP, and stands on the site and in the feeds', async ({ request, newsroom }) => {
  test.setTimeout(200_000)
  const file = 'tests/support/fixtures/wxr/orchard-line.wxr.xml'
  await importBlog(newsroom, file)
  expect(await importBlog(newsroom, file)).toMatch(/nothing/i)

  const [editor, sources, care, copy, publisher] = await Promise.all((['editor', 'sources', 'care', 'copy', 'publisher'] as const).map((account) => signIn(request, newsroom, account)))
  const found = (await editor!.call('GET', '/articles?where[importKey][exists]=true&limit=50&depth=0')) as unknown as { body: { docs: { id: string; slug: string; title: string; kind: string; standfirst?: string; body?: unknown }[] } }
  const draft = found.body.docs.find(({ body, kind }) => body !== null && body !== undefined && kind === 'original')
  expect(draft).toBeDefined()
  const { id, slug, title } = draft!
  expect((await request.get(`${newsroom.url}/articles/${encodeURIComponent(slug)}`)).status()).toBe(404)
  const path = `/articles/${id}`
  const incomplete = await editor!.call('POST', `${path}/review/submit`, {})
  expect(incomplete.status).toBe(422)
  expect((await editor!.call('PATCH', path, { standfirst: 'Brought in from the old site, and read again.', warningReview: 'assessedNone' })).status).toBe(200)
  expect((await editor!.call('POST', `${path}/review/submit`, {})).status).toBe(200)
  for (const [slot, reviewer] of [['sources', sources], ['care', care], ['copy', copy], ['approval', publisher]] as const) expect((await reviewer!.call('POST', `${path}/review/sign-off`, { slot })).status, slot).toBe(200)
  expect((await publisher!.call('POST', `${path}/publishing/publish`, {})).status).toBe(200)
  await expect.poll(async () => (await request.get(`${newsroom.url}/articles/${encodeURIComponent(slug)}`)).status(), { timeout: 15_000 }).toBe(200)
  // The page is written first, then what lists it.
  for (const feed of ['/feed.xml', '/atom.xml', '/feed.json']) await expect.poll(async () => (await (await request.get(newsroom.url + feed)).text()).includes(title.slice(0, 20)), { message: feed, timeout: 15_000 }).toBe(true)
})
