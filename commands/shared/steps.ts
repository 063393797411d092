import { spawn } from 'node:child_process'
import { environmentOfChild } from '../../src/env'

/** Thrown where a person asked to stop: nothing is wrong. */
export class Stopped extends Error {}

type Step = {
  args: string[]
  environment?: Record<string, string | undefined>
  /** Gets each whole line that the step prints, of both streams. */
  onLine?: (line: string) => void
  stopping: AbortSignal
}

/** Calls `onLine` with each line of what is written to the returned function. */
export function byLine(onLine: (line: string) => void): (chunk: Buffer | string) => void {
  let rest = ''
  return (chunk) => {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  }
}

/**
 * Runs a program of this project to its end with this Node. Returns its exit code and its last lines.
 *
 * @throws Stopped where `stopping` was signalled, once the program has ended.
 */
export function runStep({ args, environment = {}, onLine, stopping }: Step): Promise<{ code: number; tail: string[] }> {
  return new Promise((resolve, reject) => {
    if (stopping.aborted) return reject(new Stopped())
    const tail: string[] = []
    const child = spawn(process.execPath, args, { env: environmentOfChild(environment), stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    const stop = () => child.kill('SIGTERM')
    stopping.addEventListener('abort', stop, { once: true })
    const note = byLine((line) => {
      onLine?.(line)
      tail.push(line)
      if (tail.length > 40) tail.shift()
    })
    child.stdout.on('data', note)
    child.stderr.on('data', note)
    child.once('error', reject)
    child.once('close', (code) => {
      stopping.removeEventListener('abort', stop)
      if (stopping.aborted) reject(new Stopped())
      else resolve({ code: code ?? 1, tail })
    })
  })
}
