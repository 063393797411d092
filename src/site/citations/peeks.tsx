import type { ReactElement } from 'react'
import { withoutTurns } from '@/record/plain-direction'
import { intentText } from '@/record/source-words'
import type { Note, Notes, NoteUse } from '@/record/notes'
import { lookUp, type Page } from '../page'
import { wordsFor } from '../words'
import { Doubt } from './doubt'
import { isPrivate, noteName, printedLocator } from './names'
import { Quoted } from './quoted'
import { WaysToRead } from './ways'

/** The id of the glance at the note of a mark. */
export function peekOf(use: NoteUse): string {
  return `${use.anchor}-peek`
}

/**
 * A glance at the note of each mark, opened beside the mark by the browser itself, without script. They stand after the text, hidden:
 * the notes stay whole in their list, for print, for feeds, and for whatever shows the text alone.
 */
export function Peeks({ notes, page }: { notes: Notes; page: Page }): ReactElement | null {
  const all = [notes.document, ...notes.statements.values()].flatMap((list) => list.notes)
  if (all.length === 0) return null
  return <div className="peeks">{all.flatMap((note) => note.uses.map((use) => <Peek key={use.anchor} note={note} use={use} page={page} />))}</div>
}

function Peek({ note, use, page }: { note: Note; use: NoteUse; page: Page }): ReactElement {
  const words = wordsFor(page.language)
  const source = lookUp(page, 'sources', note.source)
  const { citation, isCovered } = use
  const hidden = isPrivate(page, note)
  const name = noteName(page, note)
  const locator = hidden ? undefined : citation.locator
  const intent = intentText(citation.intent, page.language)
  const quoted = !hidden && !isCovered && <Quoted page={page} citation={citation} source={source} />
  const doubt = source && Doubt({ page, source })
  const remark = citation.note && withoutTurns(citation.note)
  return (
    <div popover="auto" id={peekOf(use)} className="peek" role="note" aria-labelledby={use.anchor}>
      {name && <p><b>{name}</b>{locator && <>{words.comma}{printedLocator(page, locator)}</>}</p>}
      {doubt && <p>{doubt}</p>}
      {intent && <p>{intent}</p>}
      {quoted && <p>{quoted}</p>}
      {remark && <p dir="auto">{remark}</p>}
      {source === null && !remark && !citation.quote && <p>{words.noSource}</p>}
      {hidden && <p className="withheld">{words.withheld}</p>}
      {source && !hidden && <p><WaysToRead page={page} source={source} /></p>}
    </div>
  )
}
