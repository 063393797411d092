'use client'

import { useConflict, type ConflictState } from '../conflict/use-conflict'
import type { Say } from '../words/say'
import { useCatchUp } from './use-catch-up'
import { useKeptText, type KeptTexts } from './use-kept-text'
import { usePresence, type Presence } from './use-presence'
import { usePutIntoForm } from './use-put-into-form'
import { useRestoring, type Restoring } from './use-restoring'
import { useTyping } from './use-typing'
import { useWriting, type FormWriting } from './use-writing'

export type Together = { writing: FormWriting; presence: Presence; conflict: ConflictState; kept: KeptTexts; restoring: Restoring }

/**
 * What keeps people who write in one document from losing words to each other, or to a network, a login or a lid. `stored`: the
 * stored `rev` as the review told it.
 */
export function useTogether(stored: number): Together {
  const typedAgo = useTyping()
  const writing = useWriting()
  const put = usePutIntoForm(typedAgo)
  const presence = usePresence(writing, typedAgo)
  const conflict = useConflict({ stored: Math.max(stored, presence.view?.rev ?? 0), writing, put, typedAgo })
  const kept = useKeptText(writing, presence.window)
  const restoring = useRestoring(writing, put)
  useCatchUp({ writing, connection: presence.connection, isHeldBack: conflict.other !== null, typedAgo })
  return { writing, presence, conflict, kept, restoring }
}

/** What the other side of two texts is called: by the name of its writer where it is known. */
export function ofTheirs(say: Say, name: string | null): string {
  return name ? `${say('theirs')} (${name})` : say('theirs')
}
