'use client'

import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react'

/** Where in a text words stand, in UTF-16 code units. */
export type Place = { start: number; end: number }
type Props = { text: string; label: string; marked: Place | null; onSelect(place: Place | null): void; onUse(place: Place | null): void }

const MARK = 'handbill-quote'
// A sheet of its own and not a file: build tools stumble over this young pseudo-element.
const STYLE = `::highlight(${MARK}) { background-color: var(--theme-success-150, #c9efd0); }`
/** Keys that move or select; no other may do anything, as the text is to be read. */
const MOVES = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'Tab', 'Escape'])

/**
 * A text in which words are selected, by mouse or keyboard. It stands in one piece, so that places in it are those of the text itself,
 * and is editable only in that it has a cursor.
 */
export function CopyText({ text, label, marked, onSelect, onUse }: Props) {
  const box = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (box.current !== null) box.current.textContent = text
  }, [text])

  useEffect(() => {
    const piece = box.current?.firstChild
    if (!piece || marked === null) return
    const range = document.createRange()
    range.setStart(piece, marked.start)
    range.setEnd(piece, marked.end)
    const [words, frame] = [range.getBoundingClientRect(), box.current?.getBoundingClientRect()]
    if (box.current !== null && frame !== undefined) box.current.scrollTop += words.top - frame.top - frame.height / 3
    if (typeof Highlight === 'undefined' || !('highlights' in CSS)) return
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    CSS.highlights.set(MARK, new Highlight(range))
    return () => {
      CSS.highlights.delete(MARK)
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [marked?.start, marked?.end, text])

  useEffect(() => {
    const look = (): void => {
      const place = selectedIn(box.current, text)
      if (place !== undefined) onSelect(place)
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [onSelect, text])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault()
      // What is selected now: the browser tells of a selection only after a key that comes fast upon it.
      onUse(selectedIn(box.current, text) ?? null)
    } else if (!MOVES.has(event.key) && !event.ctrlKey && !event.metaKey) event.preventDefault()
  }
  const refuse = (event: { preventDefault(): void }): void => event.preventDefault()
  return (
    <div
      ref={box}
      className="cite-picker__text"
      role="textbox"
      aria-multiline="true"
      aria-readonly="true"
      aria-label={label}
      tabIndex={0}
      dir="auto"
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      onBeforeInput={refuse}
      onPaste={refuse}
      onCut={refuse}
      onDrop={refuse}
      onDragStart={refuse}
      onKeyDown={onKeyDown}
    />
  )
}

/** What is selected in the box; null where that is no words, undefined where the selection is elsewhere. */
function selectedIn(box: HTMLElement | null, text: string): Place | null | undefined {
  const selection = document.getSelection()
  const piece = box?.firstChild
  if (selection === null || selection.rangeCount === 0 || !piece || !box.contains(selection.anchorNode)) return undefined
  const range = selection.getRangeAt(0)
  return trimmed(text, placeOf(range.startContainer, range.startOffset, piece, text.length), placeOf(range.endContainer, range.endOffset, piece, text.length))
}

/** A place in the one piece of text, from where the browser says that a selection ends: in it, or before or behind it. */
function placeOf(container: Node, offset: number, piece: Node, length: number): number {
  if (container === piece) return offset
  return offset === 0 ? 0 : length
}

function trimmed(text: string, start: number, end: number): Place | null {
  const words = text.slice(start, end)
  const exact = words.trim()
  if (exact === '') return null
  const from = start + words.indexOf(exact)
  return { start: from, end: from + exact.length }
}
