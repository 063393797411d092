import { runMigrations } from 'graphile-worker'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { wantCapture } from '@/captures/requests'
import { capturesOf } from '@/captures/store'
import { isForTheArchive } from '@/captures/wayback/address'
import { fulfilWayback, wantArchivesOfPublished } from '@/captures/wayback/fulfil'
import { savePageNow, type Wayback } from '@/captures/wayback/save-page-now'
import { throughSocks } from '@/captures/wayback/through-socks'
import { setClock } from '@/platform/clock'
import { database } from '@/platform/database'
import { freshDatabase } from '../../support/database'
import { openSocksServer } from '../../support/socks-server'
import { localSite, type LocalSite } from '../../support/local-site'
import { live } from '../../support/publications'
import { publish } from '../../support/published'
import { makeSource } from '../../support/sources'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let archive: LocalSite
let wayback: Wayback
/** What the double answers to each path, one after the other, and the last one for ever. */
let script: Record<string, [number, unknown, Record<string, string>?][]>
let received: { path: string; authorization: string | undefined; body: string }[]

async function bodyOf(req: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of req) body += String(chunk)
  return body
}

async function play(req: IncomingMessage, res: ServerResponse): Promise<void> {
  received.push({ path: `${req.method} ${req.url}`, authorization: req.headers.authorization, body: await bodyOf(req) })
  const scene = script[`${req.method} ${req.url}`] ?? [[404, {}]]
  const [status, body, headers = {}] = scene.length > 1 ? scene.shift()! : scene[0]!
  res.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body))
}

beforeAll(async () => {
  fresh = await freshDatabase()
  await runMigrations({ connectionString: fresh.url })
  await database().query('alter table sources add column if not exists capture_policy text')
  archive = await localSite((req, res) => void play(req, res))
  wayback = savePageNow({ url: `http://${archive.place}`, key: 'a-key', secret: 'a-secret' })
})
afterAll(async () => {
  await archive.close()
  await fresh.drop()
})
beforeEach(() => {
  script = {}
  received = []
})

async function wanted(url: string, policy = 'archivePublicly', why: 'asked' | 'published' = 'asked'): Promise<{ source: string; request: string | null }> {
  const source = await makeSource({ url })
  await database().query('update sources set capture_policy = $2 where id = $1', [source, policy])
  return { source, request: await wantCapture(database(), { source, url, by: null, why, provider: 'wayback' }) }
}
const stateOf = async (request: string | null) => (await database().query('select state, problem, remote_job, next_at from handbill.capture_requests where id = $1', [request])).rows[0]
const ASKED: [number, unknown] = [200, { url: 'https://site.example/a', job_id: 'spn2-abc' }]
const SAVED: [number, unknown] = [200, { status: 'success', timestamp: '20261201120000', original_url: 'https://site.example/a' }]

