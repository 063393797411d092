import type { Socket } from 'node:net'
import { FetchFailure } from './failure'
import { type Limits, MAX_HEADER_BYTES } from './limits'

/** Watches how much comes over a line and how fast; `signal` is aborted with a `FetchFailure` when it is too much or too slow. */
export type Pace = { signal: AbortSignal; count(bytes: number): void; transferred(): number; stop(): void }

/** Of framing: chunk sizes and their extensions, trailers, TLS records. */
const OVERHEAD = 1.25
const LOOK_MS = 250

/**
 * The pace of one exchange. `count` is told of the body's bytes; what stands around them is read off the socket, since
 * chunk extensions without end are an endless answer, too.
 */
export function paceOf(socket: Socket, limits: Limits): Pace {
  const ending = new AbortController()
  const most = limits.maxBytes * OVERHEAD + 2 * MAX_HEADER_BYTES
  const before = socket.bytesRead
  let body = 0
  let window: { from: number; bytes: number } | null = null
  const timer = setInterval(() => {
    if (socket.bytesRead - before > most) return ending.abort(new FetchFailure('tooLarge', `The answer is larger than ${limits.maxBytes} bytes.`))
    if (window === null || performance.now() - window.from < limits.slowWindowMs) return
    if (body - window.bytes < (limits.slowBytesPerSecond * limits.slowWindowMs) / 1000) return ending.abort(new FetchFailure('tooSlow', 'The server sends its answer too slowly.'))
    window = { from: performance.now(), bytes: body }
  }, Math.min(LOOK_MS, limits.slowWindowMs))
  return {
    signal: ending.signal,
    count(bytes) {
      window ??= { from: performance.now(), bytes: 0 }
      body += bytes
    },
    transferred: () => body,
    stop: () => clearInterval(timer),
  }
}
