'use client'

import { useAuth, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useCallback, useState } from 'react'
import { conflictKey, type Conflict } from '@/collaboration/merge/conflict'
import { mergeDocuments, type Data } from '@/collaboration/merge/merge'
import { meet, revOf } from '@/collaboration/merge/writing'
import type { Choices } from '../conflict/choosing'
import type { KeptText } from './kept-here'
import { readOwnSaves, readStored } from './stored'
import type { PutIntoForm } from './use-put-into-form'
import type { FormWriting } from './use-writing'

export type Restoring = {
  /** Where the text that comes back and the stored one differ in the same place; null while nothing is asked. */
  conflicts: Conflict[] | null
  /** Brings a text kept in this browser back into the form. Resolves to true once it is there. */
  restoreKept(text: KeptText, choices?: Choices): Promise<boolean>
  /** Brings the text that another's window left into the form. */
  restoreLeft(left: { base: Data; mine: Data }, choices?: Choices): Promise<boolean>
  stopAsking(): void
}

const NO_CHOICES: Choices = new Map()

/** Brings unsaved text back into the form, merged with what is there and with what is stored. */
export function useRestoring(writing: FormWriting, put: PutIntoForm): Restoring {
  const { id, collectionSlug } = useDocumentInfo()
  const { user } = useAuth()
  const { setModified } = useForm()
  const [conflicts, setConflicts] = useState<Conflict[] | null>(null)

  const ask = useCallback((found: readonly Conflict[], choices: Choices): boolean => {
    const isOpen = found.some((conflict) => !choices.has(conflictKey(conflict)))
    setConflicts(isOpen ? [...found] : null)
    return isOpen
  }, [])

  const restoreKept = useCallback(
    async (text: KeptText, choices: Choices = NO_CHOICES) => {
      const stored = await readStored(`/api/${collectionSlug}/${id}`, user?.id)
      if (stored === null) return false
      const own = text.sent.length === 0 ? [] : await readOwnSaves(collectionSlug ?? '', String(id), user?.id, revOf(text.base))
      const met = meet(text, text.form, stored.document, own, (conflict) => choices.get(conflictKey(conflict)) ?? 'mine')
      if (ask(met.conflicts, choices)) return false
      const began = writing.form()
      // What was typed since this window opened stands beside what comes back.
      const merged = writing.isAhead() ? mergeDocuments(writing.writing().base, began, met.merged, () => 'both').merged : met.merged
      if (!(await put(merged, began))) return false
      writing.begin(stored.document)
      setModified(true)
      return true
    },
    [ask, collectionSlug, id, put, setModified, user?.id, writing],
  )

  const restoreLeft = useCallback(
    async (left: { base: Data; mine: Data }, choices: Choices = NO_CHOICES) => {
      const began = writing.form()
      const now = Object.fromEntries(Object.keys(left.mine).map((name) => [name, began[name] ?? null]))
      const met = mergeDocuments(left.base, now, left.mine, (conflict) => choices.get(conflictKey(conflict)) ?? 'mine')
      if (ask(met.conflicts, choices)) return false
      if (!(await put({ ...began, ...met.merged }, began))) return false
      setModified(true)
      return true
    },
    [ask, put, setModified, writing],
  )

  return { conflicts, restoreKept, restoreLeft, stopAsking: () => setConflicts(null) }
}
