'use client'

import { useDocumentInfo, useForm, useServerFunctions } from '@payloadcms/ui'
import { useCallback } from 'react'
import { changedFields, isKeptBySystem, type Data } from '@/collaboration/merge/merge'

/** Puts values into the form in place of `began`, what it holds now. False where it holds something else by then: merge anew. */
export type PutIntoForm = (merged: Data, began: Data) => Promise<boolean>

/** How long the person must have paused: the editor tells the form of what is typed up to half a second later. */
const PAUSE_MS = 700

/**
 * Changes only the fields that differ, whole and at once with the `rev` they belong to, so that nothing in between can be saved.
 * Lists and texts need a new state from the server; a text's editor begins anew, and gets the focus back if it had it.
 */
export function usePutIntoForm(typedAgo: () => number): PutIntoForm {
  const { id, collectionSlug, docPermissions, getDocPreferences } = useDocumentInfo()
  const { dispatchFields, getData, getFields } = useForm()
  const { getFormState } = useServerFunctions()
  return useCallback(
    async (merged, began) => {
      const names = new Set([...changedFields(began, merged), ...Object.keys(merged).filter((name) => isKeptBySystem(name) && name !== 'id')])
      const { state } = (await getFormState({
        ...(id === undefined ? {} : { id }),
        collectionSlug: collectionSlug ?? '',
        data: merged as never,
        docPermissions: docPermissions as never,
        docPreferences: await getDocPreferences(),
        operation: 'update',
        renderAllFields: true,
        schemaPath: collectionSlug ?? '',
        skipValidation: true,
      })) as { state?: Record<string, object> }
      if (state === undefined || typedAgo() < PAUSE_MS || changedFields(began, getData() as Data).length > 0) return false
      const isNew = (path: string): boolean => names.has(path.split('.')[0] ?? '')
      const kept = Object.entries(getFields()).filter(([path]) => !isNew(path))
      const put = Object.entries(state).filter(([path]) => isNew(path))
      const hadFocus = document.activeElement?.closest('[data-field-path]')?.getAttribute('data-field-path')
      dispatchFields({ type: 'REPLACE_STATE', optimize: false, sanitize: true, state: Object.fromEntries([...kept, ...put]) as never })
      if (hadFocus !== undefined && hadFocus !== null && names.has(hadFocus)) {
        await new Promise((resolve) => setTimeout(resolve, 300))
        if (document.activeElement === document.body) document.querySelector<HTMLElement>(`[data-field-path="${hadFocus}"] [contenteditable="true"]`)?.focus({ preventScroll: true })
      }
      return true
    },
    [collectionSlug, dispatchFields, docPermissions, getData, getDocPreferences, getFields, getFormState, id, typedAgo],
  )
}
