import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '../../commands/shared/next-build'
import { SERVICE_ARGS } from '../../commands/shared/services'
import { runStep } from '../../commands/shared/steps'
import { environmentOfChild } from '../../src/env'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres/server'
import { freePort } from '../../src/platform/processes'

export type System = {
  /** Origin of the web server: what readers and editors open. */
  url: string
  /** Origin of the desk's own server, behind it. */
  cmsUrl: string
  databaseUrl: string
  dataDir: string
  /** Where all processes write what they say; for looking at after a failure. */
  log: string
  killWorker(): Promise<void>
  startWorker(): Promise<void>
  stopDatabase(): Promise<void>
  startDatabase(): Promise<void>
  stop(): Promise<void>
}

export const demoPassword = 'known-to-every-test-1'

type Name = keyof typeof SERVICE_ARGS

function launch(name: Name, environment: NodeJS.ProcessEnv, log: (words: string) => void): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...SERVICE_ARGS[name]], { env: environment, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    child.stdout?.on('data', (words) => log(`${name} | ${words}`))
    child.stderr?.on('data', (words) => log(`${name} | ${words}`))
    child.once('message', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`The ${name} ended at its start with exit code ${code}`)))
  })
}

async function end(child: ChildProcess | undefined, name: NodeJS.Signals): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill(name)
  const impatience = setTimeout(() => child.kill('SIGKILL'), 5000)
  await ended
  clearTimeout(impatience)
}

/**
 * A whole newsroom as it runs in production: the built desk, the worker and the web server on free ports, over a server
 * of PostgreSQL and a data directory of its own. With `demo`, it holds the demo content and accounts, whose password is
 * `demoPassword`. `hosts`: names of sites, with the ports of this machine that answer for them; without any, nothing is fetched.
 */
export async function startSystem({ demo = false, hosts = {} }: { demo?: boolean; hosts?: Record<string, number> } = {}): Promise<System> {
  const never = new AbortController().signal
  execFileSync(process.execPath, ['commands/prepare.mjs'])
  await buildIfStale(() => undefined, never)
  const dataDir = mkdtempSync(join(tmpdir(), 'handbill-system-'))
  chmodSync(dataDir, 0o711)
  const log = join(dataDir, 'log')
  const note = (words: string) => writeFileSync(log, words, { flag: 'a' })
  let database: EmbeddedPostgres = await startEmbeddedPostgres({ folder: dataDir, settings: { fsync: 'off' } })
  const [port, cmsPort] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const variables = {
    NODE_ENV: 'production', DATABASE_URL: database.url, DATA_DIR: dataDir, MEDIA_DIR: undefined, EDITION_DIR: undefined, PORT: String(port), CMS_PORT: String(cmsPort), HOST: '127.0.0.1',
    SITE_URL: url, ADMIN_URL: undefined, PAYLOAD_SECRET: 'of-a-test-and-known-to-all', DEMO_PASSWORD: demoPassword, SMTP_URL: undefined, TRUST_PROXY: undefined, LOG_LEVEL: 'info',
    ...(Object.keys(hosts).length === 0 ? { FETCH: 'off' } : { FETCH: 'on', FETCH_TEST_HOSTS: Object.entries(hosts).map(([name, at]) => `${name}=127.0.0.1:${at}`).join(), CAPTURE_PAUSE_MS: '0', SCREENSHOTS: 'off' }),
  }
  const environment = environmentOfChild(variables)
  const children: Partial<Record<Name, ChildProcess>> = {}
  const start = async (name: Name) => {
    children[name] = await launch(name, environment, note)
  }
  const step = async (args: string[]) => {
    const { code, tail } = await runStep({ args, environment: variables, onLine: (line) => note(`${args[0]} | ${line}\n`), stopping: never })
    if (code !== 0) throw new Error(`${args.join(' ')} failed:\n${tail.join('\n')}`)
  }
  const stop = async () => {
    await Promise.all(Object.values(children).map((child) => end(child, 'SIGTERM')))
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await step(['dist/handbill.mjs', 'migrate'])
    if (demo) await step(['dist/load-demo.mjs'])
    await step(['dist/handbill.mjs', 'bake', '--all'])
    for (const name of ['worker', 'cms', 'web'] as const) await start(name)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url,
    cmsUrl: `http://127.0.0.1:${cmsPort}`,
    databaseUrl: database.url,
    dataDir,
    log,
    killWorker: () => end(children.worker, 'SIGKILL'),
    startWorker: () => start('worker'),
    stopDatabase: () => database.stop(),
    async startDatabase() {
      database = await startEmbeddedPostgres({ folder: dataDir, port: database.port, settings: { fsync: 'off' } })
    },
    stop,
  }
}

/** The last of what a system's processes said, for the message of a failed test. */
export function lastWords(system: System): string {
  return existsSync(system.log) ? execFileSync('tail', ['-n', '40', system.log], { encoding: 'utf8' }) : ''
}
