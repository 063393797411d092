import { rightsOf } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import type { Condition } from '@/permissions/table'

const IS_OWN = 'd.created_by_id = $1::uuid'
const IS_MENTIONED = 'exists (select from handbill.thread_mentions m where m.collection = {collection} and m.document = d.id and m.person = $1::uuid)'

/** What each condition of reading means in SQL, for a row `d` and the person `$1`. What isn't here reads nothing. */
const ROWS: Partial<Record<Condition, string>> = {
  always: 'true',
  own: IS_OWN,
  ownOrMentioned: `${IS_OWN} or ${IS_MENTIONED}`,
  notPrivate: `coalesce(d.visibility::text, 'private') <> 'private'`,
  ownIfPrivate: `coalesce(d.visibility::text, 'private') <> 'private' or ${IS_OWN}`,
  grantedIfPrivate: `coalesce(d.visibility::text, 'private') <> 'private' or ${IS_OWN} or exists (select from sources_rels r where r.parent_id = d.id and r.path = 'grantedTo' and r.users_id = $1::uuid)`,
}

/**
 * The rows of a collection's table that somebody may read, as a condition on `d` with their id as `$1`: the same table of rights
 * as Payload's access goes by, for what has to be counted and cut in the database. Titles are read by that access all the same.
 */
export function readableRows(actor: Actor, collection: string): string {
  const parts = rightsOf(actor, 'read', collection).flatMap(({ condition }) => ROWS[condition] ?? [])
  // Only names of our own collections come here.
  return parts.length === 0 ? 'false' : `(${[...new Set(parts)].join(' or ')})`.replaceAll('{collection}', `'${collection}'`)
}
