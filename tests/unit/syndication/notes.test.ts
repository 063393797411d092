import { parseFeed as parseIndependently } from '@rowanmanning/feed-parser'
import { parseFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import type { Block, Citation } from '@/record/body'
import type { PublicSource } from '@/record/projections'
import type { Live } from '@/record/publication'
import type { LinkState, SourceFacts } from '@/record/source-facts'
import { atomFeed } from '@/syndication/atom'
import { exportSources } from '@/syndication/citations/export'
import type { Feed } from '@/syndication/item'
import { itemOf, type ItemContext } from '@/syndication/items'
import { jsonFeed } from '@/syndication/json-feed'
import { rssFeed } from '@/syndication/rss'
import { structuredData } from '@/syndication/structured-data'
import { live, SETTINGS, uuid } from '../../support/publications'
import { socialPostPage } from '@/site/pages'
import { cite, p, passage } from '../../support/fixtures/body'
import { pageAt } from '../../support/fixtures/newsroom-pages'

const ORIGIN = 'https://sheet.example'
const TERM = live('content-warnings', 900)
const source = (rest: Partial<PublicSource> = {}) => live('sources', 903, { slug: 'log', title: 'Quay log', url: 'https://logs.example/east', archivedUrl: 'https://archive.example/log', archivedAt: '2026-03-14T10:00:00Z', ...rest })
const copy = { at: '2026-03-14T10:02:00Z', sha256: 'ab', mime: 'text/html', text: '/sources/log/copy' }
const facts = (state: LinkState, rest: Partial<SourceFacts> = {}): SourceFacts => ({ source: uuid(903), state, since: '2023-03-09', archives: [], history: [], ...rest })

function context(known?: SourceFacts, of: Live<'sources'> = source(), translations: Live[] = []): ItemContext {
  return { origin: ORIGIN, settings: SETTINGS, documents: new Map<string, Live>([TERM, of].map((each) => [each.document, each])), facts: new Map(known === undefined ? [] : [[known.source, known]]), translations }
}
const text = (number: number, body: Block[], citations: Citation[], language = 'en') => live('articles', number, { slug: `t${number}`, language, body, citations })
const cited = (rest: Partial<Citation> = {}): Citation[] => [{ key: 'k', source: uuid(903), ...rest }]
const htmlOf = (citations: Citation[], known?: SourceFacts, of?: Live<'sources'>, language = 'en'): string => itemOf(text(1, [p('Said', cite('k'))], citations, language), context(known, of)).html ?? ''
const feed = (...items: Feed['items']): Feed => ({
  title: 'T', description: '', language: 'en', homeUrl: `${ORIGIN}/`, siteName: 'T', items, aboutUrl: `${ORIGIN}/feeds`, selfUrls: { rss: `${ORIGIN}/feed.xml`, atom: `${ORIGIN}/atom.xml`, json: `${ORIGIN}/feed.json` },
})

describe('notes in a feed', () => {
  it('lead to each other and back inside the reader, under anchors that no other item has', () => {
    const items = [1, 2].map((number) => itemOf(text(number, [p('a', cite('k'), 'b', cite('k'))], cited()), context()))
    const [rss, atom] = [parseIndependently(rssFeed(feed(...items))), parseFeed(atomFeed(feed(...items)))]
    if (atom.format !== 'atom') throw new Error(atom.format)
    const bodies = [rss.items.map((each) => each.content ?? ''), atom.feed.entries?.map((each) => each.content?.value ?? '') ?? [], (JSON.parse(jsonFeed(feed(...items))).items as { content_html: string }[]).map((each) => each.content_html)]
    for (const each of bodies) {
      expect(each).toHaveLength(2)
      const ids = each.flatMap((html) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
      expect(new Set(ids).size).toBe(6)
      for (const html of each) for (const [, target] of html.matchAll(/href="[^"]*#([^"]+)"/g)) expect(html).toContain(` id="${target}"`)
    }
  })

  it('name a copy before an original that is gone, and say since when', () => {
    expect(htmlOf(cited(), facts('dead', { copy }))).toContain(`<a href="https://archive.example/log">Archived copy, 14 March 2026</a> · <a href="${ORIGIN}/sources/log/copy">Our copy, 14 March 2026</a> · <a href="https://logs.example/east">Original</a> (gone since March 2023).`)
    expect(htmlOf(cited(), facts('live'))).toMatch(/>Original<\/a> · <a [^>]*>Archived copy/)
    expect(htmlOf(cited(), facts('blocked'))).toContain('(may ask you to sign in)')
  })

  it('lead in every format to a copy where the original is somebody else’s now, and never there', () => {
    const item = itemOf(live('articles', 1, { body: [p('x', cite('k'))], citations: cited(), kind: 'republication', republication: { publisher: 'The Log', url: 'https://logs.example/east', source: uuid(903) } }), context(facts('usurped')))
    for (const write of [rssFeed, atomFeed, jsonFeed]) {
      expect(write(feed(item))).not.toContain('logs.example')
      expect(write(feed(item))).toContain('https://archive.example/log')
    }
    expect(rssFeed(feed(item))).toContain('<atom:link rel="related" href="https://archive.example/log"')
    expect(JSON.parse(jsonFeed(feed(item))).items[0]._editorial.sources).toEqual([{ n: '1', title: 'Quay log', archived: 'https://archive.example/log', state: 'usurped' }])
  })

  it('say of a source that was retracted, before any way to it, that it was', () => {
    const doubt = { is: 'retracted' as const, since: '2026-05-03' }
    const known = facts('live', { doubt })
    expect(htmlOf(cited(), known)).toMatch(/<strong lang="en" dir="ltr">Retracted: noted by us on 3 May 2026\.<\/strong> <a href="https:\/\/archive\.example\/log">.*>Original<\/a>\./)
    expect(htmlOf(cited(), known, undefined, 'ar')).toContain('<strong lang="ar" dir="rtl">مسحوب: سجّلنا ذلك في ٣ أيار ٢٠٢٦.</strong>')
    const item = itemOf(live('articles', 1, { body: [p('x', cite('k'))], citations: cited(), kind: 'republication', republication: { publisher: 'The Log', url: 'https://logs.example/east', source: uuid(903) } }), context(known))
    for (const write of [rssFeed, atomFeed]) expect(write(feed(item))).toContain('title="Quay log (retracted)"')
    expect(JSON.parse(jsonFeed(feed(item))).items[0]._editorial.sources).toMatchObject([{ doubt: 'retracted', doubted_since: '2026-05-03' }])
    expect(item.html?.match(/Retracted: noted by us/g)).toHaveLength(2)
    const post = live('social-posts', 5, { text: 'It is so [1].', footnotes: [{ label: '1', text: 'The log', url: 'https://logs.example/east', source: uuid(903) }] })
    expect(itemOf(post, context(known)).html).toMatch(/\[1\] <strong[^>]*>Retracted: [^<]*<\/strong> <a href="https:\/\/logs/)
  })

  it('of a post lead nobody there either, on its page or in its feed', async () => {
    const post = live('social-posts', 5, { text: 'It is so [1].', footnotes: [{ label: '1', text: 'The log', url: 'https://logs.example/east', source: uuid(903) }] })
    const both = async (known: SourceFacts) => [itemOf(post, context(known)).html ?? '', await socialPostPage({ page: pageAt('en', '/posts/p', context(known)), post, replies: [], exchanges: [] })]
    for (const each of await both(facts('usurped'))) expect(each).not.toContain('href="https://logs.example')
    for (const each of await both(facts('dead'))) expect(each).toContain('href="https://logs.example')
  })

  it('keep the language, direction and place of a quote, and say what a source is cited for', () => {
    const html = htmlOf(cited({ quote: 'أُغلق الرصيف', quoteLanguage: 'ar', intent: 'disputes' }))
    expect(html).toContain(`<q lang="ar" dir="rtl"><a href="https://logs.example/east#:~:text=${encodeURIComponent('أُغلق الرصيف')}">أُغلق الرصيف</a></q>`)
    expect(html).toContain('This source disputes it.')
  })

  it('hold nothing that is quoted in a closed passage', () => {
    const closed = passage([{ term: TERM.document, depiction: 'shown', intensity: 'graphic' }], p('Said', cite('k')))
    const item = itemOf(text(1, [p('Open'), closed], cited({ quote: 'CLOSED', note: 'CLOSED' })), context())
    for (const write of [rssFeed, atomFeed, jsonFeed]) expect(write(feed(item))).not.toContain('CLOSED')
  })

  it('hold of a private source its label alone, whatever is known of it', () => {
    const hidden = source({ visibility: 'private', title: 'A nurse', url: 'https://secret.example/', archivedUrl: 'https://secret.example/2', creators: [{ name: 'SECRET' }], container: 'SECRET', publisher: 'SECRET' })
    const known = facts('dead', { doubt: { is: 'retracted', since: 'SECRET' }, copy: { ...copy, sha256: 'SECRET' }, archives: [{ url: 'https://secret.example/3', provider: 'other' }] })
    const citations = cited({ quote: 'SECRET', quoteTranslation: 'SECRET', locator: { label: 'page', value: 'SECRET' } })
    const article = text(1, [p('x', cite('k'))], citations)
    const written = [rssFeed, atomFeed, jsonFeed].map((write) => write(feed(itemOf(article, context(known, hidden)))))
    const exported = (['bib', 'ris', 'json'] as const).map((format) => exportSources(format, [{ source: hidden, facts: known }]))
    for (const each of [...written, structuredData(article, context(known, hidden)) ?? '', ...exported]) {
      expect(each).toContain('A nurse')
      expect(each).not.toMatch(/secret|gone since/i)
    }
  })

  it('are numbered in the digits of an Arabic site, and turned round by no title', () => {
    const html = htmlOf(cited({ locator: { label: 'page', value: '12' }, quote: 'x\u202ey' }), facts('dead'), source({ title: 'Log\u202e of the\u2069 quay', publisher: 'A\u2067B' }), 'ar')
    expect(html).toContain('>١</a></sup>')
    expect(html).toContain('ص ١٢')
    expect(html).toContain('لم يعد موجودًا منذ آذار ٢٠٢٣')
    expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })
})

describe('structured data of what a text cites', () => {
  const read = (known: SourceFacts | undefined, article = text(1, [], cited())) => JSON.parse(structuredData(article, context(known)) ?? 'null')

  it('names every archived copy, and no original that nobody should be led to', () => {
    const archives: SourceFacts['archives'] = [{ url: 'https://web.archive.example/2/log', provider: 'wayback' }]
    expect(read(facts('dead', { archives })).citation).toMatchObject([{ url: 'https://logs.example/east', archivedAt: ['https://archive.example/log', 'https://web.archive.example/2/log'] }])
    expect(read(facts('unfit')).citation[0]).not.toHaveProperty('url')
    expect(read(undefined).citation).toMatchObject([{ url: 'https://logs.example/east', archivedAt: 'https://archive.example/log' }])
  })

  it('says of a retracted one that it is, and of a disputed one nothing that the vocabulary has no word for', () => {
    const doubted = (is: 'disputed' | 'retracted') => facts('live', { doubt: { is, since: '2026-05-03' } })
    expect(read(doubted('retracted')).citation[0].creativeWorkStatus).toBe('Retracted')
    expect(read(doubted('disputed')).citation[0]).not.toHaveProperty('creativeWorkStatus')
  })

  it('names the copies of what a republication is based on', () => {
    const republished = live('articles', 1, { kind: 'republication', republication: { publisher: 'The Log', url: 'https://logs.example/east', source: uuid(903) } })
    expect(read(facts('dead'), republished).isBasedOn).toMatchObject({ url: 'https://logs.example/east', archivedAt: 'https://archive.example/log' })
    expect(read(facts('usurped'), republished).isBasedOn).not.toHaveProperty('url')
  })
})
