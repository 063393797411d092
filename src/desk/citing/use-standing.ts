'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect } from 'react'
import type { CitationsAnswer } from '@/citations/endpoints'
import { ask } from './ask'
import type { Room } from './room'

const POLL_MS = 30_000
/** While a copy of what was just cited is on its way, it is looked for more often, and so many times. */
const SOON_MS = 3_000
const SOON_TIMES = 20

/**
 * Keeps how a document's citations stand: asked for at once, after each save, and now and then while somebody looks. One request for
 * all. A source that has only its address for a name gets what its copy says of itself, once that is there.
 */
export function useStanding({ address, citing }: Room): void {
  const { id, lastUpdateTime } = useDocumentInfo()
  useEffect(() => {
    if (id === undefined || id === null) return
    const controller = new AbortController()
    const { signal } = controller
    const filled = new Set<string>()
    let times = 0
    let timer: ReturnType<typeof setTimeout> | undefined

    const look = async (): Promise<void> => {
      const answer = document.visibilityState === 'visible' ? await ask<CitationsAnswer>(`${address}/citations`, { signal }) : null
      if (signal.aborted) return
      let isWaiting = false
      if (answer?.ok === true) {
        const { citations, sources } = answer.json
        citing.know(...sources)
        citing.setStandings(citations)
        const archived = new Set(citations.flatMap(({ key, isArchived }) => (isArchived ? (citing.citations()[key]?.source ?? []) : [])))
        const bare = sources.filter((source) => source.isNamedByAddress && !filled.has(source.id))
        for (const { id: source } of bare.filter((each) => archived.has(each.id))) {
          filled.add(source)
          await ask(`/api/sources/${source}/fill`, { data: {}, signal })
        }
        isWaiting = bare.length > 0
      }
      if (signal.aborted) return
      const isSoon = isWaiting && times < SOON_TIMES
      if (isSoon) times += 1
      timer = setTimeout(() => void look(), isSoon ? SOON_MS : POLL_MS)
    }
    void look()
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [address, citing, id, lastUpdateTime])
}
