'use client'

import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Data } from '@/collaboration/merge/merge'
import { forgetText, keepText, keptKey, keptTexts, type KeptText } from './kept-here'
import type { FormWriting } from './use-writing'

const KEEP_MS = 1_500
/** A text that was kept so lately belongs to a window that is still open. */
const LIVES_MS = 20_000
const STILL_HERE_MS = 8_000

export type KeptTexts = {
  /** Text of this document that some window of the person's kept and never saved. */
  found: KeptText[]
  /** False where this browser keeps nothing, as in some private windows. */
  isKeeping: boolean
  forget(text: KeptText): void
}

/** Whether no open window has this text any more: one that has writes its own again and again. */
function isOrphan(text: KeptText): boolean {
  return text.window.includes('@') || Date.now() - text.at > LIVES_MS
}

/** Keeps what is typed in this browser, at least every two seconds, until it is saved; and finds what was kept before. */
export function useKeptText(writing: FormWriting, window: string): KeptTexts {
  const { id, collectionSlug } = useDocumentInfo()
  const { user } = useAuth()
  const [found, setFound] = useState<KeptText[]>([])
  const [isKeeping, setIsKeeping] = useState(true)
  const person = user?.id === undefined || user.id === null ? null : String(user.id)
  const document_ = id === undefined || id === null ? null : String(id)

  const latest = useRef(writing)
  latest.current = writing
  const hasLooked = useRef(false)

  useEffect(() => {
    if (person === null || document_ === null || collectionSlug === undefined) return
    const place = { user: person, collection: collectionSlug, document: document_, window }
    const look = async (): Promise<KeptText[]> => {
      const texts = await keptTexts(person, collectionSlug, document_)
      const own = texts.find((text) => text.window === window)
      if (own === undefined) return texts.filter(isOrphan)
      // From before a reload: it moves aside, since this window writes its own place anew.
      const aside = { ...own, window: `${window}@${own.at}` }
      const moved = { ...aside, key: keptKey(aside) }
      await keepText(moved)
      await forgetText(own.key)
      return [moved, ...texts.filter((text) => text !== own && isOrphan(text))]
    }
    hasLooked.current = false
    look().then(
      (texts) => {
        hasLooked.current = true
        setFound(texts)
      },
      () => setIsKeeping(false),
    )
    let isForgotten = false
    let [last, lastAt] = ['', 0]
    const keep = async (): Promise<void> => {
      if (!hasLooked.current) return
      if (!latest.current.isAhead()) {
        if (!isForgotten) await forgetText(keptKey(place))
        isForgotten = true
        last = ''
        return
      }
      const form = latest.current.form()
      const { base, sent } = latest.current.writing()
      const now = JSON.stringify(form)
      if (now === last && Date.now() - lastAt < STILL_HERE_MS) return
      isForgotten = false
      await keepText({ ...place, key: keptKey(place), base, sent: [...sent] as Data[], form, at: Date.now() })
      ;[last, lastAt] = [now, Date.now()]
    }
    const keepSafely = (): void => {
      keep().then(
        () => setIsKeeping(true),
        () => setIsKeeping(false),
      )
    }
    const timer = setInterval(keepSafely, KEEP_MS)
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') keepSafely()
    }
    globalThis.addEventListener('pagehide', keepSafely)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      clearInterval(timer)
      globalThis.removeEventListener('pagehide', keepSafely)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [collectionSlug, document_, person, window])

  const forget = useCallback((text: KeptText) => {
    setFound((texts) => texts.filter(({ key }) => key !== text.key))
    void forgetText(text.key).catch(() => undefined)
  }, [])
  return { found, isKeeping, forget }
}
