import { describe, expect, it } from 'vitest'
import type { Block, Citation } from '@/record/body'
import type { PublicSiteSettings } from '@/record/projections'
import type { Live } from '@/record/publication'
import type { LinkState, SourceFacts } from '@/record/source-facts'
import { articlePage, sourceCopyPage, sourcePage } from '@/site/pages'
import { COPY_LENGTH } from '@/site/pages/source-copy'
import { SETTINGS, live, uuid } from '../../support/publications'
import { cite, p, passage } from '../../support/fixtures/body'
import { pageAt } from '../../support/fixtures/newsroom-pages'
import { terms } from '../../support/fixtures/newsroom'
import { ids } from '../../support/fixtures/newsroom-ids'

const source = live('sources', 500, { slug: 'log', title: 'Quay log', url: 'https://logs.example/east', archivedUrl: 'https://archive.example/log', archivedAt: '2026-03-14T10:00:00Z', creators: [{ name: 'Inga Maro' }] })
const facts = (state: LinkState, rest: Partial<SourceFacts> = {}): SourceFacts => ({ source: source.document, state, since: '2023-03-09', archives: [], history: [], ...rest })
const copy = { at: '2026-03-14T10:02:00Z', sha256: 'ab'.repeat(32), mime: 'text/html', text: '/sources/log/copy' }
const graphic = { term: uuid(ids.torture), depiction: 'shown' as const, intensity: 'graphic' as const }

type Given = { body?: Block[]; citations?: Citation[]; known?: SourceFacts; sources?: Live[]; language?: 'en' | 'ar'; settings?: PublicSiteSettings }
function article({ body = [p('Said', cite('k'))], citations = [{ key: 'k', source: source.document }], known, sources = [source], language = 'en', settings = SETTINGS }: Given): Promise<string> {
  const documents = new Map<string, Live>([...terms, ...sources].map((one) => [one.document, one]))
  const page = pageAt(language, '/articles/a', { documents, facts: new Map(known === undefined ? [] : [[known.source, known]]), settings })
  return articlePage({ page, article: live('articles', 900, { language, body, citations }), seriesParts: [] })
}
const endnotes = (html: string): string => /<section role="doc-endnotes".*?<\/section>/s.exec(html)?.[0] ?? ''
const peeks = (html: string): string => html.slice(html.indexOf('<div class="peeks">'), html.indexOf('</main>'))

