import type { CollectionBeforeChangeHook } from 'payload'
import { ValidationError } from 'payload'
import { can } from '@/permissions/can'
import { actorOf } from '@/permissions/roles'
import { idOf } from '@/platform/relations'

type Reach = { visibility?: string | null; grantedTo?: unknown; createdBy?: unknown }

/**
 * Before a save: makes a source private only in the hands of somebody who can still reach it then. Whom a grant would
 * let in gets one; who could not open it even so, as a contributor, is refused (field error on `visibility`).
 */
export const keepReach: CollectionBeforeChangeHook = ({ collection, data, operation, originalDoc, req }) => {
  const before = (operation === 'create' ? {} : (originalDoc ?? {})) as Reach & { id?: string }
  const after: Reach = { ...before, ...(data as Reach) }
  const actor = actorOf(req.user)
  if (actor === null || after.visibility !== 'private') return data
  const grantedTo = Array.isArray(after.grantedTo) ? after.grantedTo.flatMap((person) => idOf(person) ?? []) : []
  const createdBy = operation === 'create' ? actor.id : idOf(before.createdBy)
  const reaches = (granted: string[]) => can(actor, 'edit', { collection: 'sources', createdBy, isPrivate: true, grantedTo: granted }).allowed
  if (reaches(grantedTo)) return data
  if (before.visibility !== 'private' && reaches([...grantedTo, actor.id])) return { ...data, grantedTo: [...grantedTo, actor.id] }
  throw new ValidationError({ collection: collection.slug, errors: [{ path: 'visibility', message: 'You could not open this source any more. Ask someone of “sources” to make it private.' }] }, req.t)
}
