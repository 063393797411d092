'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { ofTheirs, type Together } from '../together/use-together'
import { useWords } from '../words/use-words'
import { BothTexts } from './both-texts'
import { Choosing } from './choosing'
import './conflict.css'

/**
 * Tells whoever writes that somebody else has changed the same words, and lets them choose what stands, place by place or
 * as a whole. Stands at the foot of the window, wherever the person is in the form. `onChange` hears when a conflict
 * begins and ends, `onSettled` once the person's text is stored.
 */
export function Conflict({ together, onChange, onSettled }: { together: Together; onChange(isInConflict: boolean): void; onSettled(): Promise<void> }) {
  const { say, language } = useWords()
  const { conflict, writing } = together
  const { other, keepMine, loadTheirs, choose } = conflict
  const [isBusy, setIsBusy] = useState(false)
  const [open, setOpen] = useState<'both' | 'choosing' | null>(null)
  const [said, setSaid] = useState('')
  const opener = useRef<HTMLDivElement>(null)
  const isInConflict = other !== null
  useEffect(() => onChange(isInConflict), [isInConflict, onChange])
  useEffect(() => {
    if (!isInConflict) setOpen(null)
    else setSaid('')
  }, [isInConflict])
  const keep = async (): Promise<void> => {
    setIsBusy(true)
    const isSaved = await keepMine()
    setIsBusy(false)
    if (!isSaved) return
    setSaid(say('keptMine'))
    await onSettled()
  }
  const close = (): void => {
    setOpen(null)
    opener.current?.querySelector('button')?.focus()
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
        <p>{say('conflictWho', { name, time })}</p>
      </div>
      <div className="conflict__buttons" ref={opener}>
        <Button type="button" size="medium" margin={false} disabled={isBusy} onClick={() => setOpen('choosing')}>
          {say('choosePlaces', { count: other.conflicts.length })}
        </Button>
        <Button type="button" size="medium" margin={false} buttonStyle="secondary" onClick={() => setOpen('both')}>
          {say('seeBoth')}
        </Button>
        <Button type="button" size="medium" margin={false} buttonStyle="secondary" disabled={isBusy} tooltip={say('keepMineHint')} onClick={() => void keep()}>
          {say('keepMine')}
        </Button>
        <Button type="button" size="medium" margin={false} buttonStyle="secondary" disabled={isBusy} tooltip={say('loadTheirsHint')} onClick={loadTheirs}>
          {say('loadTheirs')}
        </Button>
      </div>
      {open === 'both' && <BothTexts mine={writing.form()} theirs={other} onKeep={() => void keep()} onLoad={loadTheirs} onClose={close} />}
      {open === 'choosing' && <Choosing conflicts={other.conflicts} title={say('choosingTitle')} intro={say('choosingIntro')} theirs={ofTheirs(say, other.name)} onChosen={choose} onClose={close} />}
    </div>
  )
}
