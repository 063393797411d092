import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, describe } from 'vitest'
import { openReader } from '@/captures/extract/reader'

const folder = mkdtempSync(join(tmpdir(), 'handbill-reader-'))
const reader = openReader()
afterAll(() => {
  reader.close()
  rmSync(folder, { recursive: true })
})

function fileOf(bytes: string | Uint8Array): string {
  const file = join(folder, `${Math.random()}`)
  writeFileSync(file, bytes)
  return file
}

describe('the reader of strangers’ bodies', () => {
  it('reads a page in a process of its own, also one that leaves half of its markup out', async () => {
    const read = await reader.read({ file: fileOf('<!doctype html><title>A title</title><p>Some words.'), url: 'https://site.test/' })
    expect(read).toMatchObject({ kind: 'html', text: 'Some words.', title: 'A title' })
  })

  it('survives a body that makes its parser run out of memory or time, and reads the next one', async () => {
    const tight = openReader({ milliseconds: 30_000, megabytes: 40 })
    const bomb = fileOf(`<!doctype html><body>${'<i>x</i>'.repeat(1_500_000)}`)
    expect(await tight.read({ file: bomb, url: 'https://site.test/' })).toEqual({ problem: 'died' })
    expect(await tight.read({ file: fileOf('<!doctype html><p>Next.'), url: 'https://site.test/' })).toMatchObject({ text: 'Next.' })
    tight.close()
    const hasty = openReader({ milliseconds: 1 })
    expect(await hasty.read({ file: bomb, url: 'https://site.test/' })).toEqual({ problem: 'timeout' })
    hasty.close()
  })
})
