import { spawn, type ChildProcess } from 'node:child_process'
import { environmentOfChild } from '@/env'

/** A worker in a process of its own, once it takes jobs, whose fetcher finds `hosts` at local ports. `said` is all that it wrote so far. */
export async function startCaptureWorker(hosts: Record<string, string>, environment: Record<string, string> = {}): Promise<{ process: ChildProcess; said: () => string }> {
  const pairs = Object.entries(hosts).map(([name, place]) => `${name}=${place}`).join(',')
  const worker = spawn(process.execPath, ['--import', 'tsx', 'commands/worker.ts'], {
    env: environmentOfChild({ FETCH: 'on', FETCH_TEST_HOSTS: pairs, SCREENSHOTS: 'off', CAPTURE_PAUSE_MS: '0', LOG_LEVEL: 'error', ...environment }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  worker.stdout?.on('data', (words: Buffer) => (said += words.toString()))
  worker.stderr?.on('data', (words: Buffer) => (said += words.toString()))
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code}: ${said}`)))
  })
  return { process: worker, said: () => said }
}
