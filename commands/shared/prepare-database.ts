import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { env } from '../../src/env'
import { dataPath } from '../../src/platform/data-directory'
import { databaseState, recreateDatabase } from './database-state'
import { newDemoPassword } from './demo-password'
import { runStep } from './steps'

type Say = (line: string) => void
type Options = {
  /** Whether DATABASE_URL named it: then nothing but migrations is done to it unasked. */
  isExternal: boolean
  wantsDemo: boolean
  say: Say
  stopping: AbortSignal
}

/**
 * Runs a command of this project as a step of a longer start, telling its words where `isShown` or where it fails.
 *
 * @throws with the last line that it printed where it fails.
 */
export async function namedStep(words: string, args: string[], { say, stopping, environment = {}, isShown = false }: { say: Say; stopping: AbortSignal; environment?: Record<string, string>; isShown?: boolean }): Promise<void> {
  say(`${words} …`)
  const { code, tail } = await runStep({ args, environment, onLine: isShown ? (line) => say(`  ${line}`) : undefined, stopping })
  if (code === 0) return
  const spoken = tail.filter((line) => line.trim() !== '')
  if (!isShown) spoken.slice(-13, -1).forEach(say)
  throw new Error(spoken.at(-1) ?? `${words}: exit code ${code}`)
}

const unfinishedDemo = () => dataPath('demo-unfinished')

// Nobody has been let in before the demo content is whole, so of a load that was broken off nothing is worth keeping.
async function forgetUnfinishedDemo(url: string, say: Say): Promise<void> {
  if (!existsSync(unfinishedDemo())) return
  say('An earlier start was broken off while it loaded demo content; beginning again …')
  await recreateDatabase(url)
  rmSync(env().editionDir, { recursive: true, force: true })
  rmSync(unfinishedDemo())
}

/** Migrates the database at `url`, and fills an empty one with demo content: the embedded one always, an external one where asked. */
export async function prepareDatabase(url: string, { isExternal, wantsDemo, say, stopping }: Options): Promise<void> {
  if (!isExternal) await forgetUnfinishedDemo(url, say)
  const before = await databaseState(url)
  if (before.isBehind) await namedStep('Bringing the database up to date', ['dist/handbill.mjs', 'migrate'], { say, stopping })
  if (before.hasUsers || (isExternal && !wantsDemo)) return
  if (!isExternal) writeFileSync(unfinishedDemo(), '')
  await namedStep('Loading demo content', ['dist/load-demo.mjs'], { say, stopping, environment: { DEMO_PASSWORD: newDemoPassword() }, isShown: true })
  rmSync(unfinishedDemo(), { force: true })
}
