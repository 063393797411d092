import type { Queryable } from '@/platform/database'
import type { Capture } from './capture'

type Row = Record<string, unknown>

const COLUMNS = [
  'id', 'source', 'request', 'why', 'requested_url', 'final_url', 'redirects', 'status', 'status_text', 'request_headers', 'headers', 'server_address', 'fetched_at', 'captured_at', 'by', 'provider', 'tool',
  'audience', 'memento_url', 'files', 'text', 'text_hash', 'title', 'metadata', 'failure', 'revoked_at', 'revoked_reason',
] as const
const JSON_COLUMNS: readonly string[] = ['redirects', 'request_headers', 'headers', 'files', 'metadata']
const LONG: readonly string[] = ['text', 'redirects', 'request_headers', 'headers']

const camel = (column: string): string => column.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase())
const isoOf = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value)

function toCapture(row: Row): Capture {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [camel(column), isoOf(value)])) as Capture
}

/** A capture without the words of the page and the headers, as lists need it. */
export type CaptureSummary = Omit<Capture, 'text' | 'redirects' | 'requestHeaders' | 'headers'>

/** Writes a capture. Make sure of its files before: the row says that they are there. */
export async function insertCapture(tx: Queryable, capture: Omit<Capture, 'revokedAt' | 'revokedReason'>): Promise<void> {
  const columns = COLUMNS.filter((column) => !column.startsWith('revoked'))
  const values = columns.map((column) => {
    const value = (capture as Row)[camel(column)]
    return JSON_COLUMNS.includes(column) && value !== null ? JSON.stringify(value) : value
  })
  await tx.query(`insert into handbill.captures (${columns.join(', ')}) values (${columns.map((_column, index) => `$${index + 1}`).join(', ')})`, values)
}

/** A capture by its id; null where there is none. */
export async function readCapture(tx: Queryable, id: string, lock: '' | 'for update' = ''): Promise<Capture | null> {
  const { rows } = await tx.query<Row>(`select ${COLUMNS.join(', ')} from handbill.captures where id = $1 ${lock}`, [id])
  return rows[0] === undefined ? null : toCapture(rows[0])
}

const SUMMARY = COLUMNS.filter((column) => !LONG.includes(column)).join(', ')
const LISTED = 50

/** The newest captures of a source, 50 at most, failures and revoked ones included, the newest first. */
export async function capturesOf(tx: Queryable, source: string): Promise<CaptureSummary[]> {
  const { rows } = await tx.query<Row>(`select ${SUMMARY} from handbill.captures where source = $1 order by captured_at desc, id desc limit ${LISTED}`, [source])
  return rows.map((row) => toCapture(row) as CaptureSummary)
}

/**
 * All captures of a source that something can be read from, the newest first: neither failed nor revoked, with text. However many tries failed
 * since, they hide none of them.
 */
export async function readableCapturesOf(tx: Queryable, source: string): Promise<CaptureSummary[]> {
  const { rows } = await tx.query<Row>(`select ${SUMMARY} from handbill.captures where source = $1 and failure is null and revoked_at is null and text_hash is not null order by captured_at desc, id desc`, [source])
  return rows.map((row) => toCapture(row) as CaptureSummary)
}
