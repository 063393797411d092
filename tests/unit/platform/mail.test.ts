import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { setEnvironment } from '@/env'
import { mail } from '@/platform/mail'
import { sendMail } from '@/platform/send-mail'

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

it('fails where no server takes it, so that nobody is told that it was sent', async () => {
  setEnvironment({ SMTP_URL: 'smtp://127.0.0.1:1' })
  await expect(mail({ payload: {} as Payload }).sendEmail({ from: 'desk@site.example', to: 'editor@site.example', subject: 'x', text: 'x' })).rejects.toThrow('ECONNREFUSED')
})

it('keeps the same mail, kept twice, as one file', async () => {
  for (const _ of [1, 2]) expect(await sendMail({ from: 'desk@site.example', to: 'editor@site.example', subject: 'x', text: 'x' }, { fileName: 'notice-1' })).toEqual({ kind: 'sent' })
  expect(readdirSync(join(folder, 'mail'))).toEqual(['notice-1.eml'])
})

it('says that a mail was not sent where its file can’t be written', async () => {
  writeFileSync(join(folder, 'mail'), 'a file where the folder should be')
  expect(await sendMail({ from: 'desk@site.example', to: 'editor@site.example', subject: 'x', text: 'x' })).toMatchObject({ kind: 'notSent', isFinal: false, isAway: true })
})
