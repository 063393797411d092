import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { environmentOfChild } from '../../src/env'
import { freePort } from '../../src/platform/processes'
import { publishOne, signIn } from './newsroom'
import type { Measure } from './table'

const PASSWORD = 'of-a-bench-and-known-to-all'
const VIEWS = 60
const PUBLISHED = 10

function parentOf(pid: string): number {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return 0
  }
}

// Proportional set size: pages that processes share are counted once, divided among them.
function kilobytes(pid: number): number {
  try {
    return Number(/^Pss:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1])
  } catch {
    return 0
  }
}

/** What all processes below `root`, itself included, hold in memory, in megabytes. */
function memoryOf(root: number): number {
  const parents = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => [Number(pid), parentOf(pid)]))
  const isBelow = (pid: number): boolean => pid === root || (parents.has(pid) && pid > 1 && isBelow(parents.get(pid) as number))
  return [...parents.keys()].filter(isBelow).reduce((sum, pid) => sum + kilobytes(pid), 0) / 1024
}

async function isUp(url: string): Promise<boolean> {
  return fetch(`${url}/api/health`).then(({ ok }) => ok, () => false)
}

/** The memory of all that `npm run up` itself runs, with the demo content: at rest, and after the desk was used and texts were published. */
export async function benchMemory(): Promise<Measure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'handbill-bench-'))
  chmodSync(dataDir, 0o711)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const up = spawn(process.execPath, ['dist/up.mjs'], { env: environmentOfChild({ NODE_ENV: undefined, DATABASE_URL: undefined, DATA_DIR: dataDir, PORT: String(port), DEMO_PASSWORD: PASSWORD }), stdio: 'ignore' })
  const ended = new Promise((resolve) => up.once('exit', resolve))
  try {
    while (!(await isUp(url))) {
      if (up.exitCode !== null) throw new Error('npm run up ended before it answered')
      await wait(500)
    }
    const root = up.pid as number
    const atRest = memoryOf(root)
    const editor = await signIn(url, 'editor', PASSWORD)
    const { docs } = await editor.get<{ docs: { id: string }[] }>('/api/articles?limit=50&depth=0')
    for (let view = 0; view < VIEWS; view += 1) await editor.page(view % 3 === 0 ? '/admin' : `/admin/collections/articles/${docs[view % docs.length]?.id}`)
    for (let number = 0; number < PUBLISHED; number += 1) await publishOne(url, `memory-${number}`, PASSWORD)
    const used = memoryOf(root)
    return [{ what: 'memory of everything that `npm run up` runs', value: used, unit: 'MB', budget: 600, note: `proportional, after ${VIEWS} views of the desk and ${PUBLISHED} publications; ${Math.round(atRest)} MB at rest` }]
  } finally {
    up.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
}
