import type { Field, TextFieldValidation } from 'payload'
import { CREATOR_ROLES, type CreatorRole } from '@/record/projections'
import { dateProblem } from './dates'
import { readLink } from './addresses/normalise'

type Label = { en: string; ar: string }

const ROLE_WORDS: Record<CreatorRole, Label> = {
  author: { en: 'Author', ar: 'مؤلف' },
  editor: { en: 'Editor', ar: 'محرر' },
  translator: { en: 'Translator', ar: 'مترجم' },
  interviewer: { en: 'Interviewer', ar: 'مُحاوِر' },
  director: { en: 'Director', ar: 'مخرج' },
  contributor: { en: 'Contributor', ar: 'مساهم' },
}

/** A check of a text field that lets what stood there before stand: a rule that came later keeps nobody from saving. */
export function unlessKept(check: (value: string) => string | null): TextFieldValidation {
  return (value, { previousValue }) => (value == null || value === '' || value === previousValue ? true : (check(value) ?? true))
}

/** A date that may be known in part. */
export function dateField(name: string, label: Label): Field {
  return {
    name,
    type: 'text',
    label,
    validate: unlessKept(dateProblem),
    admin: { description: { en: 'As far as it is known: 2013, 2013-03, 2013-03-12; 2013~ for about, 2013/2015 for from and to.', ar: 'بقدر ما هو معروف: 2013 أو 2013-03 أو 2013-03-12، و‎2013~ للتقريب، و‎2013/2015 للمدة.' } },
  }
}

/** A link to a page of the web. */
export function linkField(name: string, label: Label): Field {
  const check = (value: string): string | null => {
    const read = readLink(value)
    return 'problem' in read ? read.message.en : null
  }
  return { name, type: 'text', label, validate: unlessKept(check) }
}

export const creatorFields: Field[] = [
  { type: 'row', fields: [{ name: 'name', type: 'text', label: { en: 'Name', ar: 'الاسم' } }, { name: 'nameLatin', type: 'text', label: { en: 'In Latin script', ar: 'بالحروف اللاتينية' } }] },
  { type: 'row', fields: [
    { name: 'familyName', type: 'text', label: { en: 'Listed under', ar: 'يُدرج تحت' }, admin: { description: { en: 'Of a person: the part of the name that lists go by.', ar: 'للأشخاص: الجزء الذي تُرتَّب به القوائم.' } } },
    { name: 'role', type: 'select', label: { en: 'As', ar: 'بصفة' }, options: CREATOR_ROLES.map((value) => ({ value, label: ROLE_WORDS[value] })) },
    { name: 'handle', type: 'text', label: { en: 'Account', ar: 'الحساب' } },
  ] },
]

const short = (name: string, en: string, ar: string): Field => ({ name, type: 'text', maxLength: 200, label: { en, ar } })

/** What bibliographies name beside author, title, container and publisher. */
export const bibliographicFields: Field[] = [
  {
    type: 'collapsible',
    label: { en: 'For bibliographies', ar: 'لقوائم المراجع' },
    admin: { initCollapsed: true },
    fields: [
      { type: 'row', fields: [short('volume', 'Volume', 'المجلد'), short('issue', 'Issue', 'العدد'), short('pages', 'Pages', 'الصفحات')] },
      { type: 'row', fields: [short('edition', 'Edition', 'الطبعة'), short('place', 'Place', 'مكان النشر'), short('number', 'Number', 'الرقم')] },
      { name: 'csl', type: 'json', label: { en: 'More, as CSL-JSON', ar: 'المزيد بصيغة CSL-JSON' }, admin: { description: { en: 'Variables of CSL that have no field here, as text: {"genre": "Press release"}. They become public.', ar: 'متغيرات CSL التي لا حقل لها هنا، نصًّا: {"genre": "بيان صحفي"}. وهي تُنشر.' } } },
    ],
  },
]
