import { logger, type LogFields } from './logger'

type Entry = { level?: unknown; msg?: unknown; err?: { type?: unknown; message?: unknown; stack?: unknown; status?: unknown; code?: unknown } }

/** Pino's numbers for its levels, from which each of ours begins. */
const WARN = 40
const ERROR = 50

/**
 * A line of Payload's log as one of ours. Payload logs errors whole, and those of the database hold the values of the
 * query that failed, which are the texts of documents: of an error only its kind, code and place in the code are kept.
 * What a client caused (a status below 500) is of interest to nobody but that client.
 */
function write(line: string): void {
  const entry = parse(line)
  if (entry === null) return
  const { err } = entry
  const message = typeof entry.msg === 'string' && err === undefined ? entry.msg : 'Payload could not do what it was asked'
  const fields: LogFields = err === undefined ? {} : { kind: err.type, code: err.code, status: err.status, stack: framesOf(err.stack) }
  const level = typeof entry.level === 'number' ? entry.level : 0
  const isOfAClient = typeof err?.status === 'number' && err.status < 500
  if (level >= ERROR && !isOfAClient) logger.error(message, fields)
  else if (level >= WARN && !isOfAClient) logger.warn(message, fields)
  else logger.debug(message, fields)
}

function parse(line: string): Entry | null {
  try {
    return JSON.parse(line) as Entry
  } catch {
    return null
  }
}

/** The lines of a stack that name a place in the code: the others are the message, with all that it quotes. */
function framesOf(stack: unknown): string[] | undefined {
  if (typeof stack !== 'string') return undefined
  return stack.split('\n').map((frame) => frame.trim()).filter((frame) => /^at .+:\d+\)?$/.test(frame)).slice(0, 8)
}

/** Payload's `logger` option: its log goes where ours goes, without the words of documents. */
export const payloadLogger = { options: { base: null, timestamp: false }, destination: { write } }
