import { readFileSync } from 'node:fs'
import { parseFeed as parseIndependently } from '@rowanmanning/feed-parser'
import { parseFeed } from 'feedsmith'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import type { Block } from '@/record/body'
import type { Live } from '@/record/publication'
import { atomFeed } from '@/syndication/atom'
import type { Feed } from '@/syndication/item'
import { itemOf, withdrawnItem, type FeedCollection } from '@/syndication/items'
import { jsonFeed } from '@/syndication/json-feed'
import { rssFeed } from '@/syndication/rss'
import { live, SETTINGS, uuid, withdrawn } from '../../support/publications'

const ORIGIN = 'https://sheet.example'
const TERM = live('content-warnings', 900)
const PERSON = live('people', 901, { title: 'Huda Marsh', slug: 'huda-marsh' })
const TOPIC = live('topics', 902, { title: 'Harbour', slug: 'harbour' })
const SOURCE = live('sources', 903, { title: 'Tide tables & <more>' })
const DOCUMENTS = new Map<string, Live>([TERM, PERSON, TOPIC, SOURCE].map((each) => [each.document, each]))

function item(publication: Live<FeedCollection>, translations: Live[] = []) {
  return itemOf(publication, { origin: ORIGIN, settings: SETTINGS, documents: DOCUMENTS, facts: new Map(), translations })
}

function feed(...items: Feed['items']): Feed {
  return {
    title: 'The Harbour Sheet', description: 'News of an invented harbour', language: 'en', homeUrl: `${ORIGIN}/`, siteName: 'The Harbour Sheet', items, aboutUrl: `${ORIGIN}/feeds`,
    selfUrls: { rss: `${ORIGIN}/feed.xml`, atom: `${ORIGIN}/atom.xml`, json: `${ORIGIN}/feed.json` },
  }
}

const CITED: Block[] = [{ type: 'paragraph', children: [{ type: 'text', text: 'The tide fell' }, { type: 'citation', key: 'k1' }] }]
const ARTICLE = live('articles', 1, {
  title: 'Ebb & <flow>', slug: 'ebb-and-flow', body: CITED, citations: [{ key: 'k1', source: SOURCE.document, locator: { label: 'page', value: '7' } }], authors: [PERSON.document], topics: [TOPIC.document],
})

function wellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}

describe('identity and dates', () => {
  it('keeps the id of an entry when its address changes', () => {
    const moved = live('articles', 1, { ...ARTICLE.projection, slug: 'ebb' })
    expect(item(moved).url).not.toBe(item(ARTICLE).url)
    for (const write of [rssFeed, atomFeed, jsonFeed]) expect(write(feed(item(moved)))).toContain(`urn:uuid:${uuid(1)}`)
  })

  it('takes every date from the record, so that the same record gives the same bytes', () => {
    const clock = Date.now
    Date.now = () => 0
    try {
      for (const write of [rssFeed, atomFeed, jsonFeed]) {
        const first = write(feed(item(ARTICLE)))
        Date.now = () => 4_000_000_000_000
        expect(write(feed(item(ARTICLE)))).toBe(first)
        expect(write(feed())).toBe(write(feed()))
      }
    } finally {
      Date.now = clock
    }
  })

  it('moves updated with a correction and leaves the publication date alone', () => {
    const corrected = live('articles', 1, ARTICLE.projection, { updatedAt: '2026-11-05T12:00:00Z', corrections: [{ at: '2026-11-05T12:00:00Z', kind: 'correction', note: 'The tide fell at six.' }] })
    const parsed = parseFeed(atomFeed(feed(item(corrected))))
    if (parsed.format !== 'atom') throw new Error(parsed.format)
    expect(parsed.feed.entries?.[0]).toMatchObject({ published: '2026-11-01T10:00:00Z', updated: '2026-11-05T12:00:00Z' })
    expect(rssFeed(feed(item(corrected)))).toContain('<pubDate>Sun, 01 Nov 2026 10:00:00 GMT</pubDate>')
    expect(item(corrected).html).toMatch(/Correction, 5 November 2026.*The tide fell at six\..*The tide fell<sup/)
  })
})

