import { Fragment, type ReactElement, type ReactNode } from 'react'
import { withoutTurns } from '@/record/plain-direction'
import type { PublicSource } from '@/record/projections'
import type { Live } from '@/record/publication'
import { CitingTexts } from '../citations/citing-texts'
import { Doubt } from '../citations/doubt'
import { RelatedSources } from '../citations/related-sources'
import { CreatorName } from '../citations/source-line'
import { Copies, History } from '../citations/standing'
import { placeInContainer, sourceTitle } from '../citations/names'
import { WaysToRead } from '../citations/ways'
import { Corrections } from '../components/corrections'
import { DateText } from '../components/dates'
import { PageHead } from '../components/heading'
import { TitleText } from '../components/links'
import { pageDocument } from '../document'
import type { Page } from '../page'
import { wordsFor } from '../words'

export type SourceModel = {
  page: Page
  source: Live<'sources'>
  /** Every live document that cites it, newest first. */
  citedBy: Live[]
}

/** The page of a source: what it is, where to read it, how it stood over time, which texts cite it and where. A private one shows its public label and why. */
export function sourcePage({ page, source, citedBy }: SourceModel): Promise<string> {
  const words = wordsFor(page.language)
  const { projection } = source
  const { title, language } = sourceTitle(projection)
  const isPrivate = projection.visibility === 'private'
  const doubt = Doubt({ page, source })
  return pageDocument(page, { title: words.pageTitle(withoutTurns(title), words.source) }, 'source', (
    <>
      <PageHead kicker={words.sourceKinds[projection.kind]} title={<TitleText page={page} title={title} language={language} />} standfirst={isPrivate ? words.privateSource : undefined}>{doubt && <p className="label">{doubt}</p>}</PageHead>
      <Corrections page={page} corrections={source.corrections} place="beforeText" />
      {!isPrivate && <Details page={page} source={source} />}
      <Corrections page={page} corrections={source.corrections} place="afterText" />
      {!isPrivate && <History page={page} source={source} />}
      {!isPrivate && <Copies page={page} source={source} />}
      {!isPrivate && <RelatedSources page={page} source={source} />}
      <CitingTexts page={page} source={source} citedBy={citedBy} />
    </>
  ))
}

function Details({ page, source }: { page: Page; source: Live<'sources'> }): ReactElement {
  const words = wordsFor(page.language)
  const { creators, container, volume, issue, pages, publisher, issued, titleTranslated, note } = source.projection
  const identifiers = identifiersOf(source.projection)
  const rows: [string, ReactNode][] = [
    [words.sourceCreators, creators.length > 0 && creators.map((creator, index) => <Fragment key={index}>{index > 0 && words.comma}<CreatorName creator={creator} /></Fragment>)],
    [words.sourceTranslatedTitle, titleTranslated && <bdi>{withoutTurns(titleTranslated)}</bdi>],
    [words.sourceContainer, container && <><bdi>{withoutTurns(container)}</bdi>{placeInContainer(page, { volume, issue, pages }).map((part, index) => <Fragment key={index}>{words.comma}<bdi>{part}</bdi></Fragment>)}</>],
    [words.sourcePublisher, publisher && <bdi>{withoutTurns(publisher)}</bdi>],
    [words.sourceDate, issued && <DateText page={page} value={issued} />],
    [words.sourceIdentifiers, identifiers.length > 0 && identifiers.map(({ name, value }) => <div key={name}>{name} <bdi dir="ltr">{withoutTurns(value)}</bdi></div>)],
    [words.sourceLinks, WaysToRead({ page, source })],
    [words.sourceNote, note && <span dir="auto">{withoutTurns(note)}</span>],
  ]
  return <dl className="filed">{rows.map(([name, value]) => value && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
}

/** The numbers under which libraries and registers know a work. */
function identifiersOf({ doi, isbn, issn, qid }: PublicSource): { name: string; value: string }[] {
  return Object.entries({ DOI: doi, ISBN: isbn, ISSN: issn, Wikidata: qid }).flatMap(([name, value]) => (value === undefined ? [] : { name, value }))
}
