import { env } from '../../src/env'
import { ensureDataDirectory, freeBytes } from '../../src/platform/data-directory'
import { type Hold, hold, holder, orphans } from '../../src/platform/instance'
import { hasEnded, isPortFree, signal } from '../../src/platform/processes'
import { instanceFile } from './database'

/** An empty database takes 60 MB, a build 200; below this, something would fail half-way. */
const LEAST_FREE = 300_000_000

async function stopOrphans(say: (line: string) => void): Promise<void> {
  for (const { pid, name } of orphans(instanceFile())) {
    say(`Stopping the ${name} of an earlier run …`)
    signal(pid, 'SIGTERM')
    if (!(await hasEnded(pid, 3000))) signal(pid, 'SIGKILL')
  }
}

/**
 * Makes sure that this process alone may use the data directory and its port, ending what a killed run left behind.
 *
 * @throws with one line that says what is in the way.
 */
export async function claim(command: string, say: (line: string) => void): Promise<Hold> {
  const { port, host, dataDir } = env()
  ensureDataDirectory()
  const other = holder(instanceFile())
  if (other !== null) throw new Error(`Handbill is running already in ${dataDir} (npm run ${other.command}, process ${other.pid}). Stop it, or set another DATA_DIR and PORT.`)
  if (freeBytes(dataDir) < LEAST_FREE) throw new Error(`The disk is nearly full: fewer than ${LEAST_FREE / 1_000_000} MB are free for ${dataDir}. Make room, then start again.`)
  await stopOrphans(say)
  if (!(await isPortFree(port, host))) throw new Error(`Port ${port} is in use already. Stop what uses it, or choose another: PORT=${port + 1} npm run ${command}`)
  const held = hold(instanceFile(), command)
  if (held === null) throw new Error(`Handbill is just being started in ${dataDir} by another process.`)
  return held
}
