'use client'

import { useEffect, useState } from 'react'
import type { LibraryAnswer } from '@/citations/endpoints'
import type { LibrarySource } from '@/citations/library'
import { ask } from './ask'
import type { Room } from './room'

const PAUSE_MS = 150
const NONE: LibrarySource[] = []

/** What the library has for some words: asked for at a pause in typing, the answer before it standing until then. */
export function useLibrary({ library, citing }: Room, words: string): { found: LibrarySource[]; isAsking: boolean; hasFailed: boolean } {
  const [state, setState] = useState({ found: NONE, words: null as string | null, hasFailed: false })
  useEffect(() => {
    const controller = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await ask<LibraryAnswer>(`${library}?q=${encodeURIComponent(words.slice(0, 300))}`, { signal: controller.signal })
      if (controller.signal.aborted) return
      if (answer.ok) citing.know(...answer.json.sources)
      setState(({ found }) => ({ found: answer.ok ? answer.json.sources : found, words, hasFailed: !answer.ok }))
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [library, citing, words])
  return { found: state.found, isAsking: state.words !== words, hasFailed: state.hasFailed }
}
