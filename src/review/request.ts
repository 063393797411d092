import type { CollectionSlug, PayloadHandler, PayloadRequest } from 'payload'
import { actorOf, type Actor } from '@/permissions/roles'
import { isUuid } from './definition'
import { refusal, Refused, type Refusal } from './refusal'

const MAX_BODY = 64_000
const MAX_WORDS = 5_000

/** A field of a request's body: what kind it is, and whether it must be there. */
export type BodyField = { kind: 'text' | 'boolean' | 'hash' | 'choice'; isRequired?: boolean; choices?: readonly string[] }
export type BodyFields = Record<string, BodyField>
export type Body = Record<string, string | boolean | undefined>

/**
 * Reads a request's body as JSON and checks it field by field.
 *
 * @throws Refused: 400 where it isn't JSON, 413 where it is too long, 422 naming the field that is wrong, unknown or missing.
 */
export async function readBody(req: PayloadRequest, fields: BodyFields): Promise<Body> {
  const body = await readObject(req, { fields: Object.keys(fields) })
  const checked: Body = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = body[name] ?? undefined
    if (value === undefined) {
      if (field.isRequired === true) throw wrong(name, `${name} is needed.`)
      continue
    }
    const problem = problemOf(field, value)
    if (problem !== null) throw wrong(name, `${name} ${problem}`)
    checked[name] = typeof value === 'string' ? value.trim() : (value as boolean)
  }
  return checked
}

/**
 * Reads a request's body as a JSON object; nothing at all counts as an empty one. `most`: characters that it may have;
 * `fields`: the names that it may hold, any where left out.
 *
 * @throws Refused: 400 where it isn't JSON, 413 where it is too long, 422 where it isn't an object or holds another field.
 */
export async function readObject(req: PayloadRequest, { most = MAX_BODY, fields }: { most?: number; fields?: readonly string[] } = {}): Promise<Record<string, unknown>> {
  // An empty body may have been found empty before.
  const text = req.bodyUsed === true ? '' : ((await req.text?.()) ?? '')
  if (text.length > most) throw new Refused(refusal(413, 'tooLong', 'The request’s body is too long.'))
  const body = parse(text)
  const unknown = fields === undefined ? undefined : Object.keys(body).find((name) => !fields.includes(name))
  if (unknown !== undefined) throw wrong(unknown.slice(0, 60), `There is no field "${unknown.slice(0, 60)}" here.`)
  return body
}

function parse(text: string): Record<string, unknown> {
  if (text.trim() === '') return {}
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new Refused(refusal(400, 'notJson', 'The request’s body is not valid JSON.'))
  }
  if (body === null || typeof body !== 'object' || Array.isArray(body)) throw new Refused(refusal(422, 'malformed', 'The request’s body must be an object.', { field: 'body' }))
  return body as Record<string, unknown>
}

function problemOf(field: BodyField, value: unknown): string | null {
  if (field.kind === 'boolean') return typeof value === 'boolean' ? null : 'must be true or false.'
  if (typeof value !== 'string') return 'must be text.'
  if (value.includes('\u0000') || /\p{Surrogate}/u.test(value)) return 'holds a character that can’t be stored.'
  if (field.isRequired === true && value.trim() === '') return 'can’t be empty.'
  if (value.length > MAX_WORDS) return `may have ${MAX_WORDS} characters at most.`
  if (field.kind === 'hash') return /^[0-9a-f]{64}$/.test(value) ? null : 'must be a content hash: 64 hexadecimal digits.'
  if (field.kind === 'choice') return field.choices?.includes(value) === true ? null : `must be one of ${field.choices?.join(', ') ?? ''}.`
  return null
}

function wrong(field: string, message: string): Refused {
  return new Refused(refusal(422, 'malformed', message, { field }))
}

/** An answer in the shape of Payload's own errors. */
export function refusalResponse({ status, code, message, data }: Refusal): Response {
  return Response.json({ errors: [{ name: 'Refused', message, data: { code, ...data } }] }, { status, headers: { 'Cache-Control': 'no-store' } })
}

/** A handler that answers with JSON, and with plain 4xx errors where it refuses. Errors of ours go on to Payload. */
export function answering(handle: (req: PayloadRequest) => Promise<unknown>): PayloadHandler {
  return async (req) => {
    try {
      return Response.json(await handle(req), { headers: { 'Cache-Control': 'no-store' } })
    } catch (error) {
      if (error instanceof Refused) return refusalResponse(error.refusal)
      throw error
    }
  }
}

/** @throws Refused (401) where nobody is signed in. */
export function requireActor(req: PayloadRequest): Actor {
  const actor = actorOf(req.user)
  if (actor === null) throw new Refused(refusal(401, 'notSignedIn', 'Please sign in first.'))
  return actor
}

/**
 * The document that a request's address names, whole and at depth 0, if the person may read it.
 *
 * @throws Refused: 404 where there is none, 403 where it isn't theirs to read.
 */
export async function requireDocument(req: PayloadRequest, collection: string): Promise<{ id: string } & Record<string, unknown>> {
  const id = req.routeParams?.id
  const none = (): Refused => new Refused(refusal(404, 'notFound', 'There is no such document.'))
  if (!isUuid(id)) throw none()
  try {
    await req.payload.findByID({ collection: collection as CollectionSlug, id, depth: 0, trash: true, overrideAccess: false, user: req.user, select: {} })
  } catch (error) {
    // By status and not by class: a bundle holds several copies of Payload's classes.
    const status = error instanceof Error && 'status' in error ? error.status : undefined
    if (status === 403) throw new Refused(refusal(403, 'notYours', 'This is not yours to read.'))
    if (status === 404) throw none()
    throw error
  }
  // Presenters need every field, also those that this person doesn't see.
  const { docs } = await req.payload.find({ collection: collection as CollectionSlug, where: { id: { equals: id } }, depth: 0, limit: 1, pagination: false, trash: true, overrideAccess: true, showHiddenFields: true, draft: false })
  const found = docs[0]
  if (found === undefined) throw none()
  return found as unknown as { id: string } & Record<string, unknown>
}
