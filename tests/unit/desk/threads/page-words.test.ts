import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsOf } from '@/collaboration/threads/words'
import { wordsOnPage, type PageNode } from '@/desk/threads/page-words'
import { citationNode, lexical, textNode } from '../../../support/newsroom'

type Page = PageNode & { attributes: Record<string, string> }

const element = (name: string, attributes: Record<string, string>, ...children: PageNode[]): Page => ({ nodeType: 1, nodeName: name.toUpperCase(), nodeValue: null, childNodes: children, attributes, getAttribute: (key) => attributes[key] ?? null })
const text = (words: string): PageNode => ({ nodeType: 3, nodeName: '#text', nodeValue: words, childNodes: [] })
const written = (words: string, name = 'span'): Page => element(name, { 'data-lexical-text': 'true' }, text(words))
const editor = (...children: PageNode[]): Page => element('div', { 'data-lexical-editor': 'true' }, ...children)
/** A citation as the editor draws it: a part of the line, with a label that is none of its words. */
const citation = element('span', { 'data-lexical-decorator': 'true' }, element('div', {}, element('span', {}, text('A label')), element('button', {}, text('Edit'))))
const passage = (...inner: PageNode[]): Page =>
  element('div', { 'data-lexical-decorator': 'true' }, element('div', {}, text('Warned passage'), element('label', {}, text('Note')), element('div', { class: 'rich-text-lexical' }, element('span', {}, text('Passage')), editor(...inner))))

const body = (...children: object[]): object => ({ root: { ...(lexical() as { root: object }).root, children } })

describe('the words of an editor on the page', () => {
  test('are those of the stored text, whatever the admin draws around them', () => {
    const page = editor(
      element('h2', {}, written('A heading')),
      element('p', {}, written('One '), written('bold', 'strong'), element('a', {}, written(' link')), citation, element('code', { 'data-lexical-text': 'true' }, element('span', {}, text('.')))),
      element('ul', {}, element('li', {}, written('first')), element('li', {}, written('second'))),
      passage(element('p', {}, written('Inside the passage.'))),
      element('p', {}, written('a'), element('br', {}), written('b')),
      element('p', {}, element('br', { 'data-lexical-managed-linebreak': 'true' })),
      element('table', {}, element('tbody', {}, element('tr', {}, element('td', {}, element('p', {}, written('left'))), element('td', {}, element('p', {}, written('right')))))),
    )
    const stored = body(
      { type: 'heading', tag: 'h2', children: [textNode('A heading')] },
      { type: 'paragraph', children: [textNode('One '), textNode('bold'), { type: 'link', children: [textNode(' link')] }, citationNode({ note: 'A label' }), textNode('.')] },
      { type: 'list', children: [{ type: 'listitem', children: [textNode('first')] }, { type: 'listitem', children: [textNode('second')] }] },
      { type: 'block', fields: { blockType: 'passage', note: 'Note', content: lexical('Inside the passage.') } },
      { type: 'paragraph', children: [textNode('a'), { type: 'linebreak' }, textNode('b')] },
      { type: 'paragraph', children: [] },
      { type: 'table', children: [{ type: 'tablerow', children: ['left', 'right'].map((words) => ({ type: 'tablecell', children: [{ type: 'paragraph', children: [textNode(words)] }] })) }] },
    )
    expect(wordsOnPage(page).text).toBe('A heading One bold link. first second Inside the passage. a b left right')
    expect(wordsOnPage(page).text).toBe(wordsOf(stored).text)
  })

  test('are the same for any paragraphs, and lead back to the nodes that they stand in', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'ب', ' ', '\u00a0', '😀'), maxLength: 8 })
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 4 }), { maxLength: 5 }), (paragraphs) => {
        const page = wordsOnPage(editor(...paragraphs.map((pieces) => element('p', {}, ...pieces.map((words) => written(words))))))
        expect(page.text).toBe(wordsOf(lexical(...paragraphs.map((pieces) => pieces.map(textNode)))).text)
        for (const [at, origin] of page.origins.entries()) if (origin !== null) expect(page.nodes[origin.run]?.nodeValue?.[origin.at]?.replace(/\s/u, ' ')).toBe(page.text[at])
      }),
    )
  })
})