describe('how a source stands, in its note', () => {
  it('puts the copies before an original that is gone, and says since when', async () => {
    const notes = endnotes(await article({ known: facts('dead', { copy }) }))
    expect(notes).toMatch(/Archived copy, 14 March 2026<\/a> <a href="\/sources\/log\/copy">Our copy, 14 March 2026<\/a> <span class="stands"><a href="https:\/\/logs\.example\/east"[^>]*>Original<\/a> <span>\(gone since March 2023\)/)
  })

  it.each([['live', ''], ['unknown', ''], ['suspect', ''], ['blocked', '(may ask you to sign in)'], ['changed', '(changed since March 2023: what we rely on is no longer there)']] as const)('%s: %j', async (state, told) => {
    const notes = endnotes(await article({ known: facts(state) }))
    expect(/class="stands">.*?<span>(.*?)<\/span>/s.exec(notes)?.[1] ?? '').toBe(told)
    expect(notes.indexOf('>Original<') < notes.indexOf('Archived copy')).toBe(state !== 'changed')
  })

  it.each(['usurped', 'unfit'] as const)('leads nobody to an original that is %s, from note, glance, quote, republication or source page', async (state) => {
    const citations: Citation[] = [{ key: 'k', source: source.document, quote: 'The doors were locked' }]
    const documents = new Map<string, Live>([[source.document, source]])
    const page = pageAt('en', '/articles/a', { documents, facts: new Map([[source.document, facts(state)]]), jsonLd: undefined })
    const republication = { publisher: 'The Log', url: source.projection.url, source: source.document }
    const html = await articlePage({ page, article: live('articles', 900, { kind: 'republication', body: [p('Said', cite('k'))], citations, republication }), seriesParts: [] })
    for (const each of [html, await sourcePage({ page, source, citedBy: [] })]) {
      expect(each).not.toContain('href="https://logs.example')
      expect(each).toContain('not linked:')
    }
  })

  it('tells programs where the other copy is, as Robust Links do', async () => {
    const notes = endnotes(await article({ known: facts('live') }))
    expect(notes).toContain('<a href="https://logs.example/east" rel="noreferrer" data-versionurl="https://archive.example/log" data-versiondate="2026-03-14">Original</a>')
    expect(notes).toContain('<a href="https://archive.example/log" rel="noreferrer" data-originalurl="https://logs.example/east" data-versiondate="2026-03-14">')
  })

  it('says in note, glance, margin, republication and statement that it was retracted, before any way to it', async () => {
    const republication = { publisher: 'The Log', url: source.projection.url, source: source.document }
    const body: Block[] = [p('Said', cite('k')), { type: 'statement', speaker: 'S', source: source.document, blocks: [p('c')] }]
    const page = pageAt('en', '/articles/a', { documents: new Map<string, Live>([[source.document, source]]), facts: new Map([[source.document, facts('live', { copy, doubt: { is: 'retracted', since: '2026-05-03' } })]]) })
    const html = await articlePage({ page, article: live('articles', 900, { kind: 'republication', body, citations: [{ key: 'k', source: source.document }], republication }), seriesParts: [] })
    for (const part of [endnotes(html), peeks(html)]) expect(part.indexOf('Retracted: noted by us on 3 May 2026.')).toBeLessThan(part.indexOf('https://archive.example/log'))
    expect(html.match(/<b class="doubt">Retracted: noted by us on 3 May 2026\.<\/b>/g)).toHaveLength(4)
    expect(html).toContain('aria-label="Note 1: Inga Maro, Quay log, retracted"')
    expect(html.indexOf('class="doubt"')).toBeLessThan(html.indexOf('href="https://logs.example/east"'))
  })

  it('is said in Arabic with the digits that the settings ask for', async () => {
    const html = (arabicDigits: 'arab' | 'latn') => article({ language: 'ar', known: facts('dead'), citations: [{ key: 'k', source: source.document, locator: { label: 'page', value: '12–14' } }], settings: { ...SETTINGS, arabicDigits } })
    expect(endnotes(await html('arab'))).toMatch(/لم يعد موجودًا منذ آذار ٢٠٢٣.*ص ١٢–١٤/s)
    expect(endnotes(await html('latn'))).toMatch(/لم يعد موجودًا منذ آذار 2023.*ص 12–14/s)
  })
})

describe('the way back from a note to the text', () => {
  const back = '<a role="doc-backlink" class="back"'

  it('stands behind the words of the source where nothing else is said of the place, so that it is in no line of its own', async () => {
    expect(endnotes(await article({}))).toMatch(new RegExp(`</cite>[^<]*${back}[^>]*>↑</a> <span class="ways">`))
    const folded = endnotes(await article({ body: [passage([graphic], p('Said', cite('k')))], citations: [{ key: 'k', source: source.document, quote: 'CLOSED' }] }))
    expect(folded).toMatch(new RegExp(`${back}[^>]*>↑</a> <span class="ways">.*<details class="passage">`))
    expect(folded).not.toContain('class="use"')
    expect(endnotes(await article({ citations: [{ key: 'k', source: null }] }))).toMatch(new RegExp(` ${back}[^>]*>↑</a> </li>`))
  })

  it('stands with what is said of the place where something is', async () => {
    expect(endnotes(await article({ citations: [{ key: 'k', source: source.document, quote: 'Words' }] }))).toMatch(new RegExp(`<span class="use">.*Words.*${back}`))
  })
})

