import { absoluteAddress, pathAddress } from '../addresses'
import { PageHead } from '../components/heading'
import { pageDocument } from '../document'
import { sitePath, type FeedLink, type Page } from '../page'
import { wordsFor } from '../words'

export type FeedsModel = {
  page: Page
  /** Every feed of the page's language that holds something, the site's own first. */
  feeds: FeedLink[]
}

const FORMATS = [['RSS', 'feed.xml'], ['Atom', 'atom.xml'], ['JSON Feed', 'feed.json']] as const

/** Every feed, explained for people. */
export function feedsPage({ page, feeds }: FeedsModel): Promise<string> {
  const words = wordsFor(page.language)
  return pageDocument(page, { title: words.feeds, description: words.feedsIntro[0] }, 'register', (
    <>
      <PageHead title={words.feeds} standfirst={words.feedsIntro[0]} />
      <div className="text">
        {words.feedsIntro.slice(1).map((sentence) => <p key={sentence}>{sentence}</p>)}
        <p>{words.feedsWhich}</p>
        <p>{words.feedsWarnings}</p>
      </div>
      {feeds.length === 0 && <p className="nothing">{words.nothingYet}</p>}
      <ul className="feeds">
        {feeds.map(({ title, base }) => (
          <li key={base}>
            <h2 dir="auto">{title}</h2>
            <p className="address"><bdi dir="ltr">{absoluteAddress(page.origin, sitePath(page, `${base}/feed.xml`))}</bdi></p>
            <p className="ways">{FORMATS.map(([format, file]) => <a key={file} href={pathAddress(sitePath(page, `${base}/${file}`))}>{format}</a>)}</p>
          </li>
        ))}
      </ul>
    </>
  ))
}
