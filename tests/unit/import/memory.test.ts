import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

// A heap that a file held in memory would not fit into. Without a limit, how much is held says more of when garbage was collected.
const SMALL_HEAP = ['--max-old-space-size=48', '--max-semi-space-size=2']
/** What the process takes with such a heap, and half a file more. */
const MOST_MEGABYTES = 150

async function read(megabytes: number, shape: 'items' | 'one'): Promise<{ outcome: string; peakMegabytes: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [...SMALL_HEAP, '--import', 'tsx', 'tests/support/read-endless-export.ts', String(megabytes), shape])
  return JSON.parse(stdout) as { outcome: string; peakMegabytes: number }
}

test('a file of 90 MB is read in the memory of a small process', async () => {
  const { outcome, peakMegabytes } = await read(90, 'items')
  expect(outcome).toMatch(/^\d{4} posts$/)
  expect(peakMegabytes).toBeLessThan(MOST_MEGABYTES)
}, 120_000)

test('one endless post is refused before it fills the memory', async () => {
  const { outcome, peakMegabytes } = await read(200, 'one')
  expect(outcome).toMatch(/longer than 4194304 characters/)
  expect(peakMegabytes).toBeLessThan(MOST_MEGABYTES)
}, 120_000)
