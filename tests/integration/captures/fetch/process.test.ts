import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { environmentOfChild, setEnvironment } from '../../../../src/env'
import { openFetcher } from '../../../../src/captures/fetch/fetcher'
import { startProgram } from '../../../../src/captures/fetch/program'
import type { Fetcher } from '../../../../src/captures/fetch/types'
import { hasEnded, pause } from '../../../../src/platform/processes'
import { spoolFolder } from '../../../support/hostile-network'

const CANARY = 'canary-that-nobody-may-read'

let site: Server
let waiting: string[]
let place: { folder: string; remove(): void }
let folder: string
let opened: Fetcher[]

beforeEach(async () => {
  waiting = []
  opened = []
  place = spoolFolder()
  folder = mkdtempSync(join(tmpdir(), 'handbill-fetch-'))
  site = createServer((request, response) => {
    if (!request.url!.startsWith('/never')) return response.end(`page ${request.url}`)
    response.write('a beginning')
    return waiting.push(request.url!)
  })
  const port = await new Promise<number>((resolve) => site.listen(0, '127.0.0.1', () => resolve((site.address() as AddressInfo).port)))
  setEnvironment({ FETCH_TEST_HOSTS: `site.test=127.0.0.1:${port}`, DATABASE_SECRET: CANARY, LOG_LEVEL: 'silent', PAYLOAD_SECRET: `${CANARY}-secret`, SMTP_URL: `smtp://me:${CANARY}@127.0.0.1` })
})

afterEach(async () => {
  for (const fetcher of opened) await fetcher.close()
  setEnvironment({ FETCH: undefined, FETCH_TEST_HOSTS: undefined, DATABASE_SECRET: undefined, LOG_LEVEL: undefined, PAYLOAD_SECRET: undefined, SMTP_URL: undefined })
  site.closeAllConnections()
  site.close()
  place.remove()
  rmSync(folder, { recursive: true, force: true })
})

function open(inner: Parameters<typeof openFetcher>[1] = {}): Fetcher {
  const fetcher = openFetcher({ spoolDir: place.folder }, inner)
  opened.push(fetcher)
  return fetcher
}

/** The fetchers whose spool is this test's, or the one named. */
function fetchers(spool = place.folder): number[] {
  const all = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  return all.filter((line) => line.includes('--permission') && line.includes(`--allow-fs-write=${spool} `)).map((line) => Number.parseInt(line, 10))
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(20)
}

/** A program in the fetcher's place, of plain JavaScript. */
function double(words: string) {
  const file = join(folder, 'double.cjs')
  writeFileSync(file, words)
  return { file, reads: [folder] }
}

const page = (path: string) => ({ url: `http://site.test${path}`, purpose: 'capture' as const })

