import { env } from '../../src/env'
import { freeBytes } from '../../src/platform/data-directory'
import { plainReason, reasonWith } from './failures'
import { Stopped } from './steps'

/**
 * Runs `start`, waits until somebody asks to stop (Ctrl-C, SIGTERM, a closed terminal), runs `stop` and ends this
 * process: with exit code 0 where it was asked to end, and with one line and 1 where `start` failed. Asked a second
 * time, it ends at once; what it leaves is mended by the next start.
 */
export async function inForeground(start: () => Promise<void>, stop: () => Promise<void>, stopping: AbortController, say: (line: string) => void): Promise<never> {
  const asked = new Promise<null>((resolve) => stopping.signal.addEventListener('abort', () => resolve(null)))
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (stopping.signal.aborted) process.exit(1)
      say('Stopping …')
      stopping.abort()
    })
  }
  const failure = await Promise.race([asked, start().then(() => asked)]).catch((error: unknown) => (error instanceof Stopped || stopping.signal.aborted ? null : error))
  if (failure !== null) process.stderr.write(`${reasonWith(freeSpace(), failure)}\n`)
  stopping.abort()
  await stop().catch((error: unknown) => process.stderr.write(`${plainReason(error)}\n`))
  process.exit(failure === null ? 0 : 1)
}

/** The octets left where DATA_DIR lies; without an end where that is just what can't be found out. */
function freeSpace(): number {
  try {
    return freeBytes(env().dataDir)
  } catch {
    return Number.POSITIVE_INFINITY
  }
}
