import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hold, holder, type Instance, orphans } from '../../../src/platform/instance'
import { birthOf } from '../../../src/platform/processes'

let folder: string
let file: string
const write = (instance: Partial<Instance>) => writeFileSync(file, JSON.stringify({ command: 'up', databaseUrl: null, children: [], ...instance }))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handbill-instance-'))
  file = join(folder, 'running.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('who uses a data directory', () => {
  it('is one process at a time', () => {
    const held = hold(file, 'up')
    expect(held).not.toBeNull()
    expect(hold(file, 'dev')).toBeNull()
    expect(holder(file)?.command).toBe('up')
    held?.release()
    expect(holder(file)).toBeNull()
    expect(hold(file, 'dev')).not.toBeNull()
  })

  it('is nobody, where the process that says so has gone or its number belongs to another one now', () => {
    write({ pid: 2 ** 22 + 1, birth: '1' })
    expect(holder(file)).toBeNull()
    write({ pid: process.pid, birth: 'another time' })
    expect(holder(file)).toBeNull()
    expect(hold(file, 'up')).not.toBeNull()
  })

  it('is nobody, where the file was broken off while it was written', () => {
    writeFileSync(file, '{"pid":')
    expect(holder(file)).toBeNull()
    expect(orphans(file)).toEqual([])
    expect(hold(file, 'up')).not.toBeNull()
  })

  it('is told to others with its database, and to nobody else', () => {
    hold(file, 'up')?.update({ databaseUrl: 'postgresql://a:secret@127.0.0.1/x' })
    expect(holder(file)?.databaseUrl).toContain('secret')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid })
  })
})

describe('what a killed run left running', () => {
  it('is the very processes that it had started, and no others', () => {
    const child = spawn('sleep', ['30'])
    try {
      const pid = child.pid as number
      const birth = birthOf(pid) as string
      const children = [{ pid, birth, name: 'worker' }, { pid, birth: 'another time', name: 'cms' }, { pid: 2 ** 22 + 1, birth: '1', name: 'web' }]
      write({ pid: 2 ** 22 + 1, birth: '1', children })
      expect(orphans(file)).toEqual([children[0]])
    } finally {
      child.kill()
    }
  })

  it('is nothing while whoever started it is alive', () => {
    const birth = birthOf(process.pid) as string
    write({ pid: process.pid, birth, children: [{ pid: process.pid, birth, name: 'worker' }] })
    expect(orphans(file)).toEqual([])
  })
})
