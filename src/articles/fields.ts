import type { Field } from 'payload'
import { documentWarningFields } from '@/content-warnings/fields'
import { leadImageField } from '@/media/fields'
import type { ArticleKind } from '@/record/projections'
import { ARTICLE_KINDS } from '@/record/projections'
import { bodyField } from '@/rich-text/editor'
import { belongingFields } from '@/topics/fields'
import { importKey } from '@/platform/import-key'

const KIND_WORDS: Record<ArticleKind, { en: string; ar: string }> = {
  original: { en: 'Our own', ar: 'من إنتاجنا' },
  republication: { en: 'Republished from others', ar: 'معاد نشره عن آخرين' },
  statement: { en: 'Statement', ar: 'بيان' },
  translation: { en: 'Translation', ar: 'ترجمة' },
}

/** Where someone else's text was first published. */
const republicationField: Field = {
  name: 'republication',
  type: 'group',
  label: { en: 'Republished from', ar: 'معاد نشره عن' },
  admin: { condition: (data) => data?.kind === 'republication' },
  fields: [
    { name: 'publisher', type: 'text', label: { en: 'First published by', ar: 'الناشر الأول' } },
    { name: 'title', type: 'text', label: { en: 'Title there', ar: 'العنوان هناك' } },
    { name: 'author', type: 'text', label: { en: 'Author', ar: 'الكاتب' } },
    { name: 'url', type: 'text', label: { en: 'Link', ar: 'الرابط' } },
    { name: 'publishedOn', type: 'text', label: { en: 'Date there', ar: 'تاريخه هناك' }, admin: { description: { en: 'As far as it is known: 2013, 2013-03 or 2013-03-12.', ar: 'بقدر ما هو معروف: 2013 أو 2013-03 أو 2013-03-12.' } } },
    { name: 'licence', type: 'text', label: { en: 'Licence', ar: 'الرخصة' } },
    { name: 'permission', type: 'text', label: { en: 'Permission, as readers see it', ar: 'الإذن كما يراه القراء' } },
    { name: 'source', type: 'relationship', relationTo: 'sources', label: { en: 'Source record', ar: 'سجل المصدر' } },
  ],
}

/** The fields of an article beside its address. */
export const articleFields: Field[] = [
  {
    name: 'kind',
    type: 'select',
    defaultValue: 'original',
    label: { en: 'Kind', ar: 'النوع' },
    admin: { position: 'sidebar' },
    options: ARTICLE_KINDS.map((value) => ({ value, label: KIND_WORDS[value] })),
  },
  { name: 'standfirst', type: 'textarea', maxLength: 600, label: { en: 'Standfirst', ar: 'المقدمة' }, admin: { description: { en: 'One or two sentences that stand under the title and in listings and feeds.', ar: 'جملة أو جملتان تحت العنوان وفي القوائم والخلاصات.' } } },
  leadImageField(),
  bodyField(),
  republicationField,
  ...documentWarningFields(),
  { name: 'shortVersion', type: 'textarea', maxLength: 2_000, label: { en: 'Short version', ar: 'نسخة مختصرة' }, admin: { description: { en: 'For readers who would rather not read the hard parts.', ar: 'لمن يفضّل ألا يقرأ الأجزاء القاسية.' } } },
  { name: 'authors', type: 'relationship', relationTo: 'people', hasMany: true, label: { en: 'Authors', ar: 'الكتّاب' }, admin: { position: 'sidebar' } },
  ...belongingFields(),
  { name: 'series', type: 'relationship', relationTo: 'series', label: { en: 'Series', ar: 'السلسلة' }, admin: { position: 'sidebar' } },
  { name: 'seriesPart', type: 'number', min: 1, max: 999, label: { en: 'Part', ar: 'الجزء' }, admin: { position: 'sidebar', condition: (data) => Boolean(data?.series) } },
  { name: 'notes', type: 'textarea', label: { en: 'Notes for the desk', ar: 'ملاحظات للمكتب' }, admin: { description: { en: 'Never public.', ar: 'لا تُنشر أبدًا.' } } },
  importKey,
]
