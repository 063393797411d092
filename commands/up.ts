import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { env, setEnvironment } from '../src/env'
import { dataPath } from '../src/platform/data-directory'
import type { Hold } from '../src/platform/instance'
import { freePort } from '../src/platform/processes'
import { claim } from './shared/claim'
import { databaseState, recreateDatabase } from './shared/database-state'
import { keptDemoPassword, newDemoPassword } from './shared/demo-password'
import { type KeptDatabase, keepEmbeddedDatabase } from './shared/embedded-database'
import { plainReason } from './shared/failures'
import { buildIfStale } from './shared/next-build'
import { serviceDefinitions } from './shared/services'
import { runStep, Stopped } from './shared/steps'
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

async function step(words: string, args: string[], environment: Record<string, string> = {}, isShown = false): Promise<void> {
  say(`${words} …`)
  const { code, tail } = await runStep({ args, environment, onLine: isShown ? (line) => say(`  ${line}`) : undefined, stopping: stopping.signal })
  if (code === 0) return
  const spoken = tail.filter((line) => line.trim() !== '')
  spoken.slice(-13, -1).forEach(say)
  throw new Error(spoken.at(-1) ?? `${words}: exit code ${code}`)
}

const unfinishedDemo = () => dataPath('demo-unfinished')

// Nobody has been let in before the demo content is whole, so of a load that was broken off nothing is worth keeping.
async function forgetUnfinishedDemo(url: string): Promise<void> {
  if (!existsSync(unfinishedDemo())) return
  say('An earlier start was broken off while it loaded demo content; beginning again …')
  await recreateDatabase(url)
  rmSync(env().editionDir, { recursive: true, force: true })
  rmSync(unfinishedDemo())
}

async function prepareDatabase(url: string, isExternal: boolean, wantsDemo: boolean): Promise<void> {
  if (!isExternal) await forgetUnfinishedDemo(url)
  const before = await databaseState(url)
  if (before.isBehind) await step('Bringing the database up to date', ['dist/handbill.mjs', 'migrate'])
  if (before.hasUsers || (isExternal && !wantsDemo)) return
  if (!isExternal) writeFileSync(unfinishedDemo(), '')
  await step('Loading demo content', ['dist/load-demo.mjs'], { DEMO_PASSWORD: newDemoPassword() }, true)
  rmSync(unfinishedDemo(), { force: true })
}

async function startServices(cmsPort: number): Promise<void> {
  for (const service of serviceDefinitions(cmsPort)) await services.start(service)
}

async function tellAddresses(url: string): Promise<void> {
  const { siteUrl, adminUrl } = env()
  const { hasUsers, hasDemoAccounts } = await databaseState(url)
  const password = env().demoPassword ?? keptDemoPassword()
  say(['', `  Site   ${siteUrl}`, `  Desk   ${adminUrl}/admin`, `  Feeds  ${siteUrl}/feeds`].join('\n'))
  if (hasDemoAccounts) {
    say(`\n  Demo accounts: admin@, publisher@, editor@, contributor@, sources@, care@, legal@, copy@ demo.example`)
    say(`  Their password: ${password ?? 'as printed when they were made'}`)
  } else if (!hasUsers) {
    say('\n  Nobody can sign in yet. Add the first account:\n  npm run handbill -- user add --email you@example.org --name "Your Name" --role administrator')
  }
  say('\n  Ctrl-C stops everything.\n')
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
  await prepareDatabase(url, isExternal, wantsDemo)
  await buildIfStale(say, stopping.signal)
  if (!existsSync(`${env().editionDir}/public/index.html`)) await step('Baking the edition', ['dist/handbill.mjs', 'bake', '--all'])
  if (stopping.signal.aborted) throw new Stopped()
  say('Starting the desk, the worker and the web server …')
  await startServices(env().cmsPort ?? (await freePort()))
  if (stopping.signal.aborted) throw new Stopped()
  await tellAddresses(url)
}

async function down(): Promise<void> {
  await services.stop('web')
  await Promise.all([services.stop('cms'), services.stop('worker')])
  await database?.stop()
  held?.release()
}

function askToStop(): void {
  if (stopping.signal.aborted) return
  say('Stopping …')
  stopping.abort()
}

process.on('SIGINT', askToStop)
process.on('SIGTERM', askToStop)
process.on('SIGHUP', askToStop)

if (process.argv.includes('--help')) {
  say(HELP)
  process.exit(0)
}

setEnvironment({ NODE_ENV: 'production' })
const failure = await up(process.argv.includes('--demo')).then(
  () => new Promise<null>((resolve) => (stopping.signal.aborted ? resolve(null) : stopping.signal.addEventListener('abort', () => resolve(null)))),
  (error: unknown) => (error instanceof Stopped || stopping.signal.aborted ? null : error),
)
if (failure !== null) process.stderr.write(`${plainReason(failure)}\n`)
await down().catch((error: unknown) => process.stderr.write(`${plainReason(error)}\n`))
process.exit(failure === null ? 0 : 1)
