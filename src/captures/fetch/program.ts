import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { environmentOfFetcher } from '@/env'

/** The file that Node runs as the fetcher, and the folders of its code: all that it may read. */
export type Program = { file: string; reads: string[] }

/** What the fetcher's code imports, and what that imports in turn. */
const PACKAGES = ['undici', 'ipaddr.js', 'socks', 'ip-address', 'smart-buffer']

/** The fetcher as `commands/prepare.mjs` bundled it. */
export function bundledProgram(): Program {
  const root = process.cwd()
  const file = join(/* turbopackIgnore: true */ root, 'dist', 'fetcher.mjs')
  return { file, reads: [dirname(file), ...PACKAGES.map((name) => join(/* turbopackIgnore: true */ root, 'node_modules', name))] }
}

/** Small, as it holds pages in passing only; and nothing that reads what strangers send makes code of it. */
const FLAGS = ['--max-old-space-size=96', '--max-semi-space-size=1', '--disallow-code-generation-from-strings', '--no-warnings']

/**
 * Starts the fetcher under Node's permission model: it reads its own code, writes below `spoolDir` (which it can't read), and
 * starts no process, worker or addon. Its environment is `environmentOfFetcher()`, nothing else.
 */
export function startProgram({ file, reads }: Program, spoolDir: string): ChildProcess {
  mkdirSync(spoolDir, { recursive: true, mode: 0o700 })
  const allowed = [...reads.map((path) => `--allow-fs-read=${path}`), `--allow-fs-write=${realpathSync(spoolDir)}`]
  return spawn(process.execPath, ['--permission', ...allowed, ...FLAGS, file, realpathSync(spoolDir)], { env: environmentOfFetcher(), stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
}
