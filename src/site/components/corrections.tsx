import type { ReactElement } from 'react'
import type { Correction } from '@/record/publication'
import type { Page } from '../page'
import { wordsFor } from '../words'
import { DateText } from './dates'

/** What was changed in a text after publication, newest first. A retraction comes before everything else. */
export function Corrections({ page, corrections }: { page: Page; corrections: readonly Correction[] }): ReactElement | null {
  if (corrections.length === 0) return null
  const words = wordsFor(page.language)
  const newestFirst = [...corrections].sort((a, b) => (a.at < b.at ? 1 : -1))
  const isRetracted = corrections.some((correction) => correction.kind === 'retraction')
  return (
    <section className={isRetracted ? 'corrected retracted' : 'corrected'} id="corrections" aria-labelledby="corrections-head">
      <h2 id="corrections-head">{isRetracted ? words.retractedNotice : words.correctionsOfThis}</h2>
      <ul>{newestFirst.map((correction) => <li key={correction.at + correction.note}><CorrectionText page={page} correction={correction} /></li>)}</ul>
    </section>
  )
}

/** One correction: kind, day, what was wrong. */
export function CorrectionText({ page, correction }: { page: Page; correction: Correction }): ReactElement {
  const words = wordsFor(page.language)
  return <><b>{correction.kind === 'retraction' ? words.retraction : words.correction}</b> <small><DateText page={page} value={correction.at} /></small> <span dir="auto">{correction.note}</span></>
}
