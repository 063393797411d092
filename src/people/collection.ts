import type { CollectionConfig } from 'payload'
import { addressFields, keepAddress } from '@/publishing/address-fields'
import { reviewed } from '@/review/reviewed'
import { importKey } from '@/platform/import-key'
import { toPublicPerson } from './present'

/** People as readers know them: authors under the name they chose. Accounts are `users`. */
export const People: CollectionConfig = reviewed(
  {
    slug: 'people',
    labels: { singular: { en: 'Person', ar: 'شخص' }, plural: { en: 'People', ar: 'الأشخاص' } },
    admin: { useAsTitle: 'title', defaultColumns: ['title', 'language', 'updatedAt'], group: { en: 'Catalogue', ar: 'الفهرس' } },
    hooks: { beforeChange: [keepAddress] },
    fields: [
      ...addressFields('people', { en: 'Name as printed', ar: 'الاسم كما يُطبع' }),
      { name: 'role', type: 'text', maxLength: 200, label: { en: 'Who they are', ar: 'صفته' } },
      { name: 'bio', type: 'textarea', maxLength: 2_000, label: { en: 'About', ar: 'نبذة' } },
      { name: 'notes', type: 'textarea', label: { en: 'Notes for the desk', ar: 'ملاحظات للمكتب' }, admin: { description: { en: 'Never public.', ar: 'لا تُنشر أبدًا.' } } },
      importKey,
    ],
  },
  { workflow: 'page', present: toPublicPerson, required: ['title', 'slug', 'language'] },
)
