import { rfc3339 } from './dates'
import { element, xmlDocument } from './xml'

/** `url` and the alternates' are absolute; `updatedAt` is an ISO 8601 instant, left out for pages that have none of their own. */
export type SitemapEntry = { url: string; updatedAt?: string; alternates: { language: string; url: string }[] }

/** A sitemap after sitemaps.org 0.9, with the language versions of each page as Google reads them. At most 50,000 entries. */
export function sitemap(entries: readonly SitemapEntry[]): string {
  return xmlDocument(
    element(
      'urlset',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
      entries.map((entry) =>
        element(
          'url',
          {},
          element('loc', {}, entry.url),
          entry.updatedAt !== undefined && element('lastmod', {}, rfc3339(entry.updatedAt)),
          entry.alternates.length > 1 && entry.alternates.map(({ language, url }) => element('xhtml:link', { rel: 'alternate', hreflang: language, href: url })),
        ),
      ),
    ),
  )
}

/** An index of the sitemaps at these absolute addresses. */
export function sitemapIndex(urls: readonly string[]): string {
  return xmlDocument(element('sitemapindex', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, urls.map((url) => element('sitemap', {}, element('loc', {}, url)))))
}

/** `robots.txt`: the desk and search results are nobody's business, all else is open. `origin` has no slash at the end. */
export function robots(origin: string): string {
  return `User-agent: *\nDisallow: /admin\nDisallow: /api/\nDisallow: /preview/\nDisallow: /search\n\nSitemap: ${origin}/sitemap.xml\n`
}
