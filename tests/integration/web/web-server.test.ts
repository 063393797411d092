import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { webServer } from '../../../src/web/server'

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

const root = mkdtempSync(join(tmpdir(), 'handbill-web-'))
const folder = join(root, 'public')
const asked: { url: string; headers: IncomingHttpHeaders; body: string }[] = []
let desk: Server
let web: Server
const port = (server: Server) => (server.address() as AddressInfo).port
const listening = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

function put(file: string, text: string): void {
  const path = join(folder, file)
  mkdirSync(join(path, '..'), { recursive: true })
  // As the baker does it: whole, then renamed into place.
  for (const [suffix, bytes] of [['', Buffer.from(text)], ['.br', brotliCompressSync(text)], ['.gz', gzipSync(text)]] as const) {
    writeFileSync(`${path}${suffix}.new`, bytes)
    renameSync(`${path}${suffix}.new`, `${path}${suffix}`)
  }
}

function ask(path: string, { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port: port(web), path, method, headers }, (res) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(parts) }))
    })
    req.on('error', reject)
    req.end(body)
  })
}

beforeAll(async () => {
  put('index.html', '<h1>Home</h1>')
  put('articles/a.html', '<h1>A</h1>')
  put('مقالات/بحر.html', '<h1>بحر</h1>')
  put('feed.xml', '<rss/>')
  mkdirSync(join(folder, 'media'))
  writeFileSync(join(folder, 'media', 'a.webp'), Buffer.alloc(1000, 7))
  writeFileSync(join(root, 'outside.html'), 'not yours')
  desk = createServer((req, res) => {
    let body = ''
    req.on('data', (part) => (body += part))
    req.on('end', () => {
      asked.push({ url: req.url ?? '', headers: req.headers, body })
      res.writeHead(req.url === '/gone' ? 410 : 200, { 'Content-Type': 'text/plain', 'X-From': 'desk', Connection: 'keep-alive, X-Hop', 'X-Hop': '1' })
      res.end('from the desk')
    })
  })
  await listening(desk)
  web = webServer({ publicFolder: folder, cmsPort: port(desk), trustProxy: 0 })
  await listening(web)
})
afterAll(() => {
  web.closeAllConnections()
  web.close()
  desk.closeAllConnections()
  desk.close()
  rmSync(root, { recursive: true, force: true })
})

it('names the second in which a page was written, also one at whose very end it was', async () => {
  put('late.html', 'late')
  for (const suffix of ['', '.br', '.gz']) utimesSync(join(folder, `late.html${suffix}`), 1_700_000_000.9997, 1_700_000_000.9997)
  expect((await ask('/late')).headers['last-modified']).toBe(new Date(1_700_000_000_000).toUTCString())
})

