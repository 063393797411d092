/** Releases that are sent out by processes which are killed at random moments: by the worker at their moment, or by hand. */
import { spawn, type ChildProcess } from 'node:child_process'
import { environmentOfChild } from '@/env'
import { database } from '@/platform/database'
import { addToRelease, makeRelease, release, scheduleRelease } from '@/publishing/releases/release'
import { account, approvedPage } from './approved-pages'

const DOCUMENTS = 3
/** How long after its restart a worker may take to bring a release out that was due, in milliseconds. */
const PATIENCE = 5_000
const LONGEST_LIFE = 900

/** How often a release was found out whole, and not at all, when its process was dead; and everything that was wrong. */
export type Kills = { whole: number; not: number; slowest: number; wrong: string[] }

/** Kills `rounds` releases, with `random` between 0 and 1 for each choice. Needs a fresh database with graphile's tables. */
export async function killReleases(rounds: number, random: () => number, say: (line: string) => void = () => undefined): Promise<Kills> {
  const kills: Kills = { whole: 0, not: 0, slowest: 0, wrong: [] }
  const publisher = await account('publisher')
  let worker: ChildProcess | null = null
  for (let round = 1; round <= rounds; round += 1) {
    const id = await makeRelease({ id: publisher, roles: ['publisher'] }, `Release ${round}`)
    const documents: string[] = []
    for (let number = 1; number <= DOCUMENTS; number += 1) {
      const document = await approvedPage(publisher, `Release ${round}, page ${number}`)
      await addToRelease(id, { id: publisher, roles: ['publisher'] }, { collection: 'pages', document })
      documents.push(document)
    }
    if (round % 2 === 0) await killByHand(id, publisher, random)
    else {
      worker ??= await start('commands/worker.ts')
      await scheduleRelease(id, { id: publisher, roles: ['publisher'] }, { at: '2100-01-01T00:00', timeZone: 'UTC' })
      // Soon, and by its local time a moment ago: a worker that holds the two against each other at its start finds it due.
      await database().query(`update handbill.schedules set at = now() + interval '200 milliseconds', local_time = to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') where release = $1`, [id])
      await pause(100 + random() * LONGEST_LIFE)
      await kill(worker)
      worker = null
    }
    const found = await publicAmong(documents)
    if (found === DOCUMENTS) kills.whole += 1
    else if (found === 0) kills.not += 1
    else kills.wrong.push(`Release ${round} was out with ${found} of ${DOCUMENTS} documents`)
    if (round % 2 === 1) {
      worker = await start('commands/worker.ts')
      kills.slowest = Math.max(kills.slowest, await untilOut(documents))
    } else if (found === 0) await release(id, { id: publisher, roles: ['publisher'] })
    kills.wrong.push(...(await problemsOf(id, documents, round)))
    if (round % 20 === 0) say(`${round} releases: ${kills.whole} found whole, ${kills.not} not at all, slowest after a restart ${Math.round(kills.slowest)} ms, ${kills.wrong.length} wrong`)
  }
  if (worker !== null) await kill(worker)
  return kills
}

async function killByHand(id: string, publisher: string, random: () => number): Promise<void> {
  const sender = await start('tests/support/release-now.ts')
  sender.send({ release: id, publisher })
  await pause(random() * 60)
  await kill(sender)
}

async function start(script: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', script], { env: environmentOfChild({ LOG_LEVEL: 'error' }), stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)))
  })
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  await untilNothingRuns()
}

/** Waits until the server has ended what the connections of a killed process were doing; ours do nothing meanwhile. */
async function untilNothingRuns(): Promise<void> {
  for (;;) {
    const { rows } = await database().query<{ count: number }>(`select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`)
    if (rows[0]?.count === 0) return
    await pause(10)
  }
}

async function publicAmong(documents: string[]): Promise<number> {
  const { rows } = await database().query<{ count: number }>('select count(*)::int as count from live_publications where document = any($1) and not is_tombstone', [documents])
  return rows[0]?.count ?? 0
}

async function untilOut(documents: string[]): Promise<number> {
  const started = performance.now()
  while ((await publicAmong(documents)) < DOCUMENTS && performance.now() - started < PATIENCE * 2) await pause(20)
  return performance.now() - started
}

async function problemsOf(id: string, documents: string[], round: number): Promise<string[]> {
  const { rows } = await database().query<{ publications: number; live: number; runs: number; state: string; waiting: number; said: number }>(
    `select (select count(*)::int from publications where document = any($1)) as publications,
       (select count(*)::int from live_publications where document = any($1)) as live,
       (select count(*)::int from handbill.review_runs where document::text = any($1) and ended_at is null) as runs,
       (select state from handbill.releases where id = $2) as state,
       (select count(*)::int from handbill.schedules where release = $2 and state = 'waiting') as waiting,
       (select count(*)::int from handbill.audit_log where action = 'released' and document = $2::text) as said`,
    [documents, id],
  )
  const found = rows[0]
  const expected = { publications: DOCUMENTS, live: DOCUMENTS, runs: 0, state: 'released', waiting: 0, said: 1 }
  return JSON.stringify(found) === JSON.stringify(expected) ? [] : [`Release ${round} ended as ${JSON.stringify(found)}`]
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