describe('a quote in a note', () => {
  const quoting = (rest: Partial<Citation> = {}): Citation[] => [{ key: 'k', source: source.document, quote: 'أُغلق الرصيف', quoteLanguage: 'ar', quoteTranslation: 'The quay was closed', ...rest }]

  it('stands in its own language and direction, and leads to its place in the original', async () => {
    for (const part of [endnotes, peeks]) expect(part(await article({ citations: quoting() }))).toContain(`<q lang="ar" dir="rtl"><a href="https://logs.example/east#:~:text=${encodeURIComponent('أُغلق الرصيف')}" rel="noreferrer">أُغلق الرصيف</a></q>`)
  })

  it('leads to a copy where the original is gone, and nowhere where there is none', async () => {
    expect(endnotes(await article({ citations: quoting(), known: facts('dead') }))).toContain('href="https://archive.example/log#:~:text=')
    const bare = live('sources', 500, { ...source.projection, archivedUrl: undefined, archivedAt: undefined })
    expect(endnotes(await article({ citations: quoting(), known: facts('dead', { copy }), sources: [bare] }))).toContain('href="/sources/log/copy#:~:text=')
    expect(endnotes(await article({ citations: quoting(), known: facts('dead'), sources: [bare] }))).toContain('<q lang="ar" dir="rtl">أُغلق الرصيف</q>')
  })

  it('stands nowhere in the open when its passage is closed', async () => {
    const html = await article({ body: [passage([graphic], p('Said', cite('k')))], citations: quoting({ quote: 'CLOSED', quoteTranslation: 'CLOSED TOO' }) })
    expect(peeks(html)).toContain('class="peek"')
    expect(peeks(html)).not.toContain('CLOSED')
    const notes = endnotes(html)
    const closed = /<details class="passage">.*?<\/details>/s.exec(notes)?.[0] ?? ''
    expect(closed).toContain('CLOSED TOO')
    expect(html.replace(closed, '')).not.toContain('CLOSED')
  })
})

describe('what a note is for', () => {
  it.each([['disputes', 'This source disputes it.'], ['via', 'Found by way of this source.'], ['background', 'For background.'], ['republishedFrom', 'Republished from here.']] as const)('%s is said in words', async (intent, words) => {
    const html = await article({ citations: [{ key: 'k', source: source.document, intent }] })
    for (const part of [endnotes, peeks]) expect(part(html)).toContain(words)
  })

  it('is a plain note where it is a remark, named by its own words', async () => {
    const html = await article({ citations: [{ key: 'k', source: null, intent: 'remark', note: 'Nobody answered.' }] })
    expect(html).toContain('aria-label="Note 1: Nobody answered."')
    for (const part of [endnotes, peeks]) expect(part(html)).toMatch(/dir="auto">Nobody answered\./)
    expect(html).not.toContain('No source is named')
  })
})

describe('a glance at a note', () => {
  it('has a button beside each mark that is a link, and opens what stands after the text', async () => {
    const html = await article({ body: [p('a', cite('k'), 'b', cite('k')), { type: 'statement', speaker: 'S', source: null, blocks: [p('c', cite('k'))] }] })
    const buttons = [...html.matchAll(/<a role="doc-noteref"[^>]*id="([^"]+)" href="#fn-[^>]*>\[[^\]]+\]<\/a><button type="button" class="look" popoverTarget="([^"]+)" aria-label="[^"]+"><\/button>/g)]
    expect(buttons).toHaveLength(3)
    const after = html.slice(html.indexOf('</article>'))
    for (const [, mark, peek] of buttons) expect(after).toContain(`<div popover="auto" id="${peek}" class="peek" role="note" aria-labelledby="${mark}">`)
  })
})

describe('a title with characters that turn lines round', () => {
  it('turns nothing but itself, in note, mark, glance and page title', async () => {
    const hostile = live('sources', 500, { ...source.projection, title: 'Log\u202eof the\u2069\u202e quay', creators: [{ name: 'In\u202ega' }], publisher: 'A\u2067B' })
    const html = await article({ sources: [hostile], citations: [{ key: 'k', source: source.document, quote: 'x\u202ey', note: 'n\u2066o', locator: { label: 'page', value: '1\u202e2' } }] })
    const page = await sourcePage({ page: pageAt('en', '/sources/log'), source: hostile, citedBy: [] })
    for (const each of [html, page]) expect(each).not.toMatch(/[\u202a-\u202e\u2067\u2066]/)
  })

  it('stands apart from the words round it in a name that is plain text', async () => {
    const arabic = live('sources', 500, { ...source.projection, title: 'سجل', creators: [] })
    expect(await article({ sources: [arabic] })).toContain('aria-label="Note 1: \u2068سجل\u2069"')
  })
})

