import type { Live } from '@/record/publication'
import { CardList } from '../components/card'
import { PageHead } from '../components/heading'
import { MonthList, type MonthCount } from '../components/months'
import { pageDocument } from '../document'
import { sitePath, type Page } from '../page'
import { wordsFor } from '../words'

export type ArticlesModel = {
  page: Page
  /** The latest 20, newest first. */
  articles: Live<'articles'>[]
  /** Every month in which an article was published, newest first. */
  months: MonthCount[]
}

/** The listing of articles: the latest, and all others by month. */
export function articlesPage({ page, articles, months }: ArticlesModel): Promise<string> {
  const words = wordsFor(page.language)
  return pageDocument(page, { title: words.articles }, 'listing', (
    <>
      <PageHead title={words.articles} />
      <CardList page={page} entries={articles} level={2} />
      <MonthList page={page} base={sitePath(page, '/articles')} months={months} />
    </>
  ))
}
