import type { Field } from 'payload'
import { documentWarningFields, placedWarningFields } from '@/content-warnings/fields'
import { PLATFORMS, type Platform } from '@/record/projections'
import { bodyField } from '@/rich-text/editor'
import { belongingFields } from '@/topics/fields'
import { importKey } from '@/platform/import-key'

export const PLATFORM_WORDS: Record<Platform, string> = {
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  telegram: 'Telegram',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  linkedin: 'LinkedIn',
  other: 'Other',
}

/** A platform to choose from. */
export function platformField(): Field {
  return { name: 'platform', type: 'select', label: { en: 'Platform', ar: 'المنصة' }, options: PLATFORMS.map((value) => ({ value, label: PLATFORM_WORDS[value] })) }
}

/** The fields of a social post beside its address. */
export const socialPostFields: Field[] = [
  {
    name: 'voice',
    type: 'select',
    defaultValue: 'ours',
    label: { en: 'Whose words', ar: 'كلام مَن' },
    admin: { position: 'sidebar' },
    options: [
      { value: 'ours', label: { en: 'Ours', ar: 'كلامنا' } },
      { value: 'theirs', label: { en: 'Someone else’s', ar: 'كلام غيرنا' } },
    ],
  },
  {
    type: 'row',
    fields: [platformField(), { name: 'postedAt', type: 'text', label: { en: 'Posted', ar: 'تاريخ النشر' }, admin: { description: { en: 'As far as it is known: 2017, 2017-08, 2017-08-02 or 2017-08-02T09:15Z.', ar: 'بقدر ما هو معروف: 2017 أو 2017-08 أو 2017-08-02 أو 2017-08-02T09:15Z.' } } }],
  },
  {
    name: 'account',
    type: 'group',
    label: { en: 'Account', ar: 'الحساب' },
    fields: [
      { type: 'row', fields: [{ name: 'name', type: 'text', label: { en: 'Name', ar: 'الاسم' } }, { name: 'handle', type: 'text', label: { en: 'Handle', ar: 'المعرّف' } }] },
      { name: 'url', type: 'text', label: { en: 'Link to the account', ar: 'رابط الحساب' } },
    ],
  },
  { name: 'permalink', type: 'text', label: { en: 'Link to the post', ar: 'رابط المنشور' } },
  { name: 'text', type: 'textarea', label: { en: 'Text as posted', ar: 'النص كما نُشر' }, admin: { rows: 8 } },
  {
    name: 'footnotes',
    type: 'array',
    label: { en: 'The post’s own footnotes', ar: 'حواشي المنشور نفسه' },
    labels: { singular: { en: 'Footnote', ar: 'حاشية' }, plural: { en: 'Footnotes', ar: 'حواشٍ' } },
    fields: [
      { type: 'row', fields: [
        { name: 'label', type: 'text', label: { en: 'Number or mark', ar: 'الرقم أو العلامة' } },
        { name: 'url', type: 'text', label: { en: 'Link', ar: 'الرابط' } },
      ] },
      { name: 'text', type: 'textarea', label: { en: 'Text', ar: 'النص' } },
      { name: 'source', type: 'relationship', relationTo: 'sources', label: { en: 'Source', ar: 'المصدر' } },
    ],
  },
  {
    name: 'attachments',
    type: 'array',
    label: { en: 'Attached images', ar: 'صور مرفقة' },
    labels: { singular: { en: 'Image', ar: 'صورة' }, plural: { en: 'Images', ar: 'صور' } },
    fields: [{ name: 'image', type: 'upload', relationTo: 'media', label: { en: 'Image', ar: 'الصورة' } }, ...placedWarningFields({ note: 'warningNote' })],
  },
  { name: 'replyTo', type: 'relationship', relationTo: 'social-posts', maxDepth: 0, label: { en: 'Answers', ar: 'ردّ على' }, admin: { position: 'sidebar' } },
  bodyField('context', { en: 'Our words about it', ar: 'كلامنا عنه' }),
  ...documentWarningFields(),
  ...belongingFields(),
  { name: 'notes', type: 'textarea', label: { en: 'Notes for the desk', ar: 'ملاحظات للمكتب' }, admin: { description: { en: 'Never public.', ar: 'لا تُنشر أبدًا.' } } },
  importKey,
]
