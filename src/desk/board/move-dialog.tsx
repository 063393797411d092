'use client'

import { useEffect, useId, useRef } from 'react'
import { ActForm } from '../review/act-form'
import { useWords } from '../words/use-words'
import { actOfMove } from './act-of-move'
import type { MoveKind } from './columns'
import type { Card } from './read-board'

/** A move that somebody has begun: of which card, and by which act. */
export type Begun = { card: Card; kind: MoveKind; path: string }

type Props = { begun: Begun; onClose(): void; onSubmit(body: Record<string, unknown>): Promise<string | null> }

/** Asks what a move has to know before it is done. Nothing has happened while it is open. */
export function MoveDialog({ begun, onClose, onSubmit }: Props) {
  const { say } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const { card, kind, path } = begun

  useEffect(() => {
    const shown = dialog.current
    if (shown !== null && !shown.open) shown.showModal()
  }, [])

  return (
    <dialog ref={dialog} className="board-dialog" aria-labelledby={title} onClose={onClose}>
      <h2 id={title}>
        <bdi>{card.title || say('untitled')}</bdi>
      </h2>
      <ActForm act={actOfMove(kind, path, card, say)} isWaiting={false} onBack={onClose} onSubmit={onSubmit} />
    </dialog>
  )
}
