import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isCompressible } from '../../../src/edition/response-headers'
import { webServer } from '../../../src/web/server'
import { installedNginx, type Nginx, startNginx } from '../../support/nginx'

const program = installedNginx()
if (program === null) process.stderr.write('nginx is neither installed nor can be (only root can): its configuration is not tested here.\n')

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

const FILES = ['index.html', 'articles/a.html', 'مقالات/بحر.html', 'feed.xml', 'topics/sea/feed.xml', 'atom.xml', 'feed.json', 'articles/a/sources.bib', 'articles/a/sources.ris', 'articles/a/sources.json', 'sitemap.xml', 'robots.txt', 'assets/site.0123.css', 'favicon.ico', 'media/0123.webp', 'media/0123.jpg']
const root = mkdtempSync(join(tmpdir(), 'handbill-edition-'))
const folder = join(root, 'public')
const asked: { method: string; headers: IncomingHttpHeaders }[] = []
let desk: Server
let web: Server
let nginx: Nginx

const portOf = (server: Server) => (server.address() as AddressInfo).port
const listening = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

function ask(port: number, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, path, method, headers: { host: 'news.example', ...headers } }, (res) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(parts) }))
    })
    req.on('error', reject)
    req.end()
  })
}

const addressOf = (file: string) => encodeURI(file === 'index.html' ? '/' : `/${file.replace(/\.html$/, '')}`)

/** What the desk is sending without an end, as it tells who is in a document. */
const streams: { res: ServerResponse; closed: Promise<void> }[] = []

function openStream(res: ServerResponse): void {
  streams.push({ res, closed: new Promise((resolve) => res.on('close', () => resolve())) })
  res.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' })
  res.write('data: one\n\n')
}

// What each server says about itself and its connection.
function comparable({ status, headers }: Answer) {
  const { date: _date, connection: _connection, server: _server, 'keep-alive': _keepAlive, 'accept-ranges': _ranges, ...rest } = headers
  return { status, headers: rest }
}

beforeAll(async () => {
  if (program === null) return
  mkdirSync(folder)
  for (const path of [root, folder]) chmodSync(path, 0o755)
  for (const file of [...FILES, '404.html', 'ar/404.html']) {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    const bytes = Buffer.from(`the bytes of ${file} `.repeat(50))
    writeFileSync(path, bytes)
    if (!isCompressible(file)) continue
    writeFileSync(`${path}.br`, brotliCompressSync(bytes))
    writeFileSync(`${path}.gz`, gzipSync(bytes))
  }
  desk = createServer((req, res) => {
    asked.push({ method: req.method ?? '', headers: req.headers })
    if (req.url === '/stream') return void openStream(res)
    res.writeHead(req.url === '/gone' ? 410 : 200, { 'Content-Security-Policy': "default-src 'self'", 'Cache-Control': 'no-store' })
    res.end('from the desk')
  })
  await listening(desk)
  web = webServer({ publicFolder: folder, cmsPort: portOf(desk), trustProxy: 0 })
  await listening(web)
  nginx = await startNginx(program, folder, portOf(desk))
})
afterAll(async () => {
  if (program === null) return
  await nginx.stop()
  for (const server of [web, desk]) {
    server.closeAllConnections()
    server.close()
  }
  rmSync(root, { recursive: true, force: true })
})

