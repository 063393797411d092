import type { FailureClass } from './types'

/** Why a page could not be had. The message is one English sentence for the record; the desk has words of its own for each class. */
export class FetchFailure extends Error {
  constructor(
    readonly failureClass: FailureClass,
    message: string,
  ) {
    super(message)
    this.name = 'FetchFailure'
  }
}

const TLS_CODES = /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|EPROTO$)/
const RESET_CODES = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET', 'ERR_STREAM_PREMATURE_CLOSE'])
const CONNECT_CODES = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'ENETDOWN', 'EHOSTDOWN', 'EACCES', 'EPERM'])

/** What the parser, which gives it no code, says where a body in chunks ended too early. */
const ENDED_EARLY = /\(Invalid EOF state\)$/

function brokenOff(): FetchFailure {
  return new FetchFailure('reset', 'The server broke off before the answer was whole.')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** What `error`, of a socket, of TLS or of the HTTP parser, is called here. A `FetchFailure` stays what it is. */
export function failureOf(error: unknown): FetchFailure {
  if (error instanceof FetchFailure) return error
  const code = codeOf(error)
  if (TLS_CODES.test(code)) return new FetchFailure('tls', `The server could not prove who it is (${code}).`)
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return new FetchFailure('tooLarge', 'The server sent more headers than are taken.')
  if (CONNECT_CODES.has(code)) return new FetchFailure('connect', `Nobody answered there (${code}).`)
  if (code === 'ETIMEDOUT') return new FetchFailure('connect', 'Nobody answered there in time.')
  if (RESET_CODES.has(code) || (error instanceof Error && ENDED_EARLY.test(error.message))) return brokenOff()
  return new FetchFailure('protocol', `What the server sent could not be read${code === '' ? '' : ` (${code})`}.`)
}

/** The same of a body that was under way: less of it than its length says is broken off, where of headers that would say that they contradict each other. */
export function failureOfBody(error: unknown): FetchFailure {
  return codeOf(error) === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' ? brokenOff() : failureOf(error)
}
