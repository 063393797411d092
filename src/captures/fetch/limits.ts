import type { FetchAsk } from './types'

const MEGABYTE = 1024 * 1024

/** Bounds of one ask: bytes, milliseconds, bytes per second. */
export type Limits = {
  /** What is transferred and, apart from that, what it decodes to. */
  maxBytes: number
  /** The whole chain. */
  timeoutMs: number
  /** Look-up, connection and TLS of one hop. */
  connectMs: number
  /** From the request to the end of the headers. */
  firstByteMs: number
  /** Over each window of this length the body must come at this rate at least. */
  slowWindowMs: number
  slowBytesPerSecond: number
  /** The body of a redirect is kept for the record, if it is small and comes at once. */
  redirectBytes: number
  redirectMs: number
}

const COMMON = { connectMs: 10_000, firstByteMs: 20_000, slowWindowMs: 10_000, slowBytesPerSecond: 500, redirectBytes: 64 * 1024, redirectMs: 2000 }

/** A film is not kept, a long report with photographs is; a check reads a page for its quote, never more. */
const LIMITS: Record<FetchAsk['purpose'], Limits> = {
  capture: { ...COMMON, maxBytes: 48 * MEGABYTE, timeoutMs: 120_000 },
  check: { ...COMMON, maxBytes: 4 * MEGABYTE, timeoutMs: 30_000 },
}

/** The limits of `ask`, whose own wishes can only make them narrower. */
export function limitsOf(ask: FetchAsk): Limits {
  const limits = LIMITS[ask.purpose]
  return {
    ...limits,
    maxBytes: Math.min(ask.maxBytes ?? limits.maxBytes, limits.maxBytes),
    timeoutMs: Math.min(ask.timeoutMs ?? limits.timeoutMs, limits.timeoutMs),
  }
}

/** RFC 9110 10.2: browsers stop at about twenty; a source that needs more than five is a maze. */
export const MAX_REDIRECTS = 5

export const MAX_HEADER_BYTES = 64 * 1024

/** HTML shrinks to a tenth, tables of zeros to a hundredth; what passes this after its first megabyte is a bomb. */
export const MAX_RATIO = 250
export const RATIO_COUNTS_FROM = MEGABYTE
