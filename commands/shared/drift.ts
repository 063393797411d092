import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runStep } from './steps'

const payload = 'node_modules/payload/bin.js'
const types = 'src/payload-types.ts'
const importMap = 'src/app/(payload)/admin/importMap.js'

// The generators read the configuration and nothing else. What they say of their progress is for whoever debugs.
const environment = { NODE_ENV: 'production', LOG_LEVEL: 'debug', DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none', PAYLOAD_SECRET: 'only-while-generating-files' }

/** Whether a generator would write `file` as it is checked in. The file stays as it was. */
async function isUpToDate(file: string, generator: string, stopping: AbortSignal): Promise<string | null> {
  const before = readFileSync(file, 'utf8')
  try {
    const { code, tail } = await runStep({ args: [payload, generator], environment, stopping })
    if (code !== 0) return `payload ${generator} failed:\n${tail.join('\n')}`
    return readFileSync(file, 'utf8') === before ? null : `${file} is out of date. Run: npx payload ${generator}`
  } finally {
    // Left alone where nothing changed: a build or the types may be reading it in this moment.
    if (readFileSync(file, 'utf8') !== before) writeFileSync(file, before)
  }
}

/** Whether the collections have fields that no migration knows. Nothing is left behind. */
async function isMigrated(stopping: AbortSignal): Promise<string | null> {
  const before = readdirSync('migrations')
  const index = readFileSync('migrations/index.ts', 'utf8')
  const { code, tail } = await runStep({ args: [payload, 'migrate:create', 'drift', '--skip-empty'], environment, stopping })
  const added = readdirSync('migrations').filter((file) => !before.includes(file))
  for (const file of added) rmSync(join('migrations', file))
  if (added.length > 0) writeFileSync('migrations/index.ts', index)
  if (added.length > 0 || code !== 0) return `The collections and the migrations differ. Run: npx payload migrate:create NAME\n${tail.join('\n')}`
  // For a renamed column the generator asks a question; without a terminal it ends as if nothing had been the matter.
  return tail.some((line) => line.includes('DOWN statements generation complete')) ? null : `The migrations could not be compared with the collections:\n${tail.join('\n')}`
}

/** Compares generated files with what is checked in. Returns what is wrong, one text each. */
export async function drift(stopping: AbortSignal): Promise<string[]> {
  const problems = [await isUpToDate(types, 'generate:types', stopping), await isUpToDate(importMap, 'generate:importmap', stopping), await isMigrated(stopping)]
  return problems.filter((problem) => problem !== null)
}
