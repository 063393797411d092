import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredCitations } from '@/citations/stored'
import { labelsOf, placesIn } from '@/desk/citing/places'
import { numberNotes } from '@/record/notes'
import { walk } from '@/record/walk'
import { presentText, type StoredText } from '@/rich-text/present'
import { citationNode, lexical, textNode } from '../../../support/newsroom'

type Piece = { kind: 'mark'; key: string } | { kind: 'statement' | 'passage'; keys: string[] }

const mark = (key: string): object[] => [textNode('Words'), citationNode({ key })]
const nested = (kind: string, keys: string[]): object => ({ type: 'block', version: 2, format: '', fields: { id: 'b', blockType: kind, blockName: '', content: lexical(...keys.map(mark)) } })

function textOf(pieces: readonly Piece[]): StoredText {
  const whole = lexical() as { root: { children: object[] } }
  whole.root.children = pieces.flatMap((piece) => (piece.kind === 'mark' ? (lexical(mark(piece.key)) as typeof whole).root.children : [nested(piece.kind, piece.keys)]))
  return whole as unknown as StoredText
}

describe('the numbers of citations in the text being written', () => {
  it('are those that readers will get, through passages and statements', () => {
    const citation = fc.record({ source: fc.option(fc.constantFrom('s1', 's2', 's3'), { nil: undefined }), originalLabel: fc.option(fc.constantFrom('[3]', '(a)', ''), { nil: undefined }), note: fc.constantFrom('Ours', undefined) })
    const shape = fc.array(fc.oneof(fc.record({ kind: fc.constant('mark' as const), citation }), fc.record({ kind: fc.constantFrom('statement' as const, 'passage' as const), citations: fc.array(citation, { maxLength: 4 }) })), { maxLength: 8 })
    fc.assert(
      fc.property(shape, (given) => {
        const citations: StoredCitations = {}
        const add = (each: object): string => {
          const key = `k${Object.keys(citations).length}`
          citations[key] = each
          return key
        }
        const pieces = given.map((piece): Piece => (piece.kind === 'mark' ? { kind: 'mark', key: add(piece.citation) } : { kind: piece.kind, keys: piece.citations.map(add) }))
        const text = textOf(pieces)
        const presented = presentText(text, new Map(), new Set(), citations)
        const notes = numberNotes('d', presented.body, presented.citations)
        const readers = new Map<string, string | undefined>()
        walk(presented.body, { inline: (inline) => inline.type === 'citation' && readers.set(inline.key, notes.of(inline)?.note.label) })
        expect(labelsOf(placesIn(text), citations)).toEqual(readers)
      }),
      { numRuns: 200 },
    )
  })

  it('know nothing of a text that is not there', () => {
    for (const text of [null, undefined, {}, { root: {} }, 'words']) expect(placesIn(text)).toEqual([])
  })
})
