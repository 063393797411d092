'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { changedFields, type Data } from '@/collaboration/merge/merge'
import type { PresenceView } from '@/collaboration/presence/view'
import { fieldInFocus } from './use-typing'
import type { FormWriting } from './use-writing'
import { leaveWindowIds, windowId } from './window-id'

const BEAT_MS = 10_000
/** How often somebody who was signed out is looked for, and a desk that can't be reached. */
const KNOCK_MS = 5_000
/** How long after the last key somebody counts as writing. */
const WRITING_MS = 60_000
const MOST_UNSAVED = 1_900_000

/** How this window stands with the desk: `signedOut` also where somebody else has signed in since. */
export type Connection = 'here' | 'signedOut' | 'unreachable'

export type Presence = {
  window: string
  view: PresenceView | null
  connection: Connection
  /** Tells the desk of this window at once. */
  beat(): Promise<void>
  /** Takes the document's lock; whatever its holder had typed is saved first. Null where that was refused. */
  takeOver(): Promise<boolean>
}

/**
 * Tells the desk who is here and what they have typed so far, every ten seconds, and hears who else is: from a stream while
 * the window is visible (a browser has few connections to one address, and hidden windows must not use them up).
 */
export function usePresence(writing: FormWriting, typedAgo: () => number): Presence {
  const { id, collectionSlug } = useDocumentInfo()
  const [view, setView] = useState<PresenceView | null>(null)
  const [connection, setConnection] = useState<Connection>('here')
  const window = useMemo(() => windowId(`${collectionSlug} ${id}`), [collectionSlug, id])
  const address = id === undefined || id === null ? null : `/api/${collectionSlug}/${id}/presence`
  const latest = useRef(writing)
  latest.current = writing

  const post = useCallback(
    async (path: string, body: Record<string, unknown>, isLast = false): Promise<Response | null> =>
      address === null ? null : fetch(`${address}${path}`, { method: 'POST', credentials: 'include', keepalive: isLast, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ session: window, ...body }) }).catch(() => null),
    [address, window],
  )

  const beat = useCallback(async () => {
    const { base } = latest.current.writing()
    const form = latest.current.form()
    const names = changedFields(base, form)
    const pick = (data: Data): Data => Object.fromEntries(names.map((name) => [name, data[name] ?? null]))
    const unsaved = names.length === 0 ? null : { base: pick(base), mine: pick(form) }
    const isSmall = unsaved === null || JSON.stringify(unsaved).length < MOST_UNSAVED
    if (unsaved !== null && isSmall) latest.current.noteSent(form)
    const response = await post('', { isEditing: names.length > 0 || typedAgo() < WRITING_MS, field: fieldInFocus(), baseRev: Number(base.rev ?? 0), unsaved: isSmall ? unsaved : null })
    if (response === null || response.status >= 500) setConnection('unreachable')
    else if (response.status === 401 || response.status === 409) setConnection('signedOut')
    else setConnection('here')
    if (response?.ok === true) setView((await response.json()) as PresenceView)
  }, [post, typedAgo])

  useEffect(() => {
    if (address === null) return
    void beat()
    const timer = setInterval(() => void beat(), connection === 'here' ? BEAT_MS : KNOCK_MS)
    const online = (): void => void beat()
    globalThis.addEventListener('online', online)
    return () => {
      clearInterval(timer)
      globalThis.removeEventListener('online', online)
    }
  }, [address, beat, connection])

  useEffect(() => {
    if (address === null) return
    const leave = (): void => {
      leaveWindowIds()
      void post('/leave', {}, true)
    }
    globalThis.addEventListener('pagehide', leave)
    return () => {
      globalThis.removeEventListener('pagehide', leave)
      void post('/leave', {}, true)
    }
  }, [address, post])

  useEffect(() => {
    if (address === null || connection !== 'here') return
    let stream: EventSource | null = null
    const listen = (): void => {
      if (document.visibilityState !== 'visible') {
        stream?.close()
        stream = null
      } else if (stream === null || stream.readyState === EventSource.CLOSED) {
        stream = new EventSource(`${address}/stream`)
        stream.addEventListener('presence', (event) => setView(JSON.parse((event as MessageEvent<string>).data) as PresenceView))
      }
    }
    listen()
    document.addEventListener('visibilitychange', listen)
    return () => {
      document.removeEventListener('visibilitychange', listen)
      stream?.close()
    }
  }, [address, connection])

  const takeOver = useCallback(async () => {
    await beat()
    const response = await post('/take-over', {})
    if (response?.ok !== true) return false
    setView(((await response.json()) as { presence: PresenceView }).presence)
    return true
  }, [beat, post])

  return { window, view, connection, beat, takeOver }
}
