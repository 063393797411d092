import { describe, expect, test } from 'vitest'
import { blocksOf, outline } from '../../support/import-plan'

const read = (html: string) => outline(blocksOf(html).blocks)

describe('classic HTML', () => {
  test('a blank line begins a paragraph, a line feed is a line break', () => {
    expect(read('First line\nsecond line\n\nNext <em>paragraph</em>\n\n\n')).toEqual(['paragraph: First line\nsecond line', 'paragraph: Next paragraph'])
  })

  test('a paragraph that begins inside emphasis keeps the emphasis on both sides', () => {
    const { blocks } = blocksOf('<strong>one\n\ntwo</strong> three')
    expect(blocks).toMatchObject([
      { type: 'paragraph', children: [{ text: 'one', marks: ['bold'] }] },
      { type: 'paragraph', children: [{ text: 'two', marks: ['bold'] }, { text: ' three', marks: [] }] },
    ])
  })

  test('a line feed beside a break or a block adds nothing', () => {
    expect(read('One<br />\ntwo\n<ul>\n<li>three</li>\n</ul>\nfour')).toEqual(['paragraph: One\ntwo', 'bullet: three', 'paragraph: four'])
  })

  test('preformatted text keeps its spaces and lines', () => {
    expect(read('<pre>a  b\n  c</pre>')).toEqual(['paragraph: a  b\n  c'])
  })
})

describe('blocks of the block editor', () => {
  test('white space between and in blocks means nothing', () => {
    expect(read('<!-- wp:paragraph -->\n<p>One\n  two</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:separator --><hr/><!-- /wp:separator -->\n\n<!-- wp:paragraph --><p>Three</p><!-- /wp:paragraph -->')).toEqual(['paragraph: One two', 'rule', 'paragraph: Three'])
  })

  test('classic text between blocks still makes paragraphs', () => {
    expect(read('<!-- wp:paragraph --><p>A</p><!-- /wp:paragraph -->\n\nfree\n\ntext')).toEqual(['paragraph: A', 'paragraph: free', 'paragraph: text'])
  })

  test('headings of six levels become three', () => {
    expect(read('<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6>')).toEqual(['h2: a', 'h2: b', 'h3: c', 'h4: d', 'h4: e', 'h4: f'])
  })

  test('lists nest, also where the inner one stands outside of an item', () => {
    expect(read('<ol start="3"><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li><ul><li>e</li></ul></ol>')).toEqual(['number: a (bullet: b) | c\nd (bullet: e)'])
    expect(blocksOf('<ol start="3"><li>a</li></ol>').blocks).toMatchObject([{ start: 3 }])
  })

  test('a quotation keeps its paragraphs and who said it', () => {
    expect(read('<blockquote><p>One.</p><p>Two.</p><cite>A neighbour</cite></blockquote>')).toEqual(['quote: One.\nTwo.\nA neighbour'])
  })

  test('tables keep header cells; what is between cells and rows is not lost', () => {
    expect(read('<figure class="wp-block-table"><table><thead><tr><th>Year</th><th>Trees</th></tr></thead><tbody><tr><td>2019</td><td>40<br>then 38</td></tr></tbody></table><figcaption>Counted by hand</figcaption></figure>'))
      .toEqual(['table: #Year | #Trees / 2019 | 40\nthen 38', 'paragraph: Counted by hand'])
  })

  test('images carry caption and attachment; galleries are images one after another', () => {
    expect(read('<figure class="wp-block-gallery"><ul><li class="blocks-gallery-item"><figure><img src="a.jpg" alt="A"><figcaption>First</figcaption></figure></li><li><figure><img src="b.jpg"></figure></li></ul><figcaption>Both</figcaption></figure>'))
      .toEqual(['image: a.jpg [A] First', 'image: b.jpg []', 'paragraph: Both'])
    expect(blocksOf('<!-- wp:image {"id":12} --><figure><img src="a.jpg"/></figure><!-- /wp:image --><p><img class="alignleft wp-image-9" src="b.jpg"></p>').blocks).toMatchObject([{ attachment: '12' }, { attachment: '9' }])
  })

  test('an image in the middle of a sentence stands between its halves', () => {
    expect(read('<p>before <img src="x.png" alt="X"> after</p>')).toEqual(['paragraph: before', 'image: x.png [X]', 'paragraph: after'])
  })

  test('lazy images are found where their script would have looked', () => {
    expect(read('<img src="data:image/gif;base64,R0" data-src="https://orchard.example/a.jpg" alt="A">')).toEqual(['image: https://orchard.example/a.jpg [A]'])
  })

  test('emoji that were images are text again', () => {
    expect(read('<p>Hi <img class="emoji" alt="🌳" src="https://s.w.org/tree.png"> there</p>')).toEqual(['paragraph: Hi 🌳 there'])
  })

  test('embeds are known by block, by frame and by an address alone on its line', () => {
    expect(read('<!-- wp:embed {"url":"https://vimeo.com/1"} /-->')).toEqual(['embed: https://vimeo.com/1'])
    expect(read('<iframe src="//www.youtube-nocookie.com/embed/abc?rel=0"></iframe>')).toEqual(['embed: https://www.youtube.com/watch?v=abc'])
    expect(read('Look:\n\nhttps://www.youtube.com/watch?v=abc\n\nDone')).toEqual(['paragraph: Look:', 'embed: https://www.youtube.com/watch?v=abc', 'paragraph: Done'])
    expect(read('<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://example.org/any\n</div><figcaption>Film</figcaption></figure>')).toEqual(['embed: https://example.org/any Film'])
  })

  test('reusable blocks are put in where they are used, and not for ever', () => {
    const loop = new Map([['5', '<!-- wp:block {"ref":5} /--><p>Again</p>']])
    const { blocks, findings } = blocksOf('<!-- wp:block {"ref":5} /--><!-- wp:block {"ref":6} /-->', new Map(), loop)
    expect(blocks.length).toBeLessThan(10)
    expect(outline(blocks)).toContain('paragraph: Again')
    expect(findings.map((finding) => finding.words)).toContain('wp:block 6')
  })
})

