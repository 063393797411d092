import { rfc3339 } from './dates'
import type { Feed, SyndicationItem } from './item'
import { xmlCharacters } from './xml'

/** JSON Feed 1.1 of a feed, with the extension `_editorial`. UTF-8, ends in a line feed. */
export function jsonFeed(feed: Feed): string {
  const written = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.homeUrl,
    feed_url: feed.selfUrls.json,
    description: feed.description || undefined,
    language: feed.language,
    authors: [{ name: feed.siteName }],
    items: feed.items.map((item) => jsonItem(item, feed.aboutUrl)),
  }
  return `${JSON.stringify(written, (_key, value: unknown) => (typeof value === 'string' ? xmlCharacters(value) : value), 1)}\n`
}

function jsonItem(item: SyndicationItem, about: string): Record<string, unknown> {
  const image = item.images[0]
  const editorial = {
    about,
    content_warning: item.warning?.terms.flatMap((term) => [
      { scheme: 'urn:handbill:warnings', code: term.key, label: term.label },
      ...term.iptc.map((code) => ({ scheme: IPTC_CONTENT_WARNING, code, label: term.label })),
    ]),
    delivery: item.warning?.delivery,
    corrections: orNothing(item.corrections.map(({ at, kind, text }) => ({ date: rfc3339(at), kind, text }))),
    sources: orNothing(item.sources.map(({ number, title, url, archivedUrl, state, doubt }) => ({ n: number, title, url, archived: archivedUrl, state, doubt: doubt?.is, doubted_since: doubt?.since }))),
    republished_from: item.origin ?? undefined,
    translations: orNothing(item.translations),
  }
  return {
    id: `urn:uuid:${item.document}`,
    url: item.url ?? undefined,
    external_url: item.origin?.url,
    title: item.title,
    summary: item.summary || undefined,
    content_html: item.html ?? undefined,
    // Each item must carry one of the two (JSON Feed 1.1).
    content_text: item.html === null ? item.summary : undefined,
    image: image?.url,
    date_published: rfc3339(item.publishedAt),
    date_modified: rfc3339(item.updatedAt),
    authors: orNothing(item.authors),
    tags: orNothing(item.categories.map((category) => category.label)),
    language: item.language,
    _editorial: Object.values(editorial).filter((value) => value !== undefined).length > 1 ? editorial : undefined,
  }
}

/** The scheme of the IPTC content-warning NewsCodes. */
export const IPTC_CONTENT_WARNING = 'http://cv.iptc.org/newscodes/contentwarning/'

function orNothing<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list
}
