/** A local site of which every page is kept, by a worker that is killed on the way; and what there is to hold against it. */
import type { ChildProcess } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { pathOf } from '@/captures/keep/files'
import { verifyCaptures } from '@/captures/keep/verify'
import { wantCapture } from '@/captures/requests'
import { capturesOf, readCapture } from '@/captures/store'
import { packWacz } from '@/captures/wacz/pack'
import { database } from '@/platform/database'
import { localSite } from './local-site'
import { readWacz } from './read-wacz'
import { makeSource } from './sources'

const HOSTS = ['one.test', 'two.test', 'three.test', 'four.test']
/** How many copies may be under way when a worker is killed: those hosts are then visited once more. */
const UNDER_WAY = HOSTS.length
const PATIENCE_MS = 120_000

type Options = { pages: number; start: (hosts: Record<string, string>) => Promise<ChildProcess>; say?: (line: string) => void }

/**
 * Keeps `pages` pages, killing the worker after a third and after two thirds of them, and returns all that was wrong. Needs a fresh database with
 * graphile's tables. `start`: a worker in a process of its own, once it takes jobs, for which `hosts` are at local ports.
 */
export async function captureSite({ pages, start, say = () => undefined }: Options): Promise<string[]> {
  const wrong: string[] = []
  const site = await localSite((req, res) => {
    if (req.url?.startsWith('/old') === true) return void res.writeHead(301, { Location: req.url.replace('/old', '/page') }).end()
    res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<!doctype html><html lang="en"><title>Page ${req.url}</title><p>What page ${req.url} says. ${'More words. '.repeat(50)}</p></html>`)
  })
  let worker: ChildProcess | null = null
  try {
    const sources: string[] = []
    for (let number = 0; number < pages; number += 1) {
      const url = `http://${HOSTS[number % HOSTS.length]}/${number % 10 === 0 ? 'old' : 'page'}-${number}`
      const source = await makeSource({ url })
      sources.push(source)
      await wantCapture(database(), { source, url, by: null, why: 'linked' })
    }
    const hosts = Object.fromEntries(HOSTS.map((host) => [host, site.place]))
    for (const share of [1 / 3, 2 / 3, 1]) {
      worker = await start(hosts)
      await untilEnded(Math.floor(pages * share), pages, say)
      if (share === 1) break
      await kill(worker)
      say(`killed the worker; ${(await ended()).toString()} of ${pages} kept`)
    }
    wrong.push(...(await problemsOf(sources, site.asked)), ...(await proofProblems(sources[0] ?? '', say)))
  } finally {
    if (worker !== null) await kill(worker)
    await site.close()
  }
  return wrong
}

async function ended(): Promise<number> {
  const { rows } = await database().query<{ count: number }>(`select count(*)::int as count from handbill.capture_requests where state not in ('waiting', 'working')`)
  return rows[0]?.count ?? 0
}

async function untilEnded(count: number, pages: number, say: (line: string) => void): Promise<void> {
  let told = 0
  for (const until = Date.now() + PATIENCE_MS + pages * 500; ; ) {
    const done = await ended()
    if (done - told >= 100) {
      say(`${done} of ${pages} pages kept`)
      told = done
    }
    if (done >= count) return
    if (Date.now() > until) throw new Error(`Only ${done} of ${pages} pages were kept in time`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function kill(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const gone = new Promise((resolve) => worker.once('exit', resolve))
  worker.kill('SIGKILL')
  await gone
}

async function problemsOf(sources: readonly string[], asked: readonly string[]): Promise<string[]> {
  const wrong: string[] = []
  const { rows: states } = await database().query<{ state: string; count: number }>('select state, count(*)::int as count from handbill.capture_requests group by state')
  if (states.length !== 1 || states[0]?.state !== 'done') wrong.push(`Requests ended otherwise: ${JSON.stringify(states)}`)
  const { rows: kept } = await database().query<{ source: string; count: number }>('select source, count(*)::int as count from handbill.captures where failure is null group by source')
  const counts = new Map(kept.map(({ source, count }) => [source, count]))
  for (const source of sources) if (counts.get(source) !== 1) wrong.push(`${counts.get(source) ?? 0} captures of one source`)
  const twice = asked.length - new Set(asked).size
  if (twice > 4 * UNDER_WAY) wrong.push(`${twice} pages were visited more than once`)
  return wrong
}

/** Proves the copies, changes one byte of one and proves them again, and opens a WACZ. */
async function proofProblems(source: string, say: (line: string) => void): Promise<string[]> {
  const wrong: string[] = []
  const whole = await verifyCaptures(database())
  if (whole.firstWrong !== null) wrong.push(`A copy did not hold: ${JSON.stringify(whole.firstWrong)}`)
  const [summary] = await capturesOf(database(), source)
  const file = summary?.files[0]
  if (summary === undefined || file === undefined) return [...wrong, 'Nothing was kept of the first source']
  const bytes = await readFile(pathOf(file.sha256))
  const changed = Buffer.from(bytes)
  changed.writeUInt8(changed.readUInt8(9) ^ 1, 9)
  await writeFile(pathOf(file.sha256), changed)
  const found = await verifyCaptures(database())
  if (found.wrong !== 1 || found.firstWrong?.capture !== summary.id || found.firstWrong.problem !== 'changed') wrong.push(`A changed byte was not found: ${JSON.stringify(found)}`)
  await writeFile(pathOf(file.sha256), bytes)
  const capture = await readCapture(database(), summary.id)
  if (capture === null) return [...wrong, 'A capture could not be read']
  const wacz = await readWacz(await packWacz(capture))
  if (!wacz.records.some(({ block }) => block.includes(bytes))) wrong.push('The WACZ does not hold the page')
  say(`${whole.captures} copies with ${whole.files} files hold; a changed byte was found; a WACZ of ${wacz.records.length} records was read`)
  return wrong
}
