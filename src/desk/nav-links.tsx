import type { ServerProps } from 'payload'
import { mayCheckSources } from '@/citations/checks/rights'
import { actorOf } from '@/permissions/roles'
import { CHECKING_PATH } from './checking/path'
import { recordLinks } from './log/record-links'
import type { WordKey } from './words/en'
import { sayWith } from './words/say'
import './log/log.css'

/** The pages of the desk that belong to no document, for everybody who has a role. */
export const DESK_PAGES: readonly { href: string; word: WordKey }[] = [
  { href: '/admin/inbox', word: 'inbox' },
  { href: '/admin/board', word: 'board' },
  { href: '/admin/calendar', word: 'calendar' },
  { href: '/admin/releases', word: 'releases' },
  { href: '/admin/impact', word: 'impact' },
  { href: '/admin/workflows', word: 'workflows' },
]

/** At the end of the admin's navigation: the pages of the desk, what is to be checked, and the log and redaction for those who have them. */
export function NavLinks({ user, i18n }: ServerProps) {
  const say = sayWith(i18n.t as unknown as Parameters<typeof sayWith>[0], i18n.language)
  const actor = actorOf(user)
  const hasRoles = (actor?.roles.length ?? 0) > 0
  const ofSources = mayCheckSources(actor) ? [{ href: CHECKING_PATH, word: 'checking' } as const] : []
  return (
    <div className="record-links">
      {[...(hasRoles ? DESK_PAGES : []), ...ofSources, ...recordLinks(user)].map(({ href, word }) => (
        <a key={href} className="nav__link" href={href}>
          <span className="nav__link-label">{say(word)}</span>
        </a>
      ))}
    </div>
  )
}
