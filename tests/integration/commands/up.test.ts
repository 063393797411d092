import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../../commands/shared/next-build'
import { environmentOfChild } from '../../../src/env'
import { freePort, hasEnded, isAlive, pause } from '../../../src/platform/processes'
import { createDatabase, type TestDatabase } from '../../support/database'

let database: TestDatabase
let port: number
const dataDir = mkdtempSync(join(tmpdir(), 'handbill-up-'))
const started: ChildProcess[] = []

type Run = { child: ChildProcess; said: () => string; ended: Promise<number | null> }

function up(changes: Record<string, string | undefined> = {}): Run {
  const variables = { DATABASE_URL: database.url, DATA_DIR: dataDir, PORT: String(port), NODE_ENV: undefined, SITE_URL: undefined, DEMO_PASSWORD: undefined, PAYLOAD_SECRET: undefined, ...changes }
  const child = spawn(process.execPath, ['dist/up.mjs'], { env: environmentOfChild(variables), stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  let words = ''
  child.stdout.on('data', (chunk) => (words += chunk))
  child.stderr.on('data', (chunk) => (words += chunk))
  return { child, said: () => words, ended: new Promise((resolve) => child.once('exit', resolve)) }
}

const answers = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).then(({ status }) => status, () => 0)

async function serving(run: Run): Promise<void> {
  for (let wait = 0; wait < 900 && run.child.exitCode === null; wait++) {
    if (run.said().includes('Ctrl-C stops everything') && (await answers('/api/health')) === 200) return
    await pause(100)
  }
  throw new Error(`It does not serve:\n${run.said()}`)
}

const services = (): number[] => (JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as { children: { pid: number }[] }).children.map(({ pid }) => pid)

beforeAll(async () => {
  execFileSync(process.execPath, ['commands/prepare.mjs'])
  await buildIfStale(() => undefined, new AbortController().signal)
  database = await createDatabase()
  port = await freePort()
}, 600_000)
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
})
afterAll(async () => {
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('npm run up', { timeout: 240_000 }, () => {
  it('serves site, feeds and desk, leaves an external database without demo content, and stops when asked', async () => {
    const run = up()
    await serving(run)
    expect(await Promise.all(['/', '/feed.xml', '/ar', '/admin/login'].map(answers))).toEqual([200, 200, 200, 200])
    expect(run.said()).toContain('user add')
    expect(run.said()).not.toContain('demo content')
    const children = services()
    const began = Date.now()
    run.child.kill('SIGINT')
    expect(await run.ended).toBe(0)
    expect(Date.now() - began).toBeLessThan(10_000)
    expect(children.filter(isAlive)).toEqual([])
  })

  it('starts again what ends unexpectedly, and serves pages meanwhile', async () => {
    const run = up()
    await serving(run)
    const [worker, cms] = services()
    for (const pid of [worker, cms]) process.kill(pid as number, 'SIGKILL')
    expect(await answers('/')).toBe(200)
    for (let wait = 0; wait < 300 && (await answers('/api/health')) !== 200; wait++) await pause(100)
    expect(await answers('/api/health')).toBe(200)
    expect(run.said()).toMatch(/worker \| ended unexpectedly \(SIGKILL\)/)
    expect(run.said()).toMatch(/cms \| ended unexpectedly \(SIGKILL\)/)
  })

  it('starts after it was killed, with nothing of the killed run left', async () => {
    const killed = up()
    await serving(killed)
    const orphans = services()
    killed.child.kill('SIGKILL')
    await killed.ended
    const run = up()
    await serving(run)
    for (const pid of orphans) expect(await hasEnded(pid, 5000)).toBe(true)
  })

  it('leaves nothing running where it was killed, whatever its services then have to say to nobody', async () => {
    const killed = up()
    await serving(killed)
    const left = services()
    killed.child.kill('SIGKILL')
    await killed.ended
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')
    await client.end()
    for (const pid of left) expect(await hasEnded(pid, 10_000)).toBe(true)
  })

  it('refuses to run twice in one data directory, in one line', async () => {
    const run = up()
    await serving(run)
    const second = up({ PORT: String(await freePort()) })
    expect(await second.ended).toBe(1)
    expect(second.said()).toMatch(/^Handbill is running already in .*\n$/)
    expect(await answers('/')).toBe(200)
  })

  it.each([
    ['a port that is no port', { PORT: 'http' }, /^PORT must be a port/],
    ['a wrong password', { DATABASE_URL: 'wrong password' }, /^PostgreSQL at .* refused the password of/],
    ['a database that is not there', { DATABASE_URL: 'no database' }, /^PostgreSQL at .* has no database "nowhere"/],
    ['a server that is not there', { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/x' }, /^PostgreSQL can't be reached at 127\.0\.0\.1:1/],
    ['a URL of something else', { DATABASE_URL: 'mysql://a@b/c' }, /^DATABASE_URL must be a URL/],
  ])('says in one line what is wrong with %s', async (_, changes: Record<string, string>, line) => {
    const url = new URL(database.url)
    if (changes.DATABASE_URL === 'wrong password') url.password = 'guessed'
    if (changes.DATABASE_URL === 'no database') url.pathname = '/nowhere'
    const run = up({ ...changes, ...(changes.DATABASE_URL?.includes(' ') ? { DATABASE_URL: url.href } : {}) })
    expect(await run.ended).toBe(1)
    expect(run.said()).toMatch(line)
    expect(run.said().trim().split('\n')).toHaveLength(1)
  })

  it('says so where its port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const taken = String((other.address() as AddressInfo).port)
    const run = up({ PORT: taken })
    expect(await run.ended).toBe(1)
    expect(run.said()).toBe(`Port ${taken} is in use already. Stop what uses it, or choose another: PORT=${Number(taken) + 1} npm run up\n`)
    other.close()
  })

  it('says so where it may not write', async () => {
    const file = join(dataDir, 'a-file')
    writeFileSync(file, '')
    const run = up({ DATA_DIR: join(file, 'below') })
    expect(await run.ended).toBe(1)
    expect(run.said().trim().split('\n')).toHaveLength(1)
  })
})
