'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { Assignments } from '../assignments/assignments'
import { Citations } from '../checking/in-panel'
import { Conflict } from '../conflict/conflict'
import { Threads } from '../threads/threads'
import { History } from '../history/history'
import { Foot } from '../together/foot'
import { useTogether } from '../together/use-together'
import { WhoIsHere } from '../together/who-is-here'
import { wordKey } from '../words/codes'
import { useWords } from '../words/use-words'
import { Acts } from './acts'
import { Companions } from './companions'
import { Missing } from './missing'
import { Notes } from './notes'
import { PreviewLinks } from './preview-links'
import { PublicSide } from './public-side'
import { Slots } from './slots'
import { useReview } from './use-review'
import './panel.css'

/**
 * Beside a reviewed document: where its text and its public side stand, who signed what, what is missing, and what the
 * person may do about it. Shows what the server answers and decides nothing of its own.
 */
export function ReviewPanel() {
  const { id, isTrashed } = useDocumentInfo()
  const { say } = useWords()
  const review = useReview(say('fieldIsNeeded'))
  const [isInConflict, setIsInConflict] = useState(false)
  const [said, setSaid] = useState('')
  const { answer, hasFailed, refresh } = review
  const together = useTogether(answer?.document.rev ?? 0)
  if (id === undefined || id === null) return null
  // A text that readers have word for word isn't being written, whatever its next run will say.
  const isPublicAsItIs = answer?.state === 'draft' && answer.live !== null && answer.live.contentHash === answer.document.contentHash
  const shown = isPublicAsItIs ? 'live' : answer?.state
  const stateWord = isPublicAsItIs ? 'publicWord' : answer === null ? null : wordKey('state', answer.state)
  return (
    <>
      <section className="review-panel" aria-labelledby="review-panel-title">
        <header className="review-panel__head">
          <h2 id="review-panel-title" tabIndex={-1}>{say('review')}</h2>
          {answer !== null && (
            <span className={`review-state review-state--${shown}`} data-state={answer.state}>
              {stateWord === null ? answer.state : say(stateWord)}
            </span>
          )}
        </header>
        <WhoIsHere together={together} mayEdit={answer?.youMay.includes('edit') ?? false} />
        {answer === null && !hasFailed && <p className="review-panel__quiet">{say('loading')}</p>}
        {hasFailed && (
          <p className="review-panel__problem">
            {say('reviewNotLoaded')}{' '}
            <button type="button" className="review-link" onClick={() => void refresh()}>
              {say('tryAgain')}
            </button>
          </p>
        )}
        {answer !== null && (
          <>
            <PublicSide answer={answer} />
            <Missing answer={answer} />
            <Citations answer={answer} />
            {answer.run !== null && <Slots answer={answer} run={answer.run} />}
            {isTrashed !== true && <Acts review={{ ...review, isUnsaved: review.isUnsaved || isInConflict }} answer={answer} onDone={setSaid} />}
            <Threads review={answer} isUnsaved={review.isUnsaved || isInConflict} isTrashed={isTrashed === true} onChanged={refresh} />
            <Assignments collection={answer.document.collection} id={answer.document.id} isTrashed={isTrashed === true} asOf={`${answer.state} ${answer.notes[0]?.at}`} />
            <Companions answer={answer} />
            <PreviewLinks collection={answer.document.collection} id={answer.document.id} />
            <Notes notes={answer.notes} />
            <History collection={answer.document.collection} id={answer.document.id} asOf={`${answer.state} ${answer.live?.id} ${answer.notes[0]?.at}`} />
          </>
        )}
        <p className="review-panel__said" role="status" aria-live="polite">
          {said}
        </p>
      </section>
      <Conflict together={together} onChange={setIsInConflict} onSettled={refresh} />
      <Foot together={together} />
    </>
  )
}