describe('files', () => {
  it('are pages under addresses without an extension, in any script', async () => {
    expect((await ask('/')).body.toString()).toBe('<h1>Home</h1>')
    expect((await ask('/articles/a?utm_source=x')).body.toString()).toBe('<h1>A</h1>')
    expect((await ask(`/${encodeURIComponent('مقالات')}/${encodeURIComponent('بحر')}`)).body.toString()).toBe('<h1>بحر</h1>')
  })
  it('are sent compressed to those who take that', async () => {
    const { headers, body } = await ask('/', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(headers['content-encoding']).toBe('br')
    expect(headers.vary).toBe('Accept-Encoding')
    expect(brotliDecompressSync(body).toString()).toBe('<h1>Home</h1>')
    expect(Number(headers['content-length'])).toBe(body.byteLength)
  })
  it('answer 304 with their tag and policy to those who have them', async () => {
    const first = await ask('/feed.xml')
    const again = await ask('/feed.xml', { headers: { 'if-none-match': first.headers.etag as string } })
    expect(again).toMatchObject({ status: 304, headers: { etag: first.headers.etag, 'cache-control': first.headers['cache-control'] } })
    expect(again.body.byteLength).toBe(0)
    const byDate = await ask('/feed.xml', { headers: { 'if-modified-since': first.headers['last-modified'] as string } })
    expect(byDate.status).toBe(304)
  })
  it('are replaced and gone with the next request', async () => {
    put('articles/b.html', 'first')
    expect((await ask('/articles/b')).body.toString()).toBe('first')
    put('articles/b.html', 'second')
    expect((await ask('/articles/b')).body.toString()).toBe('second')
    for (const suffix of ['', '.br', '.gz']) rmSync(join(folder, `articles/b.html${suffix}`))
    expect((await ask('/articles/b')).headers['x-from']).toBe('desk')
  })
  it('answer HEAD with the same headers and no body', async () => {
    const [get, head] = [await ask('/'), await ask('/', { method: 'HEAD' })]
    expect(head.status).toBe(200)
    expect(head.body.byteLength).toBe(0)
    expect(head.headers).toMatchObject({ etag: get.headers.etag, 'content-length': get.headers['content-length'] })
  })
  it('answer ranges of what is not compressed', async () => {
    const { status, headers, body } = await ask('/media/a.webp', { headers: { range: 'bytes=990-' } })
    expect(status).toBe(206)
    expect(headers['content-range']).toBe('bytes 990-999/1000')
    expect(body.byteLength).toBe(10)
    expect((await ask('/media/a.webp', { headers: { range: 'bytes=1000-' } })).status).toBe(416)
  })
  it('that can not be read answer 500, and the others go on', async () => {
    mkdirSync(join(folder, 'loops'))
    symlinkSync('around.html', join(folder, 'loops', 'around.html'))
    expect((await ask('/loops/around')).status).toBe(500)
    expect((await ask('/')).status).toBe(200)
  })
  it.each(['/../outside', '/..%2foutside', '/%2e%2e/outside', '/articles/..%5c..%5coutside', '/./index'])('outside of the folder are never sent: %s', async (path) => {
    const { headers, body } = await ask(path)
    expect(body.toString()).not.toContain('not yours')
    expect(headers['x-from']).toBe('desk')
  })
  it.each(['/%E0%A4%A', '/%', '/a%00b'])('answer 400 to an address that is none: %s', async (path) => {
    expect((await ask(path)).status).toBe(400)
  })
})

describe('what is not a file', () => {
  it('is the page that says so, when asked for by its own address', async () => {
    put('404.html', 'nothing here')
    put('ar/404.html', 'لا شيء هنا')
    for (const path of ['/404', '/ar/404']) expect((await ask(path)).headers['x-from']).toBe('desk')
  })
  it('reaches whoever is still sending when the desk has answered, as of what is too large', async () => {
    const early = createServer((req, res) => {
      res.writeHead(413, { 'Content-Type': 'text/plain' })
      res.end('too large')
      req.resume()
    })
    await listening(early)
    const before = web
    web = webServer({ publicFolder: folder, cmsPort: port(early), trustProxy: 0 })
    await listening(web)
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask('/api/x', { method: 'POST', body: 'x'.repeat(3_000_000) })))
    web.close()
    web = before
    early.close()
    expect(answers.map(({ status, body }) => `${status} ${body}`)).toEqual(answers.map(() => '413 too large'))
  })
  it('is answered by the desk, with its status and without headers of the connection', async () => {
    const { status, headers } = await ask('/gone')
    expect(status).toBe(410)
    expect(headers).not.toHaveProperty('x-hop')
  })
  it('is passed on whole, with method and body', async () => {
    await ask('/articles/a', { method: 'POST', body: 'words' })
    expect(asked.at(-1)).toMatchObject({ url: '/articles/a', body: 'words' })
  })
  it('carries the address of the connection, and nothing that the client claims about it', async () => {
    await ask('/api/x', { headers: { 'x-forwarded-for': '6.6.6.6', forwarded: 'for=6.6.6.6', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' } })
    const { headers } = asked.at(-1) as (typeof asked)[number]
    expect(headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http', 'x-forwarded-host': headers.host })
    expect(headers).not.toHaveProperty('forwarded')
  })
  it('answers 503 while the desk is away, and pages go on being served', async () => {
    const alone = webServer({ publicFolder: folder, cmsPort: 1, trustProxy: 0 })
    await listening(alone)
    const here = web
    web = alone
    const [page, other] = [await ask('/'), await ask('/admin')]
    web = here
    alone.close()
    expect(page.status).toBe(200)
    expect(other).toMatchObject({ status: 503, headers: { 'retry-after': '10', 'cache-control': 'no-store' } })
  })
})