describe('what parsers that nobody here wrote make of a feed', () => {
  it.each([['rss', rssFeed], ['atom', atomFeed], ['json', jsonFeed]] as const)('reads %s with feedsmith', (format, write) => {
    const parsed = parseFeed(write(feed(item(ARTICLE))))
    expect(parsed.format).toBe(format)
    const text = JSON.stringify(parsed.feed)
    expect(text).toContain('Ebb & <flow>')
    expect(text).toContain(`urn:uuid:${uuid(1)}`)
    expect(text).toContain('Huda Marsh')
  })

  it.each([['RSS', rssFeed], ['Atom', atomFeed]] as const)('reads %s with a second parser', (_format, write) => {
    const parsed = parseIndependently(write(feed(item(ARTICLE))))
    const first = parsed.items[0]
    expect(parsed.title).toBe('The Harbour Sheet')
    expect(first?.id).toBe(`urn:uuid:${uuid(1)}`)
    expect(first?.url).toBe(`${ORIGIN}/articles/ebb-and-flow`)
    expect(first?.published?.toISOString()).toBe('2026-11-01T10:00:00.000Z')
    expect(first?.authors.map((author) => author.name)).toEqual(['Huda Marsh'])
    expect(first?.content).toContain('The tide fell')
  })

  it('links notes to the page in RSS and JSON, and within the entry in Atom, which states its base', () => {
    expect(rssFeed(feed(item(ARTICLE)))).toContain(`href=&quot;${ORIGIN}/articles/ebb-and-flow#fn-${uuid(1)}-1&quot;`)
    expect(jsonFeed(feed(item(ARTICLE)))).toContain(`href=\\"${ORIGIN}/articles/ebb-and-flow#fn-${uuid(1)}-1\\"`)
    const atom = atomFeed(feed(item(ARTICLE)))
    expect(atom).toContain(`href=&quot;#fn-${uuid(1)}-1&quot;`)
    expect(atom).toContain(`xml:base="${ORIGIN}/articles/ebb-and-flow"`)
  })

  it('names the cited source in the note, as a related link, and in the extension', () => {
    expect(item(ARTICLE).html).toMatch(/<li id="fn-[^"]+" value="1">.*Tide tables &amp; &lt;more&gt;.*p\. 7/)
    expect(rssFeed(feed(item(ARTICLE)))).toContain('<atom:link rel="related" href="https://example.org/report" title="Tide tables &amp; &lt;more&gt;"/>')
    expect(JSON.parse(jsonFeed(feed(item(ARTICLE)))).items[0]._editorial.sources).toEqual([{ n: '1', title: 'Tide tables & <more>', url: 'https://example.org/report', archived: 'https://web.archive.example/report' }])
  })
})

