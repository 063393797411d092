'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { ThreadsAnswer } from '@/collaboration/threads/answer'
import type { ReviewAnswer } from '@/review/answer'

/** Why something was refused: `code` is the server's, `unreachable` where there was no answer. */
export type ThreadRefusal = { code: string; message: string }
export type Threads = { answer: ThreadsAnswer | null; hasFailed: boolean; refresh(): Promise<void>; send(path: string, body: Record<string, unknown>): Promise<ThreadRefusal | null> }

/** The threads of the document at hand: read anew whenever its review is, which is after each save and every ten seconds. */
export function useThreads(review: ReviewAnswer): Threads {
  const { collection, id } = review.document
  const address = `/api/${collection}/${id}/threads`
  const [answer, setAnswer] = useState<ThreadsAnswer | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const latest = useRef(0)

  const refresh = useCallback(async () => {
    // Of several answers under way, only the last one asked for counts.
    const number = (latest.current += 1)
    const response = await fetch(address, { credentials: 'include' }).catch(() => null)
    const json = response?.ok === true ? ((await response.json()) as ThreadsAnswer) : null
    if (number !== latest.current) return
    setHasFailed(json === null)
    if (json !== null) setAnswer(json)
  }, [address])

  useEffect(() => void refresh(), [refresh, review])

  const send = useCallback(
    async (path: string, body: Record<string, unknown>): Promise<ThreadRefusal | null> => {
      const response = await fetch(`${address}${path}`, { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).catch(() => null)
      const json: unknown = await response?.json().catch(() => null)
      if (response?.ok === true && json !== null) {
        latest.current += 1
        setAnswer(json as ThreadsAnswer)
        setHasFailed(false)
        return null
      }
      if (response !== null) await refresh()
      const first = (json as { errors?: { message?: string; data?: { code?: string } }[] } | null)?.errors?.[0]
      return first === undefined ? { code: 'unreachable', message: '' } : { code: first.data?.code ?? '', message: first.message ?? '' }
    },
    [address, refresh],
  )

  return { answer, hasFailed, refresh, send }
}
