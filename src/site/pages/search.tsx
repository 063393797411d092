import { formatNumber } from '@/record/dates'
import type { Live } from '@/record/publication'
import { pathAddress } from '../addresses'
import { CardList } from '../components/card'
import { PageHead } from '../components/heading'
import { pageDocument, SearchForm } from '../document'
import { sitePath, type Page } from '../page'
import { wordsFor } from '../words'

export type SearchModel = {
  page: Page
  /** What was asked, as it was typed; empty for the bare form. */
  query: string
  hits: Live[]
  /** How many were found; the newest of more where `isAll` is false. */
  total: number
  isAll: boolean
  offset: number
  limit: number
}

/** Search results: titles and safe summaries only, never words from a warned text. Further pages are `?q=…&offset=…`. */
export function searchPage({ page, query, hits, total, isAll, offset, limit }: SearchModel): Promise<string> {
  const words = wordsFor(page.language)
  const counted = formatNumber(total, page.language, page.settings)
  const found = total === 0 ? words.searchNone : isAll ? words.searchResults(total, counted) : words.searchMany(counted)
  const address = (from: number): string => `${pathAddress(sitePath(page, '/search'))}?${new URLSearchParams({ q: query, ...(from > 0 && { offset: String(from) }) })}`
  return pageDocument(page, { title: words.searchTitle(query), isHidden: true }, 'listing', (
    <>
      <PageHead title={words.search} />
      <div className="big-search"><SearchForm page={page} id="query" query={query} label={words.search} /></div>
      {query === '' ? <p className="facts">{words.searchHelp}</p> : <p className="facts" role="status">{found}</p>}
      {hits.length > 0 && <CardList page={page} entries={hits} level={2} />}
      {(offset > 0 || offset + hits.length < total) && (
        <nav className="turn" aria-label={words.searchPages}>
          {offset > 0 && <a rel="prev" href={address(Math.max(0, offset - limit))}>{words.searchPrevious}</a>}{' '}
          {offset + hits.length < total && <a rel="next" href={address(offset + limit)}>{words.searchNext}</a>}
        </nav>
      )}
    </>
  ))
}
