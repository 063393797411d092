import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runStep } from './steps'

const stampFile = '.next/handbill-build'

// What the build is a function of. Migrations and commands are bundled elsewhere.
const inputs = ['src', 'public', 'package-lock.json', 'next.config.mjs', 'tsconfig.json']

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return []
  const entries = (() => {
    try {
      return readdirSync(path, { recursive: true, withFileTypes: true })
    } catch {
      return null
    }
  })()
  if (entries === null) return [path]
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

function fingerprint(): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of inputs.flatMap(filesBelow).sort()) hash.update(`\0${file}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

/**
 * Builds the desk's server where its source is no longer what it was built from. Takes about a minute; a build that was
 * broken off leaves no stamp and is made anew.
 *
 * @throws where it fails, after saying the end of the build's own words.
 */
export async function buildIfStale(say: (line: string) => void, stopping: AbortSignal): Promise<void> {
  const wanted = fingerprint()
  const built = existsSync(stampFile) && existsSync('.next/BUILD_ID') ? readFileSync(stampFile, 'utf8') : null
  if (built === wanted) return
  say('Building the desk (about a minute) …')
  const environment = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const { code, tail } = await runStep({ args: ['node_modules/next/dist/bin/next', 'build'], environment, stopping })
  if (code !== 0) {
    tail.forEach(say)
    throw new Error('The build failed; its own words stand above.')
  }
  writeFileSync(stampFile, wanted)
}
