import { describe, expect, it } from 'vitest'
import { surroundingsIn } from '@/citations/checks/surroundings'
import { citationNode, lexical, textNode } from '../../support/newsroom'

describe('the paragraph round a citation', () => {
  const round = (text: object, language = 'en') => Object.fromEntries(surroundingsIn(text, {}, language))

  it('is split at the sentence that the mark follows, each mark at its own', () => {
    const text = lexical([textNode('One. Two.'), citationNode({ key: 'a' }), textNode(' Three.'), citationNode({ key: 'b' })], 'Elsewhere.')
    expect(round(text)).toEqual({ a: { before: 'One. ', sentence: 'Two.', after: ' Three.' }, b: { before: 'One. Two. ', sentence: 'Three.', after: '' } })
  })

  it('finds the sentence before the mark where the same one stands twice', () => {
    const text = lexical([textNode('It fell. It fell.'), citationNode({ key: 'a' }), textNode(' It fell.')])
    expect(round(text)).toEqual({ a: { before: 'It fell. ', sentence: 'It fell.', after: ' It fell.' } })
  })

  it('holds at the very start of a paragraph, and in Arabic', () => {
    expect(round(lexical([citationNode({ key: 'a' }), textNode('First. Second.')]))).toEqual({ a: { before: '', sentence: 'First.', after: ' Second.' } })
    expect(round(lexical([textNode('هبط النهر. ثم ارتفع؟'), citationNode({ key: 'a' })]), 'ar')).toEqual({ a: { before: 'هبط النهر. ', sentence: 'ثم ارتفع؟', after: '' } })
  })
})
