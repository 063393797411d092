import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openReader } from '@/captures/extract/reader'
import { fulfil, type Means } from '@/captures/fulfil'
import { keepFile, pathOf, spoolFolder } from '@/captures/keep/files'
import { revokeCapture } from '@/captures/keep/revoke'
import { verifyCaptures } from '@/captures/keep/verify'
import { askForForgotten, wantCapture } from '@/captures/requests'
import { capturesOf, readCapture } from '@/captures/store'
import { setClock } from '@/platform/clock'
import { database, inTransaction } from '@/platform/database'
import { freshDatabase } from '../../support/database'
import { localSite, type LocalSite } from '../../support/local-site'
import { plainFetcher } from '../../support/plain-fetcher'
import { makeSource } from '../../support/sources'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let site: LocalSite
let means: Means
let editor: string
const answers: Record<string, { status?: number; headers?: Record<string, string | string[]>; body?: string | Buffer }> = {}
const reader = openReader()

beforeAll(async () => {
  fresh = await freshDatabase()
  await runMigrations({ connectionString: fresh.url })
  site = await localSite((req, res) => {
    const { status = 200, headers = {}, body = '' } = answers[req.url ?? ''] ?? { status: 404 }
    res.writeHead(status, headers)
    res.end(body)
  })
  means = { fetcher: plainFetcher(spoolFolder(), { 'site.test': site.place, 'www.site.test': site.place }), reader, screenshots: null, pauseMs: 0 }
  const { rows } = await database().query<{ id: string }>(`insert into users (email, name) values ('editor@desk.example', 'Editor') returning id`)
  editor = rows[0]!.id
})
afterAll(async () => {
  reader.close()
  await site.close()
  await fresh.drop()
})
beforeEach(() => {
  for (const path of Object.keys(answers)) delete answers[path]
})

async function want(source: string, url: string, why: 'linked' | 'asked' = 'linked'): Promise<string> {
  const id = await inTransaction((tx) => wantCapture(tx, { source, url, by: editor, why }))
  if (id === null) throw new Error('The capture was not wanted')
  return id
}

const stateOf = async (id: string) => (await database().query('select state, problem, attempts, next_at, capture from handbill.capture_requests where id = $1', [id])).rows[0]
const jobsOf = async (id: string) => (await database().query(`select queue_name, run_at from graphile_worker.jobs where key = $1`, [`capture ${id}`])).rows

const PAGE = '<!doctype html><html lang="ar"><head><title>A \u202eplain\u202c page</title></head><body><p>The words relied on.</p></body></html>'

describe('a copy', () => {
  it('keeps every exchange, the bytes under their hash, and the words', async () => {
    answers['/old'] = { status: 301, headers: { Location: 'http://www.site.test/new' }, body: 'Moved' }
    answers['/new'] = { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Set-Cookie': ['a=1', 'b=2'] }, body: PAGE }
    const source = await makeSource({ url: 'http://site.test/old' })
    const request = await want(source, 'http://site.test/old')
    expect(await jobsOf(request)).toMatchObject([{ queue_name: 'capture site.test' }])
    expect(await fulfil(request, means)).toBe('done')
    const [{ id } = { id: '' }] = await capturesOf(database(), source)
    const capture = (await readCapture(database(), id))!
    expect(capture).toMatchObject({ request, source, by: editor, status: 200, requestedUrl: 'http://site.test/old', finalUrl: 'http://www.site.test/new', title: 'A plain page', text: 'The words relied on.', audience: 'public', failure: null })
    expect(capture.metadata?.language).toBe('ar')
    expect(capture.redirects).toMatchObject([{ url: 'http://site.test/old', status: 301 }])
    expect(capture.headers.filter(([name]) => name === 'Set-Cookie')).toEqual([['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2']])
    const sha256 = createHash('sha256').update(PAGE).digest('hex')
    expect(capture.files).toMatchObject([{ name: 'page.html', mime: 'text/html', sha256, bytes: Buffer.byteLength(PAGE) }, { name: 'hop-1.bin' }])
    expect((await readFile(pathOf(sha256), 'utf8'))).toBe(PAGE)
    expect(await stateOf(request)).toMatchObject({ state: 'done', capture: id })
    const { rows } = await database().query(`select actor, after_hash from handbill.audit_log where document = $1 and action = 'captureKept'`, [source])
    expect(rows).toEqual([{ actor: editor, after_hash: sha256 }])
  })

  it('is wanted once while it waits, and made once however often its job runs', async () => {
    answers['/one'] = { headers: { 'Content-Type': 'text/html' }, body: PAGE }
    const source = await makeSource({ url: 'http://site.test/one' })
    const first = await want(source, 'http://site.test/one')
    expect(await want(source, 'http://site.test/one', 'asked')).toBe(first)
    expect(await Promise.all([fulfil(first, means), fulfil(first, means)].map((each) => each.catch((error: Error) => error.message)))).toContain('done')
    expect(await fulfil(first, means)).toBe('notWanted')
    expect(await capturesOf(database(), source)).toHaveLength(1)
  })

  it('goes on where a worker was killed in the middle of it', async () => {
    answers['/killed'] = { headers: { 'Content-Type': 'text/html' }, body: PAGE }
    const source = await makeSource({ url: 'http://site.test/killed' })
    const request = await want(source, 'http://site.test/killed')
    await database().query(`update handbill.capture_requests set state = 'working', attempts = 1 where id = $1`, [request])
    await database().query(`select graphile_worker.remove_job($1)`, [`capture ${request}`])
    expect(await askForForgotten(database())).toBeGreaterThan(0)
    expect(await jobsOf(request)).toHaveLength(1)
    expect(await fulfil(request, means)).toBe('done')
  })

  it('is tried again with growing pauses where it may go better later, and then given up with what was answered', async () => {
    answers['/busy'] = { status: 503, headers: { 'Retry-After': '7200' } }
    const source = await makeSource({ url: 'http://site.test/busy' })
    const request = await want(source, 'http://site.test/busy')
    const start = new Date('2026-12-01T00:00:00Z')
    const pauses: number[] = []
    const restore = setClock(() => start)
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(await fulfil(request, means)).toBe('again')
      const { state, problem, next_at: next } = await stateOf(request)
      expect({ state, problem }).toEqual({ state: 'waiting', problem: 'http503' })
      expect(await jobsOf(request)).toMatchObject([{ run_at: next }])
      pauses.push((next.getTime() - start.getTime()) / 60_000)
    }
    expect(pauses).toEqual([120, 120, 120, 360, 1440])
    expect(await fulfil(request, means)).toBe('failed')
    restore()
    expect(await capturesOf(database(), source)).toMatchObject([{ failure: 'http503', status: 503, files: [] }])
  })

  it('is given up at once where the page is gone', async () => {
    const source = await makeSource({ url: 'http://site.test/gone' })
    const request = await want(source, 'http://site.test/gone')
    expect(await fulfil(request, means)).toBe('failed')
    expect(await capturesOf(database(), source)).toMatchObject([{ failure: 'http404', status: 404 }])
  })

  it('is not made of a link that was changed meanwhile', async () => {
    const source = await makeSource({ url: 'http://site.test/new-link' })
    const request = await want(source, 'http://site.test/old-link')
    expect(await fulfil(request, means)).toBe('refused')
    expect(site.asked).not.toContain('/old-link')
  })
})

