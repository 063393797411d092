import type { Config, Endpoint, PayloadHandler, PayloadRequest } from 'payload'
import type { Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { pool } from '@/platform/database'
import { idOf } from '@/platform/relations'
import type { Reviewed } from '@/review/definition'
import { Refused } from '@/review/refusal'
import { answering, refusalResponse, requireActor, requireDocument } from '@/review/request'
import { BYTE_ORDER_MARK, csvLine } from './csv'
import { filtersFrom, numberFrom, type LogFilters } from './filters'
import { historyOf } from './history'
import { readLog, type LogRow } from './read-log'

const HISTORY_ROWS = 20
const CSV_ROWS = 1_000
const COLUMNS = ['number', 'at', 'person', 'name', 'action', 'collection', 'document', 'before', 'after', 'run', 'details', 'hash']

/** Adds `GET /:id/history` to every collection that is under review, and the log as CSV: a Payload plugin. */
export function log(config: Config): Config {
  const collections = config.collections?.map((collection) => {
    const definition = collection.custom?.reviewed as Reviewed | undefined
    if (definition === undefined) return collection
    return { ...collection, endpoints: [...(collection.endpoints === false || collection.endpoints === undefined ? [] : collection.endpoints), historyEndpoint(definition.collection)] }
  })
  return { ...config, endpoints: [...(config.endpoints ?? []), csvEndpoint], ...(collections === undefined ? {} : { collections }) }
}

function historyEndpoint(collection: string): Endpoint {
  return {
    path: '/:id/history',
    method: 'get',
    handler: answering(async (req) => {
      const actor = requireActor(req)
      const document = await requireDocument(req, collection)
      const query = queryOf(req)
      const page = { before: numberFrom(query, 'before', 1, Number.MAX_SAFE_INTEGER), limit: numberFrom(query, 'limit', 1, 100) ?? HISTORY_ROWS }
      return historyOf(pool, actor, { collection, id: document.id, createdBy: idOf(document.createdBy) }, page)
    }),
  }
}

function queryOf(req: PayloadRequest): URLSearchParams {
  return new URL(req.url ?? '', 'http://localhost').searchParams
}

const csv: PayloadHandler = async (req) => {
  try {
    const actor = requireActor(req)
    const filters = filtersFrom(queryOf(req))
    // The first rows before anything is answered, so that what fails at once is answered as an error.
    const first = await readLog(pool, actor, filters, { limit: CSV_ROWS })
    const day = now().toISOString().slice(0, 10)
    return new Response(csvStream(actor, filters, first), {
      headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present', 'Content-Disposition': `attachment; filename="audit-${day}.csv"`, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
    })
  } catch (error) {
    if (error instanceof Refused) return refusalResponse(error.refusal)
    throw error
  }
}

const csvEndpoint: Endpoint = { path: '/audit.csv', method: 'get', handler: csv }

/** The rows as a file that is read from the database as fast as it is taken, a thousand rows at a time. */
function csvStream(actor: Actor, filters: LogFilters, first: LogRow[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let rows: LogRow[] | null = first
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(COLUMNS)))
    },
    async pull(controller) {
      if (rows === null) return
      if (rows.length > 0) controller.enqueue(encoder.encode(rows.map(lineOf).join('')))
      const last = rows.at(-1)
      rows = rows.length < CSV_ROWS || last === undefined ? null : await readLog(pool, actor, filters, { before: last.seq, limit: CSV_ROWS })
      if (rows === null) controller.close()
    },
  })
}

function lineOf(row: LogRow): string {
  return csvLine([row.seq, row.at, row.actor, row.name, row.action, row.collection, row.document, row.before, row.after, row.run, JSON.stringify(row.details), row.hash])
}
