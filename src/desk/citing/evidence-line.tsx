'use client'

import { memo } from 'react'
import { intentOf } from '@/citations/stored'
import { useWords } from '../words/use-words'
import { useChip, type Room } from './room'
import { Ticks } from './ticks'

type Props = { room: Room; citation: string; hasTitle?: boolean }

/** One citation of the margin: its number and how it stands. Pressed, it leads to its mark and opens its card. */
export const EvidenceLine = memo(function EvidenceLine({ room, citation: key, hasTitle = false }: Props) {
  const { say } = useWords()
  const { label, state, title } = useChip(room, key)
  const { citing, marks, stage } = room
  const citation = citing.citations()[key] ?? {}
  const isRemark = intentOf(citation) === 'remark'
  return (
    <button
      type="button"
      className={`evidence-line evidence-line--${state}`}
      aria-haspopup="dialog"
      onClick={() => {
        marks.show(key)
        stage.show({ kind: 'card', key })
      }}
    >
      <b>{label}</b>
      <span className="evidence-line__words">
        {hasTitle && citation.source !== undefined && (
          <span className="evidence-line__title">
            <bdi>{title === '' ? say('citeUntitled') : title}</bdi>
          </span>
        )}
        {citation.source === undefined ? <span>{isRemark ? say('citeIntentRemark') : say('needsSource')}</span> : <Ticks standing={citing.standings().get(key)} hasQuote={citation.quote !== undefined} />}
      </span>
    </button>
  )
})
