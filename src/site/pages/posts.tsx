import type { Live } from '@/record/publication'
import { CardList } from '../components/card'
import { PageHead } from '../components/heading'
import { MonthList, type MonthCount } from '../components/months'
import { pageDocument } from '../document'
import { sitePath, type Page } from '../page'
import { wordsFor } from '../words'

export type PostsModel = {
  page: Page
  /** The latest 20 posts and exchanges, newest first. */
  entries: (Live<'social-posts'> | Live<'exchanges'>)[]
  /** Every month in which one was published, newest first. */
  months: MonthCount[]
}

/** The listing of social posts and exchanges. */
export function postsPage({ page, entries, months }: PostsModel): Promise<string> {
  const words = wordsFor(page.language)
  return pageDocument(page, { title: words.postsTitle }, 'listing', (
    <>
      <PageHead title={words.postsTitle} />
      <CardList page={page} entries={entries} level={2} />
      <MonthList page={page} base={sitePath(page, '/posts')} months={months} />
    </>
  ))
}
