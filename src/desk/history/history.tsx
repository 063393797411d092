'use client'

import { useCallback, useEffect, useId, useState } from 'react'
import { sayAct } from '../log/action-word'
import { moment } from '../review/moment'
import { useWords } from '../words/use-words'
import { nameOf } from '../words/names'
import type { History as Answer, HistoryRow } from '@/log/history'
import './history.css'

type Shown = { rows: HistoryRow[]; next: number | null }
type Props = {
  collection: string
  id: string
  /** Changes whenever something was decided: what is open is then read anew. */
  asOf: string
}

/** What was decided about a document, newest first: behind a fold, and asked for only once that is opened. */
export function History({ collection, id, asOf }: Props) {
  const { say, language } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const [shown, setShown] = useState<Shown | null>(null)
  const [problem, setProblem] = useState<'historyNotLoaded' | 'historyNotYours' | null>(null)
  const title = useId()

  const read = useCallback(
    async (before: number | null): Promise<void> => {
      const response = await fetch(`/api/${collection}/${id}/history${before === null ? '' : `?before=${before}`}`, { credentials: 'include' }).catch(() => null)
      if (response?.ok !== true) {
        setProblem(response?.status === 403 ? 'historyNotYours' : 'historyNotLoaded')
        return
      }
      const { rows, next } = (await response.json()) as Answer
      setProblem(null)
      setShown((earlier) => ({ rows: before === null ? rows : [...(earlier?.rows ?? []), ...rows], next }))
    },
    [collection, id],
  )

  useEffect(() => {
    if (isOpen) void read(null)
  }, [isOpen, read, asOf])

  return (
    <details className="history" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary id={title}>{say('history')}</summary>
      {problem === 'historyNotYours' && <p className="review-panel__quiet">{say(problem)}</p>}
      {problem === 'historyNotLoaded' && (
        <p className="review-panel__problem">
          {say(problem)}{' '}
          <button type="button" className="review-link" onClick={() => void read(null)}>
            {say('tryAgain')}
          </button>
        </p>
      )}
      {shown === null && problem === null && <p className="review-panel__quiet">{say('loading')}</p>}
      {shown?.rows.length === 0 && <p className="review-panel__quiet">{say('historyNone')}</p>}
      {shown !== null && shown.rows.length > 0 && (
        <ol aria-labelledby={title}>
          {shown.rows.map((row) => (
            <li key={row.seq}>
              <p>{sayAct(say, row.action, row.by?.name ?? null)}</p>
              <p className="review-panel__quiet">
                {row.slot !== null && `${nameOf(say, 'slot', row.slot)} · `}
                <time dateTime={row.at}>{moment(row.at, language)}</time>
              </p>
              {row.words !== null && <blockquote dir="auto">{row.words}</blockquote>}
            </li>
          ))}
        </ol>
      )}
      {shown !== null && shown.next !== null && (
        <button type="button" className="review-link" onClick={() => void read(shown.next)}>
          {say('historyMore')}
        </button>
      )}
    </details>
  )
}
