import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTextProblem } from '@/rich-text/check'
import { documentOf, presented, stateOf } from '../../support/import-plan'

/**
 * Text that a test can recognise: each word occurs once. `seen` is the text of a browser's `textContent`, so words in
 * attributes don't count.
 */
type Piece = { html: string; words: string[] }

let counter = 0
const word = fc.constant(null).map(() => {
  counter += 1
  const value = `wd${counter.toString(36)}x`
  return { html: value, words: [value] }
})
const wrap = (open: string, close: string) => (pieces: Piece[]): Piece => ({ html: `${open}${pieces.map((piece) => piece.html).join(' ')}${close}`, words: pieces.flatMap((piece) => piece.words) })

const INLINE = ['b', 'em', 'span', 'u', 'del', 'sup', 'sub', 'code', 'q', 'cite', 'small', 'font', 'abbr', 'x-unknown', 'label', 'ruby', 'math']
const BLOCKS = ['p', 'div', 'h1', 'h3', 'h6', 'blockquote', 'section', 'figure', 'figcaption', 'pre', 'form', 'fieldset', 'details', 'summary', 'dl', 'dt', 'dd', 'address', 'center', 'noscript', 'article', 'button', 'textarea', 'select', 'option', 'object', 'video', 'svg', 'template', 'iframe', 'style', 'script', 'title', 'noembed', 'caption', 'marquee']
const HREFS = ['https://a.example/x', 'http://www.a.example/x/', 'https://b.example/…/cut…', '/2019/05/post-2/', '#n1', 'javascript:alert(1)', 'mailto:a@b.example', '', 'https://orchard.example/other', 'https://web.archive.org/web/2019/https://c.example/']

const { tree } = fc.letrec<{ tree: Piece; children: Piece[] }>((tie) => ({
  children: fc.array(tie('tree'), { minLength: 1, maxLength: 4, depthIdentifier: 'html' }),
  tree: fc.oneof(
    { depthIdentifier: 'html', maxDepth: 5, withCrossShrink: true },
    word,
    fc.constantFrom('<br>', '\n\n', '\n', '<hr>', '[1]', '[2]', '<!-- wp:more -->', '<img src="https://orchard.example/wp-content/uploads/gone.png">', '&nbsp;', '…/cut-here…', '[AR]', '((', '))', '<!--', '<a name="n1"></a>').map((html): Piece => ({ html, words: [] })),
    fc.tuple(fc.constantFrom(...INLINE), tie('children')).map(([tag, children]) => wrap(`<${tag}>`, `</${tag}>`)(children)),
    fc.tuple(fc.constantFrom(...BLOCKS), tie('children')).map(([tag, children]) => wrap(`<${tag}>`, `</${tag}>`)(children)),
    fc.tuple(fc.constantFrom(...HREFS), tie('children')).map(([href, children]) => wrap(`<a href="${href}">`, '</a>')(children)),
    tie('children').map((children) => wrap('<ul>', '</ul>')(children.map((child) => wrap('<li>', '</li>')([child])))),
    tie('children').map((children) => wrap('<ol>', '</ol>')(children.map((child, index) => wrap(`<li id="n${index + 1}">`, '</li>')([child])))),
    tie('children').map((children) => wrap('<table><tr>', '</tr></table>')(children.map((child) => wrap('<td>', '</td>')([child])))),
    tie('children').map((children) => wrap('<figure><img src="x.png"><figcaption>', '</figcaption></figure>')(children)),
    tie('children').map((children) => wrap('<p>[1] ', '</p>')(children)),
    tie('children').map((children) => wrap('[ref]', '[/ref]')(children)),
    tie('children').map((children) => wrap('[caption id="a"]<img src="y.png">', '[/caption]')(children)),
    tie('children').map((children) => wrap('<!-- wp:paragraph --><p>', '</p><!-- /wp:paragraph -->')(children)),
    tie('children').map((children) => wrap('<p>Source: ', '</p>')(children)),
  ),
}))

/** What a browser would not show and a parser does not keep as text: from "<!--" on, and inside of tags. */
function textContentOf(html: string): string {
  return html.replace(/<!--(?!\s*\/?wp:)[\s\S]*?(-->|$)/g, ' ')
}

describe('every word of a text is in the body, or in the report', () => {
  test('whatever its markup', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 6 }), async (pieces) => {
        const html = pieces.map((piece) => piece.html).join('\n\n')
        const document = await documentOf(html, {}, [{ id: 2 }])
        const state = stateOf(document)
        expect(findTextProblem(state, 'body')).toBeNull()
        const kept = JSON.stringify([presented(document), document.republication, document.sources, document.media, document.findings])
        const visible = textContentOf(html)
        for (const expected of pieces.flatMap((piece) => piece.words)) if (visible.includes(expected)) expect(kept).toContain(expected)
      }),
      { numRuns: 400 },
    )
  }, 60_000)
})
