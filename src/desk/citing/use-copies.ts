'use client'

import { useCallback, useEffect, useState } from 'react'
import { ask } from './ask'

/** A copy of a source, as far as words are picked from it. */
export type Copy = { id: string; capturedAt: string; title?: string | null; provider?: string | null; failure?: string | null; revokedAt?: string | null }
type CopiesAnswer = { captures: Copy[] }
type TextAnswer = { text: string | null; title: string | null; capturedAt: string }

/** The copies of a source that hold something, the newest first; null until they are known. */
export function useCopies(source: string | undefined): { copies: Copy[] | null; hasFailed: boolean; reload(): void } {
  const [state, setState] = useState<{ copies: Copy[] | null; hasFailed: boolean }>({ copies: null, hasFailed: false })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (source === undefined) return
    const controller = new AbortController()
    void ask<CopiesAnswer>(`/api/sources/${source}/captures`, { signal: controller.signal }).then((answer) => {
      if (controller.signal.aborted) return
      setState({ copies: answer.ok ? answer.json.captures.filter(({ failure, revokedAt }) => failure == null && revokedAt == null) : null, hasFailed: !answer.ok })
    })
    return () => controller.abort()
  }, [source, turn])
  return { ...state, reload: useCallback(() => setTurn((before) => before + 1), []) }
}

/** The text of a copy; undefined until it is known, null where there is none. */
export function useCopyText(copy: string | null): { text: string | null | undefined; hasFailed: boolean } {
  const [state, setState] = useState<{ copy: string | null; text: string | null | undefined; hasFailed: boolean }>({ copy: null, text: undefined, hasFailed: false })
  useEffect(() => {
    if (copy === null) return
    const controller = new AbortController()
    void ask<TextAnswer>(`/api/captures/${copy}/text`, { signal: controller.signal }).then((answer) => {
      if (!controller.signal.aborted) setState({ copy, text: answer.ok ? (answer.json.text ?? null) : null, hasFailed: !answer.ok })
    })
    return () => controller.abort()
  }, [copy])
  return state.copy === copy ? state : { text: undefined, hasFailed: false }
}
