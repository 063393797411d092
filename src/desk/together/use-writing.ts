'use client'

import { useDocumentInfo, useForm, useFormBackgroundProcessing, useFormProcessing } from '@payloadcms/ui'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Data } from '@/collaboration/merge/merge'
import { isAhead, revOf, type Writing } from '@/collaboration/merge/writing'

const MOST_SENT = 6

export type FormWriting = {
  /** What the form began from, and what it sent since. */
  writing(): Writing
  /** What is in the form. */
  form(): Data
  /** Whether that holds something that isn't stored. */
  isAhead(): boolean
  /** Remembers a state that is being sent, as its answer may never be heard. */
  noteSent(data: Data): void
  /** Says that the form now begins from `stored`. */
  begin(stored: Data): void
  /** Sends what is in the form, as autosave does. Resolves to the answer's status, null where there was none. */
  save(): Promise<number | null>
  isSaving: boolean
}

/** Keeps in mind what the form began from: the newest stored text that it knows. */
export function useWriting(): FormWriting {
  const { id, collectionSlug, savedDocumentData, setData } = useDocumentInfo()
  const { getData, submit } = useForm()
  const isSaving = [useFormProcessing(), useFormBackgroundProcessing()].some(Boolean)
  const base = useRef<Data>({})
  const sent = useRef<Data[]>([])
  const saved = savedDocumentData as Data | undefined
  // In drawing, so that nothing is compared with an older one in between.
  if (saved !== undefined && saved.id !== undefined && (base.current.id !== saved.id || revOf(saved) > revOf(base.current))) {
    base.current = saved
    sent.current = []
  }
  const form = useCallback((): Data => getData() as Data, [getData])
  const noteSent = useCallback((data: Data) => {
    sent.current = [...sent.current, data].slice(-MOST_SENT)
  }, [])
  useEffect(() => {
    if (isSaving) noteSent(form())
  }, [form, isSaving, noteSent])
  const begin = useCallback(
    (stored: Data) => {
      base.current = stored
      sent.current = []
      setData(stored as Parameters<typeof setData>[0])
    },
    [setData],
  )
  const save = useCallback(async () => {
    noteSent(form())
    const result = await submit({
      action: `/api/${collectionSlug}/${id}?autosave=true&depth=0&draft=true&fallback-locale=null`,
      method: 'PATCH',
      overrides: { _status: 'draft' },
      acceptValues: { overrideLocalChanges: false },
      skipValidation: true,
      disableSuccessStatus: true,
      disableFormWhileProcessing: false,
    })
    return result?.res?.status ?? null
  }, [collectionSlug, form, id, noteSent, submit])
  return useMemo(
    () => ({
      writing: () => ({ base: base.current, sent: sent.current }),
      form,
      isAhead: () => isAhead(base.current, form()),
      noteSent,
      begin,
      save,
      isSaving,
    }),
    [begin, form, isSaving, noteSent, save],
  )
}
