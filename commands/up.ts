import { existsSync } from 'node:fs'
import { env, setEnvironment } from '../src/env'
import type { Hold } from '../src/platform/instance'
import { freePort } from '../src/platform/processes'
import { tellAddresses } from './shared/addresses'
import { claim } from './shared/claim'
import { type KeptDatabase, keepEmbeddedDatabase } from './shared/embedded-database'
import { inForeground } from './shared/foreground'
import { buildIfStale } from './shared/next-build'
import { namedStep, prepareDatabase } from './shared/prepare-database'
import { serviceDefinitions } from './shared/services'
import { Stopped } from './shared/steps'
import { supervisor } from './shared/supervisor'

const HELP = `npm run up -- [--demo]

Starts the newsroom and its public site on PORT (3000): PostgreSQL unless DATABASE_URL names one, the desk, the worker and
the web server. An empty database of its own gets demo content and accounts; an external one only with --demo.
Stop it with Ctrl-C.
`

const say = (line: string) => process.stdout.write(`${line}\n`)
const stopping = new AbortController()
// Next greets with the address of its own port, which is nobody's business.
const greeting = /^\s*(▲ Next|- (Local|Network):|✓ )|^\s*$/
const services = supervisor(
  (name, line) => (name === 'cms' && greeting.test(line) ? undefined : say(`${name} | ${line}`)),
  (children) => held?.update({ children }),
)
let held: Hold | null = null
let database: KeptDatabase | null = null

async function startServices(cmsPort: number): Promise<void> {
  for (const service of serviceDefinitions(cmsPort)) await services.start(service)
}

async function up(wantsDemo: boolean): Promise<void> {
  held = await claim('up', say)
  const isExternal = env().databaseUrl !== null
  if (!isExternal) {
    say('Starting the database …')
    database = await keepEmbeddedDatabase(say)
    setEnvironment({ DATABASE_URL: database.url })
    held.update({ databaseUrl: database.url })
  }
  const url = env().databaseUrl as string
  await prepareDatabase(url, { isExternal, wantsDemo, say, stopping: stopping.signal })
  await buildIfStale(say, stopping.signal)
  if (!existsSync(`${env().editionDir}/public/index.html`)) await namedStep('Baking the edition', ['dist/handbill.mjs', 'bake', '--all'], { say, stopping: stopping.signal })
  if (stopping.signal.aborted) throw new Stopped()
  say('Starting the desk, the worker and the web server …')
  await startServices(env().cmsPort ?? (await freePort()))
  if (stopping.signal.aborted) throw new Stopped()
  await tellAddresses(url, say)
}

async function down(): Promise<void> {
  await services.stop('web')
  await Promise.all([services.stop('cms'), services.stop('worker')])
  await database?.stop()
  held?.release()
}

if (process.argv.includes('--help')) {
  say(HELP)
  process.exit(0)
}

setEnvironment({ NODE_ENV: 'production' })
await inForeground(() => up(process.argv.includes('--demo')), down, stopping, say)
