import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connect } from '../../../../src/captures/fetch/dial'
import { type Limits, limitsOf } from '../../../../src/captures/fetch/limits'
import { pursue } from '../../../../src/captures/fetch/pursue'
import { spoolFor } from '../../../../src/captures/fetch/spool'
import { wayOf } from '../../../../src/captures/fetch/way'
import { spoolFolder } from '../../../support/hostile-network'

const place = spoolFolder()
const ended: (() => void)[] = [place.remove]
let port: number
let securePort: number
let count = 0
const requests: string[] = []
const open = new Set<Socket>()

const whole = (headers: string, body: Buffer | string) => Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n`), Buffer.from(body)])
const packed = (coding: string, body: Buffer) => whole(`content-encoding: ${coding}\r\n`, body)
const words = 'words that were packed'
const MEGABYTE = 1024 * 1024

function endlessly(socket: Socket, piece: string | Buffer): void {
  const push = () => {
    while (!socket.destroyed && socket.write(piece)) if (socket.writableLength > MEGABYTE) break
  }
  socket.on('drain', push)
  push()
}

function trickle(socket: Socket, piece: string, milliseconds: number): void {
  const timer = setInterval(() => socket.write(piece), milliseconds)
  socket.once('close', () => clearInterval(timer))
}

const zeros = Buffer.alloc(40 * MEGABYTE)
const bombs = { gzip: gzipSync(zeros), deflate: deflateSync(zeros), br: brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }), zstd: zstdCompressSync(zeros) }
const large = gzipSync(Array.from({ length: 700_000 }, (_, index) => index.toString(36)).join(' '), { level: 1 })

const HINT = 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'

/** What the server says to each path, byte for byte. */
const ANSWERS: Record<string, (socket: Socket) => void> = {
  '/plain': (s) => s.end(whole('content-type: text/html\r\nset-cookie: a=b\r\nset-cookie: c=d\r\n', words)),
  '/utf8': (s) => s.end(whole('x-title: أخبار\r\n', '')),
  '/nothing': (s) => s.end('HTTP/1.1 204 No Content\r\n\r\n'),
  '/gone': (s) => s.end('HTTP/1.1 410 Gone for good\r\ncontent-length: 4\r\n\r\ngone'),
  '/until-closed': (s) => s.end(`HTTP/1.0 200 OK\r\n\r\n${words}`),
  '/lying-type': (s) => s.end(whole('content-type: image/png\r\n', '<html>not a picture</html>')),
  '/gzip': (s) => s.end(packed('gzip', gzipSync(words))),
  '/x-gzip': (s) => s.end(packed('X-GZip', gzipSync(words))),
  '/deflate': (s) => s.end(packed('deflate', deflateSync(words))),
  '/raw-deflate': (s) => s.end(packed('deflate', deflateRawSync(words))),
  '/br': (s) => s.end(packed('br', brotliCompressSync(words))),
  '/zstd': (s) => s.end(packed('zstd', zstdCompressSync(words))),
  '/twice': (s) => s.end(packed('gzip, br', brotliCompressSync(gzipSync(words)))),
  '/thrice': (s) => s.end(packed('gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(words))))),
  '/unknown-coding': (s) => s.end(packed('compress', Buffer.from(words))),
  '/not-gzip': (s) => s.end(packed('gzip', Buffer.from(words))),
  '/not-br': (s) => s.end(packed('br', Buffer.from(words.repeat(20)))),
  '/not-zstd': (s) => s.end(packed('zstd', Buffer.from(words))),
  '/not-deflate': (s) => s.end(packed('deflate', Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff]))),
  '/half-gzip': (s) => s.end(packed('gzip', gzipSync(words.repeat(50)).subarray(0, 30))),
  '/gzip-bomb': (s) => s.end(packed('gzip', bombs.gzip)),
  '/deflate-bomb': (s) => s.end(packed('deflate', bombs.deflate)),
  '/br-bomb': (s) => s.end(packed('br', bombs.br)),
  '/zstd-bomb': (s) => s.end(packed('zstd', bombs.zstd)),
  '/nested-bomb': (s) => s.end(packed('gzip, gzip', gzipSync(bombs.gzip))),
  '/large-unpacked': (s) => s.end(packed('gzip', large)),
  '/endless': (s) => {
    s.write('HTTP/1.1 200 OK\r\n\r\n')
    endlessly(s, Buffer.alloc(65536, 'x'))
  },
  '/endless-chunks': (s) => {
    s.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
    endlessly(s, '400\r\n' + 'x'.repeat(1024) + '\r\n')
  },
  '/endless-extensions': (s) => {
    s.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
    endlessly(s, `1;${'e'.repeat(8000)}\r\nx\r\n`)
  },
  '/endless-headers': (s) => {
    s.write('HTTP/1.1 200 OK\r\n')
    endlessly(s, 'x-header: and another one\r\n'.repeat(1000))
  },
  '/many-headers': (s) => s.end(`HTTP/1.1 200 OK\r\n${Array.from({ length: 20_000 }, (_, index) => `x-${index}: ${index}\r\n`).join('')}\r\n`),
  '/one-long-header': (s) => s.end(`HTTP/1.1 200 OK\r\nx-long: ${'x'.repeat(200_000)}\r\n\r\n`),
  '/endless-hints': (s) => endlessly(s, HINT.repeat(100)),
  '/slow-hints': (s) => trickle(s, HINT, 20),
  '/announces-too-much': (s) => s.write('HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\nx'),
  '/broken-chunks': (s) => s.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nwords\r\n0\r\n\r\n'),
  '/two-lengths': (s) => s.end('HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nwords'),
  '/negative-length': (s) => s.end('HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\nwords'),
  '/length-and-chunks': (s) => s.end('HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n5\r\nwords\r\n0\r\n\r\n'),
  '/not-http': (s) => s.end('SSH-2.0-OpenSSH_9.2\r\n'),
  '/nul-in-header': (s) => s.end('HTTP/1.1 200 OK\r\nx-a: a\0b\r\ncontent-length: 0\r\n\r\n'),
  '/other-protocol': (s) => s.end('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'),
  '/too-short': (s) => s.end('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nwords'),
  '/half-chunk': (s) => s.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n400\r\nwords'),
  '/closes-short': (s) => s.end('HTTP/1.1 200 OK\r\ncontent-length: 500\r\nconnection: close\r\n\r\nwords'),
  '/closes-in-chunk': (s) => s.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n400\r\nwords'),
  '/closed-at-once': (s) => s.end(),
  '/reset': (s) => s.resetAndDestroy(),
  '/silent': () => undefined,
  '/slow-headers': (s) => {
    s.write('HTTP/1.1 200 OK\r\n')
    trickle(s, 'x-a: b\r\n', 20)
  },
  '/slow-body': (s) => {
    s.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n')
    trickle(s, 'x', 10)
  },
  '/stalled-body': (s) => s.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n'),
  '/steady-without-end': (s) => {
    s.write('HTTP/1.1 200 OK\r\n\r\n')
    trickle(s, 'x'.repeat(2000), 10)
  },
  '/moves': (s) => s.end('HTTP/1.1 302 Found\r\nlocation: /plain\r\nset-cookie: session=1\r\ncontent-length: 5\r\n\r\nmoved'),
  '/moves-endlessly': (s) => {
    s.write('HTTP/1.1 302 Found\r\nlocation: /plain\r\n\r\n')
    endlessly(s, Buffer.alloc(65536, 'x'))
  },
  '/moves-slowly': (s) => {
    s.write('HTTP/1.1 302 Found\r\nlocation: /plain\r\ncontent-length: 900\r\n\r\n')
    trickle(s, 'x', 10)
  },
  '/moves-in-arabic': (s) => s.end(Buffer.from('HTTP/1.1 302 Found\r\nlocation: /مقال\r\ncontent-length: 0\r\n\r\n')),
  '/%D9%85%D9%82%D8%A7%D9%84': (s) => s.end(whole('', words)),
  '/moves-twice': (s) => s.end('HTTP/1.1 302 Found\r\nlocation: /plain\r\nlocation: http://127.0.0.1/\r\ncontent-length: 0\r\n\r\n'),
  '/moves-nowhere': (s) => s.end('HTTP/1.1 302 Found\r\ncontent-length: 5\r\n\r\nmoved'),
}

beforeAll(async () => {
  const server: Server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => undefined)
    socket.once('data', (bytes) => {
      requests.push(bytes.toString())
      ANSWERS[bytes.toString().split(' ')[1] ?? '']?.(socket)
    })
  })
  const pem = (name: string) => readFileSync(`tests/support/fixtures/site-test.${name}.pem`, 'utf8')
  const secure = createSecureServer({ key: pem('key'), cert: pem('certificate') }, (_request, response) => response.end(words))
  port = await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))
  securePort = await new Promise((resolve) => secure.listen(0, '127.0.0.1', () => resolve((secure.address() as AddressInfo).port)))
  ended.push(() => void server.close(), () => void secure.close(), () => open.forEach((socket) => socket.destroy()))
})

afterAll(() => ended.forEach((end) => end()))

/** Long, so that nothing here depends on how busy the machine is; a test of a time limit has its own. */
const PATIENT: Partial<Limits> = { maxBytes: 2 * MEGABYTE, redirectMs: 10_000 }

function get(address: string, changes: Partial<Limits> = {}) {
  const local = (at: number) => ({ address: '127.0.0.1', port: at })
  const testHosts = new Map([['site.test', local(port)], ['site.test:443', local(securePort)], ['other.test:443', local(securePort)], ['plain.test:443', local(port)], ['shut.test', local(1)]])
  const way = wayOf({ isOff: false, proxy: null, dns: null, testHosts })
  const limits = { ...limitsOf({ url: address, purpose: 'check' }), ...PATIENT, ...changes }
  return pursue(address, way, limits, spoolFor(place.folder, `ask${count++}`), new AbortController().signal)
}

const at = (path: string, changes?: Partial<Limits>) => get(`http://site.test${path}`, changes)
const kept = (file: string | undefined) => (file === undefined ? null : readFileSync(`${place.folder}/${file}`, 'utf8'))