describe('a page given to the archive', () => {
  it('is asked for with the keys, asked after until it is there, and told of as a copy at its own address', async () => {
    script = { 'POST /save': [ASKED], 'GET /save/status/spn2-abc': [[200, { status: 'pending' }], SAVED] }
    const { source, request } = await wanted('https://site.example/a')
    expect(await fulfilWayback(request!, wayback)).toBe('again')
    expect(received).toMatchObject([{ path: 'POST /save', authorization: 'LOW a-key:a-secret', body: expect.stringContaining('url=https%3A%2F%2Fsite.example%2Fa') }])
    expect(await stateOf(request)).toMatchObject({ state: 'waiting', remote_job: 'spn2-abc' })
    expect(await fulfilWayback(request!, wayback)).toBe('again')
    expect(await fulfilWayback(request!, wayback)).toBe('done')
    expect(received.filter(({ path }) => path === 'POST /save')).toHaveLength(1)
    expect(await capturesOf(database(), source)).toMatchObject([{ provider: 'wayback', mementoUrl: `http://${archive.place}/web/20261201120000/https://site.example/a`, fetchedAt: '2026-12-01T12:00:00.000Z', files: [], failure: null }])
    expect(await fulfilWayback(request!, wayback)).toBe('notWanted')
  })

  it('is asked for through the proxy that pages are fetched through, which gets the archive’s name as it is', async () => {
    script = { 'POST /save': [ASKED] }
    const proxy = await openSocksServer({ 'archive.test': Number(archive.place.split(':')[1]) }, { name: 'us', password: 'secret' })
    const dispatcher = throughSocks({ host: '127.0.0.1', port: proxy.port, userId: 'us', password: 'secret' })
    try {
      expect(await savePageNow({ url: 'http://archive.test', key: 'a-key', secret: 'a-secret' }, { dispatcher }).submit('https://site.example/a')).toEqual({ kind: 'asked', job: 'spn2-abc' })
      expect(proxy.asked).toEqual([{ host: 'archive.test', type: 3, port: 80, user: 'us' }])
      expect(received).toMatchObject([{ path: 'POST /save', authorization: 'LOW a-key:a-secret' }])
      // An archive that the proxy does not reach is reached in no other way.
      expect(await savePageNow({ url: `http://${archive.place}`, key: 'a-key', secret: 'a-secret' }, { dispatcher }).submit('https://site.example/b')).toEqual({ kind: 'busy' })
      expect(received).toHaveLength(1)
    } finally {
      await dispatcher.close()
      proxy.close()
    }
  })

  it.each<[string, [number, unknown, Record<string, string>?]]>([
    ['too many at once', [429, { message: 'slow down' }, { 'Retry-After': '900' }]],
    ['an error of its own', [503, 'not json']],
    ['a limit of the account, in its own words', [200, { status: 'error', status_ext: 'error:user-session-limit' }]],
  ])('waits for a better moment after %s', async (_name, answer) => {
    script = { 'POST /save': [answer] }
    const restore = setClock(() => new Date('2026-12-01T00:00:00Z'))
    const { request } = await wanted('https://site.example/b')
    expect(await fulfilWayback(request!, wayback)).toBe('again')
    restore()
    const { state, problem, next_at: next } = await stateOf(request)
    expect({ state, problem }).toEqual({ state: 'waiting', problem: 'busy' })
    expect(next.getTime()).toBeGreaterThanOrEqual(new Date('2026-12-01T00:01:00Z').getTime())
    if (answer[0] === 429) expect(next.toISOString()).toBe('2026-12-01T00:15:00.000Z')
  })

  it('is not read further than an answer of the archive can be long', async () => {
    const endless = await localSite((_req, res) => {
      res.writeHead(200, { 'Content-Type': 'application/json' })
      const more = (): void => void (res.destroyed || res.write(' '.repeat(10_000), more))
      more()
    })
    const began = performance.now()
    expect(await savePageNow({ url: `http://${endless.place}`, key: 'a-key', secret: 'a-secret' }).look('spn2-abc')).toMatchObject({ kind: 'failed', isPassing: false })
    expect(performance.now() - began).toBeLessThan(10_000)
    await endless.close()
  })

  it('is asked for anew where its job failed for the moment, and given up where it can’t be had', async () => {
    script = { 'POST /save': [ASKED], 'GET /save/status/spn2-abc': [[200, { status: 'error', status_ext: 'error:browsing-timeout', message: 'secret words of a page' }]] }
    const passing = await wanted('https://site.example/c')
    await fulfilWayback(passing.request!, wayback)
    expect(await fulfilWayback(passing.request!, wayback)).toBe('again')
    expect(await stateOf(passing.request)).toMatchObject({ state: 'waiting', remote_job: null, problem: 'error:browsing-timeout' })
    script = { 'POST /save': [ASKED], 'GET /save/status/spn2-abc': [[200, { status: 'error', status_ext: 'error:blocked-url' }]] }
    const lasting = await wanted('https://site.example/d')
    await fulfilWayback(lasting.request!, wayback)
    expect(await fulfilWayback(lasting.request!, wayback)).toBe('failed')
    expect(await stateOf(lasting.request)).toMatchObject({ state: 'failed', problem: 'error:blocked-url' })
    script = { 'POST /save': [[401, { message: 'You need to be logged in' }]] }
    const keyless = await wanted('https://site.example/e')
    expect(await fulfilWayback(keyless.request!, wayback)).toBe('failed')
    expect(await stateOf(keyless.request)).toMatchObject({ problem: 'keys' })
  })

  it('is none that may not be archived in public, nor while no archive is set up', async () => {
    for (const policy of ['localOnly', 'neverFetch']) expect((await wanted('https://site.example/f', policy)).request).toBe(null)
    const changed = await wanted('https://site.example/g')
    await database().query(`update sources set capture_policy = 'localOnly' where id = $1`, [changed.source])
    expect(await fulfilWayback(changed.request!, wayback)).toBe('refused')
    const secret = await wanted('https://site.example/h')
    await database().query(`update sources set visibility = 'private' where id = $1`, [secret.source])
    expect(await fulfilWayback(secret.request!, wayback)).toBe('refused')
    expect(await fulfilWayback((await wanted('https://site.example/i')).request!, null)).toBe('refused')
    expect(await fulfilWayback((await wanted('https://chat.whatsapp.com/abc')).request!, wayback)).toBe('refused')
    expect(received).toEqual([])
  })

  it('is wanted once for each source that is published and may be archived, under its public address', async () => {
    const url = 'https://site.example/published'
    const source = await makeSource({ url })
    const closed = await makeSource({ url: 'https://site.example/closed' })
    await database().query(`update sources set capture_policy = 'archivePublicly' where id = $1`, [source])
    for (const [number, id] of [[41, source], [42, closed]] as const) await publish({ ...live('sources', number, { slug: `s-${number}`, title: 'S', url, visibility: 'public', kind: 'webpage', creators: [] }), document: id }, { asks: false })
    expect(await wantArchivesOfPublished(database())).toBe(1)
    expect(await wantArchivesOfPublished(database())).toBe(0)
    const { rows } = await database().query(`select url, why from handbill.capture_requests where source = any($1)`, [[source, closed]])
    expect(rows).toEqual([{ url, why: 'published' }])
  })
})

describe('an address that an archive would show to everybody', () => {
  it.each(['https://user:pass@site.example/', 'https://site.example/?token=abc', 'https://bucket.s3.amazonaws.com/a?X-Amz-Signature=1', 'https://t.me/+AbCdEf', 'https://t.me/joinchat/abc', 'https://discord.gg/abc', 'https://drive.google.com/file/d/abc', 'ftp://site.example/', 'nothing'])('is not given to it: %s', (address) => {
    expect(isForTheArchive(address)).toBe(false)
  })
  it.each(['https://site.example/a?page=2', 'https://t.me/channel/12', 'https://news.example/2026/11/story.html'])('is, where it is plain: %s', (address) => {
    expect(isForTheArchive(address)).toBe(true)
  })
})
