import type { CollectionConfig } from 'payload'
import { citing } from '@/citations/citing'
import { leadImageField } from '@/media/fields'
import { addressFields, keepAddress } from '@/publishing/address-fields'
import { reviewed } from '@/review/reviewed'
import { refuseBrokenText } from '@/rich-text/check'
import { bodyField } from '@/rich-text/editor'
import { importKey } from '@/platform/import-key'
import { toPublicCampaign } from './present'

/** A campaign: what it wants, when, and what readers can do. */
export const Campaigns: CollectionConfig = reviewed(
  citing({
    slug: 'campaigns',
    labels: { singular: { en: 'Campaign', ar: 'حملة' }, plural: { en: 'Campaigns', ar: 'الحملات' } },
    admin: { useAsTitle: 'title', defaultColumns: ['title', 'language', 'isActive', 'updatedAt'], group: { en: 'Catalogue', ar: 'الفهرس' } },
    hooks: { beforeOperation: [refuseBrokenText('body')], beforeChange: [keepAddress] },
    fields: [
      ...addressFields('campaigns'),
      { name: 'standfirst', type: 'textarea', maxLength: 600, label: { en: 'In one or two sentences', ar: 'في جملة أو جملتين' } },
      leadImageField(),
      {
        name: 'aims',
        type: 'array',
        label: { en: 'Aims', ar: 'المطالب' },
        labels: { singular: { en: 'Aim', ar: 'مطلب' }, plural: { en: 'Aims', ar: 'المطالب' } },
        fields: [{ name: 'aim', type: 'text', maxLength: 300, label: { en: 'Aim', ar: 'المطلب' } }],
      },
      {
        name: 'keyDates',
        type: 'array',
        label: { en: 'Key dates', ar: 'تواريخ مهمة' },
        labels: { singular: { en: 'Date', ar: 'تاريخ' }, plural: { en: 'Dates', ar: 'تواريخ' } },
        fields: [
          { type: 'row', fields: [
            { name: 'on', type: 'text', label: { en: 'Date', ar: 'التاريخ' }, admin: { description: { en: '2013, 2013-03 or 2013-03-12', ar: '2013 أو 2013-03 أو 2013-03-12' } } },
            { name: 'label', type: 'text', maxLength: 300, label: { en: 'What happened', ar: 'ما حدث' } },
          ] },
          { name: 'url', type: 'text', label: { en: 'Link', ar: 'الرابط' } },
        ],
      },
      {
        name: 'callsToAction',
        type: 'array',
        label: { en: 'What readers can do', ar: 'ما يمكن للقراء فعله' },
        labels: { singular: { en: 'Call to action', ar: 'دعوة إلى العمل' }, plural: { en: 'Calls to action', ar: 'دعوات إلى العمل' } },
        fields: [
          { type: 'row', fields: [
            { name: 'label', type: 'text', maxLength: 200, label: { en: 'Words', ar: 'النص' } },
            { name: 'url', type: 'text', label: { en: 'Link', ar: 'الرابط' } },
          ] },
          { name: 'note', type: 'text', maxLength: 300, label: { en: 'Note', ar: 'ملاحظة' } },
        ],
      },
      bodyField(),
      { name: 'isActive', type: 'checkbox', defaultValue: true, label: { en: 'Still going on', ar: 'ما زالت جارية' }, admin: { position: 'sidebar' } },
      { name: 'notes', type: 'textarea', label: { en: 'Notes for the desk', ar: 'ملاحظات للمكتب' }, admin: { description: { en: 'Never public.', ar: 'لا تُنشر أبدًا.' } } },
      importKey,
    ],
  }, 'body'),
  { workflow: 'page', present: toPublicCampaign, required: ['title', 'slug', 'language', 'standfirst'] },
)
