import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionSlug } from 'payload'
import { payloadSession } from '@/platform/database'
import { follow, type Anchor } from './anchor'
import { valueAt } from './fields'
import { wordsOf } from './words'

/** After each save, in its transaction: takes the anchors of the document's threads along with what was edited. */
export const followEdits: CollectionAfterChangeHook = async ({ collection, doc, operation, previousDoc, req }) => {
  if (operation !== 'update') return doc
  const tx = payloadSession(req)
  const id = String(doc.id)
  const { rows } = await tx.query<{ id: string; anchor: Anchor }>('select id, anchor from handbill.threads where collection = $1 and document = $2 and anchor is not null', [collection.slug, id])
  if (rows.length === 0) return doc
  // What a hook is given may be cut by access and selection.
  const { docs } = await req.payload.find({ collection: collection.slug as CollectionSlug, where: { id: { equals: id } }, depth: 0, limit: 1, pagination: false, overrideAccess: true, showHiddenFields: true, trash: true, draft: false, req })
  for (const thread of rows) {
    const path = thread.anchor.fieldPath
    const moved = follow(thread.anchor, wordsOf(valueAt(previousDoc, path)).text, wordsOf(valueAt(docs[0], path)).text)
    if (moved !== thread.anchor) await tx.query('update handbill.threads set anchor = $2 where id = $1', [thread.id, JSON.stringify(moved)])
  }
  return doc
}

/** What was said about a document goes with it. */
export const forgetThreads: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  await payloadSession(req).query('delete from handbill.threads where collection = $1 and document = $2', [collection.slug, String(id)])
}
