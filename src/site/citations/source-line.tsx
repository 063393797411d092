import { Fragment, type ReactElement, type ReactNode } from 'react'
import { withoutTurns } from '@/record/plain-direction'
import type { PublicSource } from '@/record/projections'
import type { Live } from '@/record/publication'
import { pathAddress } from '../addresses'
import { DateText } from '../components/dates'
import { TitleText } from '../components/links'
import type { Page } from '../page'
import { wordsFor } from '../words'
import { Doubt } from './doubt'
import { placeInContainer, sourceTitle } from './names'
import { WaysToRead } from './ways'

/**
 * A source as a list names it: creators, title, container, publisher, date, then whether it is doubted, and the ways to read it. A private source shows
 * its public label and that it is withheld, nothing else. `behind`: what stands behind its words, before the ways to read it.
 */
export function SourceLine({ page, source, isLinked = true, behind }: { page: Page; source: Live<'sources'>; isLinked?: boolean; behind?: ReactNode }): ReactElement {
  const { projection } = source
  const words = wordsFor(page.language)
  const { title, language } = sourceTitle(projection)
  const text = <TitleText page={page} title={title} language={language} />
  const name = isLinked && source.path ? <a href={pathAddress(source.path)}>{text}</a> : text
  if (projection.visibility === 'private') return <>{name} <span className="withheld">({words.withheld})</span> {behind}</>
  const details = [
    projection.titleTranslated && <bdi key="translated">[{withoutTurns(projection.titleTranslated)}]</bdi>,
    projection.container && <bdi key="container">{withoutTurns(projection.container)}</bdi>,
    ...placeInContainer(page, projection).map((part) => <bdi key={part}>{part}</bdi>),
    projection.publisher && projection.publisher !== projection.container && <bdi key="publisher">{withoutTurns(projection.publisher)}</bdi>,
    projection.issued && <DateText key="issued" page={page} value={projection.issued} />,
  ].filter((part) => !!part)
  return (
    <>
      {projection.creators.map((creator, index) => <Fragment key={index}><CreatorName creator={creator} />{words.comma}</Fragment>)}
      <cite>{name}</cite>
      {details.map((part, index) => <Fragment key={index}>{words.comma}{part}</Fragment>)}
      {'. '}
      <Doubt page={page} source={source} />{' '}
      {behind}
      <WaysToRead page={page} source={source} />
    </>
  )
}

/** A creator's name as it is written, with its Latin spelling beside it where that differs. */
export function CreatorName({ creator }: { creator: PublicSource['creators'][number] }): ReactElement {
  const { name, nameLatin } = creator
  return <><bdi>{withoutTurns(name)}</bdi>{nameLatin && nameLatin !== name && <> (<bdi>{withoutTurns(nameLatin)}</bdi>)</>}</>
}
