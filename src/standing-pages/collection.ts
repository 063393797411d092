import type { CollectionConfig } from 'payload'
import { citing } from '@/citations/citing'
import { documentWarningFields } from '@/content-warnings/fields'
import { addressFields, keepAddress } from '@/publishing/address-fields'
import { reviewed } from '@/review/reviewed'
import { refuseBrokenText } from '@/rich-text/check'
import { bodyField } from '@/rich-text/editor'
import { importKey } from '@/platform/import-key'
import { toPublicPage } from './present'

/** Standing pages at the root of the site: about, contact, how we work. */
export const Pages: CollectionConfig = reviewed(
  citing({
    slug: 'pages',
    labels: { singular: { en: 'Page', ar: 'صفحة' }, plural: { en: 'Pages', ar: 'الصفحات' } },
    admin: { useAsTitle: 'title', defaultColumns: ['title', 'language', 'updatedAt'], group: { en: 'Writing', ar: 'الكتابة' } },
    hooks: { beforeOperation: [refuseBrokenText('body')], beforeChange: [keepAddress] },
    fields: [
      ...addressFields('pages'),
      { name: 'standfirst', type: 'textarea', maxLength: 600, label: { en: 'Standfirst', ar: 'المقدمة' } },
      bodyField(),
      ...documentWarningFields(),
      { name: 'notes', type: 'textarea', label: { en: 'Notes for the desk', ar: 'ملاحظات للمكتب' }, admin: { description: { en: 'Never public.', ar: 'لا تُنشر أبدًا.' } } },
      importKey,
    ],
  }, 'body'),
  { workflow: 'page', present: toPublicPage, required: ['title', 'slug', 'language', 'body'] },
)
