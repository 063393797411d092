'use client'

import { useEffect, useState } from 'react'

/** From this width on, in CSS pixels, a text and its margin fit beside each other. */
const WIDE = 640

/** The element beside whose text the margin stands; null where it is too narrow, or not there. `text`: the path of the field. */
export function useRailPlace(text: string): HTMLElement | null {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useEffect(() => {
    let observer: ResizeObserver | null = null
    let watched: HTMLElement | null = null
    // The editor is loaded by itself, and is made anew when a text of somebody else comes in.
    const find = (): void => {
      const wrap = document.querySelector<HTMLElement>(`[data-field-path="${CSS.escape(text)}"] > .rich-text-lexical__wrap`)
      if (wrap === watched) return
      observer?.disconnect()
      watched = wrap
      if (wrap === null) return setPlace(null)
      observer = new ResizeObserver(([entry]) => setPlace(entry !== undefined && entry.contentRect.width >= WIDE ? wrap : null))
      observer.observe(wrap)
    }
    find()
    const timer = setInterval(find, 2_000)
    return () => {
      clearInterval(timer)
      observer?.disconnect()
    }
  }, [text])
  return place
}
