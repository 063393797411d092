import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lift, marksIn } from '@/citations/lift'
import { needsSource, toStoredCitation } from '@/citations/stored'

const SOURCE = '11111111-2222-4333-8444-555555555555'
const mark = (fields: object) => ({ type: 'inlineBlock', version: 1, fields: { blockType: 'citation', id: 'x', ...fields } })
const paragraph = (...children: object[]) => ({ type: 'paragraph', children })
const state = (...children: object[]) => ({ root: { type: 'root', children } })
const block = (blockType: string, ...children: object[]) => ({ type: 'block', fields: { blockType, content: state(...children) } })

function keys(): () => string {
  let count = 0
  return () => `new-${(count += 1)}`
}

describe('lifting citations out of a text', () => {
  it('leaves a key in the text and keeps what the mark said under it', () => {
    const { text, citations } = lift(state(paragraph(mark({ key: 'a', source: { id: SOURCE, title: 'x' }, quote: ' Words ', secret: 'canary' }))), {}, keys())
    expect(text).toEqual(state(paragraph(mark({ key: 'a' }))))
    expect(citations).toEqual({ a: { source: SOURCE, quote: 'Words' } })
  })

  it('gives back the same text where there is nothing to lift', () => {
    const text = state(paragraph(mark({ key: 'a' })), block('passage', paragraph(mark({ key: 'b' }))))
    expect(lift(text, { a: { note: 'n' } }, keys()).text).toBe(text)
  })

  it('keeps what is known of a mark that holds its key alone, also while another is lifted', () => {
    expect(lift(state(paragraph(mark({ key: 'a' }), mark({ key: 'b', note: 'New' }))), { a: { quote: 'Known' } }, keys()).citations).toEqual({ a: { quote: 'Known' }, b: { note: 'New' } })
  })

  it('gives the second of two marks with one key a key of its own and all that the first has', () => {
    const { text, citations } = lift(state(paragraph(mark({ key: 'a' })), paragraph(mark({ key: 'a' }))), { a: { source: SOURCE, quote: 'Words' } }, keys())
    expect(marksIn(text).map(({ key }) => key)).toEqual(['a', 'new-1'])
    expect(citations['new-1']).toEqual(citations.a)
  })

  it('names a mark that has no key', () => {
    const { text, citations } = lift(state(paragraph(mark({ note: 'A remark' }))), {}, keys())
    expect(marksIn(text)).toEqual([{ key: 'new-1', scope: 'document' }])
    expect(citations).toEqual({ 'new-1': { note: 'A remark' } })
  })

  it('tells marks of a statement by others from those of the text, those in warned passages included', () => {
    const text = state(paragraph(mark({ key: 'a' })), block('statement', paragraph(mark({ key: 'b' }))), block('passage', paragraph(mark({ key: 'c' }))))
    expect(marksIn(text)).toEqual([{ key: 'a', scope: 'document' }, { key: 'b', scope: 'statement' }, { key: 'c', scope: 'document' }])
  })

  it('does nothing the second time, and never loses a mark or gives two one key', () => {
    const marks = fc.array(fc.record({ key: fc.option(fc.constantFrom('a', 'b', 'c', ''), { nil: undefined }), note: fc.option(fc.constantFrom('x', 'y', ' '), { nil: undefined }) }), { maxLength: 8 })
    fc.assert(
      fc.property(marks, (given) => {
        const newKey = keys()
        const once = lift(state(paragraph(...given.map((fields) => mark(JSON.parse(JSON.stringify(fields)) as object)))), {}, newKey)
        const twice = lift(once.text, once.citations, newKey)
        const found = marksIn(once.text).map(({ key }) => key)
        expect(twice.text).toBe(once.text)
        expect(found).toHaveLength(given.length)
        expect(new Set(found).size).toBe(found.length)
      }),
    )
  })
})

describe('a citation without a source', () => {
  it('needs one unless it is a remark', () => {
    expect(needsSource({})).toBe(true)
    expect(needsSource({ quote: 'Words' })).toBe(true)
    expect(needsSource({ note: 'Our own words' })).toBe(false)
    expect(needsSource({ note: 'A cut address', intent: 'supports' })).toBe(true)
    expect(needsSource({ source: SOURCE })).toBe(false)
  })

  it('keeps spaces at the ends of a quote’s context and trims all else', () => {
    expect(toStoredCitation({ quote: ' a ', quotePrefix: 'before ', quoteSuffix: ' after', note: '   ', intent: 'nonsense' })).toEqual({ quote: 'a', quotePrefix: 'before ', quoteSuffix: ' after' })
  })
})
