/** Turns publications into feed items. Takes what is live and looks nothing up: whatever isn't among `documents` isn't named. */
import type { Block, Citation, Image, Warning } from '@/record/body'
import { formatDate } from '@/record/dates'
import { excerptOf } from '@/record/excerpt'
import { directionOf, siteName } from '@/record/languages'
import { numberNotes } from '@/record/notes'
import { withoutTurns } from '@/record/plain-direction'
import type { PublicSiteSettings } from '@/record/projections'
import type { Live, Withdrawn } from '@/record/publication'
import { isLive, isRetracted } from '@/record/publication'
import type { SourceFacts } from '@/record/source-facts'
import { isTold } from '@/record/source-words'
import { archivesOf, doubtOf, mayLead, originalOf } from '@/record/ways'
import { mayPreview, partInFeed } from '@/record/warning-policy'
import { doubtHtml } from './doubt'
import { absolute, anchor, anchorsOf, blocks, feedVariant, figure, firstAddress, noteList, paragraph, type Documents, type HtmlContext } from './html'
import { creditsOf } from './credits'
import type { FeedCategory, FeedImage, FeedOrigin, FeedSource, FeedWarning, SyndicationItem } from './item'
import { IPTC_CONTENT_WARNING } from './json-feed'
import { attribution, postPictures, postText, socialPost } from './social-post'
import { PLATFORM_NAMES, textsFor } from './texts'
import { feedWarning, warningPrefix } from './warnings'
import { escapeXml } from './xml'

/** The collections whose documents are items of feeds. */
export const FEED_COLLECTIONS = ['articles', 'social-posts', 'exchanges'] as const
export type FeedCollection = (typeof FEED_COLLECTIONS)[number]

const EXCERPT_LENGTH = 200

export type ItemContext = {
  /** Scheme, host and port of the public site, without a slash at the end. */
  origin: string
  settings: PublicSiteSettings
  /** Every live document that an item may name or show, by id: the terms, and all that its references lead to. */
  documents: Documents
  /** How the sources among them stand, by id; those of which nothing is known, and private ones, are missing. */
  facts: ReadonlyMap<string, SourceFacts>
  /** The other live documents of the item's translation group. */
  translations: readonly Live[]
}

type Matter = {
  standfirst: string
  shortVersion?: string
  body: readonly Block[]
  citations: readonly Citation[]
  warnings: readonly Warning[]
  pictures: readonly { image: Image; warnings: Warning[] }[]
  leadImage?: { image: Image; warnings: Warning[] }
  people: readonly string[]
  topics: readonly string[]
  origin: FeedOrigin | null
  /** Somebody else's words: the site's licence isn't theirs. */
  isTheirs: boolean
  replyTo: string | null
  /** The HTML between the notices and the notes. */
  write(context: HtmlContext): string
}

function matterOf(publication: Live<FeedCollection>, facts: ItemContext['facts']): Matter {
  switch (publication.collection) {
    case 'articles': {
      const article = publication.projection
      const { leadImage } = article
      return {
        standfirst: article.standfirst,
        shortVersion: article.shortVersion,
        body: article.body,
        citations: article.citations,
        warnings: article.warnings,
        pictures: leadImage === undefined ? [] : [leadImage],
        leadImage,
        people: article.authors,
        topics: article.topics,
        origin: article.republication === undefined ? null : originOf(article.republication, facts),
        isTheirs: article.republication !== undefined,
        replyTo: null,
        write: (context) => (leadImage === undefined ? '' : figure(leadImage.image, leadImage.warnings, leadImage, context)) + blocks(article.body, context),
      }
    }
    case 'social-posts': {
      const post = publication.projection
      return {
        standfirst: excerptOf(post.text, EXCERPT_LENGTH),
        body: post.context,
        citations: post.citations,
        warnings: post.warnings,
        pictures: post.attachments,
        people: [],
        topics: post.topics,
        origin: post.voice === 'ours' || post.permalink === undefined ? null : { publisher: PLATFORM_NAMES[post.platform] ?? post.platform, author: post.account.name, url: post.permalink },
        isTheirs: post.voice === 'theirs',
        replyTo: post.replyTo,
        write: (context) => attribution(post, context) + postText(post, context) + postPictures(post, context) + blocks(post.context, context),
      }
    }
    case 'exchanges': {
      const exchange = publication.projection
      return {
        standfirst: exchange.standfirst,
        body: [],
        citations: [],
        warnings: exchange.warnings,
        pictures: [],
        people: [],
        topics: exchange.topics,
        origin: null,
        // Of several voices: no licence of ours covers all of them.
        isTheirs: true,
        replyTo: null,
        write: (context) => paragraph(exchange.standfirst) + exchange.posts.map((entry) => exchangeEntry(entry, context)).join(''),
      }
    }
  }
}