describe('shortcodes', () => {
  test('captions and galleries become images', () => {
    expect(read('[caption id="x" width="300"]<a href="/a.jpg"><img src="a.jpg" alt="A"></a> The <em>gate</em>[/caption]')).toEqual(['image: a.jpg [A] The gate'])
    expect(blocksOf('[gallery ids="4, 5"]').blocks).toMatchObject([{ type: 'image', attachment: '4' }, { type: 'image', attachment: '5' }])
  })

  test('those of plugins stay as text and are reported', () => {
    const { blocks, findings } = blocksOf('<p>[donate amount="5"] and [box]inside[/box] but [sic] and [AR]</p>')
    expect(outline(blocks)).toEqual(['paragraph: [donate amount="5"] and [box]inside[/box] but [sic] and [AR]'])
    expect(findings.map((finding) => finding.words)).toEqual(['[donate amount="5"]', '[box]'])
  })

  test('many unclosed brackets and tags take no long time', () => {
    const started = performance.now()
    blocksOf('[ref]<!--'.repeat(40_000) + '(('.repeat(20_000))
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('hostile markup', () => {
  test('scripts, styles, handlers and frames go, are reported, and the words round them stay', () => {
    const { blocks, findings } = blocksOf('<p onclick="steal()">Safe <script>alert(1)</script>words</p><style>p{}</style><iframe src="javascript:alert(1)">fallback</iframe><object data="x.swf">old film</object><svg><script>2</script></svg>')
    expect(outline(blocks)).toEqual(['paragraph: Safe words'])
    const told = findings.map(({ what, words }) => `${what} ${words}`).join('\n')
    for (const expected of ['onclick', 'alert(1)', 'p{}', 'fallback', 'old film']) expect(told).toContain(expected)
    expect(findings.every((finding) => finding.kind === 'notPlaced')).toBe(true)
  })

  test('nesting without end is kept as plain words', () => {
    const { blocks, findings } = blocksOf(`${'<div>'.repeat(20_000)}deep words${'</div>'.repeat(20_000)}<p>after</p>`)
    expect(JSON.stringify(blocks)).toContain('deep words')
    expect(findings.map((finding) => finding.what).join()).toMatch(/nested more than/)
  })

  test('unknown and form elements give their words', () => {
    expect(read('<foo-bar>one</foo-bar> <form><label>two</label><select><option>three</option></select><textarea>four</textarea><button>five</button></form>').join(' ')).toMatch(/one.*two.*three.*four.*five/s)
  })
})
