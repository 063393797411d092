import type { CollectionConfig, Field } from 'payload'
import { addressFields, keepAddress } from '@/publishing/address-fields'
import { reviewed } from '@/review/reviewed'
import { sourceFields } from './fields'
import { fillFromCopy } from './fill-from-copy'
import { fromCsl } from './from-csl'
import { fromLink } from './from-link'
import { mergeSource, unmergeSource } from './merge'
import { keepOrigins } from './origins'
import { keepReach } from './keep-reach'
import { keepWork } from './keep-work'
import { keepRelations } from './relations'
import { toPublicSource } from './present'

/** The desk's component for merging, named by path. */
const mergeField: Field = { name: 'merge', type: 'ui', admin: { position: 'sidebar', disableListColumn: true, components: { Field: '/desk/sources/merge#MergeSource' } } }

/** How it stands, at the head of its form, named by path too. */
const standingField: Field = { name: 'standing', type: 'ui', admin: { disableListColumn: true, components: { Field: '/desk/sources/standing#SourceStanding' } } }

/** A work that texts rely on: one record, cited many times. */
export const Sources: CollectionConfig = reviewed(
  {
    slug: 'sources',
    labels: { singular: { en: 'Source', ar: 'مصدر' }, plural: { en: 'Sources', ar: 'المصادر' } },
    admin: { useAsTitle: 'title', defaultColumns: ['title', 'kind', 'publisher', 'issued', 'visibility'], listSearchableFields: ['title', 'url', 'publisher', 'doi', 'isbn'], baseFilter: () => ({ mergedInto: { exists: false } }), group: { en: 'Catalogue', ar: 'الفهرس' } },
    hooks: { beforeChange: [keepWork, keepRelations, keepAddress, keepReach, keepOrigins] },
    endpoints: [fromLink, fromCsl, fillFromCopy, mergeSource, unmergeSource],
    fields: [mergeField, standingField, ...addressFields('sources'), ...sourceFields],
  },
  { workflow: 'source', present: toPublicSource, required: ['title', 'slug', 'language', 'kind'] },
)
