import { type IncomingMessage, type ServerResponse, createServer, request as sendRequest } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type Duplex, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Way, dialBy, exceptionsOf } from './dial'
import { failureOf } from './failure'
import { MAX_HEADER_BYTES } from './limits'
import { type Target, judgeHost, judgeUrl } from './target'

/** One picture of one page: how long its proxy lives, what it may carry in all, and over how many connections at once. */
const PICTURE = { milliseconds: 180_000, bytes: 96 * 1024 * 1024, connections: 64 }
const CONNECT_MS = 10_000

/** RFC 9110 7.6.1, and what only a proxy is told. */
const HOP_BY_HOP = new Set(['connection', 'proxy-connection', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'proxy-authorization', 'proxy-authenticate'])

type Lease = { used: number; close(): void }

/** Counts what passes; past the lease's bytes, everything of it ends. */
function metered(lease: Lease, most: number): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      lease.used += chunk.length
      if (lease.used > most) lease.close()
      done(null, chunk)
    },
  })
}

function endToEnd(raw: string[]): [string, string][] {
  const named = raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as [string, string]] : []))
  return named.filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()))
}

/** The host and port of a CONNECT (RFC 9110 9.3.6), normalised as any other address. */
function authority(text: string): { host: string; port: number } | null {
  const match = /^(\[[^\]]+\]|[^:[\]@/?#\\]+):(\d{1,5})$/.exec(text)
  const url = match === null ? null : `http://${match[1]}/`
  if (match === null || url === null || !URL.canParse(url)) return null
  return { host: new URL(url).hostname, port: Number(match[2]) }
}

/**
 * Forward proxies for a browser that takes pictures: its every connection passes the same judgement as a fetch. Each lease
 * is a proxy of its own on a random port of this machine, for one picture; it ends by itself. `changed` is told how many
 * leases stand.
 */
export function openProxy(way: Way, changed: (open: number) => void, limits = PICTURE): { lease(): Promise<string> } {
  const dial = dialBy(way)
  const exceptions = exceptionsOf(way)
  let open = 0

  async function tunnel(address: string, browser: Duplex, lease: Lease): Promise<void> {
    const asked = authority(address)
    try {
      if (asked === null) return void browser.end('HTTP/1.1 400 Bad Request\r\n\r\n')
      const { host, literal } = judgeHost(asked.host, asked.port, exceptions)
      const { socket } = await dial(host, asked.port, literal, AbortSignal.timeout(CONNECT_MS))
      browser.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      await Promise.all([pipeline(browser, metered(lease, limits.bytes), socket), pipeline(socket, metered(lease, limits.bytes), browser)]).catch(() => socket.destroy())
    } catch (error) {
      browser.end(`HTTP/1.1 ${failureOf(error).failureClass === 'refused' ? '403 Forbidden' : '502 Bad Gateway'}\r\n\r\n`)
    }
  }

  async function forward(request: IncomingMessage, response: ServerResponse, lease: Lease): Promise<void> {
    let socket: Socket | undefined
    try {
      // Whatever is not absolute was meant for a server, and comes from a page that found this port.
      if (!/^http:\/\//i.test(request.url ?? '') || !['GET', 'HEAD'].includes(request.method ?? '')) return void response.writeHead(400).end()
      const target: Target = judgeUrl(request.url as string, exceptions)
      const line = (await dial(target.host, target.port, target.literal, AbortSignal.timeout(CONNECT_MS))).socket
      socket = line
      const headers = [...endToEnd(request.rawHeaders).filter(([name]) => name.toLowerCase() !== 'host'), ['host', target.url.host], ['connection', 'close']]
      const outgoing = sendRequest({ createConnection: () => line, method: request.method, path: `${target.url.pathname}${target.url.search}`, headers: headers.flat(), maxHeaderSize: MAX_HEADER_BYTES })
      const answer = await new Promise<IncomingMessage>((resolve, reject) => outgoing.once('response', resolve).once('error', reject).end())
      response.writeHead(answer.statusCode ?? 502, endToEnd(answer.rawHeaders).flat())
      await pipeline(answer, metered(lease, limits.bytes), response)
    } catch (error) {
      if (response.headersSent) response.destroy()
      else response.writeHead(failureOf(error).failureClass === 'refused' ? 403 : 502).end()
    } finally {
      socket?.destroy()
    }
  }

  function lease(): Promise<string> {
    const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES })
    const sockets = new Set<Socket>()
    const end = setTimeout(() => close(), limits.milliseconds)
    const mine: Lease = { used: 0, close: () => close() }
    function close(): void {
      if (!server.listening) return
      clearTimeout(end)
      server.close()
      for (const socket of sockets) socket.destroy()
      changed(--open)
    }
    server.maxConnections = limits.connections
    server.on('connection', (socket) => {
      sockets.add(socket)
      socket.on('error', () => undefined).once('close', () => sockets.delete(socket))
    })
    server.on('connect', (request, browser) => void tunnel(request.url ?? '', browser, mine))
    server.on('upgrade', (_request, browser) => browser.destroy())
    server.on('request', (request, response) => void forward(request, response, mine))
    changed(++open)
    return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)))
  }
  return { lease }
}
