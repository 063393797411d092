import { rightsOf } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { KIND_OF } from '@/permissions/table'
import { tableOf } from '@/review/definition'

/** What of the log somebody may read: all of it, the rows of their own documents in some collections, or nothing. */
export type LogRights = { all: true } | { all: false; ownIn: string[] }

/**
 * The rights to the log, by the permission table. Who may read the log of every text may read all of it: what belongs to no
 * text, as settings and redactions, included.
 */
export function logRightsOf(actor: Actor): LogRights {
  const conditions = (collection: string) => rightsOf(actor, 'readAudit', collection).map(({ condition }) => condition)
  const collections = Object.keys(KIND_OF)
  if (collections.some((collection) => conditions(collection).includes('always'))) return { all: true }
  return { all: false, ownIn: collections.filter((collection) => conditions(collection).includes('own')) }
}

/** The condition on rows of `log` for such rights, with `$n` for the person's id. */
export function logCondition(rights: LogRights, person: string): string {
  if (rights.all) return 'true'
  const own = rights.ownIn.map((collection) => `(log.collection = '${collection}' and log.document in (select id::text from ${tableOf(collection)} where created_by_id = ${person}::uuid))`)
  return own.length === 0 ? 'false' : `(${own.join(' or ')})`
}