describe('the process of the fetcher', () => {
  it('runs only while it is needed, and one serves all who ask', async () => {
    const fetcher = open({ idleMs: 200 })
    expect(fetchers()).toEqual([])
    const all = await Promise.all(Array.from({ length: 12 }, (_, index) => fetcher.fetch(page(`/${index}`))))
    expect(all.map(({ ok, hops }) => ok && readFileSync(hops[0]!.body!.file, 'utf8'))).toEqual(Array.from({ length: 12 }, (_, index) => `page /${index}`))
    expect(fetchers().length).toBeLessThanOrEqual(1)
    await until(() => fetchers().length === 0)
    expect((await fetcher.fetch(page('/later'))).ok).toBe(true)
  })
  it('stays while a browser may use its proxy', async () => {
    const fetcher = open({ idleMs: 50 })
    await fetcher.proxyUrl()
    const [pid] = fetchers()
    // Another, asked at the same time and as patient, has gone before this one is looked at.
    const other = openFetcher({ spoolDir: folder }, { idleMs: 50 })
    opened.push(other)
    await Promise.all([fetcher.fetch(page('/1')), other.fetch(page('/2'))])
    await until(() => fetchers(folder).length === 0)
    expect(fetchers()).toEqual([pid])
  })
  it('knows nothing of the database, the secret or the mail', async () => {
    const fetcher = open()
    await fetcher.fetch(page('/'))
    const [pid] = fetchers()
    const variables = readFileSync(`/proc/${pid}/environ`, 'utf8')
    expect(variables).toContain('FETCH_TEST_HOSTS=')
    expect(variables).not.toContain(CANARY)
    expect(variables.split('\0').map((pair) => pair.split('=')[0]).filter((name) => name !== '').sort()).toEqual(['FETCH_TEST_HOSTS', 'NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE', 'NODE_ENV'])
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain(CANARY)
  })
  it('reads nothing but its code, writes nothing but its spool, and starts nothing', async () => {
    writeFileSync(join(place.folder, 'kept-before'), CANARY)
    const tries = double(`
      const fs = require('node:fs'), [spool] = process.argv.slice(2), told = {}
      const attempt = (name, run) => { try { run(); told[name] = 'done' } catch (error) { told[name] = error.code ?? error.name } }
      attempt('its code', () => fs.readFileSync(__filename))
      attempt('into the spool', () => fs.writeFileSync(spool + '/new', 'x', { flag: 'wx' }))
      attempt('passwords', () => fs.readFileSync('/etc/passwd'))
      attempt('the environment of its parent', () => fs.readFileSync('/proc/' + process.ppid + '/environ'))
      attempt('the project', () => fs.readFileSync(${JSON.stringify(join(process.cwd(), 'package.json'))}))
      attempt('the spool', () => fs.readFileSync(spool + '/kept-before'))
      attempt('the list of the spool', () => fs.readdirSync(spool))
      attempt('its own code, to change it', () => fs.writeFileSync(__filename, ''))
      attempt('elsewhere', () => fs.writeFileSync(${JSON.stringify(join(folder, '..', 'handbill-elsewhere'))}, 'x'))
      attempt('a link out of the spool', () => fs.symlinkSync('/etc/passwd', spool + '/link'))
      attempt('a process', () => { const { error } = require('node:child_process').spawnSync('true'); if (error) throw error })
      attempt('a worker', () => new (require('node:worker_threads').Worker)('1', { eval: true }))
      attempt('an addon', () => process.dlopen({ exports: {} }, '/x.node'))
      attempt('code from words', () => eval('1'))
      process.send(told)`)
    const child = startProgram(tries, place.folder)
    const told = await new Promise((resolve) => child.once('message', resolve))
    child.kill()
    const denied = ['passwords', 'the environment of its parent', 'the project', 'the spool', 'the list of the spool', 'its own code, to change it', 'elsewhere', 'a link out of the spool', 'a process', 'a worker']
    expect(told).toEqual({ 'its code': 'done', 'into the spool': 'done', ...Object.fromEntries(denied.map((name) => [name, 'ERR_ACCESS_DENIED'])), 'an addon': 'ERR_DLOPEN_DISABLED', 'code from words': 'EvalError' })
  })
  it('ends with the process that started it, killed or not', async () => {
    const parent = spawn(process.execPath, ['--import', 'tsx', 'tests/support/fetching-parent.ts', place.folder, 'http://site.test/never'], { env: environmentOfChild({}), stdio: 'ignore' })
    await until(() => waiting.length === 1)
    const [pid] = fetchers()
    parent.kill('SIGKILL')
    expect(await hasEnded(pid!, 10_000)).toBe(true)
  })
})

describe('when the fetcher dies', () => {
  it('those who wait are answered, nothing of theirs stays, and the next is served by another', async () => {
    const fetcher = open()
    const asked = [fetcher.fetch(page('/never/1')), fetcher.fetch(page('/never/2'))]
    await until(() => waiting.length === 2)
    process.kill(fetchers()[0]!, 'SIGKILL')
    expect(await Promise.all(asked)).toMatchObject([{ ok: false, hops: [], failure: { class: 'reset' } }, { ok: false, hops: [], failure: { class: 'reset' } }])
    expect(readdirSync(place.folder)).toEqual([])
    expect((await fetcher.fetch(page('/'))).ok).toBe(true)
  })
  it('out of memory, it is just that one', async () => {
    const fetcher = open({ program: () => double('process.on("message", () => { const all = []; for (;;) all.push(new Array(1e6).fill(1.5)) })') })
    expect(await fetcher.fetch(page('/'))).toMatchObject({ ok: false, failure: { class: 'reset' } })
  })
  it('hanging, it is killed', async () => {
    const fetcher = open({ program: () => double('process.on("message", () => { for (;;); })') })
    expect(await fetcher.fetch({ ...page('/'), timeoutMs: 1 })).toMatchObject({ ok: false, failure: { class: 'reset' } })
    expect(fetchers()).toEqual([])
  })
  it('at its start, the answer is a failure, too', async () => {
    const fetcher = open({ program: () => double('throw new Error("broken")') })
    expect(await fetcher.fetch(page('/'))).toMatchObject({ ok: false, failure: { class: 'reset' } })
    await expect(fetcher.proxyUrl()).rejects.toThrow('opened no proxy')
  })
})

