import type { CollectionSlug, RelationshipFieldSingleValidation } from 'payload'
import { idOf } from '@/platform/relations'

/**
 * Validation of a relationship inside a text: the document must be there. Payload's own asks whether whoever saves may read
 * it, which would keep everybody from a text that cites a private source but those who may open it.
 */
export function refersTo(collection: CollectionSlug): RelationshipFieldSingleValidation {
  return async (value, { req }) => {
    const id = idOf(value)
    if (id === null) return true
    const { totalDocs } = await req.payload.count({ collection, where: { id: { equals: id } }, trash: true, overrideAccess: true, req })
    return totalDocs > 0 ? true : 'What this refers to does not exist.'
  }
}
