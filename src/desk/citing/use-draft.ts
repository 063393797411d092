'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { StoredCitation } from '@/citations/stored'
import type { Citing } from './store'

const PAUSE_MS = 400

type Name = keyof StoredCitation

/**
 * A value of a citation while somebody types it: in the form at each pause, when they go elsewhere, and when what they type in is closed.
 * What others change meanwhile shows where they are not typing.
 */
export function useDraft(citing: Citing, key: string, name: Name): { value: string; set(value: string): void; flush(): void } {
  const stored = citing.citations()[key]?.[name] ?? ''
  const [draft, setDraft] = useState<string | null>(null)
  const pending = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const flush = useCallback((): void => {
    clearTimeout(timer.current)
    if (pending.current !== null) citing.change(key, { [name]: pending.current })
    pending.current = null
    setDraft(null)
  }, [citing, key, name])
  useEffect(() => flush, [flush])
  return {
    value: draft ?? stored,
    flush,
    set(value) {
      pending.current = value
      setDraft(value)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        if (pending.current !== null) citing.change(key, { [name]: pending.current })
        pending.current = null
      }, PAUSE_MS)
    },
  }
}
