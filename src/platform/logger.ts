import { env } from '../env'

type Level = 'debug' | 'info' | 'warn' | 'error'
export type LogFields = Readonly<Record<string, unknown>>

const order: Record<Level | 'silent', number> = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 }

// Readers and staff can be endangered by a log. These never enter one, whatever a caller passes.
const personal = /^(ip|address|addresses|remoteaddress|useragent|user-agent|email|name|username|password|token|cookie|authorization)$/i

/** Drizzle's message quotes the query that failed with all its values, which are texts of documents; its cause says why. */
function wordsOf(error: Error): string {
  if (!error.message.startsWith('Failed query')) return error.message
  return error.cause instanceof Error ? `Failed query: ${error.cause.message}` : 'Failed query'
}

function describe(error: Error): LogFields {
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const frames = (error.stack ?? '').split('\n').map((line) => line.trim()).filter((line) => /^at .+:\d+\)?$/.test(line))
  return { message: wordsOf(error), ...code, stack: frames.slice(0, 8) }
}

/**
 * One log entry as a JSON line without its newline. Fields that would identify a person are left out; an `Error` among
 * the fields becomes its message, code and stack, never its other properties, which may hold rows of the database.
 */
export function logLine(level: Level, message: string, fields: LogFields, at: Date): string {
  const kept = Object.entries(fields).filter(([field]) => !personal.test(field))
  const plain = kept.map(([field, value]) => [field, value instanceof Error ? describe(value) : value])
  return JSON.stringify({ at: at.toISOString(), level, message, ...Object.fromEntries(plain) })
}

function write(level: Level, message: string, fields: LogFields = {}): void {
  if (order[level] < order[env().logLevel]) return
  process.stderr.write(`${logLine(level, message, fields, new Date())}\n`)
}

/** Writes JSON lines to standard error, from LOG_LEVEL upwards. Never pass text of documents or anything about a reader. */
export const logger = {
  debug: (message: string, fields?: LogFields) => write('debug', message, fields),
  info: (message: string, fields?: LogFields) => write('info', message, fields),
  warn: (message: string, fields?: LogFields) => write('warn', message, fields),
  error: (message: string, fields?: LogFields) => write('error', message, fields),
}
