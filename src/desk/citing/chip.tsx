'use client'

import { useWords } from '../words/use-words'
import { useChip, useRoom } from './room'
import './chip.css'

/** A citation as it stands in the text being written: its number as readers will get it, or that its source is still to be found. */
export function MarkChip({ citation }: { citation: string }) {
  const room = useRoom()
  const { say } = useWords()
  const { label, state, title } = useChip(room, citation)
  const words = state === 'needsSource' ? say('needsSource') : state === 'looking' ? say('citeLooking') : state === 'failed' ? say('citeNotFound') : label
  const name = state === 'cited' || state === 'remark' ? say(state === 'cited' ? 'citeMarkNamed' : 'citeRemarkNamed', { number: label, title: title === '' ? say('citeUntitled') : title }) : words
  return (
    <button type="button" className={`cite-chip cite-chip--${state}`} tabIndex={-1} aria-haspopup="dialog" aria-label={name} title={title} onClick={() => room.stage.show({ kind: 'card', key: citation })}>
      {words === '' ? '…' : words}
    </button>
  )
}
