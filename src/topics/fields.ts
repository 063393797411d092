import type { Field } from 'payload'

/** What a document belongs to: topics and campaigns. */
export function belongingFields(): Field[] {
  return [
    { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true, label: { en: 'Topics', ar: 'المواضيع' }, admin: { position: 'sidebar' } },
    { name: 'campaigns', type: 'relationship', relationTo: 'campaigns', hasMany: true, label: { en: 'Campaigns', ar: 'الحملات' }, admin: { position: 'sidebar' } },
  ]
}
