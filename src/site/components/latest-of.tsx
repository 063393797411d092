import type { ReactElement } from 'react'
import { formatNumber } from '@/record/dates'
import type { Page } from '../page'
import { wordsFor } from '../words'

/** "The latest 50 of 312", where a list does not hold everything. */
export function latestOf(page: Page, shown: number, total: number): ReactElement | null {
  if (total <= shown) return null
  const print = (value: number): string => formatNumber(value, page.language, page.settings)
  return <p className="facts">{wordsFor(page.language).latestOf(print(shown), print(total))}</p>
}
