import { APIError, type CollectionBeforeChangeHook, type CollectionBeforeDeleteHook, type CollectionBeforeOperationHook, type PayloadRequest, type Where } from 'payload'
import { appendAudit } from '@/audit/append'
import { can } from '@/permissions/can'
import { actorOf } from '@/permissions/roles'
import { payloadSession } from '@/platform/database'
import { isUuid } from './definition'
import { loadReview, lockDocument, type DocumentRow } from './store'
import { problemIn } from './values'

// A text as key: a context with symbols alone counts as empty, and is replaced.
const LOCKED = 'handbill.lockedRow'
const READS = new Set<string>(['read', 'count', 'readDistinct'])

function refuse(status: number, message: string, data: Record<string, unknown> = {}): never {
  throw new APIError(message, status, data, true)
}

/** Refuses with the field named, in the shape that the admin's form reads too. */
export function refuseField(field: string, message: string): never {
  return refuse(422, message, { field, errors: [{ path: field, message }] })
}

type WriteArgs = {
  data?: unknown
  id?: unknown
  where?: Where
  autosave?: boolean
  draft?: boolean
  overrideAccess?: boolean
  publishAllLocales?: boolean
  unpublishAllLocales?: boolean
  publishSpecificLocale?: string
  duplicateFromID?: unknown
  req: PayloadRequest
}

/**
 * The one gate before every operation on a reviewed collection, whoever asks: status decides nothing. Every write goes to
 * the main row as a draft and waits for the row's lock; every read gets the newest text. A save that began from an
 * older `rev` is refused. Source: DESIGN section 4, "Payload's drafts".
 */
export const guardOperation: CollectionBeforeOperationHook = async ({ args: given, operation, collection }) => {
  const args = given as WriteArgs
  if (READS.has(operation)) return { ...given, draft: false }
  if (operation === 'restoreVersion') return refuse(403, 'Versions are restored through the history of the document.')
  if (operation === 'delete' && args.id === undefined) requireIds(args.where)
  if (operation !== 'create' && operation !== 'update') return given
  const { data } = args
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return refuse(422, 'The request’s body must be an object of fields.')
  const fields = data as Record<string, unknown>
  if (args.publishAllLocales === true || args.unpublishAllLocales === true || args.publishSpecificLocale !== undefined) refuse(403, 'What is public goes through review.')
  if (fields._status !== undefined && fields._status !== null && fields._status !== 'draft') refuse(403, 'What is public goes through review; its status can’t be set.', { field: '_status' })
  const problem = problemIn(collection.flattenedFields, fields)
  if (problem !== null) refuseField(problem.field, problem.message)
  let autosave = args.autosave
  if (operation === 'update') {
    if (args.id === undefined) requireIds(args.where)
    else {
      const row = isUuid(args.id) ? await lockDocument(payloadSession(args.req), collection.slug, args.id) : refuse(404, 'There is no such document.')
      // Without an account, the answer is for access to give, and nothing to be learned here.
      if (row !== null && (args.overrideAccess === true || args.req.user !== null)) requireRev(fields.rev, row)
      if (row !== null) args.req.context[LOCKED] = row
      // What somebody else wrote stays a version of its own.
      if (row !== null && row.savedBy !== (args.req.user?.id ?? null)) autosave = false
    }
  }
  // A duplicate gets an address of its own, made from its title.
  const address = args.duplicateFromID === undefined ? {} : { slug: null }
  return { ...given, draft: false, autosave, overrideLock: true, data: { ...fields, ...address, _status: 'draft' } }
}

function requireRev(began: unknown, row: DocumentRow): void {
  if (began === undefined || began === null || Number(began) === row.rev) return
  refuse(409, 'Somebody saved this document since you opened it. Your text is still in the form.', { rev: row.rev, savedBy: row.savedBy })
}

/** Lets a bulk operation through only where it names its documents one by one: a malformed condition would match them all. */
function requireIds(where: Where | undefined): void {
  if (!namesIds(where)) refuse(422, 'Name the documents by their ids: where[id][in].', { field: 'where' })
}

function namesIds(where: unknown): boolean {
  if (where === null || typeof where !== 'object') return false
  const { id, and } = where as { id?: { in?: unknown; equals?: unknown }; and?: unknown }
  if (id !== undefined && id !== null && typeof id === 'object') {
    const ids = typeof id.in === 'string' ? id.in.split(',') : (id.in ?? (id.equals === undefined ? [] : [id.equals]))
    return Array.isArray(ids) && ids.length > 0 && ids.every(isUuid)
  }
  const conditions = and !== null && typeof and === 'object' ? Object.values(and) : []
  return conditions.some(namesIds)
}

/** Counts each save, and notes who made it. Bulk updates take their locks here, one document at a time. */
export const countSave: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  const person = req.user?.id ?? null
  if (operation === 'create') return { ...data, _status: 'draft', rev: 1, savedBy: person, createdBy: person ?? data.createdBy ?? null }
  const original = originalDoc as { id: string; rev?: number | null; createdBy?: unknown; deletedAt?: string | null }
  const row = takeLocked(req, original.id) ?? (await lockDocument(payloadSession(req), collection.slug, original.id))
  if (row === null) return refuse(404, 'There is no such document.')
  if (Number(original.rev ?? 0) !== row.rev) refuse(409, 'Somebody saved this document at the same moment.', { rev: row.rev, savedBy: row.savedBy })
  if (data.deletedAt && !original.deletedAt) await requireRemovable(req, collection.slug, original.id, 'trashed')
  if (!data.deletedAt && original.deletedAt) await appendAudit(payloadSession(req), { actor: person, action: 'restored', collection: collection.slug, document: original.id })
  return { ...data, _status: 'draft', rev: row.rev + 1, savedBy: person, createdBy: row.createdBy }
}

/** The row that this operation holds the lock of already, once: a later one in the same request looks for itself. */
function takeLocked(req: PayloadRequest, id: string): DocumentRow | null {
  const held = req.context[LOCKED] as DocumentRow | undefined
  delete req.context[LOCKED]
  return held?.id === id ? held : null
}

/** What was ever public is withdrawn, never deleted; what is in review stays until its run is cancelled. */
export const guardDelete: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  if (!isUuid(id)) return refuse(404, 'There is no such document.')
  await requireRemovable(req, collection.slug, id, 'trashed')
}

async function requireRemovable(req: PayloadRequest, collection: string, id: string, action: 'trashed'): Promise<void> {
  const tx = payloadSession(req)
  const loaded = await loadReview(tx, collection, id, { lock: true })
  if (loaded === null) return
  const { review } = loaded
  if (review.subject.wasPublished === true) refuse(403, 'This was public once, so it can be withdrawn but not moved to the trash.')
  if (review.run !== null) refuse(409, 'This is in review. Cancel the review first.')
  const actor = actorOf(req.user)
  const right = actor === null ? null : can(actor, 'trash', review.subject)
  if (right !== null && !right.allowed) refuse(403, right.why.message)
  await appendAudit(tx, { actor: actor?.id ?? null, action, collection, document: id })
}
