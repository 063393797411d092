import { readFileSync } from 'node:fs'
import { request as http } from 'node:http'
import { expect, signIn, test } from './support/newsroom'

/** Sends a path as it stands, which browsers and `fetch` would tidy first. */
function raw(origin: string, path: string, method = 'GET', body = ''): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const asked = http({ hostname, port, path, method, headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) } }, (answer) => {
      let text = ''
      answer.on('error', reject)
      answer.on('data', (part) => (text += part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

test('a production build says what was wrong, in the words and with the fields that developers get', async ({ request, newsroom }) => {
  const editor = await signIn(request, newsroom, 'editor')
  const publisher = await signIn(request, newsroom, 'publisher')
  const { body: made } = await editor.call('POST', '/articles', { title: 'For errors alone' })
  const at = `/articles/${made.doc.id}`
  const cases: [string, Awaited<ReturnType<typeof editor.call>>, number, RegExp, string | null][] = [
    ['a wrong kind', await editor.call('PATCH', at, { title: { a: 1 } }), 422, /title/, 'title'],
    ['a bad link', await editor.call('PATCH', at, { body: { root: { type: 'root', children: [{ type: 'link', fields: { url: 'javascript:alert(1)' }, children: [] }] } } }), 400, /link/i, 'body'],
    ['a taken address', await editor.call('PATCH', at, { slug: await anotherSlug() }), 400, /address/, 'slug'],
    ['an unknown document', await editor.call('GET', '/articles/00000000-0000-4000-8000-000000000000'), 404, /\S/, null],
    ['an id that is none', await editor.call('GET', '/articles/x'), 404, /id/, 'id'],
    ['a malformed query', await editor.call('GET', '/articles?where=garbage'), 400, /where/, 'where'],
    ['a reference to nothing', await editor.call('PATCH', at, { topics: ['00000000-0000-4000-8000-000000000000'] }), 422, /refers to/, 'topics'],
    ['what only publishers may', await editor.call('POST', `${at}/publishing/publish`, {}), 403, /role/, null],
    ['what was not reviewed', await publisher.call('POST', `${at}/publishing/publish`, {}), 409, /review/, null],
    ['what is unfinished', await editor.call('POST', `${at}/review/submit`, {}), 422, /standfirst/, 'standfirst'],
    ['a status', await editor.call('PATCH', at, { _status: 'published' }), 403, /review/, null],
    ['a stale save', await editor.call('PATCH', at, { title: 'Later', rev: 0 }), 409, /Somebody saved/, null],
  ]
  for (const [name, { status, body }, expected, words, field] of cases) {
    const [error] = body.errors as unknown as { message: string; data?: { field?: string; errors?: { path: string }[] } }[]
    expect([name, status]).toEqual([name, expected])
    expect(JSON.stringify(error), name).toMatch(words)
    expect(error?.message, name).not.toMatch(/unknown error/i)
    if (field !== null) expect(error?.data?.field ?? error?.data?.errors?.[0]?.path, name).toBe(field)
  }

  async function anotherSlug(): Promise<unknown> {
    const { body } = await editor.call('GET', '/articles?limit=1&where[slug][exists]=true&where[language][equals]=en&sort=createdAt')
    return (body.docs as unknown as { slug: string }[])[0]?.slug
  }
})

test('what no client should send is answered with a 4xx by every server, and keeps nobody else waiting', async ({ newsroom }) => {
  for (const origin of [newsroom.url, newsroom.cmsUrl]) {
    // Addresses that can't be decoded never get past the web server.
    const undecodable = origin === newsroom.url ? ['/api/articles/%E0%A4%A', '/api/%00', '/articles/%E0%A4%A', '/%', '/preview/%E0%A4%A/x'] : []
    for (const path of [...undecodable, '/api/articles?where[title][equals]=%00', '/api/articles?limit=-1', '/api/users/verify/x', '/api/nothing', '/preview/articles/x']) {
      const { status, text } = await raw(origin, path)
      expect(status, `${origin}${path} ${text.slice(0, 200)}`).toBeGreaterThanOrEqual(300)
      expect(status, `${origin}${path} ${text.slice(0, 200)}`).toBeLessThan(500)
    }
    for (const body of ['{', 'null', '[]', `{"email":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, JSON.stringify({ email: 'a'.repeat(10_000_000) })]) {
      const { status } = await raw(origin, '/api/users/login', 'POST', body).catch((error: { code?: string }) => ({ status: error.code === 'EPIPE' || error.code === 'ECONNRESET' ? 413 : 0 }))
      expect(status, body.slice(0, 20)).toBeGreaterThanOrEqual(400)
      expect(status, body.slice(0, 20)).toBeLessThan(500)
    }
    expect((await raw(origin, '/api/health')).status).toBe(200)
  }
})

test('the log of a newsroom holds no words of its texts and nobody’s name or address', async ({ request, newsroom }) => {
  const editor = await signIn(request, newsroom, 'editor')
  const words = 'canaryinthelog'
  const { body: made } = await editor.call('POST', '/articles', { title: `A text with ${words}`, notes: words })
  // Saves that the database refuses, and a sign-in that fails, are what logs are made of.
  await editor.call('PATCH', `/articles/${made.doc.id}`, { standfirst: words, topics: ['00000000-0000-4000-8000-000000000000'] })
  await editor.call('PATCH', `/articles/${made.doc.id}`, { standfirst: words, lead: { image: '00000000-0000-4000-8000-000000000000' } })
  await editor.call('GET', `/articles?where[nothing][equals]=${words}`)
  await request.post(`${newsroom.url}/api/users/login`, { data: { email: `${words}@demo.example`, password: words } })
  await request.get(`${newsroom.url}/search?q=${words}`)
  await request.get(`${newsroom.url}/articles/${words}`)
  const log = readFileSync(newsroom.log, 'utf8')
  expect(log).toContain('Payload could not do what it was asked')
  expect(log).not.toContain(words)
  expect(log).not.toContain('@demo.example')
})
