import type { Live } from '@/record/publication'
import { Card } from '../components/card'
import { Corrections } from '../components/corrections'
import { PageHead } from '../components/heading'
import { pageDocument } from '../document'
import { formatNumber } from '../dates'
import type { Page } from '../page'
import { wordsFor } from '../words'

export type SeriesModel = {
  page: Page
  series: Live<'series'>
  /** All live parts in order. */
  parts: Live<'articles'>[]
}

/** The page of a series: its parts from first to last. */
export function seriesPage({ page, series, parts }: SeriesModel): Promise<string> {
  const words = wordsFor(page.language)
  return pageDocument(page, { title: series.title, description: series.projection.description }, 'listing', (
    <>
      <PageHead kicker={words.series} title={series.title} standfirst={series.projection.description} />
      <Corrections page={page} corrections={series.corrections} place="beforeText" />
      {parts.length === 0 && <p className="nothing">{words.nothingYet}</p>}
      <ol className="cards numbered">
        {parts.map((part) => (
          <li key={part.document}>
            {part.projection.series?.part !== undefined && <p className="part">{words.part(formatNumber(part.projection.series.part, page.language, page.settings))}</p>}
            <Card page={page} entry={part} level={2} />
          </li>
        ))}
      </ol>
      <Corrections page={page} corrections={series.corrections} place="afterText" />
    </>
  ))
}
