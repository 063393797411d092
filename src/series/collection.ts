import type { CollectionConfig } from 'payload'
import { addressFields, keepAddress } from '@/publishing/address-fields'
import { reviewed } from '@/review/reviewed'
import { importKey } from '@/platform/import-key'
import { toPublicSeries } from './present'

export const Series: CollectionConfig = reviewed(
  {
    slug: 'series',
    labels: { singular: { en: 'Series', ar: 'سلسلة' }, plural: { en: 'Series', ar: 'السلاسل' } },
    admin: { useAsTitle: 'title', defaultColumns: ['title', 'language', 'updatedAt'], group: { en: 'Catalogue', ar: 'الفهرس' } },
    hooks: { beforeChange: [keepAddress] },
    fields: [
      ...addressFields('series'),
      { name: 'description', type: 'textarea', maxLength: 1_000, label: { en: 'Description', ar: 'الوصف' } },
      importKey,
    ],
  },
  { workflow: 'page', present: toPublicSeries, required: ['title', 'slug', 'language'] },
)
