import fc from 'fast-check'
import { parse, defaultTreeAdapter as tree, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, it } from 'vitest'
import { pathAddress, safeAddress } from '@/site/addresses'
import { articlePage, searchPage, socialPostPage } from '@/site/pages'
import { stylesheet } from '@/site/stylesheet'
import { SETTINGS, live } from '../../support/publications'
import { p, text } from '../../support/fixtures/body'
import { pageAt } from '../../support/fixtures/newsroom-pages'

const ALLOWED_HREF = /^(https?:\/\/|mailto:|\/(?!\/)|#)/
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='x", '</title><script>', '<!--', ']]>', '&lt;b&gt;', '</script>', '\u2028'),
)

function elements(node: Tree.Node): Tree.Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elements) : []
  return tree.isElementNode(node) ? [node, ...children] : children
}

/** Throws where a document holds anything that arbitrary text could have put there. */
function check(html: string): void {
  for (const element of elements(parse(html))) {
    const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]))
    if (element.tagName === 'script') expect(attributes.get('type')).toBe('application/ld+json')
    expect(element.tagName).not.toMatch(/^(iframe|object|embed|base|svg|math|noscript|template)$/)
    for (const [name, value] of attributes) {
      expect(name).not.toMatch(/^on|^style$|^srcdoc$/)
      if (name === 'href') expect(value).toMatch(ALLOWED_HREF)
      if (name === 'src') expect(value).toMatch(/^\/media\//)
    }
  }
}

describe('whatever editors write', () => {
  it('never becomes markup, in any field of an article', async () => {
    await fc.assert(fc.asyncProperty(hostile, hostile, async (words, address) => {
      const article = live('articles', 1, {
        title: words, standfirst: words, shortVersion: words, kind: 'republication', warningReview: 'assessed', warnings: [{ term: 'none', depiction: 'shown', intensity: 'graphic', note: words }],
        body: [p(text(words), { type: 'link', href: address, children: [text(words)] }, { type: 'citation', key: 'k' }), { type: 'statement', speaker: words, source: null, blocks: [p(words)] }],
        citations: [{ key: 'k', source: null, note: words, quote: words, quoteTranslation: words, locator: { label: 'page', value: words }, originalLabel: words }],
        republication: { publisher: words, title: words, author: words, url: address, publishedOn: words, licence: words, permission: words, source: null },
        leadImage: { image: { id: 'i', alt: words, caption: words, credit: words, licence: words, width: 1, height: 1, variants: [{ width: 1, height: 1, file: words, type: 'image/webp', bytes: 1 }] }, warnings: [] },
      }, { corrections: [{ at: '2026-11-02T00:00:00Z', kind: 'correction', note: words }] })
      check(await articlePage({ page: pageAt('en', '/articles/a', { jsonLd: JSON.stringify({ words }) }), article, seriesParts: [] }))
    }), { numRuns: 150 })
  })

  it('never becomes markup in a post or a search', async () => {
    await fc.assert(fc.asyncProperty(hostile, hostile, async (words, address) => {
      const post = live('social-posts', 2, { title: words, text: words, account: { name: words, handle: words, url: address }, permalink: address, postedAt: words, footnotes: [{ label: words, text: words, url: address, source: null }] })
      check(await socialPostPage({ page: pageAt('ar', '/posts/p'), post, replies: [post], exchanges: [] }))
      check(await searchPage({ page: pageAt('en', '/search'), query: words, hits: [post], total: 100, isAll: true, offset: 20, limit: 20 }))
    }), { numRuns: 100 })
  })

  it.each([
    ['javascript:alert(1)', null], ['JAVASCRIPT:alert(1)', null], [' java\tscript:alert(1)', null], ['data:text/html,x', null], ['vbscript:x', null], ['//evil.example', null], ['/path', null], ['file:///etc/passwd', null],
    ['https://example.org/a b', 'https://example.org/a%20b'], ['mailto:a@example.org', 'mailto:a@example.org'], ['http://example.org', 'http://example.org/'], ['', null],
  ])('the address %j leads to %j', (address, safe) => expect(safeAddress(address)).toBe(safe))

  it('lets no path of the site lead away from it', () => {
    for (const path of ['//evil.example', 'https://evil.example', 'x']) expect(() => pathAddress(path)).toThrow(TypeError)
    expect(pathAddress('/مقالات/a b')).toBe('/%D9%85%D9%82%D8%A7%D9%84%D8%A7%D8%AA/a%20b')
  })
})

describe('the stylesheet', () => {
  it('refuses an accent that is anything but a colour', () => {
    expect(() => stylesheet({ ...SETTINGS, accent: { light: 'red}body{display:none', dark: '#fff' } })).toThrow(TypeError)
  })

  it('changes its name with its content, and carries the accents', () => {
    const one = stylesheet(SETTINGS)
    const other = stylesheet({ ...SETTINGS, accent: { light: '#004488', dark: '#88bbff' } })
    expect(one.name).not.toBe(other.name)
    expect(other.css).toContain('#004488')
    expect(stylesheet(SETTINGS)).toEqual(one)
  })

  it('uses sides and sizes that turn with the direction of writing', () => {
    expect(stylesheet(SETTINGS).css).not.toMatch(/[;{](margin|padding|border|inset)-(left|right)|[;{](left|right|float|text-align):(left|right|-?\d)/)
  })
})
