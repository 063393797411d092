import { latest, rfc3339 } from './dates'
import { linkTitle } from './doubt'
import type { Feed, SyndicationItem } from './item'
import { mediaContent } from './rss'
import { element, xmlDocument, type Xml } from './xml'

/** What an empty feed says it was updated: Atom asks for an instant, and the clock may not be asked. */
const NEVER = '1970-01-01T00:00:00Z'

/** Atom 1.0 (RFC 4287) of a feed. UTF-8, ends in a line feed. */
export function atomFeed(feed: Feed): string {
  const updated = latest(feed.items.map((item) => item.updatedAt))
  return xmlDocument(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
        'xmlns:thr': 'http://purl.org/syndication/thread/1.0',
        'xml:lang': feed.language,
      },
      element('id', {}, feed.selfUrls.atom),
      element('title', {}, feed.title),
      feed.description !== '' && element('subtitle', {}, feed.description),
      element('updated', {}, updated === null ? NEVER : rfc3339(updated)),
      element('author', {}, element('name', {}, feed.siteName)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.selfUrls.atom }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.homeUrl, hreflang: feed.language }),
      feed.items.map((item) => entry(item)),
    ),
  )
}

function entry(item: SyndicationItem): Xml {
  return element(
    'entry',
    { 'xml:lang': item.language },
    element('id', {}, `urn:uuid:${item.document}`),
    element('title', {}, item.title),
    element('published', {}, rfc3339(item.publishedAt)),
    element('updated', {}, rfc3339(item.updatedAt)),
    item.url !== null && element('link', { rel: 'alternate', type: 'text/html', href: item.url, hreflang: item.language }),
    item.authors.map((author) => element('author', {}, element('name', {}, author.name), author.url !== undefined && element('uri', {}, author.url))),
    item.licence !== null && element('rights', {}, item.licence),
    item.categories.map((category) => element('category', { term: category.term, scheme: schemeOf(category.scheme), label: category.label })),
    element('summary', {}, item.summary),
    item.htmlWithBase === null || item.url === null
      ? item.html !== null && element('content', { type: 'html' }, item.html)
      : element('content', { type: 'html', 'xml:base': item.url }, item.htmlWithBase),
    item.origin?.url !== undefined && element('link', { rel: 'via', href: item.origin.url, title: item.origin.title ?? item.origin.publisher }),
    item.sources.map((source) => source.readAt !== undefined && element('link', { rel: 'related', href: source.readAt, title: linkTitle(source, item.language) })),
    // A second rel="alternate" would take the title's link in several readers.
    item.translations.map((translation) =>
      element('link', { rel: 'https://schema.org/workTranslation', href: translation.url, hreflang: translation.language, title: translation.title }),
    ),
    item.inReplyTo !== null && element('thr:in-reply-to', { ref: `urn:uuid:${item.inReplyTo.document}`, href: item.inReplyTo.url, type: 'text/html' }),
    item.images.map(mediaContent),
  )
}

// RFC 4287 section 4.2.2.2: a scheme is an IRI. RSS knows "topics" as a bare domain.
function schemeOf(scheme: string): string {
  return /^[a-z][a-z0-9+.-]*:/.test(scheme) ? scheme : `urn:handbill:${scheme}`
}
