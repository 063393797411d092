import type { Field } from 'payload'
import { LANGUAGES } from '@/publishing/languages'
import { SOURCE_KINDS, type SourceKind } from '@/record/projections'
import { platformField } from '@/social-posts/fields'
import { importKey } from '@/platform/import-key'
import { bibliographicFields, creatorFields, dateField, linkField } from './work-fields'
import { identifierFields, keyFields } from './identifier-fields'
import { relationsField } from './relations'

const KIND_WORDS: Record<SourceKind, { en: string; ar: string }> = {
  article: { en: 'Article', ar: 'مقال' },
  socialPost: { en: 'Social post', ar: 'منشور' },
  statement: { en: 'Statement', ar: 'بيان' },
  report: { en: 'Report', ar: 'تقرير' },
  legal: { en: 'Legal text', ar: 'نص قانوني' },
  book: { en: 'Book', ar: 'كتاب' },
  paper: { en: 'Paper', ar: 'ورقة بحثية' },
  video: { en: 'Video', ar: 'فيديو' },
  audio: { en: 'Audio', ar: 'تسجيل صوتي' },
  image: { en: 'Image', ar: 'صورة' },
  dataset: { en: 'Data', ar: 'بيانات' },
  interview: { en: 'Interview', ar: 'مقابلة' },
  testimony: { en: 'Testimony', ar: 'شهادة' },
  letter: { en: 'Letter', ar: 'رسالة' },
  webpage: { en: 'Web page', ar: 'صفحة ويب' },
  privateDocument: { en: 'Document not published', ar: 'وثيقة غير منشورة' },
}

const isPublic = (data: { visibility?: string } | undefined) => data?.visibility !== 'private'

/** The fields of a source beside its address. What a private one holds never leaves the desk but for its public label. */
export const sourceFields: Field[] = [
  { name: 'kind', type: 'select', defaultValue: 'webpage', label: { en: 'Kind', ar: 'النوع' }, options: SOURCE_KINDS.map((value) => ({ value, label: KIND_WORDS[value] })) },
  {
    name: 'visibility',
    type: 'select',
    defaultValue: 'public',
    index: true,
    label: { en: 'Who may know of it', ar: 'مَن يجوز أن يعرفه' },
    admin: { position: 'sidebar' },
    options: [
      { value: 'public', label: { en: 'Everybody', ar: 'الجميع' } },
      { value: 'private', label: { en: 'The desk only: readers see the public label', ar: 'المكتب وحده: يرى القراء الوصف العام' } },
    ],
  },
  { name: 'publicLabel', type: 'text', maxLength: 300, label: { en: 'Public label', ar: 'الوصف العام' }, admin: { condition: (data) => !isPublic(data), description: { en: 'All that readers learn of it: “a nurse in the camp, name withheld”.', ar: 'كل ما يعرفه القراء عنه: «ممرضة في المخيم، حُجب اسمها».' } } },
  {
    name: 'creators',
    type: 'array',
    label: { en: 'Authors', ar: 'المؤلفون' },
    labels: { singular: { en: 'Author', ar: 'مؤلف' }, plural: { en: 'Authors', ar: 'مؤلفون' } },
    fields: creatorFields,
  },
  { type: 'row', fields: [{ name: 'container', type: 'text', label: { en: 'Published in', ar: 'نُشر في' } }, { name: 'publisher', type: 'text', label: { en: 'Publisher', ar: 'الناشر' } }] },
  { type: 'row', fields: [
    dateField('issued', { en: 'Date', ar: 'التاريخ' }),
    { name: 'titleLanguage', type: 'select', label: { en: 'Language of the work', ar: 'لغة العمل' }, options: [...LANGUAGES] },
    { name: 'otherLanguages', type: 'select', hasMany: true, label: { en: 'Also in', ar: 'وبلغات أخرى' }, options: [...LANGUAGES] },
  ] },
  { name: 'titleTranslated', type: 'text', label: { en: 'Title, translated', ar: 'العنوان مترجمًا' } },
  linkField('url', { en: 'Link', ar: 'الرابط' }),
  { type: 'row', fields: [linkField('archivedUrl', { en: 'Archived copy', ar: 'نسخة مؤرشفة' }), { name: 'archivedAt', type: 'text', label: { en: 'Archived on', ar: 'تاريخ الأرشفة' } }, dateField('accessed', { en: 'Last read', ar: 'آخر اطلاع' })] },
  ...bibliographicFields,
  ...identifierFields(platformField()),
  relationsField,
  { name: 'note', type: 'textarea', label: { en: 'Note for readers', ar: 'ملاحظة للقراء' } },
  { name: 'notes', type: 'textarea', label: { en: 'Notes for the desk', ar: 'ملاحظات للمكتب' }, admin: { description: { en: 'Never public.', ar: 'لا تُنشر أبدًا.' } } },
  {
    name: 'grantedTo',
    type: 'relationship',
    relationTo: 'users',
    hasMany: true,
    maxDepth: 0,
    label: { en: 'Also open to', ar: 'متاح أيضًا لـ' },
    admin: { position: 'sidebar', condition: (data) => !isPublic(data), description: { en: 'Colleagues who may see this private source.', ar: 'الزملاء الذين يجوز لهم رؤية هذا المصدر الخاص.' } },
  },
  {
    name: 'capturePolicy',
    type: 'select',
    defaultValue: 'localOnly',
    label: { en: 'Keeping copies', ar: 'حفظ النسخ' },
    admin: { position: 'sidebar', description: { en: 'Fetching a page tells its site that somebody reads it.', ar: 'جلب الصفحة يُعلم موقعها أن أحدًا يقرؤها.' } },
    options: [
      { value: 'archivePublicly', label: { en: 'Keep one here, and ask public archives for one', ar: 'نسخة هنا، وأخرى في الأرشيفات العامة' } },
      { value: 'localOnly', label: { en: 'Keep one here alone', ar: 'نسخة هنا وحدها' } },
      { value: 'neverFetch', label: { en: 'Never fetch it', ar: 'لا تُجلب أبدًا' } },
    ],
  },
  ...keyFields,
  importKey,
]