describe('somebody else’s words', () => {
  const theirs = live('social-posts', 6, { voice: 'theirs', text: '<img src="https://tracker.example/x">' })
  const republished = live('articles', 7, { ...ARTICLE.projection, kind: 'republication', republication: { publisher: 'The Bilge Pump', author: 'A stoker', source: null } })

  it('are signed with their name in every format, never with ours', () => {
    expect(item(theirs).authors).toEqual([{ name: 'Quay Watch' }])
    expect(item(republished).authors).toEqual([{ name: 'A stoker' }])
    expect(item(ARTICLE).authors).toEqual([{ name: 'Huda Marsh', url: `${ORIGIN}/authors/huda-marsh` }])
    for (const write of [rssFeed, atomFeed, jsonFeed]) expect(write(feed(item(theirs)))).toMatch(/(creator>|name>|"name": ")Quay Watch/)
  })

  it('are under no licence of ours, on their own or as part of a feed', () => {
    for (const write of [rssFeed, atomFeed]) {
      expect(write(feed(item(theirs), item(republished)))).not.toContain('CC BY 4.0')
      expect(write(feed(item(ARTICLE)))).toContain('CC BY 4.0')
    }
  })

  it('are no markup in a description, which readers take for HTML', () => {
    const description = parseFeed(rssFeed(feed(item(theirs)))) as { feed: { items: { description: string }[] } }
    expect(description.feed.items[0]?.description).toBe('<p>&lt;img src=&quot;https://tracker.example/x&quot;&gt;</p>')
  })
})

describe('content warnings in feeds', () => {
  const labelled = live('articles', 2, { ...ARTICLE.projection, warningReview: 'assessed', warnings: [{ term: TERM.document, depiction: 'described', intensity: 'detailed' }] })
  const gated = live('articles', 3, {
    ...ARTICLE.projection, title: 'Cells', standfirst: 'CANARY standfirst', shortVersion: 'A safe summary.', warningReview: 'assessed', warnings: [{ term: TERM.document, depiction: 'shown', intensity: 'graphic' }],
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'CANARY body' }] }, { type: 'image', warnings: [], image: { id: 'i', alt: 'CANARY alt', width: 10, height: 10, variants: [{ width: 10, height: 10, file: 'canary.webp', type: 'image/webp', bytes: 9 }] } }],
  })

  it('withholds every word of a gated post, which has no summary but its own beginning', () => {
    const hard = live('social-posts', 4, { text: 'CANARY words', attachments: [], warningReview: 'assessed', warnings: [{ term: TERM.document, depiction: 'described', intensity: 'graphic' }] })
    for (const write of [rssFeed, atomFeed, jsonFeed]) expect(write(feed(item(hard)))).not.toMatch(/canary/i)
    expect(item(hard).summary).toContain('Content notice')
  })

  it('hands out no picture alone where the whole text needs its warning', () => {
    const pictured = { leadImage: { warnings: [], image: { id: 'i', alt: 'A quay', width: 10, height: 10, variants: [{ width: 10, height: 10, file: 'quay.webp', type: 'image/webp' as const, bytes: 9 }] } } }
    const warned = { ...pictured, warningReview: 'assessed' as const, warnings: [{ term: TERM.document, depiction: 'shown' as const, intensity: 'detailed' as const }] }
    expect(item(live('articles', 5, pictured)).images).toHaveLength(1)
    expect(item(live('articles', 5, warned)).images).toEqual([])
  })

  it('says a labelled warning before everything else, in summary and body', () => {
    const made = item(labelled)
    expect(made.summary.startsWith('Content notice: Torture or ill-treatment (described in detail).')).toBe(true)
    expect(made.html).toMatch(/^<div dir="ltr" lang="en"><p><strong>Content notice: Torture/)
    expect(made.html).toContain('The tide fell')
    expect(rssFeed(feed(made))).toContain('<category domain="http://cv.iptc.org/newscodes/contentwarning/">suffering</category>')
  })

  it('withholds body, pictures and standfirst of a gated text in every format', () => {
    for (const write of [rssFeed, atomFeed, jsonFeed]) {
      const text = write(feed(item(gated)))
      expect(text).not.toMatch(/canary/i)
      expect(text).toContain('A safe summary.')
      expect(text).toContain('Content notice: Torture or ill-treatment · Cells')
    }
    expect(JSON.parse(jsonFeed(feed(item(gated)))).items[0]._editorial).toMatchObject({ delivery: 'gate' })
  })

  it('leaves a hard passage out with its notes, and links to where it stands', () => {
    const passage: Block = {
      type: 'passage', warnings: [{ term: TERM.document, depiction: 'described', intensity: 'graphic' }],
      blocks: [{ type: 'paragraph', children: [{ type: 'text', text: 'CANARY' }, { type: 'citation', key: 'k2' }] }],
    }
    const made = item(live('articles', 4, { ...ARTICLE.projection, body: [...CITED, passage], citations: [...ARTICLE.projection.citations, { key: 'k2', source: SOURCE.document, quote: 'CANARY quote' }] }))
    expect(made.html).not.toContain('CANARY')
    expect(made.html).toContain(`/articles/ebb-and-flow#w-${uuid(4)}-1`)
    expect(made.html).toContain('p. 7')
  })

  it('begins an Arabic item with Arabic, whatever its first words are', () => {
    const arabic = item(live('articles', 5, { ...ARTICLE.projection, language: 'ar', title: 'OHCHR: تقرير', warnings: [{ term: TERM.document, depiction: 'shown', intensity: 'graphic' }] }))
    expect(arabic.title).toMatch(/^تنبيه/)
    expect(arabic.summary).toMatch(/^تنبيه/)
  })
})

