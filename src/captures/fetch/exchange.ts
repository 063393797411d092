import { channel } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'undici'
import { now } from '@/platform/clock'
import { atMost, decoders, noBomb } from './decode'
import type { Line } from './dial'
import { FetchFailure, failureOf, failureOfBody } from './failure'
import { type Limits, MAX_HEADER_BYTES } from './limits'
import { type Pace, paceOf } from './pace'
import type { Spool } from './spool'
import type { Target } from './target'
import type { Hop } from './types'
import { within } from './within'

/** What the most careful of common browsers sends from everywhere (Tor Browser), so that it tells of no newsroom, place or program. */
const REQUEST_HEADERS = {
  'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'en-US,en;q=0.5',
  'accept-encoding': 'gzip, deflate, br, zstd',
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

// The one place where undici tells which headers it really sent, the connection's own among them.
const sent = new WeakMap<Socket, string>()
channel('undici:client:sendHeaders').subscribe((message) => {
  const { headers, socket } = message as { headers: string; socket: Socket }
  sent.set(socket, headers)
})

function sentOver(socket: Socket): [string, string][] {
  const lines = (sent.get(socket) ?? '').split('\r\n').slice(1)
  return lines.filter((line) => line !== '').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])
}

/** Headers arrive as bytes without a charset: UTF-8 where they are that, else Latin-1. */
function words(latin: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(latin, 'latin1'))
  } catch {
    return latin
  }
}

function pairs(raw: string[]): [string, string][] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, words(raw[index + 1] ?? '')] as [string, string]] : []))
}

function valuesOf(headers: [string, string][], wanted: string): string[] {
  return headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value)
}

async function keepBody(body: Readable, headers: [string, string][], maxBytes: number, pace: Pace, spool: Spool, signal: AbortSignal): Promise<Hop['body']> {
  const announced = Number(valuesOf(headers, 'content-length')[0] ?? 0)
  if (announced > maxBytes) throw new FetchFailure('tooLarge', `The page is larger than ${maxBytes} bytes.`)
  const unpacking = decoders(valuesOf(headers, 'content-encoding').join(','))
  const { sink, kept, discard } = spool()
  // The clock of slowness runs from the headers on, also where no body follows them.
  pace.count(0)
  try {
    await pipeline([body, atMost(maxBytes, pace.count), ...unpacking, noBomb(pace.transferred), atMost(maxBytes), sink], { signal })
  } catch (error) {
    await discard()
    throw signal.aborted ? error : failureOfBody(error)
  }
  const file = kept()
  if (file.bytes > 0) return file
  await discard()
  return undefined
}

/** What an exchange came to: `location` is where it redirects to, as the server wrote it. */
export type Exchange = { hop: Hop; location: string | null }

/**
 * Sends one GET over a line that stands and takes the answer. `answered` is told of the hop as soon as its headers are there,
 * so that a body that fails does not take them with it. The line is closed in any case.
 *
 * @throws FetchFailure
 */
export async function exchange(target: Target, line: Line, limits: Limits, spool: Spool, asker: AbortSignal, answered: (hop: Hop) => void): Promise<Exchange> {
  const { socket, address } = line
  const at = now().toISOString()
  const client = new Client(target.url.origin, {
    // Not at once: undici does not see a connection that was there before it asked.
    connect: (_options, done) => queueMicrotask(() => done(null, socket)), allowH2: false, maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: 0, bodyTimeout: 0, pipelining: 1,
  })
  const pace = paceOf(socket, limits)
  const signal = AbortSignal.any([asker, pace.signal])
  try {
    const request = { path: `${target.url.pathname}${target.url.search}`, method: 'GET' as const, reset: true, responseHeaders: 'raw' as const, headers: REQUEST_HEADERS }
    const late = (what: string) => () => new FetchFailure('timeout', `The server did not ${what} in time.`)
    const answer = await within(limits.firstByteMs, signal, late('begin its answer'), (ending) => client.request({ ...request, signal: ending }))
    const headers = pairs(answer.headers as unknown as string[])
    const hop: Hop = { url: target.url.href, address, at, status: answer.statusCode, statusText: words(answer.statusText), requestHeaders: sentOver(socket), headers }
    answered(hop)
    const location = REDIRECTS.has(hop.status) ? (valuesOf(headers, 'location')[0] ?? null) : null
    const keep = (maxBytes: number, ending: AbortSignal) => keepBody(answer.body, headers, maxBytes, pace, spool, ending)
    if (location === null) hop.body = await keep(limits.maxBytes, signal)
    // Nobody reads it: where it can't be had at once, the way goes on without.
    else hop.body = await within(limits.redirectMs, signal, late('end its redirect'), (ending) => keep(limits.redirectBytes, ending)).catch(() => undefined)
    return { hop, location }
  } catch (error) {
    throw failureOf(signal.aborted ? signal.reason : error)
  } finally {
    pace.stop()
    await client.destroy().catch(() => undefined)
    socket.destroy()
  }
}
