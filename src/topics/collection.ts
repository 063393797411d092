import type { CollectionConfig } from 'payload'
import { addressFields, keepAddress } from '@/publishing/address-fields'
import { reviewed } from '@/review/reviewed'
import { importKey } from '@/platform/import-key'
import { toPublicTopic } from './present'

export const Topics: CollectionConfig = reviewed(
  {
    slug: 'topics',
    labels: { singular: { en: 'Topic', ar: 'موضوع' }, plural: { en: 'Topics', ar: 'المواضيع' } },
    admin: { useAsTitle: 'title', defaultColumns: ['title', 'language', 'updatedAt'], group: { en: 'Catalogue', ar: 'الفهرس' } },
    hooks: { beforeChange: [keepAddress] },
    fields: [
      ...addressFields('topics'),
      { name: 'description', type: 'textarea', maxLength: 1_000, label: { en: 'Description', ar: 'الوصف' } },
      importKey,
    ],
  },
  { workflow: 'page', present: toPublicTopic, required: ['title', 'slug', 'language'] },
)
