import { Fragment, type ReactElement } from 'react'
import { citesSources, EXPORT_FORMATS, exportPath, type ExportFormat } from '@/record/exports'
import type { Note, Notes, NoteUse } from '@/record/notes'
import type { Live } from '@/record/publication'
import { withoutTurns } from '@/record/plain-direction'
import { intentText } from '@/record/source-words'
import { pathAddress } from '../addresses'
import { lookUp, type Page } from '../page'
import { fill, wordsFor } from '../words'
import { isPrivate, printedLabel, printedLocator, useLetter } from './names'
import { Quoted } from './quoted'
import { SourceLine } from './source-line'

const EXPORT_NAMES: Record<ExportFormat, string> = { bib: 'BibTeX', ris: 'RIS', json: 'CSL-JSON' }

/** The notes of a text, under a heading of their own, and its sources in the forms that other programs read; nothing where it has none. */
export function Endnotes({ notes, page, document }: { notes: Notes; page: Page; document: Live }): ReactElement | null {
  if (notes.document.notes.length === 0) return null
  const { sources, takeAlong, comma } = wordsFor(page.language)
  const { path, slug } = document
  const formats = path !== null && citesSources(document) && EXPORT_FORMATS.map((format, index) => (
    <Fragment key={format}>{index > 0 && comma}<a href={pathAddress(exportPath(path, format))} download={`${slug}.${format}`}>{EXPORT_NAMES[format]}</a></Fragment>
  ))
  return (
    <section role="doc-endnotes" className="notes" id="sources" aria-labelledby="sources-head">
      <h2 id="sources-head">{sources}</h2>
      <NoteList notes={notes.document.notes} page={page} />
      {formats && <p className="facts exports">{fill(takeAlong, { formats: <bdi>{formats}</bdi> })}</p>}
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
  const uses = note.uses.map((use) => ({ use, said: saidOf(page, note, use) }))
  // A way back that would stand in a line alone stands behind the words of the source instead.
  const backs = uses.flatMap(({ use, said }) => (said.isNothing ? <Fragment key={use.anchor}><WayBack use={use} note={note} page={page} /> </Fragment> : []))
  return (
    <li id={note.anchor} value={ownNumber} className={hasOwnLabel && ownNumber === undefined ? 'labelled' : undefined}>
      {hasOwnLabel && ownNumber === undefined && <b>{note.label} </b>}
      {source && <SourceLine page={page} source={source} behind={backs} />}
      {isEmpty && <>{words.noSource} </>}
      {!source && backs}
      {uses.map(({ use, said }) => <UseOfNote key={use.anchor} use={use} said={said} note={note} page={page} />)}
    </li>
  )
}

type Said = { locator: string | undefined; intent: string | undefined; remark: string | undefined; isQuoted: boolean; isNothing: boolean }

/** What the note says of one place that cites its source. `isNothing`: no words but such as stand folded away. */
function saidOf(page: Page, note: Note, { citation, isCovered }: NoteUse): Said {
  const hidden = isPrivate(page, note)
  const locator = hidden || !citation.locator ? undefined : printedLocator(page, citation.locator)
  const intent = intentText(citation.intent, page.language)
  const remark = citation.note && withoutTurns(citation.note)
  const isQuoted = !hidden && !!(citation.quote || citation.quoteTranslation)
  return { locator, intent, remark, isQuoted, isNothing: !locator && !intent && !remark && (!isQuoted || isCovered) }
}

function WayBack({ use, note, page }: { use: NoteUse; note: Note; page: Page }): ReactElement {
  const words = wordsFor(page.language)
  const label = printedLabel(page, note)
  const letter = useLetter(page, use.index)
  const isOnly = note.uses.length === 1
  return (
    <a role="doc-backlink" className="back" href={`#${use.anchor}`} aria-label={isOnly ? words.backToOnlyMark(label) : words.backToMark(label, letter)}>
      ↑{!isOnly && <sup>{letter}</sup>}
    </a>
  )
}

function UseOfNote({ use, said, note, page }: { use: NoteUse; said: Said; note: Note; page: Page }): ReactElement {
  const { locator, intent, remark, isQuoted, isNothing } = said
  const quoted = isQuoted && <Quoted page={page} citation={use.citation} source={lookUp(page, 'sources', note.source)} />
  return (
    <>
      {!isNothing && (
        <span className="use">
          {locator && <span>{locator}. </span>}
          {intent && <span>{intent} </span>}
          {!use.isCovered && quoted && <>{quoted} </>}
          {remark && <span dir="auto">{remark} </span>}
          <WayBack use={use} note={note} page={page} />
        </span>
      )}
      {use.isCovered && quoted && <details className="passage"><summary><b>{wordsFor(page.language).warningNotice}</b></summary>{quoted}</details>}
    </>
  )
}
