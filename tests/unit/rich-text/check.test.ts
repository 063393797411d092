import { describe, expect, it } from 'vitest'
import { findTextProblem } from '@/rich-text/check'

const ID = '11111111-2222-4333-8444-555555555555'
const text = (words: string) => ({ type: 'text', version: 1, text: words, format: 0, mode: 'normal', style: '', detail: 0 })
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', version: 1, children })
const state = (...children: unknown[]) => ({ root: { type: 'root', version: 1, children } })
const link = (url: string) => ({ type: 'link', version: 3, fields: { linkType: 'custom', url }, children: [text('here')] })
const block = (fields: Record<string, unknown>) => ({ type: 'block', version: 2, fields })

describe('findTextProblem', () => {
  it('lets pass what the editor writes', () => {
    const body = state(
      paragraph(text('Words'), link('https://paper.example/a'), { type: 'inlineBlock', version: 1, fields: { blockType: 'citation', key: 'K', source: ID } }),
      { type: 'heading', tag: 'h2', children: [text('Title')] },
      { type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [text('one')] }] },
      { type: 'upload', relationTo: 'media', value: ID, fields: {} },
      { type: 'horizontalrule' },
      block({ blockType: 'passage', terms: [ID], content: state(paragraph(text('hard'))) }),
      block({ blockType: 'postEmbed', post: ID }),
    )
    expect(findTextProblem(body, 'body')).toBeNull()
    expect(findTextProblem(null, 'body')).toBeNull()
    expect(findTextProblem(undefined, 'body')).toBeNull()
  })

  it.each([
    ['a string', 'text'],
    ['a number', 5],
    ['a list', []],
    ['an object without root', {}],
    ['a root that is a string', { root: 'x' }],
    ['children that are a string', state({ type: 'paragraph', children: 'x' })],
    ['a null child', state(null)],
    ['a child without a type', state({ children: [] })],
    ['a node of an unknown kind', state({ type: 'iframe', children: [] })],
    ['a block of an unknown kind', state(block({ blockType: 'script' }))],
    ['a block without fields', state({ type: 'block' })],
    ['an inline block of an unknown kind', state(paragraph({ type: 'inlineBlock', fields: { blockType: 'widget' } }))],
    ['a heading of the first level', state({ type: 'heading', tag: 'h1', children: [] })],
    ['text without words', state(paragraph({ type: 'text', text: 5 }))],
    ['a javascript link', state(paragraph(link('javascript:alert(1)')))],
    ['a data link', state(paragraph(link('data:text/html,x')))],
    ['a link with credentials', state(paragraph(link('https://user:word@paper.example/')))],
    ['a relative link', state(paragraph(link('/admin')))],
    ['a link without fields', state(paragraph({ type: 'link', children: [] }))],
    ['a link into a private collection', state(paragraph({ type: 'link', fields: { linkType: 'internal', doc: { relationTo: 'users', value: ID } }, children: [] }))],
    ['an image that is no identifier', state({ type: 'upload', relationTo: 'media', value: 'x' })],
    ['an image from another collection', state({ type: 'upload', relationTo: 'users', value: ID })],
    ['a citation whose source is no identifier', state(paragraph({ type: 'inlineBlock', fields: { blockType: 'citation', source: 'x' } }))],
    ['a citation whose note is an object', state(paragraph({ type: 'inlineBlock', fields: { blockType: 'citation', note: {} } }))],
    ['a passage within a passage', state(block({ blockType: 'passage', content: state(block({ blockType: 'passage', content: state() })) }))],
  ])('refuses %s and names the field', (_, value) => {
    expect(findTextProblem(value, 'body')?.path).toMatch(/^body/)
  })

  it('refuses a text nested 3,000 deep without overflowing the stack', () => {
    let node: unknown = text('deep')
    for (let depth = 0; depth < 3_000; depth += 1) node = paragraph(node)
    expect(findTextProblem(state(node), 'body')?.message).toContain('nested too deeply')
  })
})