describe('whether a copy may be fetched', () => {
  it('of a private source only because somebody asked, and for the desk alone', async () => {
    answers['/private'] = { headers: { 'Content-Type': 'text/html' }, body: PAGE }
    const source = await makeSource({ url: 'http://site.test/private', visibility: 'private' })
    const wish = { source, url: 'http://site.test/private', by: editor }
    expect(await wantCapture(database(), { ...wish, why: 'linked' })).toBe(null)
    expect(site.asked).not.toContain('/private')
    const request = await want(source, 'http://site.test/private', 'asked')
    expect(await fulfil(request, means)).toBe('done')
    expect(await capturesOf(database(), source)).toMatchObject([{ audience: 'editors' }])
  })

  it('not of an address that is none', async () => {
    const source = await makeSource({ url: 'ftp://site.test/' })
    for (const url of ['ftp://site.test/', 'javascript:alert(1)', 'not an address', `http://site.test/${'a'.repeat(3_000)}`]) expect(await wantCapture(database(), { source, url, by: editor, why: 'asked' })).toBe(null)
  })
})

describe('kept copies', () => {
  it('never change and never go', async () => {
    for (const change of [`update handbill.captures set text = 'other'`, `update handbill.captures set files = '[]'`, `update handbill.captures set final_url = 'http://other.test/'`, 'delete from handbill.captures', 'truncate handbill.captures cascade']) {
      await expect(database().query(change), change).rejects.toMatchObject({ code: '23514' })
    }
  })

  it('are proven by their hashes: a changed byte and a missing file are found by name', async () => {
    answers['/proof'] = { headers: { 'Content-Type': 'text/html' }, body: `${PAGE}<!-- a page of its own -->` }
    const source = await makeSource({ url: 'http://site.test/proof' })
    await fulfil(await want(source, 'http://site.test/proof'), means)
    const [capture] = await capturesOf(database(), source)
    expect(await verifyCaptures(database())).toMatchObject({ firstWrong: null, wrong: 0 })
    const path = pathOf(capture!.files[0]!.sha256)
    const bytes = await readFile(path)
    const changed = Buffer.from(bytes)
    changed[100] = changed[100]! ^ 1
    await writeFile(path, changed)
    expect(await verifyCaptures(database())).toMatchObject({ wrong: 1, firstWrong: { capture: capture!.id, file: 'page.html', problem: 'changed' } })
    await rm(path)
    expect(await verifyCaptures(database())).toMatchObject({ wrong: 1, firstWrong: { capture: capture!.id, file: 'page.html', problem: 'missing' } })
    await keepFile(bytes)
    expect(await verifyCaptures(database())).toMatchObject({ wrong: 0 })
  })

  it('lose their words and bytes when revoked, but for what another copy still holds', async () => {
    answers['/a'] = answers['/b'] = { headers: { 'Content-Type': 'text/html' }, body: `${PAGE}<!-- shared -->` }
    const [first, second] = [await makeSource({ url: 'http://site.test/a' }), await makeSource({ url: 'http://site.test/b' })]
    await fulfil(await want(first, 'http://site.test/a'), means)
    await fulfil(await want(second, 'http://site.test/b'), means)
    const [one] = await capturesOf(database(), first)
    const [other] = await capturesOf(database(), second)
    const path = pathOf(one!.files[0]!.sha256)
    await revokeCapture(one!.id, editor, 'Asked to')
    expect(await readCapture(database(), one!.id)).toMatchObject({ text: null, title: null, metadata: null, headers: [], revokedReason: 'Asked to', files: one!.files })
    expect(await readFile(path, 'utf8')).toContain('shared')
    await expect(revokeCapture(one!.id, editor, 'Again')).rejects.toThrow(/already/)
    await revokeCapture(other!.id, editor, 'Asked to')
    await expect(readFile(path)).rejects.toThrow(/ENOENT/)
    expect(await verifyCaptures(database())).toMatchObject({ wrong: 0 })
  })
})
