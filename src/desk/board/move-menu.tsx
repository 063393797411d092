'use client'

import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { wordKey } from '../words/codes'
import { useWords } from '../words/use-words'
import { COLUMNS, moveOf, type Column } from './columns'
import type { Card } from './read-board'

/** The button of a card that moves it without a mouse: a menu of all other columns. What is no move says why when it is chosen. */
export function MoveMenu({ card, onMove }: { card: Card; onMove(to: Column): void }) {
  const { say } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const items = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]

  useEffect(() => {
    if (!isOpen) return
    box.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setIsOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [isOpen])

  const close = (): void => {
    setIsOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isOpen) return
    // The arrows go through the menu now, not from card to card.
    event.stopPropagation()
    if (event.key === 'Escape') close()
    if (event.key === 'Tab') setIsOpen(false)
    const all = items()
    const place = all.indexOf(document.activeElement as HTMLElement)
    const next = { ArrowDown: place + 1, ArrowUp: place - 1 + all.length, Home: 0, End: all.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    all[next % all.length]?.focus()
  }

  return (
    <div ref={box} className="board-move" onKeyDown={onKeyDown}>
      <button ref={button} type="button" className="board-move__open" aria-haspopup="menu" aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} aria-label={say('moveTitle', { title: card.title || say('untitled') })} onClick={() => setIsOpen(!isOpen)}>
        {say('moveTo')}
      </button>
      {isOpen && (
        <ul id={id} role="menu" aria-label={say('moveTitle', { title: card.title || say('untitled') })}>
          {COLUMNS.filter((column) => column !== card.column).map((column) => {
            const key = wordKey('column', column)
            return (
              <li key={column} role="none">
                <button
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  className={'why' in moveOf(card, column) ? 'board-move__none' : undefined}
                  onClick={() => {
                    close()
                    onMove(column)
                  }}
                >
                  {key === null ? column : say(key)}
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
