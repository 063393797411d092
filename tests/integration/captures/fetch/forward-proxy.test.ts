import { type Server, createServer, request as sendRequest } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setEnvironment } from '../../../../src/env'
import { openProxy } from '../../../../src/captures/fetch/forward-proxy'
import { wayOf } from '../../../../src/captures/fetch/way'
import { pause } from '../../../../src/platform/processes'
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

describe('the proxy of one picture', () => {
  /** A proxy in this process, of which `limits` are soon reached. */
  async function narrow(limits: { milliseconds?: number; bytes?: number; connections?: number }) {
    const open: number[] = []
    const site = { address: '127.0.0.1', port: (serving.address() as AddressInfo).port }
    const way = wayOf({ isOff: false, proxy: null, dns: null, testHosts: new Map([['site.test', site]]) })
    const proxies = openProxy(way, (count) => open.push(count), { milliseconds: 60_000, bytes: 1_000_000, connections: 10, ...limits })
    return { url: new URL(await proxies.lease()), open }
  }
  let serving: Server
  beforeAll(async () => {
    serving = createServer((_request, response) => response.end(Buffer.alloc(300_000)))
    await new Promise<void>((resolve) => serving.listen(0, '127.0.0.1', resolve))
    ended.push(() => void serving.close())
  })
  const bytesThrough = (url: URL) =>
    new Promise<number>((resolve) => {
      let bytes = 0
      const request = sendRequest({ host: url.hostname, port: url.port, path: 'http://site.test/', agent: false }, (response) => response.on('data', (piece: Buffer) => (bytes += piece.length)).on('close', () => resolve(bytes)))
      request.on('error', () => resolve(bytes)).end()
    })
  it('ends once it has carried enough', async () => {
    const { url, open } = await narrow({ bytes: 500_000 })
    expect(await bytesThrough(url)).toBe(300_000)
    expect(await bytesThrough(url)).toBeLessThan(300_000)
    expect(open).toEqual([1, 0])
    expect(await bytesThrough(url)).toBe(0)
  })
  it('ends by itself', async () => {
    const { url, open } = await narrow({ milliseconds: 1 })
    while (open.at(-1) !== 0) await pause(5)
    expect(await bytesThrough(url)).toBe(0)
  })
})
