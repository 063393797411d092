'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect } from 'react'
import type { CitationsAnswer } from '@/citations/endpoints'
import { ask } from './ask'
import type { Room } from './room'

const POLL_MS = 30_000

/** Keeps how a document's citations stand: asked for at once, after each save, and now and then while somebody looks. One request for all. */
export function useStanding({ address, citing }: Room): void {
  const { id, lastUpdateTime } = useDocumentInfo()
  useEffect(() => {
    if (id === undefined || id === null) return
    const controller = new AbortController()
    const look = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return
      const answer = await ask<CitationsAnswer>(`${address}/citations`, { signal: controller.signal })
      if (!answer.ok || controller.signal.aborted) return
      citing.know(...answer.json.sources)
      citing.setStandings(answer.json.citations)
    }
    void look()
    const timer = setInterval(() => void look(), POLL_MS)
    return () => {
      clearInterval(timer)
      controller.abort()
    }
  }, [address, citing, id, lastUpdateTime])
}
