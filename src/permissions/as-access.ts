import type { Access, CollectionConfig, PayloadRequest, Where } from 'payload'
import { can, rightsOf } from './can'
import { actorOf, type Actor, type Role } from './roles'
import type { Action, Condition } from './table'

/**
 * Finds the documents of a collection whose active review run asks for one of `capacities`, by id. Review supplies it,
 * as permissions know nothing of runs.
 */
export type DocumentsInReview = (req: PayloadRequest, collection: string, capacities: readonly Role[]) => Promise<string[]>

/** Finds the documents of a collection in whose threads somebody is mentioned, by id. Review supplies it too. */
export type DocumentsMentioning = (req: PayloadRequest, collection: string, person: string) => Promise<string[]>

const IS_PUBLIC: Where = { visibility: { not_equals: 'private' } }

/**
 * The rows on which a condition stands, as a Payload constraint; true for all of them. What a row alone can't tell
 * (was it submitted, was it ever public) is checked per document by the review guard.
 */
const ROWS: Record<Exclude<Condition, 'ownSubjectInARun' | 'ownSlot'>, (actor: Actor) => Where | true> = {
  always: () => true,
  own: (actor) => ({ createdBy: { equals: actor.id } }),
  ownOrMentioned: (actor) => ({ createdBy: { equals: actor.id } }),
  ownNeverSubmitted: (actor) => ({ createdBy: { equals: actor.id } }),
  neverPublished: () => true,
  notPrivate: () => IS_PUBLIC,
  ownIfPrivate: (actor) => ({ or: [IS_PUBLIC, { createdBy: { equals: actor.id } }] }),
  grantedIfPrivate: (actor) => ({ or: [IS_PUBLIC, { createdBy: { equals: actor.id } }, { grantedTo: { in: [actor.id] } }] }),
  self: (actor) => ({ id: { equals: actor.id } }),
}

/**
 * The permission table as a Payload access function for one action on one collection: true, false, or the rows it
 * covers. Without `inReview`, nobody gets rights from a run; without `mentioning`, none from being mentioned.
 */
export function accessFor(action: Action, collection: string, inReview?: DocumentsInReview, mentioning?: DocumentsMentioning): Access {
  return async ({ req }) => {
    const actor = actorOf(req.user)
    if (actor === null) return false
    const parts: Where[] = []
    const capacities: Role[] = []
    for (const { role, condition } of rightsOf(actor, action, collection)) {
      if (condition === 'ownSubjectInARun') capacities.push(role)
      else if (condition !== 'ownSlot') {
        const rows = ROWS[condition](actor)
        if (rows === true) return true
        parts.push(rows)
      }
      if (condition === 'ownOrMentioned' && mentioning !== undefined) {
        const ids = await mentioning(req, collection, actor.id)
        if (ids.length > 0) parts.push({ id: { in: ids } })
      }
    }
    if (capacities.length > 0 && inReview !== undefined) {
      const ids = await inReview(req, collection, capacities)
      if (ids.length > 0) parts.push({ id: { in: ids } })
    }
    return parts.length === 0 ? false : { or: parts }
  }
}

/**
 * The same constraint for a collection's versions, whose fields lie below `version` and their document's below `parent`:
 * both must pass, as what is private now was perhaps not always, and the other way round.
 */
function versionsOf(rows: Where): Where {
  return { and: [below(rows, 'version'), below(rows, 'parent')] }
}

function below(rows: Where, prefix: 'version' | 'parent'): Where {
  const prefixed: Where = {}
  for (const [key, value] of Object.entries(rows)) {
    if (key === 'or' || key === 'and') prefixed[key] = (value as Where[]).map((each) => below(each, prefix))
    else prefixed[key === 'id' ? 'parent' : `${prefix}.${key}`] = value
  }
  return prefixed
}

/** What stands where both do: nobody removes what they may not read, as a private source. */
function both(one: boolean | Where, other: boolean | Where): boolean | Where {
  if (one === false || other === false) return false
  if (one === true) return other
  return other === true ? one : { and: [one, other] }
}

/** All access functions of a collection, from the permission table. */
export function accessTo(collection: string, inReview?: DocumentsInReview, mentioning?: DocumentsMentioning): NonNullable<CollectionConfig['access']> {
  const read = accessFor('read', collection, inReview, mentioning)
  return {
    admin: ({ req }) => (actorOf(req.user)?.roles.length ?? 0) > 0,
    create: accessFor('create', collection, inReview),
    read,
    readVersions: async (args) => {
      const rows = await read(args)
      return typeof rows === 'boolean' ? rows : versionsOf(rows)
    },
    update: accessFor('edit', collection, inReview),
    delete: async (args) => both(await read(args), await accessFor('trash', collection, inReview)(args)),
    unlock: ({ req }) => can(actorOf(req.user), 'create', { collection: 'users' }).allowed,
  }
}
