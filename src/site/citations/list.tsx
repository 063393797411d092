import type { ReactElement } from 'react'
import type { Citation } from '@/record/body'
import type { Note, Notes, NoteUse } from '@/record/notes'
import { lookUp, type Page } from '../page'
import { fill, wordsFor } from '../words'
import { isPrivate, printedLabel, printedLocator, useLetter } from './names'
import { SourceLine } from './source-line'

/** The notes of a text, under a heading of their own; nothing where it has none. */
export function Endnotes({ notes, page }: { notes: Notes; page: Page }): ReactElement | null {
  if (notes.document.notes.length === 0) return null
  const { sources } = wordsFor(page.language)
  return (
    <section role="doc-endnotes" className="notes" id="sources" aria-labelledby="sources-head">
      <h2 id="sources-head">{sources}</h2>
      <NoteList notes={notes.document.notes} page={page} />
    </section>
  )
}

/** A list of notes, each with its source, what its uses quote, and the ways back to the text. */
export function NoteList({ notes, page, label }: { notes: readonly Note[]; page: Page; label?: string }): ReactElement {
  return <ol aria-label={label}>{notes.map((note) => <NoteEntry key={note.anchor} note={note} page={page} />)}</ol>
}

function NoteEntry({ note, page }: { note: Note; page: Page }): ReactElement {
  const source = lookUp(page, 'sources', note.source)
  const hasOwnLabel = note.label !== String(note.number)
  const ownNumber = hasOwnLabel && /^\d{1,4}$/.test(note.label) ? Number(note.label) : undefined
  const words = wordsFor(page.language)
  const isEmpty = !source && !note.uses.some(({ citation }) => citation.note || citation.quote)
  return (
    <li id={note.anchor} value={ownNumber} className={hasOwnLabel && ownNumber === undefined ? 'labelled' : undefined}>
      {hasOwnLabel && ownNumber === undefined && <b>{note.label} </b>}
      {source && <SourceLine page={page} source={source} />}
      {isEmpty && words.noSource}
      {note.uses.map((use) => <UseOfNote key={use.anchor} use={use} note={note} page={page} />)}
    </li>
  )
}

function UseOfNote({ use, note, page }: { use: NoteUse; note: Note; page: Page }): ReactElement {
  const words = wordsFor(page.language)
  const { note: remark } = use.citation
  const { locator, quote, quoteTranslation } = isPrivate(page, note) ? ({} as Partial<Citation>) : use.citation
  const label = printedLabel(page, note)
  const letter = useLetter(page, use.index)
  const isOnly = note.uses.length === 1
  const back = (
    <a role="doc-backlink" className="back" href={`#${use.anchor}`} aria-label={isOnly ? words.backToOnlyMark(label) : words.backToMark(label, letter)}>
      ↑{!isOnly && <sup>{letter}</sup>}
    </a>
  )
  const quoted = (
    <>{quote && <q dir="auto">{quote}</q>} {quoteTranslation && <span>{fill(words.translatedQuote, { quote: <q>{quoteTranslation}</q> })} </span>}</>
  )
  return (
    <>
      <span className={locator || quote || remark ? 'use' : undefined}>
        {locator && <span>{printedLocator(page, locator)}. </span>}
        {!use.isCovered && quoted}
        {remark && <span dir="auto">{remark} </span>}
        {back}
      </span>
      {use.isCovered && quote && <details className="passage"><summary><b>{words.warningNotice}</b></summary>{quoted}</details>}
    </>
  )
}
