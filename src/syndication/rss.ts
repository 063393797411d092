import { latest, rfc3339, rfc822 } from './dates'
import { linkTitle } from './doubt'
import { paragraph } from './html'
import type { Feed, FeedImage, SyndicationItem } from './item'
import { element, xmlDocument, type Xml } from './xml'

/** RSS 2.0 of a feed, after version 2.0.11 and the RSS Advisory Board's profile. UTF-8, ends in a line feed. */
export function rssFeed(feed: Feed): string {
  const updated = latest(feed.items.map((item) => item.updatedAt))
  const channel = element(
    'channel',
    {},
    element('title', {}, feed.title),
    element('link', {}, feed.homeUrl),
    element('description', {}, feed.description || feed.title),
    element('language', {}, feed.language),
    updated !== null && element('lastBuildDate', {}, rfc822(updated)),
    element('ttl', {}, 60),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.selfUrls.rss }),
    feed.items.map((item) => rssItem(item)),
  )
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
      },
      channel,
    ),
  )
}

function rssItem(item: SyndicationItem): Xml {
  return element(
    'item',
    {},
    element('title', {}, item.title),
    item.url !== null && element('link', {}, item.url),
    element('guid', { isPermaLink: 'false' }, `urn:uuid:${item.document}`),
    element('pubDate', {}, rfc822(item.publishedAt)),
    element('atom:updated', {}, rfc3339(item.updatedAt)),
    element('dcterms:modified', {}, rfc3339(item.updatedAt)),
    element('dc:language', {}, item.language),
    item.authors.map((author) => element('dc:creator', {}, author.name)),
    item.licence !== null && element('dc:rights', {}, item.licence),
    item.categories.map((category) => element('category', { domain: category.scheme }, category.label)),
    // Readers take it for HTML, so that words of a post could be markup there.
    element('description', {}, item.summary === '' ? '' : item.summary.split('\n\n').map(paragraph).join('')),
    item.html !== null && element('content:encoded', {}, item.html),
    item.origin?.url !== undefined && element('atom:link', { rel: 'via', href: item.origin.url, title: item.origin.title ?? item.origin.publisher }),
    item.sources.map((source) => source.readAt !== undefined && element('atom:link', { rel: 'related', href: source.readAt, title: linkTitle(source, item.language) })),
    item.translations.map((translation) =>
      element('atom:link', { rel: 'https://schema.org/workTranslation', href: translation.url, hreflang: translation.language, title: translation.title }),
    ),
    item.warning?.delivery === 'gate' && element('media:rating', { scheme: 'urn:simple' }, 'adult'),
    item.images.map(mediaContent),
  )
}

/** Media RSS of one picture: its description is its alternative text. */
export function mediaContent(image: FeedImage): Xml {
  return element(
    'media:content',
    { url: image.url, type: image.type, medium: 'image', width: image.width, height: image.height, fileSize: image.bytes },
    image.alt !== '' && element('media:description', { type: 'plain' }, image.alt),
    image.credit !== undefined && element('media:credit', {}, image.credit),
  )
}
