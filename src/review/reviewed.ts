import type { CollectionConfig, Field } from 'payload'
import { accessTo } from '@/permissions/as-access'
import { afterSave } from './after-save'
import { payloadOrPool } from './connection'
import { define, type ReviewedOptions } from './definition'
import { reviewEndpoints } from './endpoints'
import { countSave, guardDelete, guardOperation } from './guard'
import { onTheDesk } from './on-the-desk'
import { restoreEndpoint } from './restore'
import { documentsInReview, documentsMentioning } from './store'

const keptByReview: Field[] = [
  { name: 'rev', type: 'number', defaultValue: 0, admin: { hidden: true } },
  { name: 'savedBy', type: 'relationship', relationTo: 'users', maxDepth: 0, admin: { hidden: true } },
  { name: 'createdBy', type: 'relationship', relationTo: 'users', maxDepth: 0, admin: { hidden: true } },
]

/**
 * Puts a collection under review: drafts and versions whose status decides nothing, guarded saves with a `rev`, the
 * endpoints of review, and access by the permission table. Publishing adds its own endpoints to all of these. The way in for every content domain; review
 * knows a domain only by what it passes here.
 */
export function reviewed<D>(collection: CollectionConfig, options: ReviewedOptions<D>): CollectionConfig {
  const { slug, hooks = {}, endpoints } = collection
  const definition = define(slug, options)
  return onTheDesk({
    ...collection,
    access: {
      ...accessTo(
        slug,
        async (req, name, capacities) => documentsInReview(await payloadOrPool(req), name, capacities),
        async (req, name, person) => documentsMentioning(await payloadOrPool(req), name, person),
      ),
      ...collection.access,
    },
    custom: { ...collection.custom, reviewed: definition },
    trash: true,
    versions: { drafts: { autosave: { interval: 2000, showSaveDraftButton: true } }, maxPerDoc: 0 },
    indexes: [...(collection.indexes ?? []), { fields: ['slug', 'language'], unique: true }],
    endpoints: [...(endpoints === false || endpoints === undefined ? [] : endpoints), ...reviewEndpoints(definition), restoreEndpoint(definition)],
    hooks: {
      ...hooks,
      // The guard stands first, so that what a domain's own hooks get is well-formed and locked.
      beforeOperation: [guardOperation, ...(hooks.beforeOperation ?? [])],
      // Counting stands last: what comes after it is stored.
      beforeChange: [...(hooks.beforeChange ?? []), countSave],
      afterChange: [...(hooks.afterChange ?? []), afterSave(definition)],
      beforeDelete: [guardDelete, ...(hooks.beforeDelete ?? [])],
    },
    fields: [...collection.fields, ...keptByReview],
  })
}
