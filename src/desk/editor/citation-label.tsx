'use client'

import { useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useWords } from '../words/use-words'
import './citation-label.css'

/** Titles that were fetched already, so that twenty citations of one source ask once. */
const titles = new Map<string, Promise<string | null>>()

function titleOf(id: string): Promise<string | null> {
  const known = titles.get(id)
  if (known !== undefined) return known
  const asked = fetch(`/api/sources/${id}?depth=0&select[title]=true`, { credentials: 'include' })
    .then(async (response) => (response.ok ? (((await response.json()) as { title?: string | null }).title ?? null) : null))
    .catch(() => null)
  titles.set(id, asked)
  return asked
}

/** A citation as it stands in the text being written: what is cited and where in it, or that a source is still to be found. */
export function CitationLabel() {
  const { say } = useWords()
  const source = useFormFields(([fields]) => fields?.source?.value)
  const place = useFormFields(([fields]) => fields?.locatorValue?.value)
  const note = useFormFields(([fields]) => fields?.note?.value)
  const id = typeof source === 'string' && source !== '' ? source : null
  const [title, setTitle] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    setTitle(null)
    if (id !== null) void titleOf(id).then((found) => isCurrent && setTitle(found))
    return () => {
      isCurrent = false
    }
  }, [id])
  const words = typeof note === 'string' ? note.trim() : ''
  if (id === null) {
    return <span className={words === '' ? 'citation-label citation-label--open' : 'citation-label'}>{words === '' ? say('needsSource') : <bdi>{shortened(words)}</bdi>}</span>
  }
  return (
    <span className="citation-label">
      <bdi>{shortened(title ?? say('citationLabel'))}</bdi>
      {typeof place === 'string' && place.trim() !== '' && <bdi className="citation-label__place">{place.trim()}</bdi>}
    </span>
  )
}

function shortened(words: string): string {
  const characters = Array.from(words)
  return characters.length <= 40 ? words : `${characters.slice(0, 39).join('')}…`
}
