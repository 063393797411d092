import type { Citation } from '@/record/body'
import { siteName } from '@/record/languages'
import type { Republication } from '@/record/projections'
import type { Live } from '@/record/publication'
import { isLive, isRetracted } from '@/record/publication'
import { withoutTurns } from '@/record/plain-direction'
import type { SourceFacts } from '@/record/source-facts'
import { archivesOf, doubtOf, mayLead, originalOf } from '@/record/ways'
import { mayPreview } from '@/record/warning-policy'
import { creditsOf } from './credits'
import { rfc3339 } from './dates'
import { absolute, feedVariant } from './html'
import type { ItemContext } from './items'
import { PLATFORM_NAMES } from './texts'
import { xmlCharacters } from './xml'

type Data = Record<string, unknown>

const UNSAFE: Record<string, string> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' }

/** One JSON document that may stand in a `<script type="application/ld+json">`: nothing in it can end the element. */
function written(data: Data): string {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }, (_key, value: unknown) => (typeof value === 'string' ? xmlCharacters(value) : value))
  return json.replace(/[<>&\u2028\u2029]/g, (character) => UNSAFE[character] ?? '')
}

/** schema.org data of a live document's page as JSON text, or null for collections that have none. */
export function structuredData(publication: Live, context: ItemContext): string | null {
  switch (publication.collection) {
    case 'articles':
      return written(article(publication as Live<'articles'>, context))
    case 'social-posts':
      return written(socialPosting(publication as Live<'social-posts'>, context))
    case 'exchanges':
    case 'campaigns':
    case 'topics':
    case 'series':
      return written({ ...common(publication, context), '@type': publication.collection === 'series' ? 'CreativeWorkSeries' : 'CollectionPage', name: publication.title })
    case 'people':
      return written({ '@type': 'Person', name: publication.title, jobTitle: publication.projection.role, description: publication.projection.bio, url: urlOf(publication, context) })
    case 'pages':
      return written({ ...common(publication, context), '@type': 'WebPage', name: publication.title, description: publication.projection.standfirst, citation: citationsOf(publication.projection.citations, context) })
    case 'sources':
    case 'content-warnings':
    case 'site-settings':
      return null
  }
}

function article(publication: Live<'articles'>, context: ItemContext): Data {
  const { projection } = publication
  const warnings = [...projection.warnings, ...(projection.leadImage?.warnings ?? [])]
  const hasText = !isRetracted(publication)
  const lead = hasText && projection.leadImage !== undefined && mayPreview(warnings) ? feedVariant(projection.leadImage.image) : undefined
  return {
    ...common(publication, context),
    '@type': projection.kind === 'original' ? 'NewsArticle' : 'Article',
    headline: publication.title,
    description: !hasText ? undefined : projection.warnings.length > 0 && projection.shortVersion !== undefined ? projection.shortVersion : projection.standfirst,
    author: creditsOf(publication, projection.authors, context).map(({ name, url, isOrganisation }) => ({ '@type': isOrganisation === true ? 'Organization' : 'Person', name, url })),
    keywords: titlesOf(projection.topics, context),
    isPartOf: projection.series === undefined ? undefined : partOf(projection.series, context),
    image: lead === undefined ? undefined : [`${context.origin}/media/${encodeURIComponent(lead.file)}`],
    citation: citationsOf(projection.citations, context),
    isBasedOn: projection.republication === undefined ? undefined : original(projection.republication, context),
    license: projection.republication === undefined ? context.settings.licence : projection.republication.licence,
    ...translationsOf(publication, projection.translationOf, context),
  }
}

function socialPosting(publication: Live<'social-posts'>, context: ItemContext): Data {
  const post = publication.projection
  return {
    ...common(publication, context),
    '@type': 'SocialMediaPosting',
    headline: publication.title,
    author: { '@type': 'Organization', name: post.account.name, url: post.account.url },
    isBasedOn: post.permalink === undefined ? undefined : { '@type': 'SocialMediaPosting', url: post.permalink, publisher: PLATFORM_NAMES[post.platform] },
    keywords: titlesOf(post.topics, context),
    citation: citationsOf(post.citations, context),
    ...translationsOf(publication, post.translationOf, context),
  }
}

