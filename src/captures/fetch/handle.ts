import type { ChildProcess } from 'node:child_process'
import { logger } from '@/platform/logger'
import type { FromFetcher, ToFetcher } from './messages'
import { type Program, startProgram } from './program'

export type Handle = {
  /** What the fetcher answers to a question; null where it ended before it did. Starts it where none runs. */
  ask(question: Exclude<ToFetcher, { kind: 'abort' }>): Promise<unknown>
  tell(message: ToFetcher): void
  /** Ends it at once, as it hangs; it is started again when next asked. */
  kill(): void
  close(): Promise<void>
}

type Running = { child: ChildProcess; waiting: Map<string, (answer: unknown) => void>; proxies: number; ended: Promise<void>; idle?: NodeJS.Timeout }

const PATIENCE_MS = 2000

/** Keeps at most one fetcher running, and none when it was not needed for `idleMs` milliseconds. */
export function openHandle(spoolDir: string, program: () => Program, idleMs: number): Handle {
  let current: Running | null = null
  let isClosed = false

  /** While somebody waits, this process stays for the answer; else the fetcher keeps nobody from ending. */
  function settle(running: Running): void {
    const isBusy = running.waiting.size > 0
    clearTimeout(running.idle)
    if (isBusy) running.child.channel?.ref()
    else running.child.channel?.unref()
    if (!isBusy && running.proxies === 0) running.idle = setTimeout(() => leave(running), idleMs).unref()
  }

  function leave(running: Running): void {
    if (current === running) current = null
    if (running.child.connected) running.child.disconnect()
  }

  function hear(running: Running, message: FromFetcher): void {
    if (message.kind === 'proxying') running.proxies = Number(message.open)
    if (message.kind === 'fetched' || message.kind === 'proxy') {
      running.waiting.get(message.id)?.(message.kind === 'fetched' ? message.fetched : message.url)
      running.waiting.delete(message.id)
    }
    settle(running)
  }

  function start(): Running {
    const child = startProgram(program(), spoolDir)
    let isReady = false
    let words = ''
    const running: Running = { child, waiting: new Map(), proxies: 0, ended: new Promise((resolve) => child.once('exit', () => resolve())) }
    child.unref()
    // What it says after its start could name the page that it reads, and no log may.
    child.stderr?.on('data', (piece: Buffer) => {
      if (!isReady) words = `${words}${piece}`.slice(0, 2000)
    })
    ;(child.stderr as { unref?: () => void } | null)?.unref?.()
    child.on('message', (message: FromFetcher) => {
      if (message.kind === 'ready') isReady = true
      else hear(running, message)
    })
    child.once('error', () => undefined)
    child.once('exit', (code, signal) => {
      clearTimeout(running.idle)
      if (current === running) {
        current = null
        if (!isClosed) logger.warn('The fetcher ended', { code, signal, ...(isReady ? {} : { words }) })
      }
      for (const answer of running.waiting.values()) answer(null)
    })
    return running
  }

  return {
    ask(question) {
      if (isClosed) return Promise.resolve(null)
      const running = (current ??= start())
      return new Promise((resolve) => {
        running.waiting.set(question.id, resolve)
        settle(running)
        running.child.send(question, () => undefined)
      })
    },
    tell: (message) => void (current?.child.connected && current.child.send(message, () => undefined)),
    kill: () => void current?.child.kill('SIGKILL'),
    async close() {
      isClosed = true
      const running = current
      if (running === null) return
      leave(running)
      const impatience = setTimeout(() => running.child.kill('SIGKILL'), PATIENCE_MS)
      await running.ended
      clearTimeout(impatience)
    },
  }
}
