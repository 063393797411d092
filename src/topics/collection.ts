import type { CollectionConfig } from 'payload'
import { addressFields, keepAddress } from '@/publishing/address-fields'
import { reviewed } from '@/review/reviewed'
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
      { name: 'importKey', type: 'text', index: true, admin: { hidden: true } },
    ],
  },
  { workflow: 'page', present: toPublicTopic, required: ['title', 'slug', 'language'] },
)
