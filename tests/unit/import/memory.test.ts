import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

async function read(megabytes: number, shape: 'items' | 'one'): Promise<{ outcome: string; peakMegabytes: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tests/support/read-endless-export.ts', String(megabytes), shape])
  return JSON.parse(stdout) as { outcome: string; peakMegabytes: number }
}

test('memory does not grow with the file: six times as much takes less than 50 MB more', async () => {
  const [small, large] = [await read(15, 'items'), await read(90, 'items')]
  expect(large.outcome).toMatch(/^\d{4} posts$/)
  expect(large.peakMegabytes - small.peakMegabytes).toBeLessThan(60)
}, 120_000)

test('one endless post is refused before it fills the memory', async () => {
  const small = await read(1, 'items')
  const endless = await read(200, 'one')
  expect(endless.outcome).toMatch(/longer than 4194304 characters/)
  expect(endless.peakMegabytes - small.peakMegabytes).toBeLessThan(80)
}, 120_000)
