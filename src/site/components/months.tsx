import type { ReactElement } from 'react'
import { pathAddress } from '../addresses'
import { formatDate, formatNumber } from '../dates'
import { sitePath, type Page } from '../page'
import { wordsFor } from '../words'

/** The listings that have month archives, by the first segment of their address. */
export type ListingKind = 'articles' | 'posts'
/** `month` as `YYYY-MM`. */
export type MonthCount = { month: string; count: number }

/** The unencoded path of a month's archive: `/articles/2026/11`. */
export function monthPath(page: Page, kind: ListingKind, month: string): string {
  return sitePath(page, `/${kind}/${month.replace('-', '/')}`)
}

/** Links to all months of a listing. */
export function MonthList({ page, kind, months }: { page: Page; kind: ListingKind; months: readonly MonthCount[] }): ReactElement | null {
  if (months.length === 0) return null
  const words = wordsFor(page.language)
  return (
    <nav className="months" aria-labelledby="months-head">
      <h2 id="months-head">{words.olderByMonth}</h2>
      <ul>
        {months.map(({ month, count }) => (
          <li key={month}>
            <a href={pathAddress(monthPath(page, kind, month))}>{formatDate(month, page.language, page.settings)}</a>{' '}
            <small>{words.monthEntries(count, formatNumber(count, page.language, page.settings))}</small>
          </li>
        ))}
      </ul>
    </nav>
  )
}
