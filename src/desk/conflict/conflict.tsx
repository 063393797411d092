'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../words/use-words'
import { BothTexts } from './both-texts'
import { useConflict } from './use-conflict'
import './conflict.css'

/**
 * Tells whoever writes that somebody else has saved the document since, and lets them see both texts and choose. Stands
 * at the foot of the window, wherever the person is in the form. `onChange` hears when a
 * conflict begins and ends, `onSettled` once the person's text is stored.
 */
export function Conflict({ stored, onChange, onSettled }: { stored: number; onChange(isInConflict: boolean): void; onSettled(): Promise<void> }) {
  const { say, language } = useWords()
  const { other, hasOwnText, keepMine, loadTheirs, mine } = useConflict(stored)
  const [isBusy, setIsBusy] = useState(false)
  const [isComparing, setIsComparing] = useState(false)
  const [said, setSaid] = useState('')
  const compare = useRef<HTMLSpanElement>(null)
  const isInConflict = other !== null
  useEffect(() => onChange(isInConflict), [isInConflict, onChange])
  const keep = async (): Promise<void> => {
    setIsBusy(true)
    const isSaved = await keepMine()
    setIsBusy(false)
    setIsComparing(false)
    if (!isSaved) return
    setSaid(say('keptMine'))
    await onSettled()
  }
  if (other === null) {
    return (
      <p className="conflict-said" role="status">
        {said}
      </p>
    )
  }
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(other.at))
  const name = other.name === null ? say('conflictYourself') : other.name || say('someone')
  return (
    <div className="conflict" role="region" aria-labelledby="conflict-title">
      <div role="alert" className="conflict__words">
        <h2 id="conflict-title">{say('conflictTitle')}</h2>
        <p>{say(hasOwnText ? 'conflictWho' : 'conflictUnedited', { name, time })}</p>
      </div>
      <div className="conflict__buttons">
        <span ref={compare}>
          <Button type="button" size="medium" margin={false} buttonStyle="secondary" onClick={() => setIsComparing(true)}>
            {say('seeBoth')}
          </Button>
        </span>
        {hasOwnText && (
          <Button type="button" size="medium" margin={false} buttonStyle="secondary" disabled={isBusy} tooltip={say('keepMineHint')} onClick={() => void keep()}>
            {say('keepMine')}
          </Button>
        )}
        <Button type="button" size="medium" margin={false} disabled={isBusy} {...(hasOwnText ? { tooltip: say('loadTheirsHint') } : {})} onClick={loadTheirs}>
          {say('loadTheirs')}
        </Button>
      </div>
      {isComparing && (
        <BothTexts
          mine={mine()}
          theirs={other}
          onKeep={hasOwnText ? () => void keep() : null}
          onLoad={loadTheirs}
          onClose={() => {
            setIsComparing(false)
            compare.current?.querySelector('button')?.focus()
          }}
        />
      )}
    </div>
  )
}
