import { describe, expect, it } from 'vitest'
import { contentTypeOf, isCompressible, publicHeaders } from '../../../src/edition/response-headers'

describe('the type of an edition file', () => {
  it.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['feed.xml', 'application/rss+xml; charset=utf-8'],
    ['topics/sea/feed.xml', 'application/rss+xml; charset=utf-8'],
    ['ar/atom.xml', 'application/atom+xml; charset=utf-8'],
    ['feed.json', 'application/feed+json; charset=utf-8'],
    ['sitemap.xml', 'application/xml; charset=utf-8'],
    ['articles/tide/sources.bib', 'application/x-bibtex; charset=utf-8'],
    ['ar/articles/مد/sources.ris', 'application/x-research-info-systems; charset=utf-8'],
    ['articles/tide/sources.json', 'application/vnd.citationstyles.csl+json; charset=utf-8'],
    ['sources.json.html', 'text/html; charset=utf-8'],
    ['robots.txt', 'text/plain; charset=utf-8'],
    ['assets/site.0123.css', 'text/css; charset=utf-8'],
    ['media/a.JPG', 'image/jpeg'],
    ['media/unknown', 'application/octet-stream'],
    ['articles/feed.xml.html', 'text/html; charset=utf-8'],
  ])('%s is %s', (file, type) => {
    expect(contentTypeOf(file)).toBe(type)
  })
})

describe('the headers of an edition file', () => {
  it('let a page load styles and images of its own site, and nothing else at all', () => {
    const policy = publicHeaders('index.html')['Content-Security-Policy']
    expect(policy).toMatch(/^default-src 'none';/)
    expect(policy).not.toMatch(/script|unsafe|https?:|\*|data:/)
    expect(policy).toContain("frame-ancestors 'none'")
  })
  it('are the same strict ones for images and feeds', () => {
    for (const file of ['media/a.webp', 'feed.xml', 'robots.txt']) {
      expect(publicHeaders(file)).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Content-Security-Policy': expect.stringContaining("default-src 'none'") })
    }
  })
  it('never set a cookie', () => {
    expect(Object.keys(publicHeaders('index.html')).map((name) => name.toLowerCase())).not.toContain('set-cookie')
  })
  it('let caches keep for good only what has its hash in its name', () => {
    expect(publicHeaders('assets/site.0123.css')['Cache-Control']).toContain('immutable')
    expect(publicHeaders('media/0123.webp')['Cache-Control']).toContain('immutable')
    for (const file of ['index.html', 'feed.xml', 'sitemap.xml', 'articles/media/x.html']) expect(publicHeaders(file)['Cache-Control']).toBe('public, max-age=0, must-revalidate')
  })
  it("let readers' applications show images and feeds, and no other site frame or embed a page", () => {
    expect(publicHeaders('media/a.webp')['Cross-Origin-Resource-Policy']).toBe('cross-origin')
    expect(publicHeaders('feed.json')['Access-Control-Allow-Origin']).toBe('*')
    expect(publicHeaders('index.html')['Cross-Origin-Resource-Policy']).toBe('same-origin')
    expect(publicHeaders('index.html')).not.toHaveProperty('Access-Control-Allow-Origin')
  })
  it('vary by encoding where there is more than one', () => {
    expect(publicHeaders('index.html').Vary).toBe('Accept-Encoding')
    expect(isCompressible('media/a.webp')).toBe(false)
    expect(publicHeaders('media/a.webp')).not.toHaveProperty('Vary')
  })
})
