import { beforeAll, describe, expect, it } from 'vitest'
import type { Live } from '@/record/publication'
import { previewImage } from '@/site/components/card'
import { articlePage, campaignPage, correctionsPage, exchangePage, plainPage, searchPage, socialPostPage, sourcePage, sourcesPage } from '@/site/pages'
import { SETTINGS, live, uuid, withdrawn } from '../../support/publications'
import { cite, image, p, passage } from '../../support/fixtures/body'
import { pageAt, renderAll } from '../../support/fixtures/newsroom-pages'
import { terms } from '../../support/fixtures/newsroom'
import { ids } from '../../support/fixtures/newsroom-ids'

const graphic = { term: uuid(ids.torture), depiction: 'shown' as const, intensity: 'graphic' as const }
const articleHtml = (projection: Parameters<typeof live<'articles'>>[2], row = {}, documents: Live[] = []): Promise<string> =>
  articlePage({ page: pageAt('en', '/articles/a', { documents: new Map([...terms, ...documents].map((one) => [one.document, one])) }), article: live('articles', 900, projection, row), seriesParts: [] })

describe('an article', () => {
  let english: string
  let arabic: string
  beforeAll(async () => {
    english = (await renderAll('en')).get('article') ?? ''
    arabic = (await renderAll('ar')).get('article') ?? ''
  })

  it('warns after the headline and before the first picture', () => {
    const at = (part: string): number => english.indexOf(part)
    expect(at('<h1>')).toBeLessThan(at('role="note"'))
    expect(at('role="note"')).toBeLessThan(at('<img'))
    expect(english).toContain('This article describes in detail torture or ill-treatment and describes detention or enforced disappearance; one image shows bodies or human remains.')
    expect(arabic).toContain('في هذا المقال حديث مفصّل عن تعذيب أو سوء معاملة، وحديث عن اعتقال أو إخفاء قسري، وصورة فيها جثامين أو رفات بشرية.')
  })

  it('keeps a covered picture, its text and its caption behind a cover that has neither', () => {
    const cover = /<figure id="w-[^"]+" class="covered"><details><summary>(.*?)<\/summary>(.*?)<\/details>/s.exec(english)
    expect(cover?.[1]).not.toMatch(/<img|blankets|photographed/)
    expect(cover?.[2]).toMatch(/two bodies lie under blankets.*photographed by a passenger/s)
  })

  it('puts no heading and no link into a summary', () => {
    for (const [, summary] of english.matchAll(/<summary>(.*?)<\/summary>/gs)) expect(summary).not.toMatch(/<(a|h\d)[\s>]/)
  })

  it('links each note to each place that cites it, and back', () => {
    for (const [, note] of english.matchAll(/role="doc-noteref"[^>]*href="#([^"]+)"/g)) expect(english).toContain(`<li id="${note}"`)
    for (const [, mark] of english.matchAll(/role="doc-noteref"[^>]*id="([^"]+)"/g)) expect(english).toContain(`role="doc-backlink" class="back" href="#${mark}"`)
    expect(english).toMatch(/↑<sup>a<\/sup>.*↑<sup>b<\/sup>/s)
    expect(arabic).toMatch(/↑<sup>أ<\/sup>.*↑<sup>ب<\/sup>/s)
  })

  it('leads to texts that are live, and keeps the words of a link to one that is not', () => {
    expect(english).toContain('<a href="/topics/harbour">earlier reporting on the harbour</a>')
    expect(english).toContain('and a text that was never published is not.')
    expect(english).toContain('A post that was quoted here is not public.')
  })

  it('says that nobody has checked it, or that it was checked, and never one for the other', async () => {
    const unchecked = await articleHtml({ warningReview: 'notAssessed' })
    const clean = await articleHtml({ warningReview: 'assessedNone' })
    const assessed = await articleHtml({ warningReview: 'assessed', warnings: [graphic] })
    expect([unchecked, clean, assessed].map((html) => html.includes('has not been checked'))).toEqual([true, false, false])
    expect([unchecked, clean, assessed].map((html) => html.includes('none needed'))).toEqual([false, true, false])
  })

  it('does not claim that no warning is needed where a passage carries one', async () => {
    expect(await articleHtml({ warningReview: 'assessedNone', body: [passage([graphic], p('x'))] })).not.toContain('none needed')
  })

  it('offers a picture for previews only when the picture needs no warning', async () => {
    const picture = image('lead', 'A quay')
    expect(await articleHtml({ leadImage: { image: picture, warnings: [] } })).toContain('<meta property="og:image" content="https://harbour.example/media/lead-800.webp"')
    expect(await articleHtml({ leadImage: { image: picture, warnings: [graphic] } })).not.toContain('og:image')
  })

  it('describes itself to other sites by its short version when it is hard', async () => {
    const html = await articleHtml({ standfirst: 'HARD STANDFIRST', shortVersion: 'Safe.', warnings: [graphic], warningReview: 'assessed' })
    expect(html).toContain('<meta name="description" content="Safe."')
    expect(html).not.toContain('content="HARD')
  })

  it('names whose text a republished one is before its first word, and its author instead of ours', async () => {
    const ours = live('people', 5, { title: 'Our Editor', slug: 'our-editor' })
    const html = await articleHtml({ kind: 'republication', authors: [ours.document], republication: { publisher: 'The Bilge Pump', author: 'A stoker', url: 'https://bilge.example/1', publishedOn: '2019-05-03', source: null }, body: [p('FIRST WORD')] }, {}, [ours])
    expect(html).toContain('Republished from <a href="https://bilge.example/1" rel="noreferrer"><bdi>The Bilge Pump</bdi></a> (original <time dateTime="2019-05-03">3 May 2019</time>)')
    expect(html.indexOf('The Bilge Pump')).toBeLessThan(html.indexOf('FIRST WORD'))
    expect(html).not.toContain('Our Editor')
  })

  it('shows a retraction before the text, and a correction after it', async () => {
    const body = [p('FIRST WORD')]
    const correction = { at: '2026-11-05T00:00:00Z', note: 'THE NOTE' }
    const corrected = await articleHtml({ body }, { corrections: [{ ...correction, kind: 'correction' }] })
    const retracted = await articleHtml({ body }, { corrections: [{ ...correction, kind: 'retraction' }] })
    expect(corrected.indexOf('THE NOTE')).toBeGreaterThan(corrected.indexOf('FIRST WORD'))
    expect(retracted.indexOf('THE NOTE')).toBeLessThan(retracted.indexOf('FIRST WORD'))
  })

  it('looks the same to a reader when it was brought in from an old address', async () => {
    expect(await articleHtml({}, { isAdopted: true, addresses: ['/old', '/articles/a'] })).toBe(await articleHtml({}))
  })

  it('names its languages to readers and to machines', () => {
    expect(arabic).toMatch(/<html lang="ar" dir="rtl">/)
    expect(arabic).toContain('<link rel="alternate" hrefLang="en" href="https://harbour.example/articles/nine-hours-on-the-marigold"/>')
    expect(arabic).toMatch(/<a href="\/articles\/nine-hours-on-the-marigold" lang="en"[^>]*>English<\/a>/)
    expect(english).toMatch(/type="application\/rss\+xml".*type="application\/atom\+xml".*type="application\/feed\+json"/s)
  })
})