describe('a private source', () => {
  it('is its label: no way to it, no quote, no place, no standing, wherever it is cited', async () => {
    const hidden = live('sources', 500, { ...source.projection, visibility: 'private', title: 'A nurse', creators: [{ name: 'SECRET' }], url: 'https://secret.example/', archivedUrl: 'https://secret.example/copy' })
    const known = facts('dead', { copy: { ...copy, sha256: 'SECRET' }, archives: [{ url: 'https://secret.example/3', provider: 'other' }], history: [{ on: '2023-03-09', state: 'dead' }] })
    const citations: Citation[] = [{ key: 'k', source: source.document, quote: 'SECRET', quoteTranslation: 'SECRET', locator: { label: 'page', value: 'SECRET' } }]
    const html = await article({ sources: [hidden], known, citations })
    const text = live('articles', 900, { body: [p('x', cite('k'))], citations })
    const page = await sourcePage({ page: pageAt('en', '/sources/log', { facts: new Map([[source.document, known]]) }), source: hidden, citedBy: [text] })
    for (const each of [html, page]) {
      expect(each).toContain('A nurse')
      expect(each).not.toMatch(/secret|gone since|2023/i)
    }
  })
})

describe('the page of a source', () => {
  const known = facts('dead', { copy: { ...copy, wacz: { path: '/captures/a.wacz', bytes: 2_400_000, sha256: 'cd' } }, archives: [{ url: 'https://web.archive.example/2/log', provider: 'wayback' }], history: [{ on: '2023-03-09', state: 'dead' }, { on: '2019-05-01', state: 'live' }] })

  it('tells how it stood, newest first, which copies there are, and what proves ours', async () => {
    const html = await sourcePage({ page: pageAt('en', '/sources/log', { facts: new Map([[source.document, known]]) }), source, citedBy: [] })
    expect(html).toMatch(/Gone since <time dateTime="2023-03-09">9 March 2023.*There since <time dateTime="2019-05-01">1 May 2019/s)
    expect(html).toMatch(/archive\.example\/log.*web\.archive\.example\/2\/log.*\/sources\/log\/copy.*\/captures\/a\.wacz" download="">Download the whole capture \(WACZ, 2 MB\).*(?:ab){32}/s)
  })

  it('leads to each place that cites it, and into no closed passage', async () => {
    const body: Block[] = [p('a', cite('k')), passage([graphic], p('b', cite('l'))), { type: 'statement', speaker: 'S', source: null, blocks: [p('c', cite('m'))] }]
    const citations: Citation[] = ['k', 'l', 'm'].map((key) => ({ key, source: source.document, ...(key === 'm' ? { intent: 'disputes' as const } : {}) }))
    const text = live('articles', 900, { slug: 'tide', body, citations })
    const html = await sourcePage({ page: pageAt('en', '/sources/log'), source, citedBy: [text] })
    const d = text.document
    expect([...html.matchAll(/href="(\/articles\/tide#[^"]+)"/g)].map(([, href]) => href)).toEqual([`/articles/tide#fnref-${d}-1`, `/articles/tide#fn-${d}-1`, `/articles/tide#fnref-${d}-s1-1`])
    expect(html).toContain('This source disputes it.')
  })
})

describe('the page of our copy', () => {
  const render = (text: string): Promise<string> => sourceCopyPage({ page: pageAt('en', '/sources/log/copy', { facts: new Map() }), source, copy: { text, title: 'Log', at: copy.at, sha256: copy.sha256 } })

  it('shows the words in our own markup, says what they are, and asks not to be found', async () => {
    const html = await render('First <script>alert(1)</script>\n\nSecond\u202e line')
    expect(html).toContain('<p dir="auto">First &lt;script&gt;alert(1)&lt;/script&gt;</p><p dir="auto">Second line</p>')
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    expect(html).toContain(copy.sha256)
  })

  it('ends where a page is long enough, and says that the copy goes on', async () => {
    const html = await render(Array.from({ length: 100 }, (_, index) => `${index} ${'word '.repeat(1_000)}`).join('\n\n'))
    expect(html.length).toBeLessThan(COPY_LENGTH + 20_000)
    expect(html).toContain('The copy goes on from here.')
    expect(await render('Short.')).not.toContain('goes on')
    expect((await render('x'.repeat(COPY_LENGTH + 1))).length).toBeLessThan(COPY_LENGTH + 20_000)
  })
})
