import { expect, publicPaths, signIn, test } from './support/newsroom'

const paragraph = (text: string) => ({
  root: { type: 'root', version: 1, format: '', indent: 0, direction: 'ltr', children: [{ type: 'paragraph', version: 1, format: '', indent: 0, direction: 'ltr', textFormat: 0, textStyle: '', children: [{ type: 'text', version: 1, text, format: 0, mode: 'normal', style: '', detail: 0 }] }] },
})

test('every published page and feed is served while the database is down, and the desk comes back with it', async ({ request, newsroom }) => {
  const { pages, feeds } = await publicPaths(request, newsroom)
  await newsroom.stopDatabase()
  try {
    const failing: string[] = []
    for (const path of [...pages, ...feeds, '/sitemap.xml']) {
      const answer = await request.get(newsroom.url + path)
      if (answer.status() !== 200) failing.push(`${path}: ${answer.status()}`)
    }
    expect(failing).toEqual([])
    expect((await request.get(`${newsroom.url}/no-such-page`)).status()).toBe(503)
    expect((await request.get(`${newsroom.url}/api/health`)).status()).toBe(503)
  } finally {
    await newsroom.startDatabase()
  }
  await expect.poll(async () => (await request.get(`${newsroom.url}/api/health`)).json(), { timeout: 30_000 }).toMatchObject({ isWell: true })
  await expect.poll(async () => (await request.get(`${newsroom.url}/no-such-page`)).status(), { timeout: 30_000 }).toBe(404)
})

test('what was published while the worker was dead appears once it is back', async ({ request, newsroom }) => {
  const [editor, sources, care, copy, publisher] = await Promise.all((['editor', 'sources', 'care', 'copy', 'publisher'] as const).map((account) => signIn(request, newsroom, account)))
  const slug = 'written-while-the-worker-slept'
  const made = await editor!.call('POST', '/articles', { title: 'Written while the worker slept', slug, language: 'en', kind: 'original', standfirst: 'It has to appear all the same.', warningReview: 'assessedNone', body: paragraph('It was there all along.') })
  expect(made.status).toBe(201)
  const review = `/articles/${made.body.doc.id}`
  expect((await editor!.call('POST', `${review}/review/submit`, {})).status).toBe(200)
  for (const [slot, reviewer] of [['sources', sources], ['care', care], ['copy', copy], ['approval', publisher]] as const) expect((await reviewer!.call('POST', `${review}/review/sign-off`, { slot })).status, slot).toBe(200)
  await newsroom.killWorker()
  try {
    expect((await publisher!.call('POST', `${review}/publishing/publish`, {})).status).toBe(200)
    expect(await (await request.get(`${newsroom.url}/articles`)).text()).not.toContain(slug)
  } finally {
    await newsroom.startWorker()
  }
  await expect.poll(async () => (await request.get(`${newsroom.url}/articles/${slug}`)).status(), { timeout: 15_000 }).toBe(200)
  // The page is written first, then what lists it.
  for (const path of ['/articles', '/', '/feed.xml', '/atom.xml', '/feed.json', '/sitemap.xml']) await expect.poll(async () => (await (await request.get(newsroom.url + path)).text()).includes(slug), { message: path, timeout: 15_000 }).toBe(true)
})
