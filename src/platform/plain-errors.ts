import type { AfterErrorHook } from 'payload'

/**
 * PostgreSQL's classes of error that a client causes by what it sends, and the sentence for each: SQLSTATE class 22
 * (data exception), 23503 (foreign key), 23505 (unique), 23514 (check), 23502 (not null).
 */
const FAULTS: readonly [RegExp, number, string][] = [
  [/^22/, 422, 'A value is not of a kind that can be stored here.'],
  [/^23503$/, 422, 'Something this refers to does not exist.'],
  [/^23505$/, 409, 'Another document has this value already.'],
  [/^23514$/, 403, 'This way of writing is not open: what is public goes through review.'],
  [/^23502$/, 422, 'A value that is needed is missing.'],
  [/^40(001|P01)$/, 409, 'Somebody else saved at the same moment. Please try again.'],
]

/** The class of faults in a database that is away: connection exceptions, shutdown, too many connections. */
const AWAY = /^(08|57P|53)|ECONNREFUSED|ECONNRESET|ENOTFOUND|timeout exceeded when trying to connect|Connection terminated/

/**
 * Rebuilds what a client is told from an error's own status, message and data: in a production build Payload would
 * answer many a client's mistake with 500 or "unknown error" (`notes` of the decision record on errors). What is
 * truly our fault stays a 500 without details.
 */
export const plainErrors: AfterErrorHook = ({ error, result }) => {
  const fault = causes(error)
  if (fault.some((cause) => AWAY.test(codeOf(cause)) || (codeOf(cause) === '' && AWAY.test(messageOf(cause))))) {
    return { status: 503, response: { errors: [{ message: 'The database can’t be reached at the moment. Nothing was lost; please try again.' }] } }
  }
  for (const cause of fault) {
    const found = FAULTS.find(([code]) => code.test(codeOf(cause)))
    if (found !== undefined) {
      const field = fieldOf(cause)
      return { status: found[1], response: { errors: [{ message: found[2], ...(field === null ? {} : { data: { field } }) }] } }
    }
  }
  if (error instanceof SyntaxError || /Invalid JSON|Unexpected token|in JSON at position/.test(messageOf(error))) {
    return { status: 400, response: { errors: [{ message: 'The request’s body is not valid JSON.' }] } }
  }
  const { status, data, isPublic } = error as { status?: number; data?: Record<string, unknown> | null; isPublic?: boolean }
  if (typeof status === 'number' && status >= 400 && (status < 500 || isPublic === true)) {
    return { status, response: { errors: [{ name: error.name, message: error.message, ...(data === undefined || data === null ? {} : { data }) }] } }
  }
  return { status: 500, response: result ?? { errors: [{ message: 'Something went wrong.' }] } }
}

function causes(error: unknown): unknown[] {
  const found: unknown[] = []
  for (let cause: unknown = error; cause !== undefined && cause !== null && found.length < 5; cause = (cause as { cause?: unknown }).cause) found.push(cause)
  return found
}

/**
 * The field that PostgreSQL complains of, as far as it says: the column of a missing value, or the first of a key. Columns
 * are named after fields in snake case, with an underscore for the dot of a group too.
 */
function fieldOf(cause: unknown): string | null {
  const { column, detail } = cause as { column?: unknown; detail?: unknown }
  const named = typeof column === 'string' ? column : typeof detail === 'string' ? /^Key \((\w+)/.exec(detail)?.[1] : undefined
  if (named === undefined) return null
  return named.replace(/_id$/, '').replace(/^(lead|republication|account)_/, '$1.').replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function codeOf(cause: unknown): string {
  const code = cause !== null && typeof cause === 'object' && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? code : ''
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : ''
}
