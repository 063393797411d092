'use client'

import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from '../words/use-words'
import { EvidenceLine } from './evidence-line'
import { useCitations, type Room } from './room'

const PAUSE_MS = 200
const GAP = 2

/** The margin of a text: a line for each citation, as high as its mark stands or right below the one before. */
export function Rail({ room, place }: { room: Room; place: HTMLElement }) {
  const { say } = useWords()
  const citing = useCitations(room)
  const list = useRef<HTMLOListElement>(null)
  const places = citing.places()

  useEffect(() => {
    place.dataset.evidence = 'rail'
    return () => {
      delete place.dataset.evidence
    }
  }, [place])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const align = (): void => {
      const top = place.getBoundingClientRect().top
      const lines = [...(list.current?.children ?? [])] as HTMLElement[]
      // All is measured before anything is moved, so that the page is laid out once.
      const measured = lines.map((line) => ({ line, wanted: room.marks.elementOf(line.dataset.of ?? '')?.getBoundingClientRect().top, height: line.offsetHeight }))
      let free = 0
      for (const { line, wanted, height } of measured) {
        const at = Math.max(free, wanted === undefined ? free : wanted - top)
        line.style.insetBlockStart = `${at}px`
        free = at + height + GAP
      }
      if (list.current !== null) list.current.style.minBlockSize = `${free}px`
    }
    const alignSoon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(align, PAUSE_MS)
    }
    alignSoon()
    const observer = new ResizeObserver(alignSoon)
    observer.observe(place)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [place, places, room])

  return createPortal(
    <ol ref={list} className="evidence-rail" aria-label={say('evidence')} contentEditable={false}>
      {places.map(({ key }) => (
        <li key={key} data-of={key}>
          <EvidenceLine room={room} citation={key} />
        </li>
      ))}
    </ol>,
    place,
  )
}
