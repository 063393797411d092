'use client'

import { Button, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { BothTexts } from '../conflict/both-texts'
import { Choosing } from '../conflict/choosing'
import { moment } from '../review/moment'
import { useWords } from '../words/use-words'
import type { KeptText } from './kept-here'
import type { Together } from './use-together'

const UUID = /^[0-9a-f-]{36}$/

/**
 * At the foot of the window, one thing at a time: that the person was signed out or the desk can't be reached, and that nothing is
 * lost by it; and text of theirs that was never saved, to be restored, looked at or dropped.
 */
export function Foot({ together }: { together: Together }) {
  const { say, language } = useWords()
  const { config } = useConfig()
  const { presence, kept, conflict, writing } = together
  const text = kept.found[0]
  const [, setTick] = useState(0)
  const isAway = presence.connection !== 'here'
  // What is unsaved changes without this being drawn anew.
  useEffect(() => {
    if (!isAway) return
    const timer = setInterval(() => setTick((tick) => tick + 1), 2_000)
    return () => clearInterval(timer)
  }, [isAway])

  if (conflict.other !== null) return null
  if (isAway) {
    const isOut = presence.connection === 'signedOut'
    const place = writing.isAhead() ? say(kept.isKeeping ? 'keptHere' : 'keptInForm') : say('nothingUnsaved')
    return (
      <div className="conflict" role="region" aria-labelledby="away-title">
        <div role="alert" className="conflict__words">
          <h2 id="away-title">{say(isOut ? 'signedOutTitle' : 'unreachableTitle')}</h2>
          <p>
            {place} {say(isOut ? 'signedOutThen' : 'unreachableThen')}
          </p>
        </div>
        {isOut && (
          <div className="conflict__buttons">
            <a className="btn btn--style-primary btn--size-medium" href={`${config.routes.admin}/login`} target="_blank" rel="noreferrer">
              {say('signInElsewhere')}
            </a>
          </div>
        )}
      </div>
    )
  }
  return text === undefined ? null : <Found key={text.key} text={text} together={together} time={moment(text.at, language)} />
}

function Found({ text, together, time }: { text: KeptText; together: Together; time: string }) {
  const { say } = useWords()
  const { id, collectionSlug, savedDocumentData } = useDocumentInfo()
  const { kept, restoring } = together
  const [isBusy, setIsBusy] = useState(false)
  const [isLooking, setIsLooking] = useState(false)
  const opener = useRef<HTMLDivElement>(null)
  const drop = (): void => {
    kept.forget(text)
    // What that window told the desk is this very text.
    if (!UUID.test(text.window)) return
    void fetch(`/api/${collectionSlug}/${id}/presence/settle`, { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ session: text.window }) }).catch(() => null)
  }
  const restore = async (choices?: Parameters<typeof restoring.restoreKept>[1]): Promise<boolean> => {
    setIsBusy(true)
    const isThere = await restoring.restoreKept(text, choices)
    setIsBusy(false)
    if (isThere) drop()
    return isThere
  }
  return (
    <div className="conflict" role="region" aria-labelledby="found-title">
      <div className="conflict__words" role="status">
        <h2 id="found-title">{say('foundTitle')}</h2>
        <p>{say('foundText', { time })}</p>
      </div>
      <div className="conflict__buttons" ref={opener}>
        <Button type="button" size="medium" margin={false} disabled={isBusy} onClick={() => void restore()}>
          {say('restoreText')}
        </Button>
        <Button type="button" size="medium" margin={false} buttonStyle="secondary" onClick={() => setIsLooking(true)}>
          {say('lookAtText')}
        </Button>
        <Button type="button" size="medium" margin={false} buttonStyle="secondary" disabled={isBusy} onClick={drop}>
          {say('dropText')}
        </Button>
      </div>
      {isLooking && (
        <BothTexts
          mine={text.form}
          theirs={{ document: (savedDocumentData ?? {}) as Record<string, unknown>, name: null }}
          onKeep={null}
          onLoad={null}
          onClose={() => {
            setIsLooking(false)
            opener.current?.querySelector('button')?.focus()
          }}
        />
      )}
      {restoring.conflicts !== null && !isLooking && (
        <Choosing conflicts={restoring.conflicts} title={say('choosingTitle')} intro={say('choosingIntro')} theirs={say('storedText')} onChosen={restore} onClose={restoring.stopAsking} />
      )}
    </div>
  )
}
