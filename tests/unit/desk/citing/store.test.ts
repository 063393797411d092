import { describe, expect, it } from 'vitest'
import type { StoredCitations } from '@/citations/stored'
import { createCiting } from '@/desk/citing/store'

/** A form that takes what is written, and whose answers are brought by hand. */
function withForm(first: StoredCitations) {
  const citing = createCiting()
  let form: unknown = first
  citing.connect((citations) => {
    form = citations
    citing.adopt(citations, false)
  })
  citing.adopt(first, false)
  return { citing, form: () => form as StoredCitations, answer: (value: StoredCitations, isEcho: boolean) => citing.adopt(value, isEcho) }
}

describe('the citations of an open document', () => {
  it('stand against the answer of a save that began before them', () => {
    const { citing, form, answer } = withForm({ a: { source: 's1' } })
    citing.change('b', { intent: 'supports', note: 'https://harbour.example/' })
    citing.change('a', { quote: 'Words' })
    answer({ a: { source: 's1' } }, true)
    expect(citing.citations()).toEqual({ a: { source: 's1', quote: 'Words' }, b: { intent: 'supports', note: 'https://harbour.example/' } })
    expect(form()).toEqual(citing.citations())
  })

  it('take what came along with that answer', () => {
    const { citing, answer } = withForm({ a: { source: 's1' } })
    citing.change('a', { quote: 'Words' })
    answer({ a: { source: 's1' }, brought: { source: 's2' } }, true)
    expect(citing.citations()).toEqual({ a: { source: 's1', quote: 'Words' }, brought: { source: 's2' } })
  })

  it('give way to another text that is loaded on purpose', () => {
    const { citing, answer } = withForm({ a: { source: 's1' } })
    citing.change('a', { quote: 'Words' })
    answer({ a: { source: 's1' } }, false)
    expect(citing.citations()).toEqual({ a: { source: 's1' } })
  })

  it('give way to what somebody else changed, also while saving', () => {
    const { citing, answer } = withForm({ a: { source: 's1' } })
    citing.change('a', { quote: 'Words' })
    answer({ a: { source: 's1', quote: 'Words', note: 'Theirs' } }, true)
    expect(citing.citations().a).toEqual({ source: 's1', quote: 'Words', note: 'Theirs' })
  })

  it('lose a value that is emptied, and are not written anew for one that is the same', () => {
    const { citing, form } = withForm({ a: { source: 's1', note: 'Ours' } })
    citing.change('a', { note: '' })
    expect(form()).toEqual({ a: { source: 's1' } })
    const before = form()
    citing.change('a', { source: 's1' })
    expect(form()).toBe(before)
  })

  it('show the same chip as long as it shows the same, so that two hundred marks are not drawn for one', () => {
    const { citing } = withForm({ a: { source: 's1' }, b: { source: 's2' } })
    citing.read({ root: { children: ['a', 'b'].map((key) => ({ type: 'inlineBlock', fields: { blockType: 'citation', key } })) } })
    const before = citing.chip('b')
    citing.change('a', { quote: 'Words' })
    expect(citing.chip('b')).toBe(before)
    expect(before).toEqual({ label: '2', state: 'cited', title: '' })
  })

  it('say that a source is needed for a link whose source was not found, and tell a remark from it', () => {
    const { citing } = withForm({ held: { intent: 'supports', note: 'https://harbour.example/' }, ours: { note: 'As we were told.' } })
    expect([citing.chip('held').state, citing.chip('ours').state]).toEqual(['needsSource', 'remark'])
    citing.setErrand('held', { state: 'looking', link: 'https://harbour.example/' })
    expect(citing.chip('held').state).toBe('looking')
  })
})
