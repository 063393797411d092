'use client'

import { useEffect, useState } from 'react'
import { idsIn } from '@/collaboration/readable'
import type { NamedField } from '../review/fields-of-form'

/** The titles of the documents that any of the texts refers to, as far as the person may read them. */
export function useTitles(fields: readonly NamedField[], ...texts: readonly unknown[]): Map<string, string> {
  const [titles, setTitles] = useState(new Map<string, string>())
  const wanted = fields.flatMap(({ path, field }) => {
    const collection = 'relationTo' in field && typeof field.relationTo === 'string' ? field.relationTo : null
    const at = (data: unknown): unknown => path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], data)
    return collection === null ? [] : texts.flatMap((text) => idsIn(at(text))).map((id) => ({ collection, id }))
  })
  const key = wanted.map(({ id }) => id).sort().join()
  useEffect(() => {
    let isCurrent = true
    const load = async (): Promise<void> => {
      const found = new Map<string, string>()
      for (const collection of new Set(wanted.map((each) => each.collection))) {
        const ids = [...new Set(wanted.filter((each) => each.collection === collection).map(({ id }) => id))]
        const response = await fetch(`/api/${collection}?depth=0&limit=200&where[id][in]=${ids.join(',')}`, { credentials: 'include' }).catch(() => null)
        const json = response?.ok === true ? ((await response.json()) as { docs: { id: string; title?: string; name?: string; filename?: string }[] }) : { docs: [] }
        for (const each of json.docs) found.set(each.id, each.title ?? each.name ?? each.filename ?? each.id)
      }
      if (isCurrent) setTitles(found)
    }
    if (key !== '') void load()
    return () => {
      isCurrent = false
    }
    // `wanted` is made anew at each drawing; its ids are what it is.
  }, [key])
  return titles
}
