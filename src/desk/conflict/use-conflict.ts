'use client'

import { useAuth, useDocumentInfo, useForm, useFormBackgroundProcessing, useFormFields, useFormModified, useFormProcessing } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'

/** Who made the save that this form doesn't know of, and when. `name` is null where it was the person, in another window. */
export type OtherSave = { rev: number; name: string | null; at: string; document: Record<string, unknown> }

export type ConflictState = {
  other: OtherSave | null
  /** True where the person has written something that isn't saved. */
  hasOwnText: boolean
  keepMine(): Promise<boolean>
  loadTheirs(): void
  /** What is in the form now. */
  mine(): Record<string, unknown>
}

/**
 * Notices that the stored document is newer than the one this form began from, and holds saving back until the person has
 * chosen: otherwise each keystroke would send a save that is bound to be refused. `stored` is the stored `rev` as the last
 * look at the server told it.
 */
export function useConflict(stored: number): ConflictState {
  const { id, collectionSlug } = useDocumentInfo()
  const { user } = useAuth()
  const { getData, setModified, submit } = useForm()
  const formRev = useFormFields(([fields]) => Number(fields.rev?.value ?? 0))
  const isModified = useFormModified()
  const isSaving = [useFormProcessing(), useFormBackgroundProcessing()].some(Boolean)
  const [other, setOther] = useState<OtherSave | null>(null)
  const [hasOwnText, setHasOwnText] = useState(false)
  const isLeaving = useRef(false)
  const address = `/api/${collectionSlug}/${id}`
  const isBehind = stored > formRev && !isSaving

  useEffect(() => {
    if (!isBehind || other?.rev === stored) return
    let isCurrent = true
    // A save of our own may have been answered a moment ago and not have reached the form yet: what is still behind after
    // a second is behind for good.
    const timer = setTimeout(async () => {
      const found = await readOther(address, user?.id)
      if (isCurrent && found !== null && found.rev > formRev) setOther(found)
    }, 1_000)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [address, formRev, isBehind, other?.rev, stored, user?.id])

  useEffect(() => {
    if (other !== null && formRev >= other.rev) setOther(null)
  }, [formRev, other])

  const isInConflict = other !== null
  useEffect(() => {
    if (!isInConflict || !isModified || isSaving) return
    setHasOwnText(true)
    setModified(false)
  }, [isInConflict, isModified, isSaving, setModified])

  useEffect(() => {
    if (!isInConflict || !hasOwnText) return
    const ask = (event: BeforeUnloadEvent): void => {
      if (!isLeaving.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isInConflict, hasOwnText])

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
    if (isSaved) {
      setOther(null)
      setHasOwnText(false)
    }
    return isSaved
  }, [address, other, submit])

  const loadTheirs = useCallback(() => {
    isLeaving.current = true
    window.location.reload()
  }, [])

  return { other, hasOwnText, keepMine, loadTheirs, mine: () => getData() as Record<string, unknown> }
}

async function readOther(address: string, ownId: unknown): Promise<OtherSave | null> {
  const document = await read(`${address}?depth=0`)
  if (document === null) return null
  const savedBy = typeof document.savedBy === 'string' ? document.savedBy : null
  const person = savedBy === null || savedBy === ownId ? null : await read(`/api/users/${savedBy}?depth=0&select[name]=true`)
  return { rev: Number(document.rev ?? 0), at: String(document.updatedAt ?? ''), name: savedBy === ownId ? null : typeof person?.name === 'string' ? person.name : '', document }
}

async function read(address: string): Promise<Record<string, unknown> | null> {
  const response = await fetch(address, { credentials: 'include' }).catch(() => null)
  return response?.ok === true ? ((await response.json()) as Record<string, unknown>) : null
}