describe('a fetcher that was taken over', () => {
  const answering = (body: string) => double(`
    const fs = require('node:fs'), [spool] = process.argv.slice(2)
    process.on('message', ({ id, ask }) => {
      fs.writeFileSync(spool + '/' + id + '-0', 'words')
      const sha256 = '0'.repeat(64)
      process.send({ kind: 'fetched', id, fetched: ${body} })
    })`)
  const hop = (body: string) => `{ ok: true, finalUrl: ask.url, hops: [{ url: ask.url, address: null, at: '', status: 200, statusText: '', requestHeaders: [], headers: [], body: ${body} }] }`
  it('is believed what fits', async () => {
    const fetcher = open({ program: () => answering(hop("{ file: id + '-0', bytes: 5, sha256 }")) })
    expect(await fetcher.fetch(page('/'))).toMatchObject({ ok: true, hops: [{ body: { bytes: 5 } }] })
  })
  it.each([
    ['a file elsewhere', hop("{ file: '/etc/passwd', bytes: 5, sha256 }")],
    ['a file above the spool', hop("{ file: '../' + id + '-0', bytes: 5, sha256 }")],
    ['a path behind its own name', hop("{ file: id + '-0/../../x', bytes: 5, sha256 }")],
    ['a file of another ask', hop("{ file: 'linked', bytes: 5, sha256 }")],
    ['another length', hop("{ file: id + '-0', bytes: 6, sha256 }")],
    ['no hash', hop("{ file: id + '-0', bytes: 5, sha256: 'x' }")],
    ['no hops', '{ ok: true, finalUrl: ask.url, hops: [] }'],
    ['headers that are none', "{ ok: true, finalUrl: '', hops: [{ url: '', address: null, at: '', status: 200, statusText: '', requestHeaders: [], headers: [['a']] }] }"],
    ['a failure of no class', "{ ok: false, hops: [], failure: { class: 'other', message: '' } }"],
    ['nothing', '3'],
  ])('can not name %s', async (_what, body) => {
    symlinkSync('/etc/passwd', join(place.folder, 'linked'))
    const fetcher = open({ program: () => answering(body) })
    expect(await fetcher.fetch(page('/'))).toMatchObject({ ok: false, hops: [], failure: { class: 'protocol' } })
    expect(readdirSync(place.folder)).toEqual(['linked'])
  })
})

describe('asking', () => {
  it('is refused with a reason where fetching is off, and starts nothing', async () => {
    setEnvironment({ FETCH: 'off' })
    const fetcher = open()
    expect(await fetcher.fetch(page('/'))).toEqual({ ok: false, requestedUrl: 'http://site.test/', hops: [], failure: { class: 'refused', message: expect.stringContaining('off') } })
    await expect(fetcher.proxyUrl()).rejects.toThrow('off')
    expect(fetchers()).toEqual([])
  })
  it('can be broken off, while it waits for its turn and while it runs', async () => {
    const fetcher = open()
    const ending = new AbortController()
    const asked = Array.from({ length: 6 }, (_, index) => fetcher.fetch(page(`/never/${index}`), { signal: ending.signal }).catch((error: unknown) => error))
    await until(() => waiting.length === 4)
    ending.abort(new Error('enough'))
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 6 }, () => new Error('enough')))
    expect(waiting).toHaveLength(4)
    expect(readdirSync(place.folder)).toEqual([])
  })
  it('under test reaches the names of the test, and no other', async () => {
    const fetcher = open()
    for (const url of ['http://gone.test/', 'http://news.attacker.org/', 'http://93.184.215.14/']) {
      expect(await fetcher.fetch({ url, purpose: 'check' }), url).toMatchObject({ ok: false, failure: { class: 'dns' } })
    }
    expect(await fetcher.fetch({ url: 'http://127.0.0.1/', purpose: 'check' })).toMatchObject({ ok: false, failure: { class: 'refused' } })
  })
  it('says so in the log where a newsroom in production is told to ask only tests', () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    setEnvironment({ NODE_ENV: 'production', LOG_LEVEL: 'warn' })
    open()
    setEnvironment({ NODE_ENV: 'test' })
    open()
    expect(written.mock.calls.map(([line]) => JSON.parse(String(line)))).toMatchObject([{ level: 'warn', message: expect.stringContaining('FETCH_TEST_HOSTS') }])
    written.mockRestore()
  })
  it('ends with the fetcher', async () => {
    const fetcher = open()
    const asked = fetcher.fetch(page('/never'))
    await until(() => waiting.length === 1)
    await fetcher.close()
    expect(await asked).toMatchObject({ ok: false, failure: { class: 'reset' } })
    expect(fetchers()).toEqual([])
    expect(await fetcher.fetch(page('/'))).toMatchObject({ ok: false })
  })
})
