'use client'

import { useWords } from '../words/use-words'
import type { WordKey } from '../words/en'
import { encodePath } from '@/record/paths'
import type { ReviewAnswer } from '@/review/answer'
import { localMoment, moment } from './moment'

const TRANSLATION_DUE = { correction: 'translationDueCorrection', retraction: 'translationDueRetraction', withdrawal: 'translationDueWithdrawal' } as const satisfies Record<string, WordKey>

/** What readers get of this document now, and what is owed of it. */
export function PublicSide({ answer }: { answer: ReviewAnswer }) {
  const { say, language } = useWords()
  const { live, withdrawn, document, followUp, translationDue, schedule, release, embargo } = answer
  return (
    <dl className="review-facts">
      <dt>{say('publicSide')}</dt>
      <dd>
        {live === null && withdrawn === null && <span>{say('neverPublic')}</span>}
        {withdrawn !== null && <span>{say('withdrawnOn', { date: moment(withdrawn.at, language) })}</span>}
        {live !== null && (
          <>
            <span>{say('publicSince', { date: moment(live.publishedAt, language) })}</span>
            <span className="review-panel__quiet">{say(live.contentHash === document.contentHash ? 'publicSame' : 'publicOther')}</span>
            {followUp !== null && <strong className="review-rapid">{say(new Date(followUp.dueAt).getTime() < Date.now() ? 'followUpLate' : 'followUpOwed', { date: moment(followUp.dueAt, language) })}</strong>}
            {translationDue !== null && (
              <>
                <strong className="review-rapid">{say(TRANSLATION_DUE[translationDue.kind], { date: moment(translationDue.at, language) })}</strong>
                <a href={`/admin/collections/${document.collection}/${translationDue.of}/changes`}>{say('seeOriginal')}</a>
              </>
            )}
            {live.path !== null && (
              <a href={encodePath(live.path)} target="_blank" rel="noopener">
                {say('seePublicPage')}
              </a>
            )}
          </>
        )}
        {schedule !== null && <strong className="review-when">{say('goesPublicAt', { date: moment(schedule.at, language), zone: schedule.timeZone, local: localMoment(schedule.localTime, language), name: schedule.by.name || say('someone') })}</strong>}
        {release !== null && (
          <a href={`/admin/releases?release=${release.id}`}>{say(release.state === 'scheduled' ? 'inReleaseScheduled' : 'inReleaseOpen', { title: release.title })}</a>
        )}
        {release === null && answer.youMay.includes('release') && <a href={`/admin/releases?collection=${document.collection}&document=${document.id}`}>{say('addToRelease')}</a>}
        {embargo !== null && <strong className="review-rapid">{say(embargo.until === null ? 'embargoSet' : 'embargoSetUntil', { reason: embargo.reason, name: embargo.by.name || say('someone'), date: embargo.until === null ? '' : moment(embargo.until, language) })}</strong>}
      </dd>
    </dl>
  )
}
