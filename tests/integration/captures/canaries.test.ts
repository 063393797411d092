import { runMigrations } from 'graphile-worker'
import type { ChildProcess } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { wantCapture } from '@/captures/requests'
import { database } from '@/platform/database'
import { canaries, filesBelow } from '../../support/canaries'
import { freshDatabase } from '../../support/database'
import { localSite, type LocalSite } from '../../support/local-site'
import { pdfOf } from '../../support/pdf'
import { makeSource } from '../../support/sources'
import { startCaptureWorker } from '../../support/start-capture-worker'

const birds = canaries()
let fresh: Awaited<ReturnType<typeof freshDatabase>>
let site: LocalSite
let worker: ChildProcess

const page = (place: string) =>
  `<!doctype html><html><head><title>${birds.of(`${place}, title`)}</title><meta name="author" content="${birds.of(`${place}, author`)}"><script type="application/ld+json">{"@type":"Article","headline":"${birds.of(`${place}, JSON-LD`)}" broken</script></head><body><p>${birds.of(`${place}, words`)}</p></body></html>`
const headers = (place: string, type = 'text/html') => ({ 'Content-Type': type, 'Set-Cookie': `session=${birds.of(`${place}, cookie`)}`, 'X-Secret': birds.of(`${place}, header`), Server: birds.of(`${place}, server`) })

beforeAll(async () => {
  fresh = await freshDatabase()
  await runMigrations({ connectionString: fresh.url })
  site = await localSite((req, res) => {
    const path = (req.url ?? '').split('?')[0] ?? ''
    if (path === '/page') res.writeHead(200, headers('a kept page')).end(page('a kept page'))
    else if (path === '/moved') res.writeHead(302, { ...headers('a redirect'), Location: `/page?${birds.of('a redirect, address')}` }).end(page('a redirect'))
    else if (path === '/gone') res.writeHead(404, birds.of('a refusal, phrase'), headers('a refusal')).end(page('a refusal'))
    else if (path === '/busy') res.writeHead(503, headers('a failure')).end(page('a failure'))
    else if (path === '/loop') res.writeHead(302, { ...headers('a loop'), Location: `/loop?${birds.of('a loop, address')}` }).end()
    else if (path === '/reset') res.writeHead(200, headers('a broken answer')).write(page('a broken answer'), () => res.destroy())
    else if (path === '/pdf') res.writeHead(200, headers('a PDF', 'application/pdf')).end(Buffer.concat([pdfOf([birds.of('a PDF, words')]).subarray(0, 400), Buffer.from(birds.of('a PDF, broken end'))]))
    else if (path === '/nul') res.writeHead(200, headers('an odd page')).end(`${page('an odd page')}\u0000\ud800${birds.of('an odd page, after a character that can’t be stored')}`)
    else if (path === '/nested') res.writeHead(200, headers('a nested page')).end(`<!doctype html>${'<div>'.repeat(100_000)}${birds.of('a nested page, words')}`)
    else res.writeHead(200).end()
  })
})
afterAll(async () => {
  worker.kill('SIGKILL')
  await site.close()
  await fresh.drop()
})

it('nothing of what is fetched reaches a log at its lowest level, the queue, the audit log or a file beside the copies', async () => {
  for (const path of ['page', 'moved', 'gone', 'busy', 'loop', 'reset', 'pdf', 'nul', 'nested']) {
    const url = `http://site.test/${path}?${birds.of(`${path}, query of the link`)}`
    await wantCapture(database(), { source: await makeSource({ url, title: birds.of(`${path}, title of the source`) }), url, by: null, why: 'linked' })
  }
  const started = await startCaptureWorker({ 'site.test': site.place }, { LOG_LEVEL: 'debug' })
  worker = started.process
  for (;;) {
    const { rows } = await database().query(`select from handbill.capture_requests where state = 'working' or (state = 'waiting' and attempts = 0)`)
    if (rows.length === 0) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const { rows: outcomes } = await database().query<{ state: string; count: number }>('select state, count(*)::int as count from handbill.capture_requests group by state order by state')
  expect(outcomes).toEqual([{ state: 'done', count: 5 }, { state: 'failed', count: 2 }, { state: 'waiting', count: 2 }])
  // The words did come in, else this would prove nothing.
  const { rows: kept } = await database().query<{ words: string }>(`select string_agg(text || headers::text, '') as words from handbill.captures`)
  expect(birds.in(kept[0]!.words).length).toBeGreaterThan(5)

  const { rows: jobs } = await database().query(`select j.*, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)`)
  const { rows: audit } = await database().query('select * from handbill.audit_log')
  const said = started.said()
  expect(said).toContain('Went for a copy')
  expect(birds.in(`${said}${JSON.stringify(jobs)}${JSON.stringify(audit)}`)).toEqual([])
  const beside = filesBelow(fresh.dataDir).filter(({ path }) => !path.startsWith('captures/'))
  for (const { path, bytes } of beside) expect([path, birds.in(bytes)]).toEqual([path, []])
})