function originOf(republication: NonNullable<Live<'articles'>['projection']['republication']>, facts: ItemContext['facts']): FeedOrigin {
  const { publisher, title, author, licence, source } = republication
  const url = source === null || mayLead(facts.get(source)) ? republication.url : undefined
  return { publisher, ...(title === undefined ? {} : { title }), ...(author === undefined ? {} : { author }), ...(url === undefined ? {} : { url }), ...(licence === undefined ? {} : { licence }) }
}

function exchangeEntry(entry: { post: string; comment?: string }, context: HtmlContext): string {
  const post = context.documents.get(entry.post)
  const comment = entry.comment === undefined || entry.comment === '' ? '' : paragraph(entry.comment)
  return isLive(post, 'social-posts') ? socialPost(post as Live<'social-posts'>, context) + comment : comment
}

/** The item of a live publication. A retraction keeps its entry and loses its body; a gated text keeps title and notice. */
export function itemOf(publication: Live<FeedCollection>, context: ItemContext): SyndicationItem {
  const { language, document, path } = publication
  const texts = textsFor(language)
  const matter = matterOf(publication, context.facts)
  const url = absolute(context.origin, path ?? '/')
  const warning = feedWarning({ document, language, warnings: matter.warnings, body: matter.body, pictures: matter.pictures }, context.documents)
  const isGated = warning?.delivery === 'gate'
  const hasRetraction = isRetracted(publication)
  // What an editor wrote to stand before a text may; the beginning of a post is the post itself.
  const about = isGated ? (matter.shortVersion ?? (publication.collection === 'social-posts' ? '' : matter.standfirst)) : matter.standfirst
  const notes = numberNotes(document, matter.body, matter.citations)
  const write = (noteBase: string): string =>
    html(publication, matter, warning, { context, url, notes, noteBase, body: hasRetraction ? 'none' : isGated ? 'linked' : 'written' })

  return {
    document,
    language,
    url,
    title: hasRetraction ? texts.retracted(publication.title) : isGated ? `${warningPrefix(matter.warnings, context.documents, language)} · ${publication.title}` : publication.title,
    summary: [warning?.text, hasRetraction ? retractionText(publication, context) : newestCorrection(publication, context), hasRetraction ? undefined : about].filter((text) => text !== undefined && text !== '').join('\n\n'),
    warning: warning === null ? null : hasRetraction ? { ...warning, delivery: 'gate' } : warning,
    html: isGated && !hasRetraction ? null : write(url),
    htmlWithBase: isGated && !hasRetraction ? null : write(''),
    publishedAt: publication.publishedAt,
    updatedAt: publication.updatedAt,
    authors: creditsOf(publication, matter.people, context).map(({ name, url }) => ({ name, ...(url === undefined ? {} : { url }) })),
    categories: categoriesOf(matter, warning, context),
    corrections: publication.corrections.map(({ at, kind, note }) => ({ at, kind, text: note })),
    sources: hasRetraction ? [] : sourcesOf(notes.document.notes, context),
    origin: matter.origin,
    translations: context.translations.flatMap((other) => (other.path === null || other.document === document ? [] : [{ language: other.language, url: absolute(context.origin, other.path), title: other.title }])),
    inReplyTo: replyOf(matter.replyTo, context),
    images: isGated || hasRetraction ? [] : imagesOf(matter, context),
    licence: matter.origin?.licence ?? (matter.isTheirs ? null : (context.settings.licence ?? null)),
  }
}

