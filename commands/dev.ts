import { env, setEnvironment } from '../src/env'
import type { Hold } from '../src/platform/instance'
import { tellAddresses } from './shared/addresses'
import { claim } from './shared/claim'
import { type KeptDatabase, keepEmbeddedDatabase } from './shared/embedded-database'
import { inForeground } from './shared/foreground'
import { prepareDatabase } from './shared/prepare-database'
import { supervisor } from './shared/supervisor'

const HELP = `npm run dev -- [--demo]

Starts the desk and the site with hot reload on PORT (3000), the worker, and PostgreSQL unless DATABASE_URL names one. Pages
come straight from the record, not from baked files. The worker is bundled at the start: restart to change it.
`

const say = (line: string) => process.stdout.write(`${line}\n`)
const stopping = new AbortController()
const services = supervisor(
  (name, line) => say(name === 'cms' ? line : `${name} | ${line}`),
  (children) => held?.update({ children }),
)
let held: Hold | null = null
let database: KeptDatabase | null = null

async function dev(wantsDemo: boolean): Promise<void> {
  held = await claim('dev', say)
  const { databaseUrl, port, host } = env()
  if (databaseUrl === null) {
    say('Starting the database …')
    database = await keepEmbeddedDatabase(say)
    setEnvironment({ DATABASE_URL: database.url })
    held.update({ databaseUrl: database.url })
  }
  const url = env().databaseUrl as string
  await prepareDatabase(url, { isExternal: databaseUrl !== null, wantsDemo, say, stopping: stopping.signal })
  const { siteUrl, adminUrl } = env()
  const environment = { SITE_URL: siteUrl, ADMIN_URL: adminUrl, NEXT_TELEMETRY_DISABLED: '1' }
  await services.start({ name: 'worker', args: ['dist/worker.mjs'], environment, patience: 5000 })
  const next = ['node_modules/next/dist/bin/next', 'dev', '--port', String(port), '--hostname', host]
  await services.start({ name: 'cms', args: next, environment: { ...environment, NODE_ENV: 'development' }, patience: 4000, isSilent: true })
  await tellAddresses(url, say)
}

async function down(): Promise<void> {
  await Promise.all([services.stop('cms'), services.stop('worker')])
  await database?.stop()
  held?.release()
}

if (process.argv.includes('--help')) {
  say(HELP)
  process.exit(0)
}

await inForeground(() => dev(process.argv.includes('--demo')), down, stopping, say)
