'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { wordKey } from '../words/codes'
import { useWords } from '../words/use-words'
import { BoardCard } from './board-card'
import { COLUMNS, moveOf, type Column } from './columns'
import { MoveDialog, type Begun } from './move-dialog'
import type { Board, Card } from './read-board'

type Props = { board: Board; kinds: Record<string, string> }

/**
 * The columns of the board. Moving a card asks what the act of review asks that it stands for, sends it, and shows what the
 * server answered: a card changes its column only by being read anew.
 */
export function BoardColumns({ board, kinds }: Props) {
  const { say } = useWords()
  const router = useRouter()
  const [begun, setBegun] = useState<(Begun & { to: Column }) | null>(null)
  const [dragged, setDragged] = useState<Card | null>(null)
  const [over, setOver] = useState<Column | null>(null)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const toFocus = useRef<string | null>(null)

  // Whoever moved a card finds themselves on it again, in whichever column it now stands.
  useEffect(() => {
    if (toFocus.current === null || begun !== null) return
    cardIn(box.current, toFocus.current)?.querySelector<HTMLElement>('a')?.focus()
    toFocus.current = null
  }, [board, begun])

  const nameOf = (column: Column): string => {
    const key = wordKey('column', column)
    return key === null ? column : say(key)
  }
  const titleOf = (card: Card): string => card.title || say('untitled')
  const refuse = (card: Card, reason: string): void => {
    setSaid('')
    setProblem(say('moveRefused', { title: titleOf(card), reason }))
  }

  const begin = (card: Card, to: Column): void => {
    const move = moveOf(card, to)
    if ('why' in move) {
      const key = wordKey('noWay', move.why)
      return refuse(card, key === null ? '' : say(key))
    }
    setProblem('')
    setSaid('')
    setBegun({ card, to, ...move })
  }
  const close = (): void => {
    if (begun !== null) toFocus.current = keyOf(begun.card)
    setBegun(null)
  }
  const submit = async (body: Record<string, unknown>): Promise<string | null> => {
    if (begun === null) return null
    const { card, path } = begun
    const response = await fetch(`/api/${card.collection}/${card.id}/${path}`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...body, ...(card.contentHash === null ? {} : { baseHash: card.contentHash }) }),
    }).catch(() => null)
    const answer = (await response?.json().catch(() => null)) as { state?: string; live?: object | null; errors?: { message?: string; data?: { code?: string } }[] } | null
    if (response?.ok !== true) {
      const refused = answer?.errors?.[0]
      const key = wordKey('why', refused?.data?.code ?? 'unreachable')
      // What is missing only the server's own words name.
      const isNamed = refused?.data?.code === 'incomplete' || refused?.data?.code === 'notApproved'
      const reason = key === null || isNamed ? (refused?.message ?? say('whyUnreachable')) : say(key)
      refuse(card, reason)
      router.refresh()
      return reason
    }
    // A draft of what is public stands among the public ones with changes.
    const column = answer?.state === 'draft' ? (begun.to === 'public' ? 'public' : card.isLive ? 'changed' : 'draft') : (COLUMNS.find((each) => each === answer?.state) ?? begun.to)
    setProblem('')
    setSaid(say('moveDone', { title: titleOf(card), column: nameOf(column) }))
    close()
    router.refresh()
    return null
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null
    if (card === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const next = neighbourOf(card, event.key)
    if (next === null) return
    event.preventDefault()
    next.querySelector<HTMLElement>('a')?.focus()
  }

  return (
    <>
      <p className="desk-page__said" role="status" aria-live="polite">
        {said}
      </p>
      <p className="desk-page__problem" role="alert">
        {problem}
      </p>
      <div ref={box} className="board" role="group" aria-label={say('boardColumns')} onKeyDown={onKeyDown}>
        {board.columns.map(({ column, cards, total }) => (
          <section
            key={column}
            className={`board__column${over === column ? ' board__column--over' : ''}`}
            data-column={column}
            aria-labelledby={`column-${column}`}
            onDragOver={(event) => {
              if (dragged === null || dragged.column === column) return
              // Also where it will be refused: whoever drops a card there is told why.
              event.preventDefault()
              setOver(column)
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => {
              event.preventDefault()
              setOver(null)
              if (dragged !== null) begin(dragged, column)
              setDragged(null)
            }}
          >
            <h2 id={`column-${column}`}>
              {nameOf(column)} <span className="board__count">{total}</span>
            </h2>
            {cards.length === 0 ? (
              <p className="desk-page__quiet">{say('columnEmpty')}</p>
            ) : (
              <ul>
                {cards.map((card) => (
                  <BoardCard key={keyOf(card)} card={card} kind={kinds[card.collection] ?? card.collection} onMove={(to) => begin(card, to)} onDragStart={() => setDragged(card)} onDragEnd={() => setDragged(null)} />
                ))}
              </ul>
            )}
            {total > cards.length && <p className="desk-page__quiet">{say('andMore', { count: total - cards.length })}</p>}
          </section>
        ))}
      </div>
      {begun !== null && <MoveDialog key={`${keyOf(begun.card)} ${begun.to}`} begun={begun} onClose={close} onSubmit={submit} />}
    </>
  )
}

function keyOf({ collection, id }: Card): string {
  return `${collection} ${id}`
}

function cardIn(box: HTMLElement | null, key: string): HTMLElement | null {
  return [...(box?.querySelectorAll<HTMLElement>('[data-card]') ?? [])].find((card) => card.dataset.card === key) ?? null
}

/** The card that an arrow key leads to: within its column up and down, to the neighbouring column that has any by the side that it points to. */
function neighbourOf(card: HTMLElement, key: string): HTMLElement | null {
  const cardsOf = (column: Element | undefined): HTMLElement[] => [...(column?.querySelectorAll<HTMLElement>('[data-card]') ?? [])]
  const column = card.closest('[data-column]')
  const columns = [...(column?.parentElement?.children ?? [])]
  const own = cardsOf(column ?? undefined)
  const place = own.indexOf(card)
  if (key === 'ArrowDown') return own[place + 1] ?? null
  if (key === 'ArrowUp') return own[place - 1] ?? null
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null
  const isForward = (key === 'ArrowRight') === (getComputedStyle(card).direction === 'ltr')
  const from = columns.indexOf(column as Element)
  const beyond = isForward ? columns.slice(from + 1) : columns.slice(0, from).reverse()
  const found = cardsOf(beyond.find((each) => cardsOf(each).length > 0))
  return found[Math.min(place, found.length - 1)] ?? null
}
