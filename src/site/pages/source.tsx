import { Fragment, type ReactElement, type ReactNode } from 'react'
import type { Live } from '@/record/publication'
import { CreatorName, SourceLinks } from '../citations/source-line'
import { sourceTitle } from '../citations/names'
import { Corrections } from '../components/corrections'
import { DateText } from '../components/dates'
import { PageHead } from '../components/heading'
import { DocumentLink, TitleText } from '../components/links'
import { pageDocument } from '../document'
import type { Page } from '../page'
import { wordsFor } from '../words'

export type SourceModel = {
  page: Page
  source: Live<'sources'>
  /** Every live document that cites it, newest first. */
  citedBy: Live[]
}

/** The page of a source: what it is, where to read it, which texts cite it. A private one shows its public label and why. */
export function sourcePage({ page, source, citedBy }: SourceModel): Promise<string> {
  const words = wordsFor(page.language)
  const { projection } = source
  const { title, language } = sourceTitle(projection)
  const isPrivate = projection.visibility === 'private'
  return pageDocument(page, { title: words.pageTitle(title, words.source) }, 'source', (
    <>
      <PageHead kicker={words.sourceKinds[projection.kind]} title={<TitleText page={page} title={title} language={language} />} standfirst={isPrivate ? words.privateSource : undefined} />
      <Corrections page={page} corrections={source.corrections} place="beforeText" />
      {!isPrivate && <Details page={page} source={source} />}
      <Corrections page={page} corrections={source.corrections} place="afterText" />
      <section aria-labelledby="cited-head">
        <h2 id="cited-head">{words.citedInHeading}</h2>
        {citedBy.length === 0 && <p className="nothing">{words.notCited}</p>}
        <ul className="titles">
          {citedBy.map((document) => <li key={document.document}><DocumentLink page={page} document={document} /> <small><DateText page={page} value={document.publishedAt} /></small></li>)}
        </ul>
      </section>
    </>
  ))
}

function Details({ page, source }: { page: Page; source: Live<'sources'> }): ReactElement {
  const words = wordsFor(page.language)
  const { creators, container, publisher, issued, titleTranslated, note, url, doi, archivedUrl } = source.projection
  const rows: [string, ReactNode][] = [
    [words.sourceCreators, creators.length > 0 && creators.map((creator, index) => <Fragment key={index}>{index > 0 && words.comma}<CreatorName creator={creator} /></Fragment>)],
    [words.sourceTranslatedTitle, titleTranslated && <bdi>{titleTranslated}</bdi>],
    [words.sourceContainer, container && <bdi>{container}</bdi>],
    [words.sourcePublisher, publisher && <bdi>{publisher}</bdi>],
    [words.sourceDate, issued && <DateText page={page} value={issued} />],
    [words.sourceLinks, (url || doi || archivedUrl) && <SourceLinks page={page} source={source} />],
    [words.sourceNote, note && <span dir="auto">{note}</span>],
  ]
  return <dl className="filed">{rows.map(([name, value]) => value && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
}