/**
 * The item that takes the place of a withdrawn document in the readers that hold it: what was withdrawn may be the title or
 * the address itself, so neither is given, only the date and the public note.
 */
export function withdrawnItem(publication: Withdrawn, settings: PublicSiteSettings): SyndicationItem {
  const { language, projection } = publication
  const texts = textsFor(language)
  const text = [texts.withdrawn(formatDate(publication.wentLiveAt, language, settings)), projection.publicNote].filter((part) => part !== '').join('\n\n')
  const body = `<div dir="${directionOf(language)}" lang="${escapeXml(language)}">${text.split('\n\n').map(paragraph).join('')}</div>`
  return {
    document: publication.document, language, url: null, title: texts.withdrawnTitle, summary: text, warning: null, html: body, htmlWithBase: null,
    publishedAt: publication.publishedAt, updatedAt: publication.wentLiveAt,
    authors: [], categories: [], corrections: [], sources: [], origin: null, translations: [], inReplyTo: null, images: [], licence: null,
  }
}

type Writing = { context: ItemContext; url: string; notes: HtmlContext['notes']; noteBase: string; body: 'written' | 'linked' | 'none' }

// Warning, correction, first publication, body, notes, canonical link: what a reader must know first comes first.
function html(publication: Live<FeedCollection>, matter: Matter, warning: FeedWarning | null, writing: Writing): string {
  const { context, url } = writing
  const { language, document } = publication
  const texts = textsFor(language)
  const page: HtmlContext = {
    origin: context.origin, settings: context.settings, documents: context.documents, facts: context.facts, language, url,
    noteBase: writing.noteBase, notes: writing.notes, anchors: anchorsOf(document, matter.body, matter.leadImage), written: new Set(),
  }
  const body = writing.body === 'written' ? matter.write(page) : ''
  const parts = [
    warning === null ? '' : `<p><strong>${escapeXml(warning.text)}</strong></p>`,
    publication.corrections.toReversed().map((correction) => correctionHtml(correction, language, context.settings)).join(''),
    matter.origin === null || publication.collection === 'social-posts' ? '' : originHtml(matter.origin, language, texts, doubtHtml(sourceOfRepublication(publication), page)),
    body,
    noteList(writing.notes.document, page),
    `<p>${anchor(url, escapeXml(texts.readOn(siteName(context.settings, language))))}</p>`,
  ]
  return `<div dir="${directionOf(language)}" lang="${escapeXml(language)}">${parts.join('')}</div>`
}

function correctionHtml(correction: { at: string; kind: string; note: string }, language: string, settings: PublicSiteSettings): string {
  const texts = textsFor(language)
  const date = formatDate(correction.at, language, settings)
  const head = correction.kind === 'retraction' ? texts.retraction(date) : texts.correction(date)
  return `<p><strong>${escapeXml(head)}</strong>: ${escapeXml(correction.note).replaceAll('\n', '<br>')}</p>`
}

function retractionText(publication: Live<FeedCollection>, context: ItemContext): string {
  const retractions = publication.corrections.filter((correction) => correction.kind === 'retraction')
  return retractions.map(({ at, note }) => `${textsFor(publication.language).retraction(formatDate(at, publication.language, context.settings))}: ${note}`).join('\n\n')
}

/** A reader may show only the summary, and of a text behind its warning there is nothing else. */
function newestCorrection({ corrections, language }: Live<FeedCollection>, { settings }: ItemContext): string | undefined {
  const newest = corrections.at(-1)
  return newest === undefined ? undefined : `${textsFor(language).correction(formatDate(newest.at, language, settings))}: ${newest.note}`
}

