import type { Field } from 'payload'
import { placedWarningFields } from '@/content-warnings/fields'

/** A document's lead image, with the warnings it needs. */
export function leadImageField(): Field {
  return {
    name: 'lead',
    type: 'group',
    label: { en: 'Lead image', ar: 'الصورة الرئيسية' },
    fields: [
      { name: 'image', type: 'upload', relationTo: 'media', label: { en: 'Image', ar: 'الصورة' } },
      ...placedWarningFields({ note: 'warningNote' }).map((field) => ({ ...field, admin: { ...('admin' in field ? field.admin : {}), condition: (_: unknown, sibling: { image?: unknown }) => Boolean(sibling?.image) } }) as Field),
    ],
  }
}