describe('what was corrected or retracted', () => {
  const at = '2026-11-05T00:00:00Z'
  const noted = (kind: 'correction' | 'retraction') => ({ updatedAt: at, corrections: [{ at, kind, note: 'THE NOTE' }] })
  const row = (kind: 'correction' | 'retraction' | null) => (kind === null ? {} : noted(kind))
  const html: Record<string, (kind: 'correction' | 'retraction' | null) => Promise<string>> = {
    article: (kind) => articleHtml({ body: [p('FIRST WORD')] }, row(kind)),
    post: (kind) => socialPostPage({ page: pageAt('en', '/posts/p'), post: live('social-posts', 901, { text: 'FIRST WORD' }, row(kind)), replies: [], exchanges: [] }),
    exchange: (kind) => {
      const post = live('social-posts', 901, { text: 'FIRST WORD' })
      return exchangePage({ page: pageAt('en', '/posts/e', { documents: new Map([...terms, post].map((one) => [one.document, one])) }), exchange: live('exchanges', 902, { posts: [{ post: post.document }] }, row(kind)) })
    },
    page: (kind) => plainPage({ page: pageAt('en', '/about'), document: live('pages', 903, { body: [p('FIRST WORD')] }, row(kind)) }),
    campaign: (kind) => campaignPage({ page: pageAt('en', '/campaigns/c'), campaign: live('campaigns', 904, { body: [p('FIRST WORD')] }, row(kind)), entries: [], total: 0, months: [] }),
    source: (kind) => sourcePage({ page: pageAt('en', '/sources/src'), source: live('sources', 905, { note: 'FIRST WORD' }, row(kind)), citedBy: [] }),
  }

  it.each(Object.keys(html))('says so once on the page of a kind: %s, a retraction before the text and a correction after it', async (kind) => {
    const made = html[kind] ?? html.article
    const [plain, corrected, retracted] = await Promise.all([made?.(null), made?.('correction'), made?.('retraction')]) as [string, string, string]
    const main = (text: string): string => text.slice(text.indexOf('<main'))
    expect(plain).not.toMatch(/id="corrections"|Retracted|Corrected/)
    expect(main(corrected).indexOf('THE NOTE')).toBeGreaterThan(main(corrected).indexOf('FIRST WORD'))
    expect(main(retracted).indexOf('THE NOTE')).toBeLessThan(main(retracted).indexOf('FIRST WORD'))
    for (const text of [corrected, retracted]) expect(main(text).split('THE NOTE')).toHaveLength(2)
  })

  it.each(['article', 'post', 'exchange'])('leads from the date of a kind to what was wrong: %s', async (kind) => {
    expect(await html[kind]?.('correction')).toMatch(/<a href="#corrections">Corrected <time dateTime="2026-11-05T00:00:00Z">5 November 2026<\/time><\/a>/)
    expect(await html[kind]?.('retraction')).toMatch(/<a href="#corrections">Retracted <time/)
  })

  it('is named retracted to other sites, with the reason in place of what it said and without its picture', async () => {
    const article = { standfirst: 'THE CLAIM', leadImage: { image: image('lead', 'A quay'), warnings: [] } }
    const head = (text: string): string => text.slice(0, text.indexOf('</head>'))
    const before = head(await articleHtml(article))
    const after = head(await articleHtml(article, noted('retraction')))
    expect(before).toContain('og:image')
    expect(after).toContain('<meta property="og:title" content="Retracted: A"')
    expect(after).toContain('<meta property="og:description" content="THE NOTE"')
    expect(after).not.toMatch(/og:image"|THE CLAIM/)
  })

  it('is marked retracted wherever it is listed or shown, and says nothing there of what it said', async () => {
    const hits = [live('articles', 906, { title: 'Taken back', standfirst: 'THE CLAIM' }, noted('retraction')), live('articles', 907, { title: 'Sound', standfirst: 'FINE' }, noted('correction'))]
    const page = await searchPage({ page: pageAt('en', '/search'), query: 'x', hits, total: 2, isAll: true, offset: 0, limit: 20 })
    expect(page).toMatch(/<p class="mark"><b>Retracted<\/b><\/p><h2>[^/]*\/articles\/a[^/]*Taken back/)
    expect(page.split('class="mark"')).toHaveLength(2)
    expect(page).toContain('FINE')
    expect(page).not.toContain('THE CLAIM')
    const post = live('social-posts', 908, {}, noted('retraction'))
    const embedding = await articleHtml({ body: [{ type: 'post', post: post.document }] }, {}, [post])
    expect(embedding).toContain('<p class="mark"><b>Retracted</b></p>')
  })
})

describe('a picture that stands for its text', () => {
  it('is not offered where the text itself is too hard for a preview', async () => {
    const leadImage = { image: image('lead', 'A quay'), warnings: [] }
    expect(await articleHtml({ leadImage, warnings: [graphic], warningReview: 'assessed' })).not.toContain('og:image')
    const [soft, hard] = [live('articles', 909, { leadImage }), live('articles', 910, { leadImage, warnings: [graphic] })]
    expect(previewImage(soft)?.id).toBe('lead')
    expect(previewImage(hard)).toBeUndefined()
  })
})

describe('other pages', () => {
  it('list sources of a kind by title, those in the script of the page first', async () => {
    const sources = ['Quay log', 'دفتر الرصيف', 'Anchor log', 'بيان المرفأ'].map((title, index) => ({ source: live('sources', 600 + index, { title, slug: `s-${index}`, kind: 'report' }), citedIn: 1 }))
    const titles = async (language: 'en' | 'ar') => [...(await sourcesPage({ page: pageAt(language, '/sources'), sources, total: 4 })).matchAll(/<cite>(.*?)<\/cite>/g)].map(([, cite]) => cite?.replaceAll(/<[^>]+>/g, ''))
    expect(await titles('ar')).toEqual(['بيان المرفأ', 'دفتر الرصيف', 'Anchor log', 'Quay log'])
    expect(await titles('en')).toEqual(['Anchor log', 'Quay log', 'بيان المرفأ', 'دفتر الرصيف'])
  })

  it('show of a private source its public label and nothing else, in a note and on its own page', async () => {
    const source = live('sources', 7, { visibility: 'private', title: 'A driver, name withheld', creators: [{ name: 'SECRET NAME' }], url: 'https://secret.example/', archivedUrl: 'https://secret.example/copy', container: 'SECRET PAPER', publisher: 'SECRET HOUSE', note: 'SECRET NOTE', issued: '1999-09-09' })
    const note = await articleHtml({ body: [p('x', cite('k'))], citations: [{ key: 'k', source: source.document, quote: 'SECRET QUOTE', locator: { label: 'page', value: 'SECRET' } }] }, {}, [source])
    const page = await sourcePage({ page: pageAt('en', source.path ?? ''), source, citedBy: [] })
    for (const html of [note, page]) {
      expect(html).toContain('A driver, name withheld')
      expect(html).not.toMatch(/secret|1999/i)
    }
  })

  it('open nothing of a warned post by itself: its words, pictures and notes are behind one notice', async () => {
    const post = live('social-posts', 8, { text: 'HARD WORDS [1]', warnings: [graphic], warningReview: 'assessed', footnotes: [{ label: '1', text: 'HARD NOTE', source: null }], attachments: [{ image: image('hard', 'HARD PICTURE'), warnings: [] }] })
    const html = await socialPostPage({ page: pageAt('en', post.path ?? ''), post, replies: [], exchanges: [] })
    const closed = /<details class="passage">.*?<\/details>/s.exec(html)?.[0] ?? ''
    for (const words of ['HARD WORDS', 'HARD NOTE', 'HARD PICTURE']) {
      expect(closed).toContain(words)
      expect(html.replace(closed, '')).not.toContain(words)
    }
  })

  it('quote nothing in the open below that stands in a closed passage above', async () => {
    const cited = { body: [p('Said', cite('open')), passage([graphic], p('Said', cite('closed')))], citations: [{ key: 'open', source: null, quote: 'OPEN QUOTE' }, { key: 'closed', source: null, quote: 'CLOSED QUOTE', quoteTranslation: 'CLOSED TRANSLATION' }] }
    const notes = /<section role="doc-endnotes".*<\/section>/s.exec(await articleHtml(cited))?.[0] ?? ''
    const closed = /<details class="passage">.*?<\/details>/s.exec(notes)?.[0] ?? ''
    expect(closed).toContain('CLOSED QUOTE')
    expect(closed).toContain('CLOSED TRANSLATION')
    expect(notes.replace(closed, '')).not.toContain('CLOSED')
    expect(notes.replace(closed, '')).toContain('OPEN QUOTE')
  })

  it('name nothing of a withdrawn text but its date and note', async () => {
    const gone = withdrawn(live('articles', 9, { title: 'A NAME IN A TITLE' }), '2026-11-12T00:00:00Z', 'On request.')
    const html = await correctionsPage({ page: pageAt('en', '/corrections'), entries: [gone], total: 1 })
    expect(html).toContain('On request.')
    expect(html).not.toContain('A NAME')
  })

  it('put into search results no word of a text that needs its warning first', async () => {
    const post = live('social-posts', 8, { text: 'HARD WORDS', warnings: [graphic] })
    const article = live('articles', 9, { body: [p('HARD WORDS')], standfirst: 'HARD WORDS', shortVersion: 'Safe.', warnings: [graphic] })
    const html = await searchPage({ page: pageAt('en', '/search'), query: 'x', hits: [post, article], total: 2, isAll: true, offset: 0, limit: 20 })
    expect(html).not.toContain('HARD WORDS')
    expect(html).toContain('noindex')
    expect(html).toContain('<ul class="chips"')
  })

  it('name the voice of every post of an exchange, and whom it answers', async () => {
    const first = live('social-posts', 11, { voice: 'ours', account: { name: 'Us' } })
    const second = live('social-posts', 12, { voice: 'theirs', account: { name: 'Them' }, replyTo: first.document })
    const circular = live('social-posts', 13, { account: { name: 'Loop' }, replyTo: uuid(13) })
    const exchange = live('exchanges', 10, { posts: [first, second, circular].map((post) => ({ post: post.document })) })
    const html = await exchangePage({ page: pageAt('en', '/exchanges/e', { documents: new Map([first, second, circular].map((post) => [post.document, post])) }), exchange })
    const [, one, two] = html.split('<li id="post-')
    expect(one).toMatch(/<bdi>Us<\/bdi>.*Posted by us/s)
    expect(two).toMatch(new RegExp(`In reply to <a href="#post-${first.document}"><bdi>Us</bdi></a>.*<bdi>Them</bdi>.*Someone else’s words`, 's'))
    expect(two).toContain('depth-1')
  })

  it('print Arabic numbers in the digits that the settings ask for', async () => {
    const article = live('articles', 9, { language: 'ar', body: [p('س', cite('k'))], citations: [{ key: 'k', source: null, note: 'ن' }] })
    const html = (arabicDigits: 'arab' | 'latn') => articlePage({ page: pageAt('ar', '/articles/x', { settings: { ...SETTINGS, arabicDigits } }), article, seriesParts: [] })
    expect(await html('arab')).toContain('>[١]</a>')
    expect(await html('latn')).toContain('>[1]</a>')
  })
})
