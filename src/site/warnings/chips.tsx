import type { ReactElement } from 'react'
import type { Warning } from '@/record/body'
import type { Page } from '../page'
import { wordsFor } from '../words'
import { cardTerms } from './terms'

/** The warning of a card: at most two terms, as text. */
export function WarningChips({ page, warnings }: { page: Page; warnings: readonly Warning[] }): ReactElement | null {
  const terms = cardTerms(page, warnings)
  if (terms.length === 0) return null
  return <ul className="chips" aria-label={wordsFor(page.language).warningNotice}>{terms.map((term) => <li key={term}>{term}</li>)}</ul>
}
