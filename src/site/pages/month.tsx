import { formatDate } from '@/record/dates'
import { monthPath } from '@/record/paths'
import { pathAddress } from '../addresses'
import { CardList, type Entry } from '../components/card'
import { PageHead } from '../components/heading'
import type { ListingKind } from '../components/months'
import { pageDocument } from '../document'
import { sitePath, type Page } from '../page'
import { wordsFor } from '../words'

export type MonthModel = {
  page: Page
  kind: ListingKind
  /** `YYYY-MM` in the site's time zone, and the nearest months before and after that have entries. */
  month: string
  earlier?: string
  later?: string
  /** All that was first published in the month, newest first. */
  entries: Entry[]
}

/** What was published in one month. */
export function monthPage({ page, kind, month, earlier, later, entries }: MonthModel): Promise<string> {
  const words = wordsFor(page.language)
  const base = sitePath(page, `/${kind}`)
  const printed = (value: string): string => formatDate(value, page.language, page.settings)
  const title = kind === 'articles' ? words.articlesOf(printed(month)) : words.postsOf(printed(month))
  const section = kind === 'articles' ? words.articles : words.postsTitle
  return pageDocument(page, { title }, 'listing', (
    <>
      <PageHead kicker={<a href={pathAddress(base)}>{section}</a>} title={title} />
      <CardList page={page} entries={entries} level={2} />
      {(earlier || later) && (
        <nav className="turn" aria-label={words.olderByMonth}>
          {earlier && <a rel="prev" href={pathAddress(monthPath(base, earlier))}>{words.earlierMonth(printed(earlier))}</a>}{' '}
          {later && <a rel="next" href={pathAddress(monthPath(base, later))}>{words.laterMonth(printed(later))}</a>}
        </nav>
      )}
    </>
  ))
}
