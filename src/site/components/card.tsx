import type { ReactElement, ReactNode } from 'react'
import type { Image } from '@/record/body'
import type { Live } from '@/record/publication'
import { isLive, isRetracted } from '@/record/publication'
import { mayPreview } from '@/record/warning-policy'
import { Picture } from '../body/figure'
import type { Page } from '../page'
import { WarningChips } from '../warnings/chips'
import { mayExcerpt } from '../warnings/terms'
import { fill, wordsFor } from '../words'
import { RetractedMark } from './corrections'
import { DateText } from './dates'
import { authorNames } from './author-names'
import { DocumentLink, documentLinks } from './links'

/** What stands in listings. */
export type Entry = Live<'articles'> | Live<'social-posts'> | Live<'exchanges'>

const EXCERPT_LENGTH = 220

/** The start of a text, cut between words. `length` in UTF-16 units. */
export function excerptOf(text: string, length = EXCERPT_LENGTH): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const cut = line.slice(0, length)
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : length)}…`
}

/**
 * A few words on a text that are safe to read without its warning: the editors' standfirst, their short version where the
 * text is hard, nothing of a hard post or of what was retracted.
 */
export function safeSummary(entry: Live): string | undefined {
  if (isRetracted(entry)) return undefined
  if (isLive(entry, 'articles')) {
    const { standfirst, shortVersion, warnings } = entry.projection
    return mayExcerpt(warnings) ? standfirst : (shortVersion ?? standfirst)
  }
  if (isLive(entry, 'social-posts')) return mayExcerpt(entry.projection.warnings) ? excerptOf(entry.projection.text) : undefined
  if (isLive(entry, 'exchanges') || isLive(entry, 'campaigns') || isLive(entry, 'pages')) return entry.projection.standfirst
  return undefined
}

/**
 * The picture that may stand for a text where no warning stands before it, as on other sites: none where its own warnings or
 * those of the whole text forbid it, and none of a retracted text.
 */
export function previewImage(entry: Live): Image | undefined {
  if (isRetracted(entry) || !(isLive(entry, 'articles') || isLive(entry, 'campaigns'))) return undefined
  const { leadImage } = entry.projection
  const warnings = 'warnings' in entry.projection ? entry.projection.warnings : []
  return leadImage !== undefined && mayPreview([...leadImage.warnings, ...warnings]) ? leadImage.image : undefined
}

function Kicker({ page, entry }: { page: Page; entry: Live }): ReactElement | null {
  const words = wordsFor(page.language)
  const parts: ReactNode[] = []
  if (isLive(entry, 'articles')) {
    const { kind, republication, topics } = entry.projection
    if (kind === 'republication' && republication) parts.push(fill(words.republishedFrom, { publisher: <bdi>{republication.publisher}</bdi> }))
    else if (kind !== 'original') parts.push(words.kinds[kind])
    else parts.push(documentLinks(page, 'topics', topics.slice(0, 1)))
  } else if (isLive(entry, 'social-posts')) {
    const { voice, platform, account } = entry.projection
    parts.push(voice === 'ours' ? words.ourVoice : <bdi>{account.name}</bdi>, words.platforms[platform])
  } else if (isLive(entry, 'exchanges')) parts.push(words.exchange)
  else if (isLive(entry, 'campaigns')) parts.push(words.campaign)
  else if (isLive(entry, 'topics')) parts.push(words.topic)
  else if (isLive(entry, 'series')) parts.push(words.series)
  else if (isLive(entry, 'people')) parts.push(words.author)
  else if (isLive(entry, 'sources')) parts.push(words.source, words.sourceKinds[entry.projection.kind])
  const shown = parts.filter((part) => !!part)
  return shown.length === 0 ? null : <p className="kicker">{shown.map((part, index) => <span key={index}>{index > 0 && ' · '}{part}</span>)}</p>
}

type CardProps = { page: Page; entry: Live; level?: 2 | 3; isLead?: boolean }

/** A text in a listing: what it is, its headline, a safe summary, who and when, its warnings. The lead one shows its picture if that needs no warning. */
export function Card({ page, entry, level = 3, isLead = false }: CardProps): ReactElement {
  const Heading = `h${level}` as const
  const summary = safeSummary(entry)
  const image = isLead ? previewImage(entry) : undefined
  const authors = isLive(entry, 'articles') ? authorNames(page, entry) : null
  const warnings = 'warnings' in entry.projection ? entry.projection.warnings : []
  const date = isLive(entry, 'social-posts') ? (entry.projection.postedAt ?? entry.publishedAt) : entry.publishedAt
  return (
    <article className={isLead ? 'card lead' : 'card'}>
      <Kicker page={page} entry={entry} />
      <RetractedMark page={page} document={entry} />
      <Heading><DocumentLink page={page} document={entry} /></Heading>
      {image && <Picture image={image} sizes="(min-width: 60rem) 40rem, 94vw" isFirst />}
      {summary && <p className="summary" dir="auto" lang={entry.language === page.language ? undefined : entry.language}>{summary}</p>}
      <WarningChips page={page} warnings={warnings} />
      <p className="facts"><DateText page={page} value={date} />{authors && <> · {fill(wordsFor(page.language).by, { authors })}</>}</p>
    </article>
  )
}

/** Cards in one column; a plain line where there is none. */
export function CardList({ page, entries, level }: { page: Page; entries: readonly Live[]; level?: 2 | 3 }): ReactElement {
  if (entries.length === 0) return <p className="nothing">{wordsFor(page.language).nothingYet}</p>
  return <div className="cards">{entries.map((entry) => <Card key={entry.document} page={page} entry={entry} level={level} />)}</div>
}
