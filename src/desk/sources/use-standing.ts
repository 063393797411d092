'use client'

import { useCallback, useEffect, useState } from 'react'
import type { RightsOnCopies } from '@/captures/rights'
import type { CaptureRequest } from '@/captures/requests'
import type { CaptureSummary } from '@/captures/store'
import type { Impact } from '@/link-health/impact'
import type { RightsOnLink } from '@/link-health/lock'
import type { AnsweredLink } from '@/link-health/view'
import { ask } from '../citing/ask'

type CopiesAnswer = { captures: CaptureSummary[]; requests: CaptureRequest[]; people: Record<string, string>; youMay: RightsOnCopies }
type ImpactAnswer = Impact & { link: AnsweredLink; youMay: RightsOnLink }

/** How a source stands, as the desk answers it. */
export type SourceStands = { copies: CopiesAnswer; impact: ImpactAnswer }

const LOOK_AGAIN_MS = 2_000
/** What is tried again later than this is waited for by nobody. */
const SOON_MS = 60_000

/**
 * How a source stands; null until it is known. `asOf`: what of the source has a bearing on it, so that it is asked again when that is saved.
 * While a copy is on its way it is asked again by itself.
 */
export function useStanding(source: string | undefined, asOf: string): { stands: SourceStands | null; hasFailed: boolean; reload(): void } {
  const [state, setState] = useState<{ stands: SourceStands | null; hasFailed: boolean }>({ stands: null, hasFailed: false })
  const [turn, setTurn] = useState(0)
  const reload = useCallback(() => setTurn((before) => before + 1), [])
  useEffect(() => {
    if (source === undefined) return
    const controller = new AbortController()
    const { signal } = controller
    void Promise.all([ask<CopiesAnswer>(`/api/sources/${source}/captures`, { signal }), ask<ImpactAnswer>(`/api/sources/${source}/impact`, { signal })]).then(([copies, impact]) => {
      if (signal.aborted) return
      setState(({ stands }) => (copies.ok && impact.ok ? { stands: { copies: copies.json, impact: impact.json }, hasFailed: false } : { stands, hasFailed: stands === null }))
    })
    return () => controller.abort()
  }, [source, asOf, turn])
  const { stands } = state
  useEffect(() => {
    if (stands === null || !stands.copies.requests.some(isSoon)) return
    const waiting = setTimeout(reload, LOOK_AGAIN_MS)
    return () => clearTimeout(waiting)
  }, [stands, reload])
  return { ...state, reload }
}

function isSoon({ state, nextAt }: CaptureRequest): boolean {
  return state === 'working' || (state === 'waiting' && new Date(nextAt).getTime() < Date.now() + SOON_MS)
}
