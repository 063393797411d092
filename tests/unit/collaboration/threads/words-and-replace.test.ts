import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replaced } from '@/collaboration/threads/replace'
import { joined, oneLine, runsOf, wordsOf } from '@/collaboration/threads/words'
import { citationNode, lexical, textNode } from '../../../support/newsroom'

const bold = (text: string): object => ({ ...textNode(text), format: 1 })
const link = (...children: object[]): object => ({ type: 'link', version: 3, fields: { linkType: 'custom', url: 'https://example.org/' }, children })
const passage = (inner: object): object => ({ type: 'block', version: 2, format: '', fields: { blockType: 'passage', id: 'p', note: 'hard to read', content: inner } })
const body = (...children: object[]): object => ({ root: { ...(lexical() as { root: object }).root, children } })
const paragraph = (...children: object[]): object => ({ type: 'paragraph', children })

describe('the words of a field', () => {
  test('run on through formats and links, are parted by blocks, and pass over marks of citations', () => {
    const value = body(
      paragraph(textNode('One '), bold('bold'), textNode('  claim'), citationNode({ quote: 'not of the text' }), link(textNode(', linked'))),
      { type: 'list', children: [{ type: 'listitem', children: [textNode('first')] }, { type: 'listitem', children: [textNode('second')] }] },
      passage(lexical('Inside the passage.')),
      paragraph(textNode('a'), { type: 'linebreak' }, textNode('b\u00a0c')),
    )
    expect(wordsOf(value).text).toBe('One bold claim, linked first second Inside the passage. a b c')
  })

  test('of a plain field are its own; of nothing, none', () => {
    expect(wordsOf('  Two\n\nlines ').text).toBe('Two lines')
    expect([wordsOf(null).text, wordsOf(undefined).text, wordsOf({ a: 'x' }).text, wordsOf([1]).text]).toEqual(['', '', '', ''])
  })

  test('every letter knows where it came from', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ text: fc.string({ unit: fc.constantFrom('a', 'ب', ' ', '\n', '😀') }), block: fc.nat({ max: 3 }) })), (runs) => {
        const { text, origins } = joined(runs)
        expect(origins).toHaveLength(text.length)
        expect(text).toBe(text.trim())
        expect(text).not.toContain('  ')
        for (const [at, origin] of origins.entries()) {
          const original = origin === null ? ' ' : (runs[origin.run]?.text[origin.at] ?? '')
          expect(original.replace(/\s/, ' ')).toBe(text[at])
        }
        expect(oneLine(text)).toBe(text)
      }),
    )
  })
})

const replaceWords = (value: unknown, quote: string, replacement: string): unknown => {
  const at = wordsOf(value).text.indexOf(quote)
  return replaced(value, at, at + quote.length, replacement)
}

describe('words replaced in a rich text', () => {
  test('change nothing but the text of their node', () => {
    const value = body(paragraph(textNode('The river rose '), bold('very'), textNode(' high')), paragraph(textNode('Next.')))
    expect(replaceWords(value, 'river', 'lake')).toEqual(body(paragraph(textNode('The lake rose '), bold('very'), textNode(' high')), paragraph(textNode('Next.'))))
  })

  test('over several formats get the first one’s, and a mark of a citation between them stays', () => {
    const value = body(paragraph(textNode('It was '), bold('very'), citationNode({ key: 'aaaaaaaa' }), textNode(' high then.')))
    expect(replaceWords(value, 'very high', 'low')).toEqual(body(paragraph(textNode('It was '), bold('low'), citationNode({ key: 'aaaaaaaa' }), textNode(' then.'))))
  })

  test('take a link along only where nothing is left in it', () => {
    const value = body(paragraph(textNode('See '), link(textNode('the '), bold('report')), textNode(' there.')))
    expect(replaceWords(value, 'See the report there', 'Look')).toEqual(body(paragraph(textNode('Look'), textNode('.'))))
    expect(replaceWords(value, 'the report', 'it')).toEqual(body(paragraph(textNode('See '), link(textNode('it')), textNode(' there.'))))
  })

  test('inside a passage are replaced there', () => {
    expect(replaceWords(body(passage(lexical('He was hurt.'))), 'hurt', 'wounded')).toEqual(body(passage(lexical('He was wounded.'))))
  })

  test('taken out leave one space behind', () => {
    expect(replaceWords(lexical('a very long day'), 'very', '')).toEqual(lexical('a long day'))
    expect(replaceWords('very long', 'very', '')).toBe('long')
  })

  test('over two paragraphs, two items or two lines are not replaced at all', () => {
    for (const value of [lexical('end', 'begin'), body(paragraph(textNode('end'), { type: 'linebreak' }, textNode('begin'))), body(paragraph(textNode('end '), { type: 'linebreak' }, textNode('begin')))]) expect(replaceWords(value, 'end begin', 'x')).toBeNull()
  })

  test('in a plain field leave the rest as it is, line breaks and all', () => {
    expect(replaceWords('One\n\ntwo  three\nfour', 'two three', '2 3')).toBe('One\n\n2 3\nfour')
  })

  test('make exactly the text that was meant, and leave the given value alone', () => {
    const piece = fc.tuple(fc.string({ unit: fc.constantFrom('a', 'ب', 'ج', ' '), minLength: 1, maxLength: 6 }), fc.boolean(), fc.boolean())
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), fc.constantFrom('NEW', 'كلمة جديدة'), (pieces, from, length, replacement) => {
        const value = body(paragraph(...pieces.map(([text, isBold, isLinked]) => (isLinked ? link(isBold ? bold(text) : textNode(text)) : isBold ? bold(text) : textNode(text)))), paragraph(textNode('Untouched.')))
        const { text, origins } = wordsOf(value)
        const line = text.slice(0, text.indexOf('Untouched.')).trimEnd()
        fc.pre(line.length > 0)
        const start = from % line.length
        const end = Math.min(line.length, start + 1 + (length % line.length))
        fc.pre(line[start] !== ' ' && line[end - 1] !== ' ')
        const before = structuredClone(value)
        const after = replaced(value, start, end, replacement)
        expect(value).toEqual(before)
        expect(wordsOf(after).text).toBe(oneLine(`${text.slice(0, start)}${replacement}${text.slice(end)}`))
        expect(runsOf(after).every((run) => run.text !== '')).toBe(true)
        expect(origins).toHaveLength(text.length)
      }),
    )
  })
})
