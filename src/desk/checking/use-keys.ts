'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'

/** What single keys do. Nothing is done by a key alone: each has a button or link. */
export type KeyAct = 'next' | 'previous' | 'supports' | 'partly' | 'doesNot' | 'note' | 'undo' | 'original' | 'copy' | 'help'

/** The keys as they are shown, in the order of the help. */
export const KEYS: Record<KeyAct, string[]> = { next: ['j', '→'], previous: ['k', '←'], supports: ['1'], partly: ['2'], doesNot: ['3'], note: ['n'], undo: ['u'], original: ['o'], copy: ['c'], help: ['?'] }

const BY_KEY: Record<string, KeyAct> = { j: 'next', k: 'previous', 1: 'supports', 2: 'partly', 3: 'doesNot', n: 'note', u: 'undo', o: 'original', c: 'copy', '?': 'help' }
// Where a keyboard of Arabic letters is in use, the same keys write these.
const BY_CODE: Record<string, KeyAct> = { KeyJ: 'next', KeyK: 'previous', Digit1: 'supports', Digit2: 'partly', Digit3: 'doesNot', Numpad1: 'supports', Numpad2: 'partly', Numpad3: 'doesNot', KeyN: 'note', KeyU: 'undo', KeyO: 'original', KeyC: 'copy' }
const STORED = 'handbill.checking.keys'

/** The act of a key stroke, or null: none with a modifier, none while somebody types, chooses or reads a dialog. Exported, as it is tried without a browser. */
export function actOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented' | 'repeat'>, isTyping: boolean, isRightToLeft: boolean): KeyAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || isTyping) return null
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') return (event.key === 'ArrowRight') === isRightToLeft ? 'previous' : 'next'
  const act = BY_KEY[event.key] ?? (/^[\u0600-\u06ff]/.test(event.key) ? BY_CODE[event.code] : undefined) ?? null
  // A key that is held down goes on through the list, and decides nothing.
  return event.repeat && act !== 'next' && act !== 'previous' ? null : act
}

/**
 * Listens to single keys while they are on. They can be put off, and stay so in this browser, since whoever speaks to their machine or reads
 * with a screen reader would press them unawares (WCAG 2.2, 2.1.4). `isOn` is null until this browser has said whether they are.
 */
export function useKeys(isRightToLeft: boolean, act: (act: KeyAct) => void): { isOn: boolean | null; turn(isOn: boolean): void } {
  const [isOn, setIsOn] = useState<boolean | null>(null)
  const latest = useRef(act)
  latest.current = act
  useEffect(() => setIsOn(window.localStorage.getItem(STORED) !== 'off'), [])
  // Not a moment after the page says that they are on.
  useLayoutEffect(() => {
    if (isOn !== true) return
    const listen = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof Element && event.target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable="true"], dialog') !== null
      const wanted = actOf(event, isTyping, isRightToLeft)
      if (wanted === null) return
      event.preventDefault()
      latest.current(wanted)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [isOn, isRightToLeft])
  return {
    isOn,
    turn(next) {
      window.localStorage.setItem(STORED, next ? 'on' : 'off')
      setIsOn(next)
    },
  }
}
