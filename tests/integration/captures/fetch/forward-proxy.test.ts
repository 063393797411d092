import { type Server, createServer, request as sendRequest } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setEnvironment } from '../../../../src/env'
import { openFetcher } from '../../../../src/captures/fetch/fetcher'
import type { Fetcher } from '../../../../src/captures/fetch/types'
import { openTrap, spoolFolder } from '../../../support/hostile-network'

let site: Server
let fetcher: Fetcher
let proxy: URL
const place = spoolFolder()
const seen: string[] = []
const ended: (() => void | Promise<void>)[] = []
let caught: () => number

beforeAll(async () => {
  site = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.host} ${request.headers['proxy-authorization'] ?? '-'}`)
    response.writeHead(200, { 'content-type': 'text/plain', connection: 'close' }).end('a page')
  })
  const port = await new Promise<number>((resolve) => site.listen(0, '127.0.0.1', () => resolve((site.address() as AddressInfo).port)))
  const trap = await openTrap()
  caught = trap.caught
  setEnvironment({ FETCH_TEST_HOSTS: `site.test=127.0.0.1:${port}` })
  fetcher = openFetcher({ spoolDir: place.folder })
  proxy = new URL(await fetcher.proxyUrl())
  ended.push(() => fetcher.close(), () => setEnvironment({ FETCH_TEST_HOSTS: undefined }), trap.close, () => void site.close(), place.remove)
  TRAP.push(trap.port)
})

afterAll(async () => {
  for (const end of ended) await end()
})

const TRAP: number[] = []

/** Asks the proxy as a browser would. */
function through(address: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = sendRequest({ host: proxy.hostname, port: proxy.port, method, path: address, headers: { host: 'ignored.test', ...headers }, agent: false }, (response) => {
      let text = ''
      response.on('data', (piece) => (text += piece)).on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    request.on('error', reject).end()
  })
}

/** Opens a tunnel and sends one plain request through it. Resolves with all that came back. */
function tunnel(authority: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(proxy.port), proxy.hostname, () => socket.write(`CONNECT ${authority} HTTP/1.1\r\nhost: ${authority}\r\n\r\n`))
    let text = ''
    socket.once('data', () => socket.write('GET /tunnelled HTTP/1.1\r\nhost: site.test\r\n\r\n'))
    socket.on('data', (piece) => (text += piece)).on('end', () => resolve(text)).on('error', reject)
  })
}

describe('the proxy of a browser', () => {
  it('listens on this machine only, on a port of its own for each picture', async () => {
    expect(proxy.hostname).toBe('127.0.0.1')
    expect(await fetcher.proxyUrl()).not.toBe(`http://${proxy.host}`)
  })
  it('passes plain requests on, and tunnels', async () => {
    expect(await through('http://site.test/page?a=b', { headers: { 'proxy-authorization': 'Basic secret', 'proxy-connection': 'keep-alive' } })).toEqual({ status: 200, text: 'a page' })
    expect(seen.at(-1)).toBe('GET /page?a=b site.test -')
    expect(await tunnel('site.test:443')).toMatch(/^HTTP\/1\.1 200 [^]*a page/)
    expect(seen.at(-1)).toMatch(/^GET \/tunnelled /)
  })
  it('leads to nothing that is not public', async () => {
    const hosts = ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '169.254.169.254', '10.0.0.1', 'db.internal', '0']
    for (const host of hosts) {
      expect((await through(`http://${host}/`)).status, host).toBe(403)
      expect(await tunnel(`${host}:443`), host).toMatch(/^HTTP\/1\.1 403 /)
      expect(await tunnel(`${host}:80`), host).toMatch(/^HTTP\/1\.1 403 /)
    }
    for (const authority of [`127.0.0.1:${TRAP[0]}`, `localhost:${TRAP[0]}`, 'site.test:22', 'site.test:8080']) expect(await tunnel(authority), authority).toMatch(/^HTTP\/1\.1 403 /)
    expect((await through(`http://127.0.0.1:${TRAP[0]}/`)).status).toBe(403)
    expect(caught()).toBe(0)
  })
  it('does nothing else', async () => {
    const before = seen.length
    for (const [address, method] of [['/page', 'GET'], ['https://site.test/', 'GET'], ['ftp://site.test/', 'GET'], ['http://site.test/', 'POST'], ['http://site.test/', 'DELETE'], ['*', 'OPTIONS']] as const) {
      expect((await through(address, { method })).status, `${method} ${address}`).toBe(400)
    }
    expect((await through('http://me:secret@site.test/')).status).toBe(403)
    expect((await through('http://unknown.test/')).status).toBe(502)
    for (const authority of ['site.test', 'site.test:', 'site.test:99999', 'me@site.test:443', '/']) expect(await tunnel(authority), authority).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(seen).toHaveLength(before)
  })
})
