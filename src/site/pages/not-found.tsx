import { pathAddress } from '../addresses'
import { PageHead } from '../components/heading'
import { pageDocument } from '../document'
import { sitePath, type Page } from '../page'
import { wordsFor } from '../words'

export type NotFoundModel = { page: Page }

/** The page for an address that was never in use. */
export function notFoundPage({ page }: NotFoundModel): Promise<string> {
  const words = wordsFor(page.language)
  return pageDocument(page, { title: words.notFoundTitle, isHidden: true }, 'message', (
    <>
      <PageHead title={words.notFoundTitle} standfirst={words.notFoundText} />
      <p className="more"><a href={pathAddress(sitePath(page, '/'))}>{words.home}</a></p>
    </>
  ))
}
