import type { ReactElement } from 'react'
import type { CitationMark } from '@/record/body'
import type { BodyContext } from '../body/context'
import { lookUp } from '../page'
import { wordsFor } from '../words'
import { doubtWord } from './doubt'
import { isPrivate, noteName, printedLabel, printedLocator, shortRemark } from './names'
import { peekOf } from './peeks'

/**
 * The number in the text that leads to a note, and beside it a button that shows the note where it is. On wide screens the stylesheet
 * prints the link's own name in the margin.
 */
export function NoteMark({ node, context }: { node: CitationMark; context: BodyContext }): ReactElement | null {
  const place = context.notes.of(node)
  if (!place) return null
  const { page } = context
  const { note, use } = place
  const words = wordsFor(page.language)
  const label = printedLabel(page, note)
  const locator = isPrivate(page, note) ? undefined : use.citation.locator
  const source = lookUp(page, 'sources', note.source)
  const name = [noteName(page, note) || shortRemark(use.citation.note), source && doubtWord({ page, source }), locator && printedLocator(page, locator)].filter(Boolean).join(words.comma)
  return (
    <span className="cited">
      <a role="doc-noteref" className="ref" id={use.anchor} href={`#${note.anchor}`} aria-label={words.noteMark(label, name)}>[{label}]</a>
      <button type="button" className="look" popoverTarget={peekOf(use)} aria-label={words.lookAtNote(label)} />
    </span>
  )
}