describe.skipIf(program === null)('nginx with our configuration answers as our own web server does', () => {
  const encodings = ['', 'br', 'gzip', 'gzip, deflate, br', 'br;q=0, gzip', 'identity']
  it.each(FILES.flatMap((file) => encodings.map((encoding) => [file, encoding])))('%s, to a reader who takes "%s"', async (file, encoding) => {
    const [ours, theirs] = [await ask(portOf(web), addressOf(file), { 'accept-encoding': encoding }), await ask(nginx.port, addressOf(file), { 'accept-encoding': encoding })]
    expect(comparable(theirs)).toEqual(comparable(ours))
    expect(theirs.status).toBe(200)
    expect(theirs.body.equals(ours.body)).toBe(true)
  })
  it.each(FILES)('%s, to a reader who has it already', async (file) => {
    const { headers } = await ask(nginx.port, addressOf(file), { 'accept-encoding': 'br' })
    const again = await ask(nginx.port, addressOf(file), { 'accept-encoding': 'br', 'if-none-match': headers.etag as string })
    expect(again.status).toBe(304)
    expect(again.headers).toMatchObject({ etag: headers.etag, 'cache-control': headers['cache-control'] })
    const later = await ask(nginx.port, addressOf(file), { 'if-modified-since': new Date(Date.now() + 60_000).toUTCString() })
    expect(later.status).toBe(304)
  })
  it.each(['/nowhere', '/index', '/index.html', '/404', '/ar/404', '/articles/a.html', '/articles/a.html.br', '/admin', '/articles'])('%s is no file, and the desk answers with its own headers', async (path) => {
    const theirs = await ask(nginx.port, path)
    expect(theirs.body.toString()).toBe('from the desk')
    expect(theirs.headers['content-security-policy']).toBe("default-src 'self'")
    expect(theirs.headers['cache-control']).toBe('no-store')
    expect((await ask(portOf(web), path)).body.toString()).toBe('from the desk')
  })
  it('passes on the status of the desk, and its method also where there is a file', async () => {
    expect((await ask(nginx.port, '/gone')).status).toBe(410)
    expect((await ask(nginx.port, '/', {}, 'POST')).body.toString()).toBe('from the desk')
    expect(asked.at(-1)?.method).toBe('POST')
  })
  it('tells the desk who asks, and nothing that the client claims', async () => {
    await ask(nginx.port, '/api/x', { 'x-forwarded-for': '6.6.6.6', forwarded: 'for=6.6.6.6', 'x-forwarded-proto': 'https' })
    const { headers } = asked.at(-1) as (typeof asked)[number]
    expect(headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http', 'x-forwarded-host': 'news.example', host: 'news.example' })
    expect(headers).not.toHaveProperty('forwarded')
  })
  it('believes the proxy that ends TLS, and it alone, who asks and how', async () => {
    const behind = await startNginx(program as string, folder, portOf(desk), '127.0.0.1')
    await ask(behind.port, '/api/x', { 'x-forwarded-for': '6.6.6.6, 198.51.100.7', 'x-forwarded-proto': 'https' })
    await behind.stop()
    expect(asked.at(-1)?.headers).toMatchObject({ 'x-forwarded-for': '198.51.100.7', 'x-forwarded-proto': 'https' })
  })
  it.each(['/%', '/%zz', '/a%00b'])('answers 400 to an address that is none: %s', async (path) => {
    expect((await ask(nginx.port, path)).status).toBe(400)
  })
  it.each(['/../secret', '/%2e%2e/secret', '/media/../../secret'])('never leaves the folder: %s', async (path) => {
    writeFileSync(join(root, 'secret'), 'not yours')
    writeFileSync(join(root, 'secret.html'), 'not yours')
    expect((await ask(nginx.port, path)).body.toString()).not.toContain('not yours')
  })
  it('serves pages while the desk is away, and says 503 for the rest', async () => {
    const alone = await startNginx(program as string, folder, 1)
    const [page, other] = [await ask(alone.port, '/'), await ask(alone.port, '/admin')]
    await alone.stop()
    expect(page.status).toBe(200)
    expect(other).toMatchObject({ status: 503, headers: { 'retry-after': '10', 'cache-control': 'no-store' } })
  })
})

describe.skipIf(program === null)('a stream of the desk', () => {
  it.each([['our own web server', () => portOf(web)], ['nginx', () => nginx.port]] as const)('passes through %s event by event, and ends at the desk when its reader goes', async (_, port) => {
    const place = streams.length
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const req = request({ host: '127.0.0.1', port: port(), path: '/stream', headers: { host: 'news.example', 'accept-encoding': 'gzip, br' } }, resolve)
      req.on('error', reject)
      req.end()
    })
    const next = () => new Promise<string>((resolve) => answer.once('data', (part: Buffer) => resolve(part.toString())))
    expect(answer.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform' })
    expect(answer.headers['content-encoding']).toBeUndefined()
    expect(await next()).toBe('data: one\n\n')
    streams[place]?.res.write('data: two\n\n')
    expect(await next()).toBe('data: two\n\n')
    answer.on('error', () => undefined)
    answer.destroy()
    await streams[place]?.closed
  })
})