describe('an answer', () => {
  it('is kept whole: request and response as they went over the line, and the body with its hash', async () => {
    const fetched = await at('/plain')
    expect(fetched).toMatchObject({ ok: true, requestedUrl: 'http://site.test/plain', finalUrl: 'http://site.test/plain' })
    const [hop] = fetched.hops
    expect(hop).toMatchObject({ address: '127.0.0.1', status: 200, statusText: 'OK', body: { bytes: words.length, sha256: createHash('sha256').update(words).digest('hex') } })
    expect(hop?.headers).toEqual([['content-type', 'text/html'], ['set-cookie', 'a=b'], ['set-cookie', 'c=d'], ['content-length', String(words.length)]])
    const raw = requests.find((request) => request.startsWith('GET /plain '))!
    expect(hop?.requestHeaders).toEqual(raw.trim().split('\r\n').slice(1).map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]))
    expect(kept(hop?.body?.file)).toBe(words)
  })
  it.each(['gzip', 'x-gzip', 'deflate', 'raw-deflate', 'br', 'zstd', 'twice', 'until-closed'])('is unpacked: %s', async (path) => {
    const fetched = await at(`/${path}`)
    expect(fetched.ok).toBe(true)
    expect(kept(fetched.hops[0]?.body?.file)).toBe(words)
  })
  it('says what it says of itself, true or not', async () => {
    expect((await at('/lying-type')).hops[0]).toMatchObject({ headers: [['content-type', 'image/png'], expect.anything()], body: { bytes: 26 } })
    expect((await at('/gone')).hops[0]).toMatchObject({ status: 410, statusText: 'Gone for good', body: { bytes: 4 } })
    expect((await at('/utf8')).hops[0]?.headers[0]).toEqual(['x-title', 'أخبار'])
  })
  it('without a body has none', async () => {
    expect((await at('/nothing')).hops[0]).not.toHaveProperty('body.file')
    expect((await at('/moves-nowhere')).hops).toMatchObject([{ status: 302, body: { bytes: 5 } }])
  })
})

