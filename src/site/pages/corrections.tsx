import type { ReactElement } from 'react'
import type { Publication } from '@/record/publication'
import { pathAddress } from '../addresses'
import { CorrectionText } from '../components/corrections'
import { DateText } from '../components/dates'
import { PageHead } from '../components/heading'
import { latestOf } from '../components/latest-of'
import { pageDocument } from '../document'
import type { Page } from '../page'
import { wordsFor } from '../words'

export type CorrectionsModel = {
  page: Page
  /** Live documents with a correction or retraction, and withdrawn ones, newest change first. */
  entries: Publication[]
  /** How many there are in all. */
  total: number
}

/** The log of corrections, retractions and withdrawals. */
export function correctionsPage({ page, entries, total }: CorrectionsModel): Promise<string> {
  const words = wordsFor(page.language)
  return pageDocument(page, { title: words.corrections, description: words.correctionsIntro }, 'register', (
    <>
      <PageHead title={words.corrections} standfirst={words.correctionsIntro} />
      {latestOf(page, entries.length, total)}
      {entries.length === 0 && <p className="nothing">{words.noCorrections}</p>}
      <ul className="log">{entries.map((entry) => <li key={entry.document}><LogEntry page={page} entry={entry} /></li>)}</ul>
    </>
  ))
}

function LogEntry({ page, entry }: { page: Page; entry: Publication }): ReactElement {
  const words = wordsFor(page.language)
  if (entry.isTombstone) {
    return (
      <>
        {/* What was withdrawn may be the title itself. */}
        <h2>{words.goneTitle}</h2>
        <p><b>{words.withdrawnLabel}</b> <small><DateText page={page} value={entry.wentLiveAt} /></small> <span dir="auto">{entry.projection.publicNote}</span></p>
      </>
    )
  }
  const newestFirst = [...entry.corrections].sort((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <>
      <h2 dir="auto">{entry.path === null ? entry.title : <a href={pathAddress(entry.path)}>{entry.title}</a>}</h2>
      {newestFirst.map((correction) => <p key={correction.at + correction.note}><CorrectionText page={page} correction={correction} /></p>)}
    </>
  )
}
