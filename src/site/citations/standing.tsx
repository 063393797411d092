import type { ReactElement } from 'react'
import { formatNumber } from '@/record/dates'
import type { Live } from '@/record/publication'
import { sourceWordsFor } from '@/record/source-words'
import { archivesOf, copyPath } from '@/record/ways'
import { pathAddress, safeAddress } from '../addresses'
import { DateText } from '../components/dates'
import { OutLink } from '../components/links'
import type { Page } from '../page'
import { fill, wordsFor } from '../words'
import { Doubt } from './doubt'

type Props = { page: Page; source: Live<'sources'> }

/** Whether a source is doubted, and every change of how its address stood, the newest first. */
export function History({ page, source }: Props): ReactElement | null {
  const history = page.facts.get(source.document)?.history ?? []
  const doubt = Doubt({ page, source })
  if (history.length === 0 && doubt === null) return null
  const words = wordsFor(page.language)
  return (
    <section aria-labelledby="stands-head">
      <h2 id="stands-head">{words.sourceStands}</h2>
      <ul className="titles">{doubt && <li>{doubt}</li>}{history.map(({ on, state }, index) => <li key={index}>{fill(words.stateSince[state], { date: <DateText page={page} value={on} /> })}</li>)}</ul>
    </section>
  )
}

/** Every copy of a source: in public archives, and ours with what proves its bytes. */
export function Copies({ page, source }: Props): ReactElement | null {
  const facts = page.facts.get(source.document)
  const archives = archivesOf(source.projection, facts).filter(({ url }) => safeAddress(url) !== null)
  const copy = facts?.copy
  if (archives.length === 0 && copy === undefined) return null
  const words = wordsFor(page.language)
  const { archived } = sourceWordsFor(page.language)
  return (
    <section aria-labelledby="copies-head">
      <h2 id="copies-head">{words.sourceCopies}</h2>
      <ul className="titles">
        {archives.map(({ url, at }) => <li key={url}><OutLink href={url}>{archived}</OutLink> {at && <small><DateText page={page} value={at} /></small>} <bdi className="address" dir="ltr">{new URL(url).host}</bdi></li>)}
        {copy && (
          <li>
            {fill(words.copyKept, { date: <DateText page={page} value={copy.at} withTime /> })}{' '}
            <span className="ways">
              {copy.text !== undefined && source.path !== null && <a href={pathAddress(copyPath(source.path))}>{words.copyWords}</a>}{' '}
              {copy.wacz && <a href={pathAddress(copy.wacz.path)} download>{words.copyWacz(printedSize(page, copy.wacz.bytes))}</a>}
            </span>
            <p className="facts">{fill(words.copyHash, { hash: <code dir="ltr">{copy.sha256}</code> })}</p>
          </li>
        )}
      </ul>
    </section>
  )
}

const UNITS = ['B', 'KB', 'MB', 'GB'] as const

/** A number of octets in the unit that fits, with the digits of the page: "340 KB". */
export function printedSize(page: Page, bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1000))))
  return `${formatNumber(Math.round(bytes / 1000 ** step), page.language, page.settings)} ${UNITS[step]}`
}
