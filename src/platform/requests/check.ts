import type { FlattenedField, SanitizedConfig } from 'payload'
import * as qs from 'qs-esm'
import { readBody } from './body'
import { isUuid } from './fields'
import { problem, type RequestProblem } from './problem'
import { findBulkProblem, findQueryProblem, type Query } from './query'
import { findUnstorable, findWrongKind } from './values'

type Config = Pick<SanitizedConfig, 'collections' | 'globals'>

// As Payload itself reads a query, so that what is checked is what is used.
const parseQuery = (search: string): Query => qs.parse(search, { allowEmptyArrays: true, arrayLimit: 1000, depth: 10, ignoreQueryPrefix: true }) as Query

/** What a signed-out person sends to be let in: every one of these must be text. */
const CREDENTIALS = ['email', 'username', 'password', 'token']

/**
 * Checks a request to the API before Payload sees it, so that whatever a client sends wrongly is answered with a 4xx
 * that names it. Returns the problem, or the request to pass on, whose body has been read and is handed over anew, with
 * that body's data where it is JSON.
 */
export async function checkRequest(config: Config, request: Request, segments: readonly string[]): Promise<RequestProblem | { request: Request; data: Record<string, unknown> | null }> {
  const path = findPathProblem(config, segments)
  if (path !== null) return path
  const read = await readBody(request)
  if ('status' in read) return read
  const isAsking = isOverriddenToGet(request)
  if (read.kind === 'form' && !isAsking) return problem(415, 'Content-Type', 'The body must be application/json, or multipart/form-data where a file is sent.')
  const fields = fieldsOf(config, segments)
  const query = parseQuery(read.kind === 'form' ? `${new URL(request.url).search.slice(1)}&${read.form ?? ''}` : new URL(request.url).search)
  const found = findQueryProblem(config, fields, query) ?? (isAsking ? null : findWriteProblem(config, request.method, segments, fields, query, read))
  if (found !== null) return found
  const { body, data } = read
  return { data, request: body === null ? request : new Request(request.url, { method: request.method, headers: request.headers, body, signal: request.signal }) }
}

function isOverriddenToGet(request: Request): boolean {
  return request.method === 'POST' && (request.headers.get('X-Payload-HTTP-Method-Override') === 'GET' || request.headers.get('X-HTTP-Method-Override') === 'GET')
}

function fieldsOf(config: Config, segments: readonly string[]): FlattenedField[] {
  const entity = segments[0] === 'globals' ? config.globals.find(({ slug }) => slug === segments[1]) : config.collections.find(({ slug }) => slug === segments[0])
  return entity?.flattenedFields ?? []
}

/** Segments are decoded already. An id that is none is refused here: the database would fail on it. */
function findPathProblem(config: Config, segments: readonly string[]): RequestProblem | null {
  if (segments.some((segment) => segment.includes('\0') || segment.includes('\uFFFD'))) return problem(400, 'path', 'This address is not well-formed.')
  const collection = config.collections.find(({ slug }) => slug === segments[0])
  if (collection === undefined) return null
  const [, second, third] = segments
  if (second === undefined) return null
  const own = collection.endpoints === false ? [] : collection.endpoints.map((endpoint) => endpoint.path.split('/')[1] ?? '')
  if (second === 'verify' && !collection.auth?.verify) return problem(404, 'path', 'Accounts are not verified by a link here.')
  if (second === 'versions' || second === 'access') return third === undefined || isUuid(third) ? null : problem(404, 'id', `“${third.slice(0, 60)}” is not an id.`)
  if (own.includes(second) || own.some((name) => name.startsWith(':') && name !== ':id')) return null
  return isUuid(second) ? null : problem(404, 'id', `“${second.slice(0, 60)}” is not the id of a document.`)
}

function findWriteProblem(config: Config, method: string, segments: readonly string[], fields: readonly FlattenedField[], query: Query, read: { kind: string; data: Record<string, unknown> | null }): RequestProblem | null {
  const collection = config.collections.find(({ slug }) => slug === segments[0])
  const isWhole = collection !== undefined && segments.length === 1
  if (isWhole && (method === 'PATCH' || method === 'DELETE')) {
    const bulk = findBulkProblem(query.where)
    if (bulk !== null) return bulk
  }
  const { data } = read
  const isDocument = isWhole || (collection !== undefined && segments.length === 2 && isUuid(segments[1])) || (segments[0] === 'globals' && segments.length === 2)
  if (isDocument && data === null && read.kind === 'none' && (method === 'POST' || method === 'PATCH')) return problem(422, 'body', 'The request’s body must be a JSON object.')
  if (data === null) return null
  const unstorable = findUnstorable(data)
  if (unstorable !== null) return unstorable
  for (const name of CREDENTIALS) {
    if (collection?.auth && data[name] !== undefined && data[name] !== null && typeof data[name] !== 'string') return problem(422, name, `“${name}” must be text.`)
  }
  return isDocument ? findWrongKind(fields, data) : null
}
