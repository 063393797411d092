import type { ReactElement } from 'react'
import type { Live } from '@/record/publication'
import type { Page } from '../page'
import { documentLinks } from './links'

/** Who wrote an article, as its byline says: for a republished one whoever the original names, never our own people in their stead. */
export function authorNames(page: Page, article: Live<'articles'>): ReactElement | null {
  const { republication, authors } = article.projection
  return republication?.author ? <bdi>{republication.author}</bdi> : documentLinks(page, 'people', authors)
}
