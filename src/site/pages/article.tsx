import type { ReactElement } from 'react'
import { formatNumber } from '@/record/dates'
import type { Live } from '@/record/publication'
import { bodyContext } from '../body/context'
import { Blocks } from '../body/blocks'
import { BodyFigure } from '../body/figure'
import { Endnotes } from '../citations/list'
import { Peeks } from '../citations/peeks'
import { authorNames } from '../components/author-names'
import { previewImage, safeSummary } from '../components/card'
import { Corrections, LastChange, retractedHead } from '../components/corrections'
import { DateText } from '../components/dates'
import { FiledUnder } from '../components/filed-under'
import { DocumentLink, documentLinks } from '../components/links'
import { RepublicationBox } from '../components/republication'
import { SeriesParts } from '../components/series-parts'
import { pageDocument } from '../document'
import { lookUp, type Page } from '../page'
import { CheckedLine, WarningNotice } from '../warnings/notice'
import { fill, nameIn, wordsFor } from '../words'

export type ArticleModel = {
  page: Page
  article: Live<'articles'>
  /** All live parts of the article's series in order, itself included; empty without a series. */
  seriesParts: Live<'articles'>[]
}

/** The page of an article. */
export function articlePage({ page, article, seriesParts }: ArticleModel): Promise<string> {
  const { projection } = article
  const context = bodyContext(page, article.document, projection)
  const { leadImage, republication } = projection
  const head = retractedHead(page, article, {
    title: article.title,
    description: safeSummary(article),
    kind: 'article',
    image: previewImage(article),
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
  })
  return pageDocument(page, head, 'article', (
    <>
      <article className="text-page">
        <header className="head">
          <Kicker page={page} article={article} />
          <h1>{article.title}</h1>
          {projection.standfirst && <p className="standfirst">{projection.standfirst}</p>}
        </header>
        <Byline page={page} article={article} />
        <div className="text">
          <Corrections page={page} corrections={article.corrections} place="beforeText" />
          {republication && <RepublicationBox page={page} republication={republication} />}
          <WarningNotice page={page} subject="article" warnings={projection.warnings} review={projection.warningReview} parts={context.parts} shortVersion={projection.shortVersion} readOn="text" />
          {leadImage && <BodyFigure page={page} image={leadImage.image} warnings={leadImage.warnings} anchor={context.partOf(leadImage)?.anchor} className="lead" isFirst />}
          <div className="body" id="text" tabIndex={-1}><Blocks blocks={projection.body} context={context} /></div>
          <Corrections page={page} corrections={article.corrections} place="afterText" />
          <Endnotes notes={context.notes} page={page} document={article} />
          <CheckedLine page={page} review={projection.warningReview} warnings={projection.warnings} parts={context.parts} />
          <SeriesParts page={page} current={article.document} parts={seriesParts} />
        </div>
      </article>
      <Peeks notes={context.notes} page={page} />
    </>
  ))
}

function Kicker({ page, article }: { page: Page; article: Live<'articles'> }): ReactElement | null {
  const words = wordsFor(page.language)
  const { kind, series, topics } = article.projection
  const inSeries = lookUp(page, 'series', series?.id)
  const seriesLink = inSeries && <DocumentLink page={page} document={inSeries} />
  const parts = [
    kind === 'original' ? documentLinks(page, 'topics', topics.slice(0, 1)) : words.kinds[kind],
    seriesLink && (series?.part === undefined
      ? fill(words.partOf, { series: seriesLink })
      : fill(words.numberedPartOf, { series: seriesLink, part: formatNumber(series.part, page.language, page.settings) })),
  ].filter((part) => !!part)
  return parts.length === 0 ? null : <p className="kicker">{parts.map((part, index) => <span key={index}>{index > 0 && ' · '}{part}</span>)}</p>
}

function Byline({ page, article }: { page: Page; article: Live<'articles'> }): ReactElement {
  const words = wordsFor(page.language)
  const { projection } = article
  const authors = authorNames(page, article)
  const original = lookUp(page, 'articles', projection.translationOf)
  return (
    <div className="byline">
      {authors && <p className="authors">{fill(words.by, { authors })}</p>}
      <p><DateText page={page} value={article.publishedAt} /></p>
      <LastChange page={page} document={article} />
      {original && (
        <p>{fill(words.translatedFrom, { language: nameIn(original.language, page.language), title: <DocumentLink page={page} document={original} /> })}</p>
      )}
      <FiledUnder page={page} topics={projection.topics} campaigns={projection.campaigns} />
    </div>
  )
}
