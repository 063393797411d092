import type { Field } from 'payload'
import { LANGUAGES } from '@/publishing/languages'
import { SOURCE_KINDS, type SourceKind } from '@/record/projections'
import { platformField } from '@/social-posts/fields'
import { importKey } from '@/platform/import-key'

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
    fields: [{ type: 'row', fields: [{ name: 'name', type: 'text', label: { en: 'Name', ar: 'الاسم' } }, { name: 'nameLatin', type: 'text', label: { en: 'In Latin script', ar: 'بالحروف اللاتينية' } }] }],
  },
  { type: 'row', fields: [{ name: 'container', type: 'text', label: { en: 'Published in', ar: 'نُشر في' } }, { name: 'publisher', type: 'text', label: { en: 'Publisher', ar: 'الناشر' } }] },
  { type: 'row', fields: [
    { name: 'issued', type: 'text', label: { en: 'Date', ar: 'التاريخ' }, admin: { description: { en: 'As far as it is known: 2013, 2013-03 or 2013-03-12.', ar: 'بقدر ما هو معروف: 2013 أو 2013-03 أو 2013-03-12.' } } },
    { name: 'titleLanguage', type: 'select', label: { en: 'Language of the work', ar: 'لغة العمل' }, options: [...LANGUAGES] },
  ] },
  { name: 'titleTranslated', type: 'text', label: { en: 'Title, translated', ar: 'العنوان مترجمًا' } },
  { name: 'url', type: 'text', label: { en: 'Link', ar: 'الرابط' } },
  { type: 'row', fields: [{ name: 'archivedUrl', type: 'text', label: { en: 'Archived copy', ar: 'نسخة مؤرشفة' } }, { name: 'archivedAt', type: 'text', label: { en: 'Archived on', ar: 'تاريخ الأرشفة' } }] },
  { type: 'row', fields: [{ name: 'doi', type: 'text', label: { en: 'DOI', ar: 'معرّف DOI' } }, platformField()] },
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
  { name: 'urlKey', type: 'text', index: true, admin: { hidden: true } },
  importKey,
]
