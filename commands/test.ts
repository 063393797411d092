import { mkdirSync, rmSync } from 'node:fs'
import { setEnvironment } from '../src/env'
import { installedBrowser } from '../tests/support/browser'
import { startTestServer } from '../tests/support/test-server'
import { drift } from './shared/drift'
import { plainReason } from './shared/failures'
import { buildIfStale } from './shared/next-build'
import { runStep, Stopped } from './shared/steps'
import { checkOutcome, type Outcome, playwrightOutcome, vitestOutcome } from './shared/suites'

const HELP = `npm test -- [SUITE …]

Runs build, lint, types, drift, unit, integration, contract and e2e, or only the suites named, installing what they need.
`

const say = (line: string) => process.stdout.write(`${line}\n`)
const stopping = new AbortController()
const results = 'test-results'

const run = async (args: string[]) => (await runStep({ args, onLine: say, stopping: stopping.signal })).code

async function vitest(project: string): Promise<Outcome> {
  const file = `${results}/${project}.json`
  const code = await run(['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  return vitestOutcome(file, code)
}

async function onDatabase(project: string): Promise<Outcome> {
  const server = await startTestServer()
  try {
    setEnvironment({ TEST_DATABASE_URL: server.url })
    return await vitest(project)
  } finally {
    await server.stop()
  }
}

async function checkDrift(): Promise<Outcome> {
  const problems = await drift(stopping.signal)
  problems.forEach(say)
  return checkOutcome(problems.length)
}

async function endToEnd(): Promise<Outcome> {
  const file = `${results}/e2e.json`
  setEnvironment({ CHROMIUM_PATH: installedBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  return playwrightOutcome(file, await run(['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json']))
}

async function build(): Promise<Outcome> {
  await buildIfStale(say, stopping.signal)
  return checkOutcome(0)
}

const suites: Record<string, () => Promise<Outcome>> = {
  // First, since types stand on it too: Next declares what its files may import.
  build,
  lint: async () => checkOutcome(await run(['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'])),
  types: async () => checkOutcome(await run(['node_modules/typescript/bin/tsc', '--noEmit'])),
  drift: checkDrift,
  unit: () => vitest('unit'),
  integration: () => onDatabase('integration'),
  contract: () => onDatabase('contract'),
  e2e: endToEnd,
}

async function suite(name: string): Promise<Outcome> {
  const began = Date.now()
  say(`\n── ${name} ──`)
  const outcome = await (suites[name] as () => Promise<Outcome>)().catch((error: unknown) => {
    if (error instanceof Stopped) throw error
    say(plainReason(error))
    return checkOutcome(1)
  })
  say(`── ${name}: ${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped in ${Math.round((Date.now() - began) / 1000)} s`)
  return outcome
}

async function main(asked: string[]): Promise<number> {
  const unknown = asked.find((name) => !Object.hasOwn(suites, name))
  if (unknown !== undefined) {
    process.stderr.write(unknown === '--help' ? HELP : `There is no suite "${unknown}".\n${HELP}`)
    return unknown === '--help' ? 0 : 2
  }
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  const outcomes: Outcome[] = []
  for (const name of asked.length > 0 ? asked : Object.keys(suites)) outcomes.push(await suite(name))
  const sum = (key: keyof Outcome) => outcomes.reduce((total, outcome) => total + outcome[key], 0)
  say(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
}

for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stopping.abort())
// A developer's own settings must not decide how a test ends.
for (const variable of ['DATABASE_URL', 'TEST_DATABASE_URL', 'DATA_DIR', 'MEDIA_DIR', 'EDITION_DIR', 'PORT', 'CMS_PORT', 'HOST', 'SITE_URL', 'ADMIN_URL', 'PAYLOAD_SECRET', 'DEMO_PASSWORD', 'SMTP_URL', 'TRUST_PROXY', 'LOG_LEVEL', 'NODE_ENV', 'INIT_CWD']) {
  setEnvironment({ [variable]: undefined })
}
setEnvironment({ NEXT_TELEMETRY_DISABLED: '1' })
const code = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof Stopped)) process.stderr.write(`${plainReason(error)}\n`)
  process.stdout.write('\n0 passed, 1 failed\n')
  return 1
})
process.exit(code)
