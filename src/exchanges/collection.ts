import type { CollectionConfig } from 'payload'
import { documentWarningFields } from '@/content-warnings/fields'
import { addressFields, keepAddress } from '@/publishing/address-fields'
import { reviewed } from '@/review/reviewed'
import { belongingFields } from '@/topics/fields'
import { importKey } from '@/platform/import-key'
import { toPublicExchange } from './present'

/** An exchange: social posts of several voices in the order they are to be read. */
export const Exchanges: CollectionConfig = reviewed(
  {
    slug: 'exchanges',
    labels: { singular: { en: 'Exchange', ar: 'سجال' }, plural: { en: 'Exchanges', ar: 'السجالات' } },
    admin: { useAsTitle: 'title', defaultColumns: ['title', 'language', 'updatedAt'], group: { en: 'Writing', ar: 'الكتابة' } },
    hooks: { beforeChange: [keepAddress] },
    fields: [
      ...addressFields('exchanges'),
      { name: 'standfirst', type: 'textarea', maxLength: 600, label: { en: 'Standfirst', ar: 'المقدمة' } },
      {
        name: 'posts',
        type: 'array',
        label: { en: 'Posts, in reading order', ar: 'المنشورات بترتيب القراءة' },
        labels: { singular: { en: 'Post', ar: 'منشور' }, plural: { en: 'Posts', ar: 'منشورات' } },
        fields: [
          { name: 'post', type: 'relationship', relationTo: 'social-posts', label: { en: 'Post', ar: 'المنشور' } },
          { name: 'comment', type: 'textarea', maxLength: 1_000, label: { en: 'Our words before it', ar: 'كلامنا قبله' } },
        ],
      },
      ...documentWarningFields(),
      ...belongingFields(),
      { name: 'notes', type: 'textarea', label: { en: 'Notes for the desk', ar: 'ملاحظات للمكتب' }, admin: { description: { en: 'Never public.', ar: 'لا تُنشر أبدًا.' } } },
      importKey,
    ],
  },
  { workflow: 'post', rapid: 'rapid-post', present: toPublicExchange, required: ['title', 'slug', 'language', 'standfirst', 'posts', 'warningReview'] },
)