const NARROWER: Record<string, Partial<Limits>> = { bomb: { maxBytes: 48 * MEGABYTE }, timeout: { firstByteMs: 400 }, tooSlow: { slowWindowMs: 300 } }

describe('an answer that is not taken', () => {
  it.each([
    ['tooLarge', ['endless', 'endless-chunks', 'endless-extensions', 'endless-headers', 'many-headers', 'one-long-header', 'endless-hints', 'announces-too-much', 'large-unpacked']],
    ['bomb', ['gzip-bomb', 'deflate-bomb', 'br-bomb', 'zstd-bomb', 'nested-bomb']],
    ['protocol', ['broken-chunks', 'two-lengths', 'negative-length', 'length-and-chunks', 'not-http', 'nul-in-header', 'unknown-coding', 'thrice', 'not-gzip', 'not-br', 'not-zstd', 'not-deflate', 'half-gzip']],
    ['reset', ['too-short', 'half-chunk', 'closes-short', 'closes-in-chunk', 'closed-at-once', 'reset', 'other-protocol']],
    ['timeout', ['silent', 'slow-headers', 'slow-hints']],
    ['tooSlow', ['slow-body', 'stalled-body']],
  ] as const)('is called %s', async (failureClass, paths) => {
    const before = readdirSync(place.folder).length
    const called: [string, string][] = []
    for (const path of paths) {
      const fetched = await at(`/${path}`, NARROWER[failureClass])
      called.push([path, fetched.ok ? 'ok' : fetched.failure.class])
    }
    expect(called).toEqual(paths.map((path) => [path, failureClass]))
    expect(readdirSync(place.folder)).toHaveLength(before)
  })
  it('keeps the headers that came before it failed', async () => {
    expect((await at('/too-short')).hops).toMatchObject([{ status: 200, headers: [['content-length', '500']] }])
  })
  it('ends when its time is up, however steadily it comes', async () => {
    expect(await at('/steady-without-end', { timeoutMs: 1000 })).toMatchObject({ ok: false, failure: { class: 'timeout' } })
  })
  it('is one where nobody listens', async () => {
    expect(await get('http://shut.test/')).toMatchObject({ ok: false, failure: { class: 'connect' }, hops: [] })
  })
})

