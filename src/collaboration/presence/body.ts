import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import { isKeptBySystem, type Data } from '../merge/merge'
import { isRecord } from '@/platform/requests/fields'
import { findUnstorable, findWrongKind } from '@/platform/requests/values'
import { isUuid } from '@/review/definition'
import { readObject } from '@/review/request'
import { refusal, Refused } from '@/review/refusal'
import type { Unsaved } from './store'

const MOST = 2_000_000
const MOST_PATH = 300

/** What a window tells of itself. */
export type SentBeat = { session: string; isEditing: boolean; field: string | null; baseRev: number | null; unsaved: Unsaved | null }

/**
 * Reads a sign of life.
 *
 * @throws Refused: 400 where it isn't JSON, 413 where it is too long, 422 naming the field that is wrong.
 */
export async function readBeat(req: PayloadRequest, collection: string): Promise<SentBeat> {
  const body = await readStorable(req, ['session', 'isEditing', 'field', 'baseRev', 'unsaved'])
  const { isEditing = false, field = null, baseRev = null } = body
  if (typeof isEditing !== 'boolean') throw wrong('isEditing', 'isEditing must be true or false.')
  if (field !== null && (typeof field !== 'string' || field.length > MOST_PATH || !/^[\w.-]*$/.test(field))) throw wrong('field', 'field must be the path of a field.')
  if (baseRev !== null && !(typeof baseRev === 'number' && Number.isInteger(baseRev) && baseRev >= 0 && baseRev < 2 ** 31)) throw wrong('baseRev', 'baseRev must be the number of a stored text.')
  const fields = req.payload.collections[collection as CollectionSlug].config.flattenedFields
  return { session: sessionIn(body), isEditing, field: field === '' ? null : field, baseRev, unsaved: unsavedIn(body.unsaved ?? null, fields) }
}

/** Reads a request that names a window, and nothing else. Throws as `readBeat` does. */
export async function readSession(req: PayloadRequest): Promise<string> {
  return sessionIn(await readStorable(req, ['session']))
}

async function readStorable(req: PayloadRequest, names: readonly string[]): Promise<Record<string, unknown>> {
  const body = await readObject(req, { most: MOST, fields: names })
  const problem = findUnstorable(body)
  if (problem !== null) throw wrong(problem.field, problem.message)
  return body
}

function sessionIn({ session }: Record<string, unknown>): string {
  if (!isUuid(session)) throw wrong('session', 'session must be the identifier of a window: a UUID.')
  return session.toLowerCase()
}

function unsavedIn(sent: unknown, fields: readonly FlattenedField[]): Unsaved | null {
  if (sent === null) return null
  if (!isRecord(sent) || !isRecord(sent.base) || !isRecord(sent.mine)) throw wrong('unsaved', 'unsaved must hold two objects of fields, base and mine.')
  const known = new Set(fields.map(({ name }) => name))
  const own = (data: Data): Data => Object.fromEntries(Object.entries(data).filter(([name]) => known.has(name) && !isKeptBySystem(name)))
  const unsaved = { base: own(sent.base), mine: own(sent.mine) }
  const problem = findWrongKind(fields, unsaved.mine)
  if (problem !== null) throw wrong(`unsaved.mine.${problem.field}`, problem.message)
  return Object.keys(unsaved.mine).length === 0 ? null : unsaved
}

function wrong(field: string, message: string): Refused {
  return new Refused(refusal(422, 'malformed', message, { field }))
}
