import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { environmentOfChild } from '@/env'
import { createDatabase, type TestDatabase } from '../../support/database'
import { wxr } from '../../support/wxr'

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await createDatabase()
  folder = mkdtempSync(join(tmpdir(), 'handbill-import-'))
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

function command(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const variables = environmentOfChild({ DATABASE_URL: database.url, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' })
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'commands/handbill.ts', 'import', 'wxr', ...words], { env: variables }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err })
    })
  })
}

it('ends with 2 where it is called wrongly, and says how to call it', async () => {
  for (const words of [[], ['a.xml', 'b.xml'], ['a.xml', '--max-size', 'much'], ['a.xml', '--wat']]) {
    const { code, err } = await command(...words)
    expect(code).toBe(2)
    expect(err).toContain('import wxr FILE [--media DIR] [--adopt] [--dry-run]')
  }
}, 120_000)

it('ends with 1 and one plain line for a file that can’t be imported, with 0 and a report for one that can', async () => {
  const broken = join(folder, 'broken.xml')
  writeFileSync(broken, '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>')
  const refused = await command(broken)
  expect(refused.code).toBe(1)
  expect(refused.err.trim().split('\n').at(-1)).toMatch(/^Nothing was imported\. Line 1, column \d+: The file declares a document type\./)
  expect((await command(join(folder, 'none.xml'))).err).toContain('There is no file')

  const good = join(folder, 'good.xml')
  writeFileSync(good, wxr({ id: 1 }))
  const imported = await command(good)
  expect(imported).toMatchObject({ code: 0 })
  expect(imported.out).toContain('Brought in 1 article, 1 person.')
}, 240_000)
