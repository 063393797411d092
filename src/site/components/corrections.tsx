import type { ReactElement } from 'react'
import type { Correction, Live } from '@/record/publication'
import { isRetracted } from '@/record/publication'
import type { Head } from '../document'
import type { Page } from '../page'
import { fill, wordsFor } from '../words'
import { DateText } from './dates'

type Place = 'beforeText' | 'afterText'

/**
 * What was changed in a text after publication, newest first. A page asks for it twice: a retraction stands before the text, and
 * corrections alone stand after it.
 */
export function Corrections({ page, corrections, place }: { page: Page; corrections: readonly Correction[]; place: Place }): ReactElement | null {
  const hasRetraction = isRetracted({ corrections })
  if (corrections.length === 0 || hasRetraction !== (place === 'beforeText')) return null
  const words = wordsFor(page.language)
  const newestFirst = [...corrections].sort((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <section className={hasRetraction ? 'corrected retracted' : 'corrected'} id="corrections" aria-labelledby="corrections-head">
      <h2 id="corrections-head">{hasRetraction ? words.retractedNotice : words.correctionsOfThis}</h2>
      <ul>{newestFirst.map((correction) => <li key={correction.at + correction.note}><CorrectionText page={page} correction={correction} /></li>)}</ul>
    </section>
  )
}

/** Beside the date of a text: when it was last corrected, leading to what was wrong; or when it was updated. */
export function LastChange({ page, document }: { page: Page; document: Live }): ReactElement | null {
  const words = wordsFor(page.language)
  const { corrections, updatedAt, publishedAt } = document
  const last = corrections.at(-1)
  if (last !== undefined) return <p><a href="#corrections">{fill(last.kind === 'retraction' ? words.retractedOn : words.correctedOn, { date: <DateText page={page} value={last.at} /> })}</a></p>
  return updatedAt > publishedAt ? <p>{fill(words.updated, { date: <DateText page={page} value={updatedAt} /> })}</p> : null
}

/** The word that stands before the headline of a retracted text wherever it is listed or shown. */
export function RetractedMark({ page, document }: { page: Page; document: Live }): ReactElement | null {
  return isRetracted(document) ? <p className="mark"><b>{wordsFor(page.language).retractedMark}</b></p> : null
}

/**
 * What the page of a document says of itself to other sites: of a retracted one its title with that word before it, and the
 * reason in place of what it said.
 */
export function retractedHead(page: Page, document: Live, head: Head): Head {
  if (!isRetracted(document)) return head
  const { image: _image, ...rest } = head
  const reason = document.corrections.findLast(({ kind }) => kind === 'retraction')?.note
  return { ...rest, title: wordsFor(page.language).retractedTitle(head.title), description: reason }
}

/** One correction: kind, day, what was wrong. */
export function CorrectionText({ page, correction }: { page: Page; correction: Correction }): ReactElement {
  const words = wordsFor(page.language)
  return <><b>{correction.kind === 'retraction' ? words.retraction : words.correction}</b> <small><DateText page={page} value={correction.at} /></small> <span dir="auto">{correction.note}</span></>
}
