import { describe, expect, test } from 'vitest'
import { importKey } from '@/import/ids'
import { readCaption } from '@/import/plan/captions'
import { instantOf, writtenDate } from '@/import/plan/dates'
import { languageOf } from '@/import/plan/language'
import { decodedSlug } from '@/import/plan/site-plan'
import { partOf, plainWords } from '@/import/plan/titles'
import { documentOf, outline, planOf, presented } from '../../support/import-plan'

describe('small readings', () => {
  test('dates: UTC first, none for 0000-00-00 and nonsense', () => {
    expect(instantOf({ gmt: '2019-05-04 10:11:12', local: '', rfc822: '' })?.toISOString()).toBe('2019-05-04T10:11:12.000Z')
    expect(instantOf({ gmt: '0000-00-00 00:00:00', local: '2019-05-04 10:00:00', rfc822: '' })?.toISOString()).toBe('2019-05-04T10:00:00.000Z')
    expect(instantOf({ gmt: '', local: '0000-00-00 00:00:00', rfc822: 'Sat, 04 May 2019 10:00:00 +0200' })?.toISOString()).toBe('2019-05-04T08:00:00.000Z')
    for (const nonsense of ['0000-00-00 00:00:00', '2019-02-31 00:00:00', '2019-13-01 00:00:00', 'soon', '']) expect(instantOf({ gmt: nonsense, local: nonsense, rfc822: '' })).toBeNull()
  })

  test('dates in words, as far as they are told', () => {
    expect(['on 27 July 2018.', 'July 27th, 2018', 'in July 2018', '2018-07-27', 'in 2018', '٢٧', '27 تموز 2018', '3/4/2018x'].map((words) => writtenDate(words)?.date ?? null)).toEqual(['2018-07-27', '2018-07-27', '2018-07', '2018-07-27', '2018', null, '2018-07-27', '2018'])
  })

  test('titles are plain text', () => {
    expect(plainWords('Thoughts &amp; “quotes” <em>in</em>\n a title &#8211; <script>x</script>')).toBe('Thoughts & “quotes” in a title – x')
  })

  test.each([
    ['The long hedge: Part One', 'The long hedge', 1], ['The long hedge – part 2', 'The long hedge', 2], ['The long hedge (Pt. IV)', 'The long hedge', 4],
    ['The long hedge, Part Three: the gate', 'The long hedge', 3], ['السياج الطويل: الجزء الأول', 'السياج الطويل', 1], ['السياج الطويل (الجزء ٢)', 'السياج الطويل', 2],
  ])('%s is a part', (title, series, part) => {
    expect(partOf(title)).toEqual({ series, part })
  })

  test.each(['Part One', 'Taking part in it', 'A party of two', 'In part one of us', 'Depart three'])('%s is no part of a series', (title) => {
    expect(partOf(title)).toBeNull()
  })

  test('language by script, else the site', () => {
    expect(languageOf('السياج الطويل by the gate <a href="https://long.example/english-words">هنا</a>', 'en-GB')).toBe('ar')
    expect(languageOf('The long hedge – السياج', 'en-GB')).toBe('en')
    expect(languageOf('Die Hecke', 'de-AT')).toBe('de')
    expect(languageOf('1 2 3', 'fr')).toBe('fr')
    expect(languageOf('Words', 'tlh')).toBe('en')
    expect(languageOf('پرچین', 'fa-IR')).toBe('fa')
  })

  test('captions give credit and licence only where the pattern is certain', () => {
    expect(readCaption('The gate in May. Photo: a neighbour, CC BY-SA 4.0')).toEqual({ caption: 'The gate in May.', credit: 'a neighbour', licence: 'CC BY-SA 4.0' })
    expect(readCaption('صورة: جارة')).toEqual({ caption: '', credit: 'جارة', licence: '' })
    expect(readCaption('A photo of the gate')).toEqual({ caption: 'A photo of the gate', credit: '', licence: '' })
  })

  test('slugs are decoded, even where they were cut inside a character', () => {
    expect(decodedSlug('%d8%b9%d8%b1%d8%a8%d9%8a')).toBe('عربي')
    expect(decodedSlug('%d8%b9%d8%b1%d8')).toBe('عر')
    expect(decodedSlug('cafe%cc%81')).toBe('café')
  })

  test('import keys stay the same whatever the spelling of the site, and differ by kind', () => {
    expect(importKey('http://www.Orchard.example/', 'post', '1')).toBe(importKey('https://orchard.example', 'post', '1'))
    expect(importKey('https://orchard.example', 'post', '1')).not.toBe(importKey('https://orchard.example', 'term', '1'))
    expect(importKey('https://orchard.example', 'post', '1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('links become citations', () => {
  test('the words stay, a citation follows, and one work is one source however it is spelt', async () => {
    const document = await documentOf('<p>The <a href="https://council.example/plan?utm_source=x">plan</a> and its <a href="http://www.council.example/plan/#map">map</a> (<a href="https://council.example/plan">here </a>).</p>')
    expect(outline(document.blocks)).toEqual(['paragraph: The plan and its map (here ).'])
    expect(document.sources).toMatchObject([{ urlKey: 'council.example/plan', url: 'https://council.example/plan', title: 'council.example/plan' }])
    expect(presented(document).citations.map(({ locator }) => locator)).toEqual([undefined, { label: 'section', value: 'map' }, undefined])
    expect(new Set(presented(document).citations.map(({ source }) => source)).size).toBe(1)
  })

  test('a cut address needs its source and keeps its words', async () => {
    const document = await documentOf('<p>Seen (<a href="https://gauge.example/…/may-rea…">found here</a>) and taken:…/uk-seizes… too</p>')
    expect(outline(document.blocks)).toEqual(['paragraph: Seen (found here) and taken:…/uk-seizes… too'])
    expect(presented(document).citations).toMatchObject([{ source: null, note: 'https://gauge.example/…/may-rea…' }, { source: null, note: '…/uk-seizes…' }])
  })

  test('a link to another imported post is a reference; to something else of the old site it stays a link', async () => {
    const document = await documentOf('<p><a href="/2019/05/post-2/">two</a> <a href="https://www.orchard.example/?p=2">also two</a> <a href="/tag/gates/">tag</a> <a href="mailto:a@b.example">mail</a></p>', {}, [{ id: 2 }])
    expect(presented(document).body).toMatchObject([{ children: [{ type: 'reference' }, {}, { type: 'reference' }, {}, { type: 'link', href: 'https://orchard.example/tag/gates/' }, {}, { type: 'link', href: 'mailto:a@b.example' }] }])
    expect(document.sources).toEqual([])
    expect(document.findings).toContainEqual({ kind: 'notPlaced', what: 'A link to something of the old site that is not in the file still leads there', words: 'tag (https://orchard.example/tag/gates/)' })
  })

  test('a dangerous link leaves its words alone and is reported', async () => {
    const document = await documentOf('<p>Read <a href="javascript:alert(1)">this</a></p>')
    expect(presented(document).body).toEqual([{ type: 'paragraph', children: [{ type: 'text', text: 'Read this' }] }])
    expect(document.findings.some((finding) => finding.words?.includes('javascript:alert(1)'))).toBe(true)
  })

  test('addresses and DOIs in plain words are cited, the words stay', async () => {
    const document = await documentOf('<p>See https://paper.example/a(b), and doi:10.1000/xyz.</p>')
    expect(outline(document.blocks)).toEqual(['paragraph: See https://paper.example/a(b), and doi:10.1000/xyz.'])
    expect(document.sources.map(({ urlKey }) => urlKey)).toEqual(['paper.example/a(b)', 'doi:10.1000/xyz'])
  })

  test("a footnote's link is its source, its words the note; each further link is a citation of its own", async () => {
    const document = await documentOf('<p>a [1] b [2] c [3]</p><p>[1] <a href="https://a.example/x">The annual report</a><br>[2] Minutes, <a href="https://b.example">one</a> and <a href="https://c.example">two</a><br>[3] A letter, see <a href="/2019/05/post-2/">part two</a></p>', {}, [{ id: 2 }])
    expect(presented(document).citations).toMatchObject([
      { originalLabel: '[1]' },
      { originalLabel: '[2]', note: 'Minutes, one and two' }, { originalLabel: '[2]' },
      { originalLabel: '[3]', source: null, note: 'A letter, see part two' },
    ])
    expect(presented(document).citations[0]).not.toHaveProperty('note')
    expect(document.sources.map(({ title }) => title)).toEqual(['The annual report', 'one', 'two'])
  })
})

describe('what a post is', () => {
  test('a "Source:" line becomes the attribution; it leaves the text only when all of it has a place', async () => {
    const whole = await documentOf('<p>Source: <a href="https://rivers.example/night">River Watch, “Night shift”, 27 July 2018</a></p><p>Reposted with kind permission. They came at two.</p>')
    expect(whole).toMatchObject({ kind: 'republication', republication: { publisher: 'River Watch', title: 'Night shift', url: 'https://rivers.example/night', publishedOn: '2018-07-27', permission: 'Reposted with kind permission', source: 'rivers.example/night' } })
    expect(outline(whole.blocks)).toEqual(['paragraph: Reposted with kind permission. They came at two.'])
    expect(whole.sources).toMatchObject([{ title: 'Night shift', publisher: 'River Watch', issued: '2018-07-27', kind: 'article' }])

    const lost = await documentOf('<p>Source: How the hedge was cut down in one night by men with lamps</p>', { title: 'How the hedge was cut down in one night by men with lamps' })
    expect(lost).toMatchObject({ kind: 'republication', republication: { publisher: '', title: 'How the hedge was cut down in one night by men with lamps', url: '', source: null } })
    expect(outline(lost.blocks)).toEqual(['paragraph: Source: How the hedge was cut down in one night by men with lamps'])
    expect(lost.findings.map(({ what }) => what)).toContain('The attribution still needs who first published it and its address')
  })

  test('"Source:" below an image is about the image', async () => {
    expect((await documentOf('<p>Text</p><img src="x.png"><p>Source: council</p>')).republication).toBeNull()
  })

  test.each(['<p><strong>Content warning:</strong> a death</p><p>Text</p>', '<p>TW: a death</p><p>Text</p>', '<p>Text</p><p>– Warning: a death</p>', '<p>تحذير: موت</p><p>نص</p>'])('%s proposes a warning, and its line stays', async (content) => {
    const document = await documentOf(content)
    expect(document.proposedWarnings).not.toBe('')
    expect(outline(document.blocks).join()).toContain(document.proposedWarnings)
  })

  test('words that only begin like a warning propose none', async () => {
    expect((await documentOf('<p>Warnings were ignored: again.</p><p>Twice: no.</p>')).proposedWarnings).toBe('')
  })

  test('parts of one title are one series', async () => {
    const plan = await planOf([{ id: 1, title: 'The hedge: Part One' }, { id: 2, title: 'The hedge: Part Two' }, { id: 3, title: 'السياج: الجزء الأول', content: '<p>نص</p>' }, { id: 4 }])
    expect([...plan.site.series.values()].map(({ title, language }) => [title, language])).toEqual([['The hedge', 'en'], ['السياج', 'ar']])
    expect(plan.documents.map(({ series }) => series?.part)).toEqual([1, 2, 1, undefined])
    expect(plan.documents[0]?.series?.key).toBe(plan.documents[1]?.series?.key)
  })

  test.each([
    [{ status: 'draft' }, /draft/], [{ status: 'pending' }, /review/], [{ status: 'private' }, /private/], [{ status: 'future' }, /scheduled/], [{ status: 'trash' }, /trash/], [{ status: 'in-progress' }, /in-progress/],
    [{ password: 'hedge' }, /password/], [{ date: '2031-01-01 00:00:00' }, /future/], [{ date: '0000-00-00 00:00:00' }, /no date/],
  ])('%o stays private', async (item, why) => {
    const document = await documentOf('<p>Words</p>', item)
    expect(document.publicSince).toBeNull()
    expect(document.whyPrivate).toMatch(why)
  })

  test('a published post keeps its date and its old paths', async () => {
    const document = await documentOf('<p>نص</p>', { title: 'سياج', link: 'https://orchard.example/2019/05/%d8%b3%d9%8a%d8%a7%d8%ac/', slug: '%d8%b3%d9%8a%d8%a7%d8%ac' })
    expect(document).toMatchObject({ publicSince: '2019-05-04T10:00:00.000Z', oldAddresses: ['/2019/05/سياج'], slug: 'سياج', language: 'ar', whyPrivate: '' })
  })

  test('slugs are unique for a language, made of titles where there are none, and never the site’s own', async () => {
    const plan = await planOf([{ id: 1, slug: 'gate' }, { id: 2, slug: 'gate' }, { id: 3, slug: '', title: 'Der große Zaun' }, { id: 4, slug: '', title: '…' }, { id: 5, slug: 'articles', type: 'page' }, { id: 6, slug: 'ar', type: 'page', title: 'In Arabic' }])
    expect(plan.documents.map(({ slug }) => slug)).toEqual(['gate', 'gate-2', 'der-große-zaun', 'post-4', 'articles-2', 'ar-2'])
  })

  test('a text that says it translates another post is linked to it, as are those that a plugin joined', async () => {
    const plan = await planOf([
      { id: 1 }, { id: 2, content: '<p>هذه ترجمة لبيان <a href="/2019/05/post-1/">السياج</a> كما نُشر.</p>' },
      { id: 3, content: '<p>نص آخر طويل</p>', extra: '<category domain="post_translations" nicename="pll_1"><![CDATA[pll_1]]></category>', date: '2020-01-01 00:00:00' },
      { id: 4, extra: '<category domain="post_translations" nicename="pll_1"><![CDATA[pll_1]]></category><category domain="language" nicename="en"><![CDATA[English]]></category>' },
    ])
    expect(plan.documents.map(({ translationOf, kind }) => [translationOf, kind])).toEqual([[null, 'original'], ['1', 'translation'], ['4', 'translation'], [null, 'original']])
  })

  test('authors and topics are created once; the box for what has no category is not one', async () => {
    const plan = await planOf([
      { id: 1, extra: '<category domain="category" nicename="hedges">Hedges</category><category domain="post_tag" nicename="hedges">hedges</category><category domain="category" nicename="uncategorized">Uncategorized</category>' },
      { id: 2, creator: 'ghost' },
    ])
    expect([...plan.site.people.values()].map(({ title, slug }) => [title, slug])).toEqual([['Mira Holt', 'mira-holt'], ['ghost', 'ghost']])
    expect(plan.documents[0]?.topics).toHaveLength(1)
    expect(JSON.stringify(plan)).not.toContain('mira@orchard.example')
  })

  test('comments, custom fields and other leftovers are reported', async () => {
    const document = await documentOf('<p>x</p>', { extra: '<wp:comment><wp:comment_content>Hi</wp:comment_content></wp:comment><wp:postmeta><wp:meta_key>mood</wp:meta_key><wp:meta_value>calm</wp:meta_value></wp:postmeta><wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta>' })
    expect(document.findings).toEqual([{ kind: 'notPlaced', what: '1 comment of a reader' }, { kind: 'notPlaced', what: 'The custom field "mood"', words: 'calm' }])
  })
})

describe('images', () => {
  const attachment = { id: 9, type: 'attachment', status: 'inherit', title: 'gate', excerpt: 'The gate. Photo: R. M.', extra: '<wp:attachment_url>https://orchard.example/wp-content/uploads/2019/03/gate.png</wp:attachment_url><wp:postmeta><wp:meta_key>_wp_attached_file</wp:meta_key><wp:meta_value>2019/03/gate.png</wp:meta_value></wp:postmeta><wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>A gate at night</wp:meta_value></wp:postmeta>' }

  test('are found by id, by address, as smaller copies, and with care under another ending', async () => {
    const image = (src: string, more = '') => `<img src="${src}" ${more}>`
    const uploads = 'https://orchard.example/wp-content/uploads/2019/03'
    const document = await documentOf([image('x.png', 'class="wp-image-9"'), image(`${uploads}/gate-300x200.png`), image(`http://www.orchard.example/wp-content/uploads/2019/03/gate.png?w=3`), image(`${uploads}/gate.jpg`, 'alt="A gate at night"')].join('\n'), {}, [attachment], ['2019/03/gate.png'])
    expect(document.blocks).toHaveLength(4)
    expect(new Set(document.blocks.map((block) => (block.type === 'image' ? block.media : null)))).toEqual(new Set([document.media[0]?.key]))
    expect(document.media).toMatchObject([{ file: '2019/03/gate.png', alt: 'A gate at night', caption: 'The gate.', credit: 'R. M.' }])
    expect(document.findings.filter(({ kind }) => kind === 'proposed')).toHaveLength(1)
  })

  test('that are not at hand leave their caption in the text and are reported', async () => {
    const document = await documentOf('<figure><img src="https://orchard.example/wp-content/uploads/2019/03/gone.jpg" alt="Gone"><figcaption>The sluice. Photo: us, CC BY</figcaption></figure>')
    expect(outline(document.blocks)).toEqual(['paragraph: The sluice. Photo: us, CC BY'])
    expect(document.findings).toContainEqual({ kind: 'notPlaced', what: 'An image was not found in the media folder', words: 'https://orchard.example/wp-content/uploads/2019/03/gone.jpg Gone' })
  })

  test('are never looked for outside of the media folder', async () => {
    const document = await documentOf('<img src="https://orchard.example/wp-content/uploads/../../secret.png">', {}, [], ['../secret.png', 'secret.png', '../../secret.png'])
    expect(document.media).toEqual([])
  })

  test('lead images come with the post', async () => {
    const document = await documentOf('<p>x</p>', { extra: '<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>' }, [attachment], ['2019/03/gate.png'])
    expect(document.lead).toBe(document.media[0]?.key)
  })
})
