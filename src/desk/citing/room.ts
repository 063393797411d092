'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useMemo, useSyncExternalStore } from 'react'
import { createMarks, type Marks } from './marks'
import { createStage, type Stage } from './stage'
import { createCiting, type Chip, type Citing } from './store'

/** All that citing in one document needs. `address`: that of the document in the API; `library`: where works are searched. */
export type Room = { citing: Citing; stage: Stage; marks: Marks; address: string; library: string }

// Editors, passages within them and the form's own part are far apart in the page and share no parent of ours.
const rooms = new Map<string, Room>()

function roomOf(collection: string, id: string): Room {
  const address = `/api/${collection}/${id}`
  const known = rooms.get(address)
  if (known !== undefined) return known
  const made: Room = { citing: createCiting(), stage: createStage(), marks: createMarks(), address, library: `/api/${collection}/citations/library` }
  rooms.set(address, made)
  return made
}

/** The room of the document that a component stands in. */
export function useRoom(): Room {
  const { id, collectionSlug } = useDocumentInfo()
  return useMemo(() => roomOf(collectionSlug ?? '', String(id ?? '')), [collectionSlug, id])
}

/** What a mark shows; draws anew only when that changes. */
export function useChip({ citing }: Room, key: string): Chip {
  return useSyncExternalStore(citing.subscribe, () => citing.chip(key), () => citing.chip(key))
}

/** Draws anew with every change of the citations. */
export function useCitations({ citing }: Room): Citing {
  useSyncExternalStore(citing.subscribe, citing.revision, citing.revision)
  return citing
}

export function useStage({ stage }: Room): ReturnType<Stage['state']> {
  return useSyncExternalStore(stage.subscribe, stage.state, stage.state)
}