function common(publication: Live, context: ItemContext): Data {
  const url = urlOf(publication, context)
  const name = siteName(context.settings, publication.language)
  return {
    '@id': `urn:uuid:${publication.document}`,
    url,
    mainEntityOfPage: url,
    inLanguage: publication.language,
    datePublished: rfc3339(publication.publishedAt),
    dateModified: rfc3339(publication.updatedAt),
    creativeWorkStatus: isRetracted(publication) ? 'Retracted' : undefined,
    publisher: { '@type': 'Organization', name, url: `${context.origin}/` },
    correction: publication.corrections.length === 0 ? undefined : publication.corrections.map(({ at, note }) => ({ '@type': 'CorrectionComment', text: note, datePublished: rfc3339(at) })),
  }
}

function urlOf(publication: Live, context: ItemContext): string | undefined {
  return publication.path === null ? undefined : absolute(context.origin, publication.path)
}

function titlesOf(documents: readonly string[], context: ItemContext): string[] | undefined {
  const titles = documents.flatMap((id) => context.documents.get(id)?.title ?? [])
  return titles.length === 0 ? undefined : titles
}

function partOf(series: { id: string; part?: number }, context: ItemContext): Data | undefined {
  const found = context.documents.get(series.id)
  return isLive(found, 'series') ? { '@type': 'CreativeWorkSeries', name: found.title, url: urlOf(found, context) } : undefined
}

function citationsOf(citations: readonly Citation[], context: ItemContext): Data[] | undefined {
  const ids = [...new Set(citations.flatMap((citation) => citation.source ?? []))]
  const works = ids.flatMap((id) => {
    const source = context.documents.get(id)
    return isLive(source, 'sources') ? [work(source as Live<'sources'>, context)] : []
  })
  return works.length === 0 ? undefined : works
}

function work({ document, projection: source }: Live<'sources'>, context: ItemContext): Data {
  if (source.visibility === 'private') return { '@type': 'CreativeWork', name: withoutTurns(source.title) }
  const facts = context.facts.get(document)
  return {
    '@type': 'CreativeWork',
    name: withoutTurns(source.title),
    author: source.creators.length === 0 ? undefined : source.creators.map((creator) => ({ '@type': 'Person', name: creator.name })),
    publisher: source.publisher === undefined ? undefined : { '@type': 'Organization', name: source.publisher },
    datePublished: source.issued,
    inLanguage: source.titleLanguage,
    // Of a dispute the vocabulary has no word.
    creativeWorkStatus: doubtOf(source, facts)?.is === 'retracted' ? 'Retracted' : undefined,
    url: mayLead(facts) ? originalOf(source) : undefined,
    archivedAt: oneOrAll(archivesOf(source, facts).map(({ url }) => url)),
  }
}

function oneOrAll(values: readonly string[]): string | readonly string[] | undefined {
  return values.length > 1 ? values : values[0]
}

/** What a republished text rests on: its own source's copies too, where it has one. */
function copiesOf(source: string | null, context: ItemContext): { facts: SourceFacts | undefined; archives: string[]; isRetracted: boolean } {
  const found = source === null ? undefined : context.documents.get(source)
  const facts = source === null ? undefined : context.facts.get(source)
  return isLive(found, 'sources')
    ? { facts, archives: archivesOf(found.projection, facts).map(({ url }) => url), isRetracted: doubtOf(found.projection, facts)?.is === 'retracted' }
    : { facts, archives: [], isRetracted: false }
}

function original(republication: Republication, context: ItemContext): Data {
  const { facts, archives, isRetracted: wasRetracted } = copiesOf(republication.source, context)
  return {
    '@type': 'CreativeWork',
    name: republication.title,
    url: mayLead(facts) ? republication.url : undefined,
    archivedAt: oneOrAll(archives),
    creativeWorkStatus: wasRetracted ? 'Retracted' : undefined,
    datePublished: republication.publishedOn,
    author: republication.author === undefined ? undefined : { '@type': 'Person', name: republication.author },
    publisher: { '@type': 'Organization', name: republication.publisher },
    license: republication.licence,
  }
}

function translationsOf(publication: Live, translationOf: string | null, context: ItemContext): Data {
  const work = (other: Live): Data => ({ '@type': 'CreativeWork', '@id': `urn:uuid:${other.document}`, url: urlOf(other, context), inLanguage: other.language, name: other.title })
  const others = context.translations.filter((other) => other.document !== publication.document)
  const from = others.find((other) => other.document === translationOf)
  const rest = others.filter((other) => other !== from)
  return { translationOfWork: from === undefined ? undefined : work(from), workTranslation: rest.length === 0 ? undefined : rest.map(work) }
}
