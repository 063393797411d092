'use client'

import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from '../words/use-words'
import type { Room } from './room'
import type { Said } from './stage'
import './said.css'

const STAYS_MS = 10_000

/** Says what was done behind the writer's back, and goes by itself. */
export function SaidBox({ room, said }: { room: Room; said: Said | null }) {
  const { say } = useWords()
  const [isInBrowser, setIsInBrowser] = useState(false)
  useEffect(() => setIsInBrowser(true), [])
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => room.stage.say(null), STAYS_MS)
    return () => clearTimeout(timer)
  }, [room, said])
  if (!isInBrowser) return null
  const key = said?.key ?? null
  return createPortal(
    // There before it says anything, or it would not be read out.
    <div className="cite-said" role="status" aria-live="polite" data-said={said !== null}>
      {said !== null && <span dir="auto">{said.words}</span>}
      {key !== null && (
        <button type="button" className="review-link" onClick={() => room.stage.show({ kind: 'card', key })}>
          {say('citeOpen')}
        </button>
      )}
    </div>,
    document.body,
  )
}
