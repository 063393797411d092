import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { setEnvironment } from '@/env'
import { mail } from '@/platform/mail'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handbill-mail-'))
  setEnvironment({ DATA_DIR: folder, SMTP_URL: undefined })
})
afterEach(() => rmSync(folder, { recursive: true }))

it('keeps mail as a file that only its owner reads where no server is set', async () => {
  await mail({ payload: {} as Payload }).sendEmail({ from: 'desk@site.example', to: 'editor@site.example', subject: 'تجربة', text: 'Follow this link' })
  const [file, ...others] = readdirSync(join(folder, 'mail'))
  expect(others).toEqual([])
  const path = join(folder, 'mail', file as string)
  expect(readFileSync(path, 'utf8')).toMatch(/^To: editor@site\.example$/m)
  expect(readFileSync(path, 'utf8')).toContain('Follow this link')
  expect(statSync(path).mode & 0o077).toBe(0)
})
