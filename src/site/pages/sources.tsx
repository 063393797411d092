import { formatNumber } from '@/record/dates'
import type { Live } from '@/record/publication'
import { SourceLine } from '../citations/source-line'
import { PageHead } from '../components/heading'
import { pageDocument } from '../document'
import type { Page } from '../page'
import { wordsFor } from '../words'

/** `citedIn`: how many live documents cite it. */
export type RegisteredSource = { source: Live<'sources'>; citedIn: number }
export type SourcesModel = {
  page: Page
  /** By title. */
  sources: RegisteredSource[]
  /** How many there are in all. */
  total: number
}

/** The register of what is cited, and where. */
export function sourcesPage({ page, sources, total }: SourcesModel): Promise<string> {
  const words = wordsFor(page.language)
  const print = (value: number): string => formatNumber(value, page.language, page.settings)
  return pageDocument(page, { title: words.sources, description: words.sourcesIntro }, 'register', (
    <>
      <PageHead title={words.sources} standfirst={words.sourcesIntro} />
      {total > sources.length && <p className="facts">{words.sourcesShown(print(sources.length), print(total))}</p>}
      {sources.length === 0 && <p className="nothing">{words.nothingYet}</p>}
      <ul className="sources">
        {sources.map(({ source, citedIn }) => (
          <li key={source.document}>
            <p><SourceLine page={page} source={source} /></p>
            <p className="facts">{words.sourceKinds[source.projection.kind]} · {words.citedIn(citedIn, print(citedIn))}</p>
          </li>
        ))}
      </ul>
    </>
  ))
}
