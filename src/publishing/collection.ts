import { APIError, type CollectionConfig } from 'payload'
import { accessFor } from '@/permissions/as-access'

const WRITES = new Set(['create', 'update', 'delete', 'restoreVersion'])

/**
 * What is or was public, as Payload shows it: read only. Rows are written by `publish.ts` and its siblings alone, in SQL;
 * a trigger holds them immutable but for `supersededAt`.
 */
export const Publications: CollectionConfig = {
  slug: 'publications',
  labels: { singular: { en: 'Publication', ar: 'نسخة منشورة' }, plural: { en: 'Publications', ar: 'النسخ المنشورة' } },
  admin: {
    useAsTitle: 'title',
    group: { en: 'System', ar: 'النظام' },
    defaultColumns: ['title', 'collection', 'language', 'change', 'wentLiveAt', 'supersededAt'],
    description: { en: 'Everything that was ever public, word for word. It can be read here and changed nowhere.', ar: 'كل ما نُشر يومًا، كلمة بكلمة. يُقرأ هنا ولا يُغيَّر في أي مكان.' },
  },
  defaultSort: '-wentLiveAt',
  timestamps: false,
  lockDocuments: false,
  disableDuplicate: true,
  access: {
    read: accessFor('read', 'publications'),
    create: () => false,
    update: () => false,
    delete: () => false,
  },
  hooks: {
    beforeOperation: [
      ({ args, operation }) => {
        if (WRITES.has(operation)) throw new APIError('Publications are written by publishing alone.', 403, null, true)
        return args
      },
    ],
  },
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'collection', type: 'text', required: true },
    { name: 'document', type: 'text', required: true },
    { name: 'language', type: 'text', required: true },
    { name: 'slug', type: 'text', required: true },
    { name: 'path', type: 'text' },
    { name: 'isTombstone', type: 'checkbox', required: true, defaultValue: false },
    { name: 'isAdopted', type: 'checkbox', required: true, defaultValue: false },
    { name: 'publishedAt', type: 'date', required: true },
    { name: 'updatedPubliclyAt', type: 'date', required: true },
    { name: 'wentLiveAt', type: 'date', required: true },
    { name: 'supersededAt', type: 'date' },
    { name: 'contentHash', type: 'text', required: true },
    { name: 'projection', type: 'json', required: true },
    { name: 'corrections', type: 'json', required: true },
    { name: 'addresses', type: 'json', required: true },
    { name: 'refs', type: 'json', required: true },
    { name: 'images', type: 'json', required: true },
    { name: 'translationGroup', type: 'text' },
    { name: 'searchText', type: 'textarea', hidden: true },
    { name: 'publishedBy', type: 'relationship', relationTo: 'users' },
    { name: 'run', type: 'text' },
    { name: 'change', type: 'text' },
  ],
}
