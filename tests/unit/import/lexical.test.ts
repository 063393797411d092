import { describe, expect, test } from 'vitest'
import { findTextProblem } from '@/rich-text/check'
import { documentOf, presented, stateOf, TEST_IDS } from '../../support/import-plan'

describe('the editor state of an imported text', () => {
  test('holds what the presenter reads back', async () => {
    const document = await documentOf('<h2>Trees</h2><p>One <strong>and <em>two</em></strong><br>line <a href="/2019/05/post-2/">see</a></p><ol start="4"><li>a<ul><li>b</li></ul></li><li>c</li></ol><blockquote>q</blockquote><hr><table><tr><th>h</th></tr><tr><td>d</td></tr></table>', {}, [{ id: 2 }])
    expect(presented(document).body).toEqual([
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'Trees' }] },
      { type: 'paragraph', children: [
        { type: 'text', text: 'One ' }, { type: 'text', text: 'and ', marks: ['bold'] }, { type: 'text', text: 'two', marks: ['bold', 'italic'] }, { type: 'lineBreak' }, { type: 'text', text: 'line ' },
        { type: 'reference', collection: 'articles', document: TEST_IDS.post('2')?.id, children: [{ type: 'text', text: 'see' }] },
      ] },
      { type: 'list', kind: 'number', start: 4, items: [{ children: [{ type: 'text', text: 'a' }], list: { type: 'list', kind: 'bullet', items: [{ children: [{ type: 'text', text: 'b' }] }] } }, { children: [{ type: 'text', text: 'c' }] }] },
      { type: 'quote', children: [{ type: 'text', text: 'q' }] },
      { type: 'rule' },
      { type: 'table', rows: [[{ isHeader: true, children: [{ type: 'text', text: 'h' }] }], [{ isHeader: false, children: [{ type: 'text', text: 'd' }] }]] },
    ])
  })

  test('is the same for the same post, and its citations have keys of their own', async () => {
    const content = '<p>a <a href="https://a.example">b</a> c <a href="https://a.example">d</a> [1]</p>'
    const [one, two] = [await documentOf(content), await documentOf(content)]
    expect(stateOf(one)).toEqual(stateOf(two))
    const keys = presented(one).citations.map(({ key }) => key)
    expect(new Set(keys).size).toBe(3)
    for (const key of keys) expect(key).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  })

  test('leaves out links to posts and images that have no place here, not their words', async () => {
    const document = await documentOf('<p><a href="/2019/05/post-2/">see</a></p><figure><img src="https://orchard.example/wp-content/uploads/a.png"><figcaption>The gate</figcaption></figure>', {}, [{ id: 2 }], ['a.png'])
    const state = stateOf(document, { source: () => null, media: () => null, post: () => null })
    expect(findTextProblem(state, 'body')).toBeNull()
    expect(JSON.stringify(state)).toMatch(/see.*The gate/)
    expect(JSON.stringify(state)).not.toMatch(/"link"|"upload"/)
  })

  test('flattens lists that are nested deeper than the editor takes', async () => {
    const depth = 30
    const document = await documentOf(`${'<ul><li>x'.repeat(depth)}deepest${'</li></ul>'.repeat(depth)}`)
    expect(findTextProblem(stateOf(document), 'body')).toBeNull()
    expect(JSON.stringify(stateOf(document))).toContain('deepest')
  })
})
