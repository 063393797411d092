import { logRightsOf } from '@/log/rights'
import { can } from '@/permissions/can'
import { actorOf } from '@/permissions/roles'
import type { WordKey } from '../words/en'

/** The pages of the record that somebody has. */
export function recordLinks(user: unknown): { href: string; word: WordKey }[] {
  const actor = actorOf(user)
  if (actor === null) return []
  const rights = logRightsOf(actor)
  return [
    ...(rights.all || rights.ownIn.length > 0 ? [{ href: '/admin/log', word: 'log' } as const] : []),
    ...(can(actor, 'redact', { collection: 'articles' }).allowed ? [{ href: '/admin/redact', word: 'redact' } as const] : []),
  ]
}
