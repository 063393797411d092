import { isRecord } from './fields'
import { problem, type RequestProblem } from './problem'

/** The most that a request may carry: JSON and form fields in octets, and a form with a file in it. */
export const MAX_DATA = 5_000_000
export const MAX_UPLOAD = 30_000_000
/** How much of what is too large is read before the connection is cut. */
const MAX_DISCARDED = 100_000_000

const METHODS_WITH_BODY = new Set(['POST', 'PATCH', 'PUT'])

export type ReadBody = { body: Uint8Array<ArrayBuffer> | null; kind: 'none' | 'json' | 'form' | 'multipart'; data: Record<string, unknown> | null; form: string | null }

/**
 * Reads a request's body once, within its limit, and parses it as far as it is JSON: a JSON body, or the `_payload` of a
 * form. Returns a problem where it is too large, of a kind that isn't read here, or malformed.
 */
export async function readBody(request: Request): Promise<ReadBody | RequestProblem> {
  const nothing: ReadBody = { body: null, kind: 'none', data: null, form: null }
  if (!METHODS_WITH_BODY.has(request.method) || request.body === null) return nothing
  const type = (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const isMultipart = type === 'multipart/form-data'
  const body = await read(request, isMultipart ? MAX_UPLOAD : MAX_DATA)
  if (body === null) return problem(413, 'body', `The body of a request may have ${(isMultipart ? MAX_UPLOAD : MAX_DATA) / 1_000_000} MB at most.`)
  if (body.byteLength === 0) return nothing
  if (type === 'application/json') {
    const data = parse(new TextDecoder().decode(body))
    if (data === undefined) return problem(400, 'body', 'The request’s body is not valid JSON.')
    return isRecord(data) ? { body, kind: 'json', data, form: null } : problem(422, 'body', 'The request’s body must be a JSON object.')
  }
  if (type === 'application/x-www-form-urlencoded') return { body, kind: 'form', data: null, form: new TextDecoder().decode(body) }
  if (isMultipart) return readForm(request, body)
  return problem(415, 'Content-Type', 'The body must be application/json, or multipart/form-data where a file is sent.')
}

async function readForm(request: Request, body: Uint8Array<ArrayBuffer>): Promise<ReadBody | RequestProblem> {
  const malformed = problem(400, 'body', 'The form in the request’s body is malformed.')
  if (!/boundary=/i.test(request.headers.get('content-type') ?? '')) return malformed
  let fields: FormData
  try {
    fields = await new Response(body, { headers: { 'Content-Type': request.headers.get('content-type') ?? '' } }).formData()
  } catch {
    return malformed
  }
  const sent = fields.get('_payload')
  if (sent === null) return { body, kind: 'multipart', data: null, form: null }
  if (typeof sent !== 'string') return problem(422, '_payload', '“_payload” must be JSON, not a file.')
  if (sent.length > MAX_DATA) return problem(413, '_payload', `“_payload” may have ${MAX_DATA / 1_000_000} MB at most.`)
  const data = parse(sent)
  if (data === undefined) return problem(400, '_payload', '“_payload” is not valid JSON.')
  return isRecord(data) ? { body, kind: 'multipart', data, form: null } : problem(422, '_payload', '“_payload” must be a JSON object.')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/**
 * The whole body, or null where it has more than `most` octets. The rest of one that is too large is read and thrown away, as
 * far as `MAX_DISCARDED`: a connection closed on unread octets is reset, and the client never learns why (RFC 9112, section 9.6).
 */
async function read(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength
    if (size > MAX_DISCARDED) return null
    if (size > most) parts.length = 0
    else parts.push(part)
  }
  return size > most ? null : Buffer.concat(parts)
}
