/** What people can be; several add up. `sources`, `care`, `copy` and `legal` hold the review slots of the same name. */
export const ROLES = ['contributor', 'editor', 'sources', 'care', 'copy', 'legal', 'publisher', 'administrator'] as const
export type Role = (typeof ROLES)[number]

export const ROLE_LABELS: Record<Role, { en: string; ar: string }> = {
  contributor: { en: 'Contributor', ar: 'مساهم' },
  editor: { en: 'Editor', ar: 'محرر' },
  sources: { en: 'Sources', ar: 'المصادر' },
  care: { en: 'Care', ar: 'العناية' },
  copy: { en: 'Copy', ar: 'الصياغة' },
  legal: { en: 'Legal', ar: 'الشؤون القانونية' },
  publisher: { en: 'Publisher', ar: 'ناشر' },
  administrator: { en: 'Administrator', ar: 'مدير النظام' },
}

/** Somebody who acts. */
export type Actor = { id: string; roles: readonly Role[] }

/** The actor in a user document as Payload knows it, or null where nobody is signed in. Unknown roles count for nothing. */
export function actorOf(user: unknown): Actor | null {
  if (user === null || typeof user !== 'object' || !('id' in user)) return null
  const roles = 'roles' in user && Array.isArray(user.roles) ? user.roles : []
  return { id: String(user.id), roles: ROLES.filter((role) => roles.includes(role)) }
}
