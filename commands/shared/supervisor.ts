import { type ChildProcess, spawn } from 'node:child_process'
import { environmentOfChild } from '../../src/env'
import { birthOf } from '../../src/platform/processes'
import type { Service } from './services'
import { byLine } from './steps'

type Running = { pid: number; birth: string; name: string }

export type Supervisor = {
  /** Starts a service and keeps it running. Resolves when it says that it is ready; rejects where it ends before that. */
  start(service: Service): Promise<void>
  /** Stops one service, or does nothing where there is none of that name. */
  stop(name: string): Promise<void>
}

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 30_000
/** Whoever ran this long was well; the next failure counts as the first. */
const WELL = 60_000

/**
 * Keeps services running: one that ends without having been told to is started again, after half a second, then twice
 * as long each time up to half a minute. `say` gets every line for people; `onChange` the processes that run now.
 */
export function supervisor(say: (name: string, line: string) => void, onChange: (running: Running[]) => void): Supervisor {
  const children = new Map<string, { child: ChildProcess; stopping: boolean; ended: Promise<void>; patience: number }>()

  const report = () => {
    const running = [...children].flatMap(([name, { child }]) => {
      const birth = child.pid === undefined ? null : birthOf(child.pid)
      return birth === null ? [] : [{ pid: child.pid as number, birth, name }]
    })
    onChange(running)
  }

  const launch = (service: Service, pause: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const { name, args, environment, patience } = service
      const began = Date.now()
      // A group of its own: Ctrl-C reaches the supervisor alone, which then stops its services in their order.
      const child = spawn(process.execPath, args, { env: environmentOfChild(environment), stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true })
      let isReady = service.isSilent === true
      if (isReady) child.once('spawn', resolve)
      const ended = new Promise<void>((done) => child.once('exit', () => done()))
      const entry = { child, stopping: false, ended, patience }
      children.set(name, entry)
      child.stdout?.on('data', byLine((line) => say(name, line)))
      child.stderr?.on('data', byLine((line) => say(name, line)))
      child.once('message', () => {
        isReady = true
        resolve()
      })
      child.once('error', reject)
      child.once('exit', (code, signal) => {
        report()
        if (entry.stopping) return
        if (!isReady && pause === FIRST_PAUSE) {
          children.delete(name)
          return reject(new Error(`The ${name} did not start (${signal ?? `exit code ${code}`}).`))
        }
        const wait = Date.now() - began > WELL ? FIRST_PAUSE : pause
        // Told to stop in the same moment, the supervisor hears of the end first; hence the wait before any word.
        setTimeout(() => {
          if (entry.stopping) return
          say(name, `ended unexpectedly (${signal ?? `exit code ${code}`}); starting it again`)
          launch(service, Math.min(wait * 2, LONGEST_PAUSE)).catch(() => undefined)
        }, wait)
      })
      report()
    })

  return {
    start: (service) => launch(service, FIRST_PAUSE),
    async stop(name) {
      const entry = children.get(name)
      if (entry === undefined) return
      entry.stopping = true
      children.delete(name)
      if (entry.child.exitCode !== null || entry.child.signalCode !== null) return
      entry.child.kill('SIGTERM')
      const impatience = setTimeout(() => entry.child.kill('SIGKILL'), entry.patience)
      await entry.ended
      clearTimeout(impatience)
    },
  }
}
