'use client'

import { useDocumentInfo, useForm, useFormBackgroundProcessing, useFormModified, useFormProcessing } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReviewAnswer } from '@/review/answer'

/** Why an act was refused: what to say, and what it names. `code` is the server's; `unreachable` where there was no answer. */
export type ActRefusal = { code: string; message: string; missing: string[]; field: string | null }

export type ReviewOfDocument = {
  answer: ReviewAnswer | null
  hasFailed: boolean
  /** True while what is on screen is not yet what is stored: acts then have to wait. */
  isUnsaved: boolean
  refresh(): Promise<void>
  /** Posts an act with the hash that the person sees; returns why it was refused, or null once it is done. */
  act(path: string, body: Record<string, unknown>): Promise<ActRefusal | null>
}

const POLL = 10_000
/** What is done to a document whatever it says. */
const WITHOUT_HASH = new Set(['publishing/embargo', 'publishing/lift-embargo'])
/** Acts on what readers have, whatever the text at hand says. */
const ON_LIVE: ReadonlySet<string> = new Set(['publishing/withdraw', 'publishing/translation-checked'])

/**
 * The review of the document at hand: read at once, after each save, and every ten seconds while the window is visible.
 * `needed`: what stands at a field that has to be filled in.
 */
export function useReview(needed: string): ReviewOfDocument {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  const { setSubmitted, dispatchFields } = useForm()
  const isModified = useFormModified()
  const isProcessing = useFormProcessing()
  const isSavingBehind = useFormBackgroundProcessing()
  const [answer, setAnswer] = useState<ReviewAnswer | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const latest = useRef(0)
  const address = id === undefined || id === null ? null : `/api/${collectionSlug}/${id}`

  const refresh = useCallback(async () => {
    if (address === null) return
    // Of several answers under way, only the last one asked for counts.
    const number = (latest.current += 1)
    const response = await fetch(`${address}/review`, { credentials: 'include' }).catch(() => null)
    const json = response?.ok === true ? ((await response.json()) as ReviewAnswer) : null
    if (number !== latest.current) return
    setHasFailed(json === null)
    if (json !== null) setAnswer(json)
  }, [address])

  // A save that was refused changes no time, so the end of each is what counts.
  useEffect(() => {
    if (!isProcessing && !isSavingBehind) void refresh()
  }, [refresh, lastUpdateTime, isProcessing, isSavingBehind])

  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') void refresh()
    }
    const timer = setInterval(look, POLL)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [refresh])

  const act = useCallback(
    async (path: string, body: Record<string, unknown>): Promise<ActRefusal | null> => {
      // What is withdrawn or found to hold is what readers have; everything else is decided on the text at hand.
      const baseHash = WITHOUT_HASH.has(path) ? undefined : ON_LIVE.has(path) ? answer?.live?.contentHash : answer?.document.contentHash
      const response = await fetch(`${address}/${path}`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...body, ...(baseHash ? { baseHash } : {}) }),
      }).catch(() => null)
      if (response?.ok === true) {
        latest.current += 1
        setAnswer((await response.json()) as ReviewAnswer)
        setHasFailed(false)
        return null
      }
      const refusal = await refusalIn(response)
      if (response?.status === 422 && refusal.missing.length > 0) {
        dispatchFields({ type: 'ADD_SERVER_ERRORS', errors: refusal.missing.map((path) => ({ path, message: needed })) })
        setSubmitted(true)
      }
      if (response !== null) await refresh()
      return refusal
    },
    [address, answer, dispatchFields, needed, refresh, setSubmitted],
  )

  return { answer, hasFailed, isUnsaved: isModified || isProcessing || isSavingBehind, refresh, act }
}

async function refusalIn(response: Response | null): Promise<ActRefusal> {
  const body = (await response?.json().catch(() => null)) as { errors?: { message?: string; data?: { code?: string; missing?: string[]; field?: string } }[] } | null
  const first = body?.errors?.[0]
  if (first === undefined) return { code: 'unreachable', message: '', missing: [], field: null }
  return { code: first.data?.code ?? '', message: first.message ?? '', missing: first.data?.missing ?? [], field: first.data?.field ?? null }
}
