import type { ReactElement } from 'react'
import { formatDate, formatNumber } from '@/record/dates'
import { monthPath } from '@/record/paths'
import { pathAddress } from '../addresses'
import type { Page } from '../page'
import { wordsFor } from '../words'

/** The listings that have month archives, by the first segment of their address. */
export type ListingKind = 'articles' | 'posts'
/** `month` as `YYYY-MM`. */
export type MonthCount = { month: string; count: number }

/** Links to all months of the listing at `base`, an unencoded path. */
export function MonthList({ page, base, months }: { page: Page; base: string; months: readonly MonthCount[] }): ReactElement | null {
  if (months.length === 0) return null
  const words = wordsFor(page.language)
  return (
    <nav className="months" aria-labelledby="months-head">
      <h2 id="months-head">{words.olderByMonth}</h2>
      <ul>
        {months.map(({ month, count }) => (
          <li key={month}>
            <a href={pathAddress(monthPath(base, month))}>{formatDate(month, page.language, page.settings)}</a>{' '}
            <small>{words.monthEntries(count, formatNumber(count, page.language, page.settings))}</small>
          </li>
        ))}
      </ul>
    </nav>
  )
}
