'use client'

import { useEffect, useRef } from 'react'
import type { Connection } from './use-presence'
import type { FormWriting } from './use-writing'

const LOOK_MS = 4_000
/** So long after the last key, autosave has had its turn. */
const OVERDUE_MS = 9_000

/**
 * Saves what autosave could not: after a dropped network or an expired login it goes on by itself, since autosave waits for the
 * next key. The same text is tried once for each time the way to the desk is free; what the desk refuses for what it
 * says stays in the form, and in this browser.
 */
export function useCatchUp({ writing, connection, isHeldBack, typedAgo }: { writing: FormWriting; connection: Connection; isHeldBack: boolean; typedAgo(): number }): void {
  const latest = useRef(writing)
  latest.current = writing
  const tried = useRef('')
  useEffect(() => {
    if (connection !== 'here' || isHeldBack) return
    // A way that is free again is a new reason to try.
    tried.current = ''
    const look = (): void => {
      const one = latest.current
      if (one.isSaving || typedAgo() < OVERDUE_MS || !one.isAhead()) return
      const now = JSON.stringify(one.form())
      if (now === tried.current) return
      tried.current = now
      void one.save()
    }
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [connection, isHeldBack, typedAgo])
}
