import { ValidationError, type Field, type GlobalBeforeChangeHook, type GlobalConfig } from 'payload'
import { accessFor } from '@/permissions/as-access'
import { payloadSession } from '@/platform/database'
import { defaultLanguage } from '@/publishing/insert'
import { publishGlobalOnSave } from '@/publishing/publish-on-save'
import { LANGUAGES } from '@/publishing/languages'
import { accentProblem } from './accent'
import { toPublicSiteSettings } from './present'

function named(name: string, label: { en: string; ar: string }): Field {
  return {
    name,
    type: 'group',
    label,
    fields: [
      { name: 'en', type: 'text', maxLength: 120, label: { en: 'English', ar: 'بالإنكليزية' } },
      { name: 'ar', type: 'text', maxLength: 120, label: { en: 'Arabic', ar: 'بالعربية' }, admin: { rtl: true } },
    ],
  }
}

/** Every address of the default language is without a prefix: another one would be another address for all that is or was public. */
const keepDefaultLanguage: GlobalBeforeChangeHook = async ({ data, req }) => {
  const wanted: unknown = Array.isArray(data.languages) ? data.languages[0] : undefined
  if (typeof wanted !== 'string') return data
  const tx = payloadSession(req)
  const present = await defaultLanguage(tx)
  if (wanted === present) return data
  const { rows } = await tx.query<{ isPublic: boolean }>('select exists (select from publications where path is not null) as "isPublic"')
  if (rows[0]?.isPublic !== true) return data
  const message = `The first language stays “${present}”: something was published already, and the addresses of all texts would change.`
  throw new ValidationError({ global: 'site-settings', errors: [{ path: 'languages', message }] }, req.t)
}

/** How the public site is called and looks. Saving publishes at once and re-bakes every page. */
export const SiteSettings: GlobalConfig = publishGlobalOnSave(
  {
    slug: 'site-settings',
    label: { en: 'Site settings', ar: 'إعدادات الموقع' },
    admin: { group: { en: 'System', ar: 'النظام' }, description: { en: 'Saving makes a change public at once, on every page.', ar: 'الحفظ ينشر التغيير فورًا على كل الصفحات.' } },
    access: { read: accessFor('read', 'site-settings'), update: accessFor('edit', 'site-settings') },
    hooks: { beforeChange: [keepDefaultLanguage] },
    fields: [
      named('name', { en: 'Name', ar: 'الاسم' }),
      named('tagline', { en: 'Under the name', ar: 'تحت الاسم' }),
      { name: 'languages', type: 'select', hasMany: true, required: true, defaultValue: ['en', 'ar'], label: { en: 'Languages, the default one first', ar: 'اللغات، وأولاها الافتراضية' }, options: [...LANGUAGES] },
      {
        type: 'row',
        fields: (['accentLight', 'accentDark'] as const).map((name) => ({
          name,
          type: 'text' as const,
          defaultValue: name === 'accentLight' ? '#b3261e' : '#ff8a7a',
          label: name === 'accentLight' ? { en: 'Accent on light', ar: 'اللون المميز على الفاتح' } : { en: 'Accent on dark', ar: 'اللون المميز على الداكن' },
          validate: (value: unknown) => accentProblem(value, name === 'accentLight' ? 'light' : 'dark') ?? true,
        })),
      },
      {
        name: 'arabicMonths',
        type: 'select',
        defaultValue: 'ar-SY',
        label: { en: 'Arabic month names', ar: 'أسماء الشهور العربية' },
        options: [
          { value: 'ar-SY', label: { en: 'Levantine (كانون الثاني)', ar: 'المشرقية (كانون الثاني)' } },
          { value: 'ar-EG', label: { en: 'Egyptian (يناير)', ar: 'المصرية (يناير)' } },
          { value: 'ar-MA', label: { en: 'Maghrebi (يناير)', ar: 'المغاربية (يناير)' } },
        ],
      },
      {
        name: 'arabicDigits',
        type: 'select',
        defaultValue: 'arab',
        label: { en: 'Digits in Arabic', ar: 'الأرقام في العربية' },
        options: [
          { value: 'arab', label: '٠١٢٣٤٥٦٧٨٩' },
          { value: 'latn', label: '0123456789' },
        ],
      },
      { name: 'timeZone', type: 'text', defaultValue: 'Europe/London', label: { en: 'Time zone of printed dates', ar: 'المنطقة الزمنية للتواريخ' }, validate: (value: unknown) => (typeof value === 'string' && isTimeZone(value) ? true : 'Give a zone of the IANA database, as Europe/London.') },
      { name: 'contactEmail', type: 'email', label: { en: 'Address for readers', ar: 'عنوان لمراسلة القراء' } },
      { name: 'licence', type: 'text', maxLength: 200, label: { en: 'Licence of what is ours', ar: 'رخصة ما هو لنا' } },
      { name: 'footerPages', type: 'relationship', relationTo: 'pages', hasMany: true, maxDepth: 0, label: { en: 'Pages in the footer', ar: 'صفحات التذييل' } },
    ],
  },
  { present: toPublicSiteSettings, title: (settings) => settings.name.en ?? '' },
)

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
