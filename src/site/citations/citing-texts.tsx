import type { ReactElement } from 'react'
import type { Block, Citation } from '@/record/body'
import { numberNotes, type Note, type NoteUse } from '@/record/notes'
import type { Live } from '@/record/publication'
import { intentText } from '@/record/source-words'
import { pathAddress } from '../addresses'
import { DateText } from '../components/dates'
import { DocumentLink } from '../components/links'
import type { Page } from '../page'
import { wordsFor } from '../words'
import { printedLabel, printedLocator } from './names'

type Props = { page: Page; source: Live<'sources'>; citedBy: readonly Live[] }

/** Which texts cite a source, each with the places where it does. */
export function CitingTexts({ page, source, citedBy }: Props): ReactElement {
  const words = wordsFor(page.language)
  return (
    <section aria-labelledby="cited-head">
      <h2 id="cited-head">{words.citedInHeading}</h2>
      {citedBy.length === 0 && <p className="nothing">{words.notCited}</p>}
      <ul className="titles">
        {citedBy.map((document) => (
          <li key={document.document}>
            <DocumentLink page={page} document={document} /> <small><DateText page={page} value={document.publishedAt} /></small>
            <Places page={page} source={source} document={document} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Places({ page, source, document }: { page: Page; source: Live<'sources'>; document: Live }): ReactElement | null {
  const places = placesIn(document, source.document)
  if (places.length === 0 || document.path === null) return null
  const path = document.path
  const isPrivate = source.projection.visibility === 'private'
  return (
    <ul className="places">
      {places.map(({ note, use }) => {
        // A link to a place in a closed passage would open it unasked: it leads to the note instead.
        const anchor = use.isCovered ? note.anchor : use.anchor
        const locator = isPrivate ? undefined : use.citation.locator
        const about = [locator && printedLocator(page, locator), intentText(use.citation.intent, page.language)].filter((part) => !!part)
        return <li key={use.anchor}><a href={`${pathAddress(path)}#${anchor}`}>{wordsFor(page.language).noteInText(printedLabel(page, note))}</a>{about.length > 0 && ` · ${about.join(' · ')}`}</li>
      })}
    </ul>
  )
}

function placesIn(document: Live, source: string): { note: Note; use: NoteUse }[] {
  const { body, citations } = notedIn(document)
  const notes = numberNotes(document.document, body, citations)
  return [notes.document, ...notes.statements.values()].flatMap((list) => list.notes).flatMap((note) => note.uses.flatMap((use) => (use.citation.source === source ? [{ note, use }] : [])))
}

/** The part of a document that holds marks, with its citations; nothing for those that have none. */
function notedIn({ projection }: Live): { body: readonly Block[]; citations: readonly Citation[] } {
  const citations = 'citations' in projection ? projection.citations : []
  return { citations, body: 'body' in projection ? projection.body : 'context' in projection ? projection.context : [] }
}
