import type { ReactElement } from 'react'
import type { CitationMark } from '@/record/body'
import type { BodyContext } from '../body/context'
import { wordsFor } from '../words'
import { isPrivate, noteName, printedLabel, printedLocator } from './names'

/** The number in the text that leads to a note. */
export function NoteMark({ node, context }: { node: CitationMark; context: BodyContext }): ReactElement | null {
  const place = context.notes.of(node)
  if (!place) return null
  const { page } = context
  const words = wordsFor(page.language)
  const label = printedLabel(page, place.note)
  const locator = isPrivate(page, place.note) ? undefined : place.use.citation.locator
  const name = [noteName(page, place.note), locator && printedLocator(page, locator)].filter(Boolean).join(words.comma)
  return <a role="doc-noteref" className="ref" id={place.use.anchor} href={`#${place.note.anchor}`} aria-label={words.noteMark(label, name)}>[{label}]</a>
}
