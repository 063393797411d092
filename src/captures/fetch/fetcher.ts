import { randomUUID } from 'node:crypto'
import { env } from '@/env'
import { logger } from '@/platform/logger'
import { readAnswer, sweepSpool } from './answers'
import { type Handle, openHandle } from './handle'
import { limitsOf } from './limits'
import { type Program, bundledProgram } from './program'
import { turnstile } from './turns'
import type { FailureClass, FetchAsk, Fetched, Fetcher } from './types'

/** Each may unpack through a window of 16 MB. */
const MOST_AT_ONCE = 4
/** Past its own time limit, the fetcher itself must hang. */
const GRACE_MS = 5000
const IDLE_MS = 30_000

/** For tests, which run a fetcher of their own or can't wait for it to be idle. */
type Inner = { program?: () => Program; idleMs?: number }

function failed({ url }: FetchAsk, failureClass: FailureClass, message: string): Fetched {
  return { ok: false, requestedUrl: url, hops: [], failure: { class: failureClass, message } }
}

/**
 * Opens the way to the fetcher: a process of its own that is started when it is first asked, again when it died, and ended
 * when nobody asked for half a minute. Bodies lie below `spoolDir`, also those of the hops of a failure, until the caller removes
 * them. `fetch` answers with a failure whatever goes wrong, and throws only the reason of a `signal` that was aborted.
 */
export function openFetcher({ spoolDir }: { spoolDir: string }, { program = bundledProgram, idleMs = IDLE_MS }: Inner = {}): Fetcher {
  const enter = turnstile(MOST_AT_ONCE)
  const handle: Handle = openHandle(spoolDir, program, idleMs)
  if (env().mode === 'production' && env().fetching.testHosts !== null) logger.warn('FETCH_TEST_HOSTS is set: only the names that it lists are fetched, from this machine')

  async function ask(wanted: FetchAsk, signal: AbortSignal | undefined): Promise<Fetched> {
    const id = randomUUID()
    const abort = () => handle.tell({ kind: 'abort', id })
    // An endless loop in there would hold every later page up, too.
    const patience = setTimeout(() => handle.kill(), limitsOf(wanted).timeoutMs + GRACE_MS)
    try {
      const answering = handle.ask({ kind: 'fetch', id, ask: wanted })
      signal?.addEventListener('abort', abort, { once: true })
      if (signal?.aborted) abort()
      const answer = await answering
      const fetched = answer === null ? null : readAnswer(answer, wanted.url, spoolDir, id)
      if (fetched === null || signal?.aborted) await sweepSpool(spoolDir, id)
      signal?.throwIfAborted()
      if (fetched !== null) return fetched
      if (answer === null) return failed(wanted, 'reset', 'The fetcher ended while it read this page.')
      return failed(wanted, 'protocol', 'The answer of the fetcher is not one.')
    } finally {
      clearTimeout(patience)
      signal?.removeEventListener('abort', abort)
    }
  }

  return {
    async fetch(wanted, { signal } = {}) {
      if (env().fetching.isOff) return failed(wanted, 'refused', 'Fetching is off here (FETCH=off).')
      const leave = await enter()
      try {
        signal?.throwIfAborted()
        return await ask(wanted, signal)
      } finally {
        leave()
      }
    },
    async proxyUrl() {
      if (env().fetching.isOff) throw new Error('Fetching is off here (FETCH=off).')
      const url = await handle.ask({ kind: 'proxy', id: randomUUID() })
      if (typeof url !== 'string' || !/^http:\/\/127\.0\.0\.1:\d+$/.test(url)) throw new Error('The fetcher opened no proxy')
      return url
    },
    close: () => handle.close(),
  }
}
