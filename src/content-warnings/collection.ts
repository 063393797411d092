import type { CollectionConfig, Field } from 'payload'
import { accessTo } from '@/permissions/as-access'
import { publishOnSave } from '@/publishing/publish-on-save'
import { toPublicWarningTerm } from './present'

/** The eight codes of the IPTC content-warning NewsCodes (CC BY). */
const IPTC = ['death', 'drugUse', 'fantasyViolence', 'language', 'nudity', 'sexuality', 'suffering', 'violence'] as const

function inBothLanguages(name: string, label: { en: string; ar: string }, type: 'text' | 'textarea', maxLength: number): Field {
  return {
    name,
    type: 'group',
    label,
    fields: [
      { name: 'en', type, maxLength, required: name === 'label', label: { en: 'English', ar: 'بالإنكليزية' } },
      { name: 'ar', type, maxLength, required: name === 'label', label: { en: 'Arabic', ar: 'بالعربية' }, admin: { rtl: true } },
    ],
  } as Field
}

/** The vocabulary that warnings are made of. It has no drafts: a saved term is public, and the log says who saved it. */
export const ContentWarnings: CollectionConfig = publishOnSave(
  {
    slug: 'content-warnings',
    labels: { singular: { en: 'Warning term', ar: 'مصطلح تنبيه' }, plural: { en: 'Warning terms', ar: 'مصطلحات التنبيه' } },
    admin: {
      useAsTitle: 'key',
      defaultColumns: ['key', 'label.en', 'label.ar'],
      listSearchableFields: ['key', 'label.en', 'label.ar'],
      group: { en: 'Catalogue', ar: 'الفهرس' },
      description: { en: 'Saving a term makes it public at once.', ar: 'حفظ المصطلح ينشره فورًا.' },
    },
    access: accessTo('content-warnings'),
    fields: [
      { name: 'key', type: 'text', required: true, unique: true, maxLength: 40, label: { en: 'Key', ar: 'المفتاح' }, validate: (value: unknown) => (typeof value === 'string' && /^[a-z][a-zA-Z0-9-]*$/.test(value) ? true : 'A key has Latin letters, digits and hyphens, and begins with a small letter.') },
      inBothLanguages('label', { en: 'Name', ar: 'الاسم' }, 'text', 80),
      inBothLanguages('definition', { en: 'What it means', ar: 'ما يعنيه' }, 'textarea', 500),
      { name: 'iptc', type: 'select', hasMany: true, label: { en: 'IPTC codes', ar: 'رموز IPTC' }, options: IPTC.map((value) => ({ value, label: value })) },
    ],
  },
  { present: toPublicWarningTerm, title: (term) => term.labels.en ?? term.key },
)
