'use client'

import { useEffect, useRef } from 'react'

const SIGNS = ['keydown', 'beforeinput', 'paste', 'drop'] as const

/** Tells how many milliseconds ago the person last typed in a form of this page; Infinity before they did. */
export function useTyping(): () => number {
  const last = useRef(-Infinity)
  useEffect(() => {
    const note = (event: Event): void => {
      // What is answered in a dialog or the panel is no text of the document.
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable="true"]') !== null && event.target.closest('dialog, .review-panel') === null
      if (isTyping) last.current = performance.now()
    }
    for (const sign of SIGNS) document.addEventListener(sign, note, true)
    return () => {
      for (const sign of SIGNS) document.removeEventListener(sign, note, true)
    }
  }, [])
  const ago = useRef(() => performance.now() - last.current)
  return ago.current
}

/** The path of the field that the person is in, as far as the page tells. */
export function fieldInFocus(): string | null {
  const place = document.activeElement?.closest('[data-field-path], [id^="field-"]')
  const path = place?.getAttribute('data-field-path') ?? place?.id.replace(/^field-/, '').replaceAll('__', '.')
  return path !== undefined && /^[\w.-]{1,200}$/.test(path) ? path : null
}
