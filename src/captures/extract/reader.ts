import { spawn, type ChildProcess } from 'node:child_process'
import { basename, dirname, resolve } from 'node:path'
import type { Extracted, ExtractAsk } from './extract'

/** How long one body may take, in milliseconds, and how much memory its reader. */
const TIME_MS = 30_000
const MEMORY_MB = 384
/** A reader that nobody needs is let go after this long, in milliseconds. */
const IDLE_MS = 10_000
/** What strangers' pages leave behind in a process goes with it. */
const BODIES_A_READER = 200

export type Reader = {
  /** What a body says. Never throws for what the body does: where its reader had to be killed or died, its words are missing and `problem` says so. */
  read(ask: Omit<ExtractAsk, 'milliseconds'>): Promise<Extracted | { problem: 'timeout' | 'died' }>
  close(): void
}

/**
 * Reads bodies in a process of their own, one after the other: without this process's environment, and with bounds on time and memory, so
 * that a body which makes its parser hang or fall costs its own words and nothing else.
 */
export function openReader({ milliseconds = TIME_MS, megabytes = MEMORY_MB }: { milliseconds?: number; megabytes?: number } = {}): Reader {
  let child: ChildProcess | null = null
  let done = 0
  let idle: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const end = (): void => {
    child?.kill('SIGKILL')
    child = null
    done = 0
  }

  const readOne = (ask: Omit<ExtractAsk, 'milliseconds'>): Promise<Extracted | { problem: 'timeout' | 'died' }> =>
    new Promise((settle) => {
      clearTimeout(idle)
      if (done >= BODIES_A_READER) end()
      const reader = (child ??= start(megabytes))
      const finish = (answer: Extracted | { problem: 'timeout' | 'died' }): void => {
        clearTimeout(patience)
        reader.removeAllListeners('message')
        reader.removeAllListeners('exit')
        reader.removeAllListeners('error')
        reader.on('error', () => undefined)
        if ('kind' in answer) done += 1
        else end()
        idle = setTimeout(end, IDLE_MS)
        idle.unref()
        settle(answer)
      }
      const patience = setTimeout(() => finish({ problem: 'timeout' }), milliseconds)
      reader.once('message', (answer) => finish(answer as Extracted))
      reader.once('exit', () => finish({ problem: 'died' }))
      reader.once('error', () => finish({ problem: 'died' }))
      reader.send({ ...ask, milliseconds }, (error) => (error === null ? undefined : finish({ problem: 'died' })))
    })

  return {
    read(ask) {
      const reading = turn.then(() => readOne(ask))
      turn = reading
      return reading
    },
    close() {
      clearTimeout(idle)
      end()
    },
  }
}

/** The bundled reader beside a bundled program; its source otherwise, as in tests and while developing. */
function program(): string[] {
  const own = process.argv[1] ?? ''
  if (basename(dirname(own)) === 'dist') return [resolve(dirname(own), 'extract.mjs')]
  return ['--import', 'tsx', resolve(/* turbopackIgnore: true */ process.cwd(), 'commands/extract.ts')]
}

function start(megabytes: number): ChildProcess {
  const reader = spawn(process.execPath, [`--max-old-space-size=${megabytes}`, ...program()], { env: { NODE_ENV: 'production' }, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  reader.unref()
  reader.channel?.unref()
  return reader
}
