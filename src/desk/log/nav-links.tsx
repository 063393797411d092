import type { ServerProps } from 'payload'
import { sayWith } from '../words/say'
import { recordLinks } from './record-links'
import './log.css'

/** At the end of the admin's navigation: the log, and redaction, for those who have them. */
export function NavLinks({ user, i18n }: ServerProps) {
  const say = sayWith(i18n.t as unknown as Parameters<typeof sayWith>[0], i18n.language)
  return (
    <div className="record-links">
      {recordLinks(user).map(({ href, word }) => (
        <a key={href} className="nav__link" href={href}>
          <span className="nav__link-label">{say(word)}</span>
        </a>
      ))}
    </div>
  )
}
