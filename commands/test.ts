import { mkdirSync, rmSync } from 'node:fs'
import { setEnvironment } from '../src/env'
import { installedBrowser } from '../tests/support/browser'
import { startTestServer } from '../tests/support/test-server'
import { drift } from './shared/drift'
import { plainReason } from './shared/failures'
import { voicesInTurn, type Voice } from './shared/in-turn'
import { buildIfStale } from './shared/next-build'
import { runStep, Stopped } from './shared/steps'
import { checkOutcome, type Outcome, playwrightOutcome, vitestOutcome } from './shared/suites'

const HELP = `npm test -- [SUITE …]

Runs build, lint, types, drift, unit, integration, contract and e2e, or only the suites named, installing what they need.
`

const say = (line: string) => process.stdout.write(`${line}\n`)
const stopping = new AbortController()
const results = 'test-results'

type Say = Voice['say']

const run = async (args: string[], say: Say) => (await runStep({ args, onLine: say, stopping: stopping.signal })).code

async function vitest(project: string, say: Say): Promise<Outcome> {
  const file = `${results}/${project}.json`
  const code = await run(['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], say)
  return vitestOutcome(file, code)
}

async function onDatabase(project: string, say: Say): Promise<Outcome> {
  const server = await startTestServer()
  try {
    setEnvironment({ TEST_DATABASE_URL: server.url })
    return await vitest(project, say)
  } finally {
    await server.stop()
  }
}

async function checkDrift(say: Say): Promise<Outcome> {
  const problems = await drift(stopping.signal)
  problems.forEach(say)
  return checkOutcome(problems.length)
}

async function endToEnd(say: Say): Promise<Outcome> {
  const file = `${results}/e2e.json`
  setEnvironment({ CHROMIUM_PATH: installedBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  return playwrightOutcome(file, await run(['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], say))
}

async function build(say: Say): Promise<Outcome> {
  await buildIfStale(say, stopping.signal)
  return checkOutcome(0)
}

const suites = {
  build,
  lint: async (say: Say) => checkOutcome(await run(['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'], say)),
  types: async (say: Say) => checkOutcome(await run(['node_modules/typescript/bin/tsc', '--noEmit'], say)),
  drift: checkDrift,
  unit: (say: Say) => vitest('unit', say),
  integration: (say: Say) => onDatabase('integration', say),
  contract: (say: Say) => onDatabase('contract', say),
  e2e: endToEnd,
}
type Suite = keyof typeof suites

// Side by side, since each of these keeps one core busy and the tests keep two. Types stand on the build: Next declares what its files may import.
const lanes: readonly Suite[][] = [['build', 'types'], ['lint', 'drift']]

async function suite(name: Suite, { say, end }: Voice): Promise<Outcome> {
  const began = Date.now()
  say(`\n── ${name} ──`)
  const outcome = await suites[name](say).catch((error: unknown) => {
    if (error instanceof Stopped) throw error
    say(plainReason(error))
    return checkOutcome(1)
  })
  say(`── ${name}: ${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped in ${Math.round((Date.now() - began) / 1000)} s`)
  end()
  return outcome
}

async function oneByOne(names: readonly Suite[], voices: Record<Suite, Voice>): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const name of names) outcomes.push(await suite(name, voices[name]))
  return outcomes
}

async function main(asked: string[]): Promise<number> {
  const unknown = asked.find((name) => !Object.hasOwn(suites, name))
  if (unknown !== undefined) {
    process.stderr.write(unknown === '--help' ? HELP : `There is no suite "${unknown}".\n${HELP}`)
    return unknown === '--help' ? 0 : 2
  }
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  const all = Object.keys(suites) as Suite[]
  const wanted = asked.length > 0 ? all.filter((name) => asked.includes(name)) : all
  const voices = voicesInTurn(wanted, say)
  const beside = lanes.map((lane) => lane.filter((name) => wanted.includes(name)))
  // Every lane is waited for, also where a person stops them: drift puts back what it touched.
  const ends = await Promise.allSettled(beside.map((lane) => oneByOne(lane, voices)))
  const outcomes = ends.flatMap((end) => {
    if (end.status === 'rejected') throw end.reason
    return end.value
  })
  outcomes.push(...(await oneByOne(wanted.filter((name) => !lanes.flat().includes(name)), voices)))
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
