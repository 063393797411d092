import type { AnsweredLink } from '@/link-health/view'
import { moment } from '../review/moment'
import { nameOf } from '../words/names'
import type { Say } from '../words/say'

/** What the last look at a link found, when the next one is, and what somebody said of it. */
export function LastLook({ link, say, language }: { link: AnsweredLink; say: Say; language: string }) {
  const [last] = link.checks
  return (
    <div className="desk-page__quiet">
      <p>{last === undefined ? say('impactNeverChecked') : say('impactLastCheck', { date: moment(last.at, language), outcome: nameOf(say, 'outcome', last.outcome) })}</p>
      {link.askedAt !== null ? <p>{say('impactAsked')}</p> : link.nextAt !== null && last !== undefined && <p>{say('impactNextCheck', { date: moment(link.nextAt, language) })}</p>}
      {link.lock !== null && (
        <p>
          {say('impactLockedBy', { name: link.lock.by?.name || say('someone'), date: moment(link.lock.at, language) })} <q><bdi>{link.lock.note}</bdi></q>
        </p>
      )}
    </div>
  )
}
