'use client'

import { useForm } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { AnsweredThread } from '@/collaboration/threads/answer'
import { highlight } from './highlights'
import { formPath, keptPath } from './paths'
import { findOnPage, pickedIn, type OnPage, type Picked } from './places-on-page'
import { goToField } from '../review/fields-of-form'

const SETTLE_MS = 400
const SELECT_MS = 150

export type Places = {
  /** What was selected last in a field of the form, with the path as threads keep it. */
  picked(): Picked | null
  /** Brings a thread's words into view, or its field where they are gone. */
  goTo(thread: AnsweredThread): void
}

/** Ties threads to the form that `inside` stands in: remembers what was selected there, and marks the words of open threads. */
export function usePlaces(inside: RefObject<HTMLElement | null>, threads: readonly AnsweredThread[]): Places {
  const { getData } = useForm()
  const last = useRef<Picked | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const formOf = useCallback((): Element | null => inside.current?.closest('form') ?? null, [inside])

  const find = useCallback(
    (thread: AnsweredThread): OnPage | null => {
      const form = formOf()
      return form === null || thread.anchor === null ? null : findOnPage(form, formPath(thread.anchor.fieldPath, getData()), thread.anchor)
    },
    [formOf, getData],
  )

  // What is selected in the panel, or nowhere, leaves what was selected in the text before.
  const look = useCallback((): void => {
    const form = formOf()
    const picked = form === null ? null : pickedIn(form)
    if (picked !== null) last.current = picked
  }, [formOf])

  useEffect(() => {
    // While somebody drags over a text its selection changes with every letter.
    let timer: ReturnType<typeof setTimeout> | undefined
    const lookSoon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(look, SELECT_MS)
    }
    document.addEventListener('selectionchange', lookSoon)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', lookSoon)
    }
  }, [look])

  useEffect(() => {
    const form = formOf()
    if (form === null) return
    const mark = (): void => {
      const found = threads.filter(({ state }) => state === 'open').flatMap((thread) => {
        const range = find(thread)?.range ?? null
        return range === null ? [] : [{ id: thread.id, range }]
      })
      highlight(found.map(({ range }) => range), found.find(({ id }) => id === current)?.range ?? null)
    }
    let timer = setTimeout(mark)
    const observer = new MutationObserver((changes) => {
      if (changes.every(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest('.rich-text-lexical') == null)) return
      clearTimeout(timer)
      timer = setTimeout(mark, SETTLE_MS)
    })
    observer.observe(form, { subtree: true, childList: true, characterData: true })
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      highlight([], null)
    }
  }, [current, find, formOf, threads])

  return {
    picked() {
      look()
      return last.current === null ? null : { ...last.current, path: keptPath(last.current.path, getData()) }
    },
    goTo(thread) {
      setCurrent(thread.id)
      const found = find(thread)
      if (found?.range) {
        const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
        found.range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior })
      } else if (found?.plain) {
        const { field, start, end } = found.plain
        field.scrollIntoView({ block: 'center' })
        field.focus({ preventScroll: true })
        field.setSelectionRange(start, end)
      } else if (thread.field !== null) {
        const path = formPath(thread.field, getData())
        formOf()?.querySelector(`[data-field-path="${CSS.escape(path)}"]`)?.scrollIntoView({ block: 'center' })
        goToField(path)
      }
    },
  }
}
