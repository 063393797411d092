'use client'

import { useAuth, useDocumentInfo, useForm, useFormFields, useFormModified } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { conflictKey, type Conflict } from '@/collaboration/merge/conflict'
import { meet, revOf } from '@/collaboration/merge/writing'
import { readOwnSaves, readStored, type OtherSave } from '../together/stored'
import type { PutIntoForm } from '../together/use-put-into-form'
import type { FormWriting } from '../together/use-writing'
import type { Choices } from './choosing'

/** What was done without asking: `merged`: both texts are in the form; `shown`: the newer one is, as nothing was typed. */
export type Done = { how: 'merged' | 'shown'; name: string | null }

export type ConflictState = {
  /** The save that changed what this form changed too, and where. Null while nothing has to be asked. */
  other: (OtherSave & { conflicts: Conflict[] }) | null
  done: Done | null
  keepMine(): Promise<boolean>
  loadTheirs(): void
  /** Puts what was chosen into the form, to be saved. False where the texts have changed since, and are asked about anew. */
  choose(choices: Choices): Promise<boolean>
}

type Given = { stored: number; writing: FormWriting; put: PutIntoForm; typedAgo(): number }

/** A pause of the person's in which the form may change under their hands. */
const QUIET_MS = 1_200
const LOOK_MS = 400
/** How long what was done stays in view. */
const SAID_MS = 20_000

/**
 * Notices that the stored document is newer than the one this form began from, and brings both together: without a question
 * where they changed different things, and otherwise not before the person has chosen, while saving is held back. `stored`
 * is the stored `rev` as the desk told it last.
 */
export function useConflict({ stored, writing, put, typedAgo }: Given): ConflictState {
  const { id, collectionSlug } = useDocumentInfo()
  const { user } = useAuth()
  const { setModified, submit } = useForm()
  const formRev = useFormFields(([fields]) => Number(fields.rev?.value ?? 0))
  const isModified = useFormModified()
  const [other, setOther] = useState<ConflictState['other']>(null)
  const [done, setDone] = useState<Done | null>(null)
  const address = `/api/${collectionSlug}/${id}`
  const { isSaving } = writing
  const isBehind = stored > formRev && !isSaving
  const isAsking = other !== null

  /** Looks at the stored text and brings it and the form together. Resolves to false where that has to be tried again. */
  const bring = useCallback(
    async (choices: Choices): Promise<boolean> => {
      const found = await readStored(address, user?.id)
      if (found === null) return false
      const { base, sent } = writing.writing()
      const own = sent.length === 0 ? [] : await readOwnSaves(collectionSlug ?? '', String(id), user?.id, revOf(base))
      const began = writing.form()
      const met = meet({ base, sent }, began, found.document, own, (conflict) => choices.get(conflictKey(conflict)) ?? 'mine')
      if (met.conflicts.some((conflict) => !choices.has(conflictKey(conflict)))) {
        setOther({ ...found, conflicts: met.conflicts })
        return choices.size === 0
      }
      if (!(await put(met.merged, began))) return false
      writing.begin(found.document)
      setOther(null)
      setDone({ how: met.isAhead ? 'merged' : 'shown', name: found.name })
      setModified(met.isAhead)
      return true
    },
    [address, collectionSlug, id, put, setModified, user?.id, writing],
  )

  useEffect(() => {
    if (!isBehind || other?.rev === stored) return
    let isCurrent = true
    let timer: ReturnType<typeof setTimeout>
    // A save of our own may have been answered a moment ago and not have reached the form yet: what is still behind after
    // a second is behind for good.
    const wait = (milliseconds: number): void => {
      timer = setTimeout(() => {
        if (!isCurrent) return
        if (typedAgo() < QUIET_MS) return wait(LOOK_MS)
        void bring(new Map()).then((isDone) => {
          if (isCurrent && !isDone) wait(QUIET_MS)
        })
      }, milliseconds)
    }
    wait(1_000)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [bring, isBehind, other?.rev, stored, typedAgo])

  useEffect(() => {
    if (other !== null && formRev >= other.rev) setOther(null)
  }, [formRev, other])

  useEffect(() => {
    if (done === null) return
    const timer = setTimeout(() => setDone(null), SAID_MS)
    return () => clearTimeout(timer)
  }, [done])

  // Each keystroke would send a save that is bound to be refused.
  useEffect(() => {
    if (isAsking && isModified && !isSaving) setModified(false)
  }, [isAsking, isModified, isSaving, setModified])

  const keepMine = useCallback(async () => {
    if (other === null) return false
    const result = await submit({
      action: `${address}?depth=0&fallback-locale=null&draft=true`,
      method: 'PATCH',
      overrides: { rev: other.rev, _status: 'draft' },
      skipValidation: true,
      disableSuccessStatus: true,
    })
    const isSaved = result !== undefined && result.res?.ok === true
    if (isSaved) setOther(null)
    return isSaved
  }, [address, other, submit])

  const loadTheirs = useCallback(() => {
    if (other === null) return
    const began = writing.form()
    void put(other.document, began).then((isPut) => {
      if (!isPut) return
      writing.begin(other.document)
      setModified(false)
      setOther(null)
    })
  }, [other, put, setModified, writing])

  return { other, done, keepMine, loadTheirs, choose: bring }
}