function sourceOfRepublication(publication: Live<FeedCollection>): string | null {
  return publication.collection === 'articles' ? (publication.projection.republication?.source ?? null) : null
}

function originHtml(origin: FeedOrigin, language: string, texts: ReturnType<typeof textsFor>, doubt: string): string {
  const rest = [origin.title === undefined ? '' : `<cite>${anchor(origin.url, escapeXml(origin.title))}</cite>`, escapeXml(origin.author ?? ''), origin.licence === undefined ? '' : `${escapeXml(texts.licence)}: ${escapeXml(origin.licence)}`]
  const publisher = origin.title === undefined ? anchor(origin.url, `<bdi>${escapeXml(origin.publisher)}</bdi>`) : `<bdi>${escapeXml(origin.publisher)}</bdi>`
  return `<p>${escapeXml(texts.firstPublishedBy)} ${[publisher, ...rest.filter((part) => part !== '')].join(directionOf(language) === 'rtl' ? '، ' : ', ')}.${doubt === '' ? '' : ` ${doubt}`}</p>`
}

function categoriesOf(matter: Matter, warning: FeedWarning | null, context: ItemContext): FeedCategory[] {
  const topics = matter.topics.flatMap((id) => {
    const topic = context.documents.get(id)
    return isLive(topic, 'topics') ? [{ term: topic.slug, label: topic.title, scheme: 'topics' }] : []
  })
  const warnings = (warning?.terms ?? []).flatMap(({ key, label, iptc }) => [
    { term: key, label, scheme: 'urn:handbill:warnings' },
    ...iptc.map((code) => ({ term: code, label: code, scheme: IPTC_CONTENT_WARNING })),
  ])
  const seen = new Set<string>()
  return [...topics, ...warnings].filter(({ scheme, term }) => !seen.has(`${scheme} ${term}`) && seen.add(`${scheme} ${term}`))
}

function sourcesOf(notes: readonly { label: string; source: string | null }[], context: ItemContext): FeedSource[] {
  return notes.flatMap((note) => {
    const source = note.source === null ? undefined : context.documents.get(note.source)
    if (!isLive(source, 'sources')) return []
    const facts = context.facts.get(source.document)
    const title = withoutTurns(source.projection.title)
    if (source.projection.visibility === 'private') return [{ number: note.label, title }]
    const url = mayLead(facts) ? originalOf(source.projection) : undefined
    const archivedUrl = archivesOf(source.projection, facts)[0]?.url
    const readAt = firstAddress(source as Live<'sources'>, context)
    const state = facts !== undefined && isTold(facts.state) ? facts.state : undefined
    const doubt = doubtOf(source.projection, facts)
    const given = Object.entries({ url, archivedUrl, readAt, state, doubt }).filter(([, value]) => value !== undefined)
    return [{ number: note.label, title, ...(Object.fromEntries(given) as Partial<FeedSource>) }]
  })
}

function replyOf(document: string | null, context: ItemContext): SyndicationItem['inReplyTo'] {
  const post = document === null ? undefined : context.documents.get(document)
  return post?.path == null ? null : { document: post.document, url: absolute(context.origin, post.path) }
}

// A feed reader shows these outside of the text, where no warning can stand before them.
function imagesOf(matter: Matter, context: ItemContext): FeedImage[] {
  return matter.pictures.flatMap(({ image, warnings }) => {
    const variant = feedVariant(image)
    if (variant === undefined || partInFeed(warnings, 'image') !== null || !mayPreview(matter.warnings)) return []
    const credit = image.credit === undefined ? {} : { credit: image.credit }
    return [{ url: `${context.origin}/media/${encodeURIComponent(variant.file)}`, type: variant.type, width: variant.width, height: variant.height, bytes: variant.bytes, alt: image.alt, ...credit }]
  })
}
