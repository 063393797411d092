import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { environmentOfChild, setEnvironment } from '@/env'
import { health } from '@/jobs/health'
import { startWorker, type RunningWorker } from '@/jobs/worker'
import { setClock } from '@/platform/clock'
import { inTransaction } from '@/platform/database'
import { addEvent } from '@/review/store'
import { filesBelow } from '../../support/canaries'
import { openDesk, type Desk } from '../../support/desk'
import { openNewsroom, type Newsroom } from '../../support/newsroom'
import { live } from '../../support/publications'
import { publish, untilBaked } from '../../support/published'

let desk: Desk
let room: Newsroom
let worker: RunningWorker | null = null
const children: ChildProcess[] = []

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
})
afterEach(async () => {
  await worker?.stop()
  worker = null
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => desk.close())

async function workerProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'commands/worker.ts'], { env: environmentOfChild({ DATABASE_URL: desk.database.url, DATA_DIR: desk.database.dataDir, LOG_LEVEL: 'error' }), stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  children.push(child)
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)))
  })
  return child
}

const comment = (document: string): Promise<void> => inTransaction((tx) => addEvent(tx, { collection: 'articles', document, run: null, kind: 'commented', by: room.team.care.id }))

/** The first row that a statement gives, asked again until there is one. */
async function until<R extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<R> {
  const started = performance.now()
  for (;;) {
    const [row] = await room.sql<R>(text, values)
    if (row !== undefined) return row
    if (performance.now() - started > 20_000) throw new Error(`nothing within 20 s: ${text}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('an event becomes a notice within moments of its commit, and a mail when its time has come', async () => {
  worker = await startWorker()
  expect((await health()).worker.alive).toBe(1)
  const id = await room.write('articles')
  await comment(id)
  await until('select from handbill.notices where document = $1', [id])
  const soon = await until<{ run_at: Date }>(`select run_at from graphile_worker.jobs where key = 'notify later'`)
  expect(Math.abs(soon.run_at.getTime() - Date.now() - 120_000)).toBeLessThan(10_000)
  const back = setClock(() => new Date(Date.now() + 180_000))
  try {
    await room.sql(`select graphile_worker.add_job('notify', '{}'::json, queue_name := 'notices')`)
    await until(`select from handbill.notices where document = $1 and mail_state = 'sent'`, [id])
  } finally {
    back()
  }
  expect(filesBelow(`${desk.database.dataDir}/mail`).map(({ path }) => path)).toEqual([expect.stringMatching(/^notice-[0-9a-f-]{36}\.eml$/)])
})

test('a worker that is killed at it loses no notice and doubles none', async () => {
  const killed = await workerProcess()
  const id = await room.write('articles')
  await inTransaction(async (tx) => {
    await tx.query('lock table handbill.notices in exclusive mode')
    await comment(id)
    await until(`select from pg_locks where relation = 'handbill.notices'::regclass and not granted`)
    killed.kill('SIGKILL')
    await new Promise((resolve) => killed.once('exit', resolve))
  })
  worker = await startWorker()
  await until('select from handbill.notices where document = $1', [id])
  await until(`select where not exists (select from graphile_worker.jobs where task_identifier = 'notify' and run_at <= now())`)
  expect(await room.sql('select kind from handbill.notices where document = $1', [id])).toEqual([{ kind: 'commented' }])
  expect(await room.sql('select from handbill.unnoticed')).toEqual([])
})

test('an event whose job was lost is told all the same', async () => {
  const id = await room.write('articles')
  await comment(id)
  await room.sql(`delete from graphile_worker._private_jobs`)
  worker = await startWorker()
  await until('select from handbill.notices where document = $1', [id])
})

test('a mail server that says nothing keeps no publication waiting', async () => {
  const sockets: Socket[] = []
  const silent = createServer((socket) => void sockets.push(socket))
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', () => resolve()))
  const back = setClock(() => new Date(Date.now() + 600_000))
  setEnvironment({ SMTP_URL: `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}` })
  try {
    worker = await startWorker()
    const id = await room.write('articles')
    await comment(id)
    await until('select from handbill.notice_mails where unknown_outcomes = 1 and sent_at is null')
    const started = performance.now()
    await untilBaked(await publish(live('articles', 40, { slug: 'fortieth', title: 'Fortieth', topics: [] })))
    expect(performance.now() - started).toBeLessThan(8_000)
    expect(await room.sql('select from handbill.notice_mails where unknown_outcomes = 1 and sent_at is null')).toHaveLength(1)
  } finally {
    for (const socket of sockets) socket.destroy()
    silent.close()
    back()
    setEnvironment({ SMTP_URL: undefined })
  }
})