describe('what is taken back', () => {
  it('keeps the entry of a retraction and takes its body away', () => {
    const at = '2026-11-09T08:00:00Z'
    const made = item(live('articles', 6, ARTICLE.projection, { updatedAt: at, corrections: [{ at, kind: 'retraction', note: 'We were wrong.' }] }))
    expect(made.title).toBe('Retracted: Ebb & <flow>')
    expect(made.html).toContain('We were wrong.')
    expect(made.html).not.toContain('The tide fell')
    expect(made.updatedAt).toBe(at)
  })

  it('says a correction also where a reader shows the summary alone, the newest first', () => {
    const corrections = [{ at: '2026-11-05T12:00:00Z', kind: 'correction' as const, note: 'At six.' }, { at: '2026-11-06T12:00:00Z', kind: 'correction' as const, note: 'At seven.' }]
    const made = item(live('articles', 1, ARTICLE.projection, { corrections }))
    expect(made.summary).toMatch(/^(Content notice[^\n]*\n\n)?Correction, 6 November 2026: At seven\.\n\n/)
    expect(made.html).toMatch(/At seven\..*At six\./)
  })

  it('replaces a withdrawn entry without repeating its title or address', () => {
    const made = withdrawnItem(withdrawn(ARTICLE, '2026-11-10T08:00:00Z'), SETTINGS)
    for (const write of [rssFeed, atomFeed, jsonFeed]) {
      const text = write(feed(made))
      expect(text).toContain(`urn:uuid:${uuid(1)}`)
      expect(text).toContain('10 November 2026')
      expect(text).not.toMatch(/ebb/i)
      expect(parseFeed(text).feed).toBeTruthy()
    }
  })
})

describe('republications', () => {
  it('credits the original in the body and links it as via', () => {
    const reposted = live('articles', 7, { ...ARTICLE.projection, kind: 'republication', republication: { publisher: 'Quay Union', title: 'Our tide', url: 'https://quay.example/tide', licence: 'CC BY-SA 4.0', source: null } })
    expect(item(reposted).html).toMatch(/First published by <bdi>Quay Union<\/bdi>, <cite><a href="https:\/\/quay\.example\/tide">Our tide<\/a><\/cite>/)
    expect(atomFeed(feed(item(reposted)))).toContain('<link rel="via" href="https://quay.example/tide" title="Our tide"/>')
    expect(JSON.parse(jsonFeed(feed(item(reposted)))).items[0].external_url).toBe('https://quay.example/tide')
  })

  it('claims the site’s licence for the site’s own words only', () => {
    expect(item(ARTICLE).licence).toBe('CC BY 4.0')
    expect(item(live('articles', 7, { ...ARTICLE.projection, republication: { publisher: 'Quay Union', source: null } })).licence).toBe(null)
    expect(item(live('social-posts', 12)).licence).toBe(null)
    expect(item(live('social-posts', 12, { voice: 'ours' })).licence).toBe('CC BY 4.0')
  })

  it('never makes a link of a script address', () => {
    const hostile = live('articles', 8, {
      ...ARTICLE.projection, body: [{ type: 'paragraph', children: [{ type: 'link', href: 'javascript:alert(1)', children: [{ type: 'text', text: 'here' }] }] }],
    })
    expect(item(hostile).html).not.toContain('javascript:')
    expect(item(hostile).html).toContain('here')
  })
})

describe('arbitrary text', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(']]>', '<script>', '\u0000\u0008', '\uD800', '&amp;', '\uFFFE', '<!--', '\r\n\t'))

  it('always gives well-formed XML and JSON', () => {
    fc.assert(
      fc.property(anything, anything, anything, (title, text, note) => {
        const made = item(live('articles', 9, { ...ARTICLE.projection, title, standfirst: text, body: [{ type: 'paragraph', children: [{ type: 'text', text }] }], citations: [] }, { title, contentHash: 'any', corrections: [{ at: '2026-11-02T00:00:00Z', kind: 'correction', note }] }))
        wellFormed(rssFeed(feed(made)))
        wellFormed(atomFeed(feed(made)))
        expect(JSON.parse(jsonFeed(feed(made))).items).toHaveLength(1)
      }),
      { numRuns: 300 },
    )
  })

  it('survives a round trip through an independent parser where XML can hold the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '' && !/[\p{Cc}\uFFFE\uFFFF]/u.test(text)), (words) => {
        const title = `x ${words} x`
        const parsed = parseFeed(atomFeed(feed(item(live('articles', 9, { ...ARTICLE.projection, title })))))
        if (parsed.format !== 'atom') throw new Error(parsed.format)
        expect(parsed.feed.entries?.[0]?.title).toMatchObject({ value: title })
      }),
    )
  })
})

it('keeps the serializers free of the clock', () => {
  for (const file of ['rss', 'atom', 'json-feed', 'items', 'html', 'sitemap', 'structured-data']) {
    expect(readFileSync(`src/syndication/${file}.ts`, 'utf8')).not.toMatch(/Date\.now|new Date\(\)/)
  }
})
