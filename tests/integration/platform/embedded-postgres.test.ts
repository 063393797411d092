import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/platform/embedded-postgres/server'
import { hasEnded } from '../../../src/platform/processes'

const settings = { fsync: 'off' }
let folder: string
let running: EmbeddedPostgres[]

const start = async (say?: (line: string) => void) => {
  const server = await startEmbeddedPostgres({ folder, settings, say })
  running.push(server)
  return server
}

async function ask(server: EmbeddedPostgres, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: server.url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(text)).rows[0]
  } finally {
    await client.end()
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handbill-embedded-'))
  chmodSync(folder, 0o711)
  running = []
})
afterEach(async () => {
  for (const server of running) await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('the embedded database', () => {
  it('keeps what was written, from one start to the next', async () => {
    const first = await start()
    await ask(first, 'create table kept as select 7 as seven')
    await first.stop()
    expect(await ask(await start(), 'select seven from kept')).toEqual({ seven: 7 })
  })

  it('stores text in any script and lower-cases it, on any machine alike', async () => {
    expect(await ask(await start(), `select lower('ÉCLAIR İSTANBUL') as lower, 'بحر' as sea, current_setting('server_encoding') as encoding`)).toMatchObject({ sea: 'بحر', encoding: 'UTF8' })
  })

  it('lets nobody in without its password, which only its owner can read', async () => {
    const server = await start()
    const url = new URL(server.url)
    url.password = 'guessed'
    await expect(ask({ ...server, url: url.href }, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    expect(statSync(join(folder, 'postgres-password')).mode & 0o077).toBe(0)
  })

  it('begins again where an earlier start was broken off while it was made', async () => {
    mkdirSync(join(folder, 'postgres.new'))
    writeFileSync(join(folder, 'postgres.new', 'PG_VERSION'), '18')
    expect(await ask(await start(), 'select 1 as one')).toEqual({ one: 1 })
    expect(existsSync(join(folder, 'postgres.new'))).toBe(false)
  })

  it('starts after it was killed, with what was committed', async () => {
    const first = await start()
    await ask(first, 'create table kept as select 7 as seven')
    process.kill(first.pid, 'SIGKILL')
    await first.ended
    expect(await ask(await start(), 'select seven from kept')).toEqual({ seven: 7 })
  })

  it('takes the place of a server that a killed run left behind', async () => {
    const orphan = await start()
    const said: string[] = []
    const next = await start((line) => said.push(line))
    expect(said.join()).toContain('an earlier run')
    expect(await hasEnded(orphan.pid, 1000)).toBe(true)
    expect(await ask(next, 'select 1 as one')).toEqual({ one: 1 })
  })

  it('is not misled by the file of a server whose process number now belongs to another program', async () => {
    await (await start()).stop()
    const bystander = spawn('sleep', ['60'])
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${bystander.pid}\n${join(folder, 'postgres')}\n`)
    try {
      expect(await ask(await start(), 'select 1 as one')).toEqual({ one: 1 })
      expect(bystander.exitCode).toBeNull()
    } finally {
      bystander.kill()
    }
  })

  it('says in one line what is wrong where it can not start', async () => {
    await (await start()).stop()
    rmSync(join(folder, 'postgres', 'global'), { recursive: true })
    await expect(start()).rejects.toThrow(/^The embedded database did not start: .*global/)
  })
})
