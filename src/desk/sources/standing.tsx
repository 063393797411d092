'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { LastLook } from '../impact/last-look'
import { SourceActs } from '../impact/source-acts'
import { moment } from '../review/moment'
import { nameOf } from '../words/names'
import { useWords } from '../words/use-words'
import { CopyActs } from './copy-acts'
import { KeptCopies } from './kept-copies'
import { Survivor } from './merge'
import { useStanding, type SourceStands } from './use-standing'
import '../desk-page.css'
import '../review/panel.css'
import './standing.css'

/** At the head of a source: how its link stands, what relies on it, and which copies are kept of it, with what can be done about each. */
export function SourceStanding() {
  const { id, savedDocumentData: saved } = useDocumentInfo()
  const { say } = useWords()
  const source = typeof id === 'string' ? id : undefined
  const { stands, hasFailed, reload } = useStanding(saved?.mergedInto ? undefined : source, [saved?.url, saved?.capturePolicy, saved?.visibility].join(' '))
  if (source === undefined) return null
  // What is done about a record that was merged is done to the one that stays.
  if (typeof saved?.mergedInto === 'string') return <section className="source-standing" aria-label={say('standing')}><Survivor into={saved.mergedInto} /></section>
  return (
    <section className="source-standing" aria-labelledby="source-standing">
      <h2 id="source-standing">{say('standing')}</h2>
      {stands === null && !hasFailed && <p className="desk-page__quiet">{say('standingLoading')}</p>}
      {hasFailed && (
        <p className="desk-page__problem">
          {say('standingFailed')} <button type="button" className="review-link" onClick={reload}>{say('tryAgain')}</button>
        </p>
      )}
      {stands !== null && (
        <>
          <Link source={source} stands={stands} onDone={reload} />
          <h3>{say('keptCopies')}</h3>
          <KeptCopies {...stands.copies} onDone={reload} />
          <CopyActs source={source} youMay={stands.copies.youMay} onDone={reload} />
        </>
      )}
    </section>
  )
}

function Link({ source, stands, onDone }: { source: string; stands: SourceStands; onDone(): void }) {
  const { say, language } = useWords()
  const { link, texts, hidden, youMay } = stands.impact
  return (
    <>
      <p className="source-standing__line">
        {link.url === null && link.lock === null ? (
          <span>{say('standingNoLink')}</span>
        ) : (
          <span>
            {say('standingLink')}: <strong data-link={link.state}>{nameOf(say, 'link', link.state)}</strong> {link.since !== null && say('standingSince', { date: moment(link.since, language) })}
          </span>
        )}
        {link.verification !== 'unreviewed' && <span className="review-state">{nameOf(say, 'verification', link.verification)}</span>}
        <a href={`/admin/impact?source=${source}`}>{say('standingCited', { count: texts.length + hidden })}</a>
      </p>
      {(link.url !== null || link.lock !== null) && <LastLook link={link} say={say} language={language} />}
      <SourceActs source={source} link={link} {...youMay} onDone={onDone} />
    </>
  )
}
