import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { environmentOfChild } from '../../env'
import { commandLine, freePort, hasEnded, pause, signal } from '../processes'
import { programs } from './programs'
import { serverAccount, type ServerAccount } from './server-account'

export type EmbeddedPostgres = {
  url: string
  port: number
  pid: number
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<void>
  /** Ends connections and stops, in order; after 8 s at once, to recover at the next start. */
  stop(): Promise<void>
}

type Options = {
  /** Holds the cluster, its password and its log; made where it is missing. */
  folder: string
  /** The port to listen on, where a restarted server must be found again; a free one by default. */
  port?: number
  /** Server settings over the usual ones. */
  settings?: Record<string, string>
  /** Told what takes time. */
  say?: (line: string) => void
}

const owner = 'handbill'

// One small newsroom on one machine: little memory, few processes, and only this machine may connect.
const usualSettings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '50',
  shared_buffers: '48MB',
  io_method: 'sync',
  max_logical_replication_workers: '0',
  max_wal_size: '256MB',
  log_min_messages: 'warning',
}

const layout = (folder: string) => ({ cluster: join(folder, 'postgres'), unfinished: join(folder, 'postgres.new'), password: join(folder, 'postgres-password'), log: join(folder, 'postgres.log') })

function childEnvironment(): NodeJS.ProcessEnv {
  const all = environmentOfChild({ LC_ALL: 'C' })
  // Settings meant for clients of another server.
  for (const variable of Object.keys(all)) if (variable.startsWith('PG')) delete all[variable]
  return all
}

function command(account: ServerAccount, program: string, args: string[]): [string, string[]] {
  const [first, ...rest] = [...account.prefix, program, ...args]
  return [first as string, rest]
}

function lastComplaint(text: string): string {
  const lines = text.trim().split('\n')
  return (lines.findLast((line) => /FATAL|PANIC|error:|No space left/.test(line)) ?? lines.at(-1) ?? '').trim()
}

// Made beside its place and renamed when it is whole, so that an interrupted start leaves nothing that looks like a cluster.
function makeCluster(folder: string, account: ServerAccount, initdb: string): void {
  const { cluster, unfinished, password } = layout(folder)
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  const handed = `${password}.handed`
  const word = randomBytes(24).toString('base64url')
  writeFileSync(password, `${word}\n`, { mode: 0o600 })
  writeFileSync(handed, `${word}\n`, { mode: 0o600 })
  const { uid, gid } = serverIds(account)
  if (uid !== undefined && gid !== undefined) for (const path of [unfinished, handed]) chownSync(path, uid, gid)
  try {
    const args = [`--pgdata=${unfinished}`, `--username=${owner}`, `--pwfile=${handed}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions']
    const [program, rest] = command(account, initdb, args)
    const run = spawnSync(program, rest, { uid: account.uid, gid: account.gid, cwd: folder, env: childEnvironment(), encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`The database could not be initialised: ${lastComplaint(run.stderr ?? String(run.error))}`)
  } finally {
    rmSync(handed, { force: true })
  }
  renameSync(unfinished, cluster)
}

function serverIds(account: ServerAccount): { uid?: number; gid?: number } {
  if (account.uid !== undefined) return account
  const number = (flag: string) => Number(account.prefix.find((word) => word.startsWith(flag))?.slice(flag.length))
  return account.prefix.length === 0 ? {} : { uid: number('--reuid='), gid: number('--regid=') }
}

/** What a killed run left behind: its server, which is stopped, or only the file that names it, which is removed. */
async function mend(cluster: string, say: (line: string) => void): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  const line = Number.isInteger(pid) && pid > 0 ? commandLine(pid) : null
  if (line === null || !line.includes(cluster)) {
    rmSync(file, { force: true })
    return
  }
  say('Stopping the database of an earlier run …')
  for (const [name, patience] of [['SIGINT', 8000], ['SIGQUIT', 5000], ['SIGKILL', 2000]] as const) {
    signal(pid, name)
    if (await hasEnded(pid, patience)) return
  }
  throw new Error(`The database of an earlier run (process ${pid}) does not stop.`)
}

async function connects(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch {
    await client.end().catch(() => undefined)
    return null
  }
}

async function awaitReady(url: string, child: ChildProcess, log: string): Promise<pg.Client> {
  const until = Date.now() + 60_000
  while (child.exitCode === null && child.signalCode === null && Date.now() < until) {
    const client = await connects(url)
    if (client !== null) return client
    await pause(50)
  }
  throw new Error(`The embedded database did not start: ${lastComplaint(readFileSync(log, 'utf8'))}`)
}

/**
 * Starts the PostgreSQL server whose cluster lies in `folder`, on a free port of the loopback interface, after making
 * the cluster where there is none and mending what an interrupted or killed run left.
 *
 * @throws with one line that says why, where it can't be made or does not start.
 */
export async function startEmbeddedPostgres({ folder, port: wantedPort, settings = {}, say = () => undefined }: Options): Promise<EmbeddedPostgres> {
  mkdirSync(folder, { recursive: true })
  const { postgres, initdb } = await programs()
  const account = serverAccount(postgres, folder)
  const { cluster, password, log } = layout(folder)
  if (!existsSync(cluster)) {
    say('Initialising the database …')
    makeCluster(folder, account, initdb)
  }
  await mend(cluster, say)
  const port = wantedPort ?? (await freePort())
  const flags = Object.entries({ ...usualSettings, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = openSync(log, 'w', 0o600)
  const [program, args] = command(account, postgres, ['-D', cluster, '-p', String(port), ...flags])
  // In a group of its own, so that Ctrl-C reaches only the supervisor, which stops things in their order.
  const child = spawn(program, args, { uid: account.uid, gid: account.gid, cwd: folder, env: childEnvironment(), stdio: ['ignore', output, output], detached: true })
  closeSync(output)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const at = (name: string) => `postgresql://${owner}:${readFileSync(password, 'utf8').trim()}@127.0.0.1:${port}/${name}`
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGINT')
    const impatience = setTimeout(() => child.kill('SIGQUIT'), 8000)
    await ended
    clearTimeout(impatience)
  }
  try {
    const client = await awaitReady(at('postgres'), child, log)
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [owner])
    if (rowCount === 0) await client.query(`create database ${owner}`)
    await client.end()
  } catch (error) {
    await stop()
    throw error
  }
  return { url: at(owner), port, pid: child.pid as number, ended, stop }
}