describe('the other end of a connection', () => {
  it('is not spoken to where it turns out not to be public', async () => {
    const before = requests.length
    const astray: Connect = () => connect(port, '127.0.0.1')
    const way = wayOf({ isOff: false, proxy: null, dns: null, testHosts: null }, astray)
    const limits = limitsOf({ url: '', purpose: 'check' })
    const fetched = await pursue('http://93.184.215.14/plain', way, limits, spoolFor(place.folder, 'astray'), new AbortController().signal)
    expect(fetched).toMatchObject({ ok: false, failure: { class: 'refused' }, hops: [] })
    expect(requests).toHaveLength(before)
  })
})

describe('a redirect', () => {
  it('carries no cookie, referrer or credential along', async () => {
    const from = requests.length
    const fetched = await at('/moves')
    expect(fetched).toMatchObject({ ok: true, finalUrl: 'http://site.test/plain', hops: [{ status: 302, body: { bytes: 5 } }, { status: 200 }] })
    expect(requests.slice(from).join('').toLowerCase()).not.toMatch(/cookie|referer|authorization/)
  })
  it.each(['moves-endlessly', 'moves-slowly'])('is followed without its body where that does not come to an end: %s', async (path) => {
    const { ok, hops } = await at(`/${path}`, { redirectMs: 200 })
    expect({ ok, bodies: hops.map(({ body }) => body?.bytes) }).toEqual({ ok: true, bodies: [undefined, words.length] })
  })
  it('of two places leads to the first', async () => {
    expect(await at('/moves-twice')).toMatchObject({ ok: true, finalUrl: 'http://site.test/plain' })
  })
  it('may be written in Arabic', async () => {
    expect(await at('/moves-in-arabic')).toMatchObject({ ok: true, finalUrl: 'http://site.test/%D9%85%D9%82%D8%A7%D9%84' })
  })
})

describe('a secure connection', () => {
  it('needs a certificate that holds', async () => {
    expect(await get('https://site.test/')).toMatchObject({ ok: false, failure: { class: 'tls' }, hops: [] })
    expect(await get('https://plain.test/', { connectMs: 500 })).toMatchObject({ ok: false, failure: { class: expect.stringMatching(/^(tls|connect)$/) } })
  })
  it('is taken where the authority is known, and only for the name in the certificate', async () => {
    const before = getCACertificates('default')
    setDefaultCACertificates([...before, readFileSync('tests/support/fixtures/site-test.certificate.pem', 'utf8')])
    try {
      expect(await get('https://site.test/')).toMatchObject({ ok: true, hops: [{ status: 200, body: { bytes: words.length } }] })
      expect(await get('https://other.test/')).toMatchObject({ ok: false, failure: { class: 'tls' } })
    } finally {
      setDefaultCACertificates(before)
    }
  })
})
