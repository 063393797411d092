import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Citation, Statement } from '@/record/body'
import { numberNotes } from '@/record/notes'
import { cite, p, passage } from '../../support/fixtures/body'

const citation = (key: string, source: string | null, rest: Partial<Citation> = {}): Citation => ({ key, source, ...rest })
const statement = (...blocks: Block[]): Statement => ({ type: 'statement', speaker: 'A', source: null, blocks })

describe('numbers of notes', () => {
  it('follow the order of the text, not that of the citations', () => {
    const notes = numberNotes('d', [p(cite('b'), cite('a'))], [citation('a', 'one'), citation('b', 'two')])
    expect(notes.document.notes.map(({ number, source }) => [number, source])).toEqual([[1, 'two'], [2, 'one']])
  })

  it('give one source one number, and each place that cites it a use of its own', () => {
    const marks = [cite('a'), cite('b'), cite('c')] as const
    const notes = numberNotes('d', [p(...marks)], [citation('a', 'one', { locator: { label: 'page', value: '1' } }), citation('b', 'two'), citation('c', 'one', { locator: { label: 'page', value: '9' } })])
    expect(notes.document.notes).toHaveLength(2)
    expect(notes.document.notes[0]?.uses.map((use) => [use.anchor, use.citation.locator?.value])).toEqual([['fnref-d-1', '1'], ['fnref-d-1-2', '9']])
    expect(notes.of(marks[2])?.note.anchor).toBe('fn-d-1')
  })

  it('give each note without a source a number of its own, and the same note twice the same', () => {
    const notes = numberNotes('d', [p(cite('a'), cite('b'), cite('a'))], [citation('a', null), citation('b', null)])
    expect(notes.document.notes.map((note) => note.uses.length)).toEqual([2, 1])
  })

  it('start anew in each quoted statement, also inside a passage, and never collide', () => {
    const first = statement(p(cite('b')))
    const second = statement(p(cite('c')), p(cite('a2')))
    const notes = numberNotes('d', [p(cite('a')), passage([], first), second], [citation('a', 'one'), citation('b', 'two'), citation('c', 'three'), citation('a2', 'one')])
    expect(notes.document.notes.map((note) => note.anchor)).toEqual(['fn-d-1'])
    expect(notes.statements.get(first)?.notes.map((note) => note.anchor)).toEqual(['fn-d-s1-1'])
    expect(notes.statements.get(second)?.notes.map((note) => [note.anchor, note.source])).toEqual([['fn-d-s2-1', 'three'], ['fn-d-s2-2', 'one']])
  })

  it('keep the labels that a quoted statement brought along, and drop them where one is missing', () => {
    const labelled = statement(p(cite('a'), cite('b')))
    expect(numberNotes('d', [labelled], [citation('a', 's', { originalLabel: '[3]' }), citation('b', 's', { originalLabel: '(4)' })]).statements.get(labelled)?.notes.map((note) => note.label)).toEqual(['3', '4'])
    const partly = statement(p(cite('a'), cite('b')))
    expect(numberNotes('d', [partly], [citation('a', 's', { originalLabel: '[3]' }), citation('b', 't')]).statements.get(partly)?.notes.map((note) => note.label)).toEqual(['1', '2'])
    expect(numberNotes('d', [p(cite('a'))], [citation('a', 's', { originalLabel: '[7]' })]).document.notes[0]?.label).toBe('1')
  })

  it('leave out marks without a citation, and citations without a mark', () => {
    const orphan = cite('gone')
    const notes = numberNotes('d', [p(orphan)], [citation('unused', 'one')])
    expect(notes.of(orphan)).toBeUndefined()
    expect(notes.document.notes).toEqual([])
  })

  it('run from 1 without a gap, and give every use an anchor of its own, whatever the text cites', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(6), fc.boolean()), { maxLength: 30 }), (uses) => {
      const keys = uses.map(([source, hasSource], index) => citation(`k${index}`, hasSource ? `s${source}` : null))
      const { document } = numberNotes('d', keys.map(({ key }) => p(cite(key))), keys)
      expect(document.notes.map((note) => note.number)).toEqual(document.notes.map((_, index) => index + 1))
      const anchors = document.notes.flatMap((note) => [note.anchor, ...note.uses.map((use) => use.anchor)])
      expect(new Set(anchors).size).toBe(anchors.length)
      expect(document.notes.flatMap((note) => note.uses)).toHaveLength(uses.length)
    }))
  })
})
