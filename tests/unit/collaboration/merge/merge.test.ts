import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Conflict } from '@/collaboration/merge/conflict'
import { changedFields, mergeDocuments, type Data } from '@/collaboration/merge/merge'
import { same } from '@/collaboration/merge/same'
import { blocksOf, bodyOf, edited, EDITS, freshWords, paragraph, startingText, without, wordsOf, type Edit } from '../../../support/editing'

const edits = fc.array(fc.record({ kind: fc.constantFrom(...EDITS), at: fc.nat(12), to: fc.nat(12) }) as fc.Arbitrary<Edit>, { maxLength: 12 })
const sizes = fc.nat(7)
const after = (base: Data, steps: readonly Edit[], who: string): Data => {
  const word = freshWords(who)
  return steps.reduce((text, step) => edited(text, step, word), base)
}
const base = (size: number) => startingText(size, freshWords('base'))
const shown = (conflicts: readonly Conflict[]): Set<string> => new Set(conflicts.flatMap(({ mine, theirs }) => [...wordsOf({ mine, theirs })]))
const RUNS = { numRuns: 2_000 }

describe('a merge of two states of a document', () => {
  test('loses no word of either side that the other didn’t delete: it is in the result, or asked about', () => {
    fc.assert(
      fc.property(sizes, edits, edits, (size, one, other) => {
        const began = base(size)
        const [mine, theirs] = [after(began, one, 'a'), after(began, other, 'b')]
        const { merged, conflicts } = mergeDocuments(began, mine, theirs)
        const kept = new Set([...wordsOf(merged), ...shown(conflicts)])
        for (const [side, across] of [[mine, theirs], [theirs, mine]] as const) {
          const deleted = new Set(without(wordsOf(began), wordsOf(across)))
          expect(without(wordsOf(side), kept).filter((word) => !deleted.has(word))).toEqual([])
        }
      }),
      RUNS,
    )
  })

  test('brings back no word that one side deleted, but where the other changed the same block or row', () => {
    fc.assert(
      fc.property(sizes, edits, edits, (size, one, other) => {
        const began = base(size)
        const [mine, theirs] = [after(began, one, 'a'), after(began, other, 'b')]
        const { merged, conflicts } = mergeDocuments(began, mine, theirs)
        if (conflicts.length > 0 || one.some(({ kind }) => kind === 'move') || other.some(({ kind }) => kind === 'move')) return
        expect(without(wordsOf(merged), new Set([...wordsOf(mine), ...wordsOf(theirs)]))).toEqual([])
      }),
      RUNS,
    )
  })

  test('is the one side where the other changed nothing', () => {
    fc.assert(
      fc.property(sizes, edits, (size, steps) => {
        const began = base(size)
        const changed = after(began, steps, 'a')
        for (const made of [mergeDocuments(began, changed, began), mergeDocuments(began, began, changed), mergeDocuments(began, changed, changed)]) {
          expect(made.conflicts).toEqual([])
          // A paragraph without words is nothing, wherever it stands alone.
          if (blocksOf(changed).some((text) => text !== '')) expect(made.merged).toEqual(changed)
          else expect(same(made.merged, changed)).toBe(true)
        }
      }),
      RUNS,
    )
  })

  test('is the same from both sides but for order, where nothing has to be asked', () => {
    fc.assert(
      fc.property(sizes, edits, edits, (size, one, other) => {
        const began = base(size)
        const [mine, theirs] = [after(began, one, 'a'), after(began, other, 'b')]
        const [there, back] = [mergeDocuments(began, mine, theirs), mergeDocuments(began, theirs, mine)]
        const turned = back.conflicts.map((conflict) => ({ ...conflict, mine: conflict.theirs, theirs: conflict.mine }))
        expect(there.conflicts.length).toBe(turned.length)
        expect(there.conflicts.map((each) => JSON.stringify(each)).sort()).toEqual(turned.map((each) => JSON.stringify(each)).sort())
        if (there.conflicts.length === 0) {
          expect(wordsOf(there.merged)).toEqual(wordsOf(back.merged))
          const texts = (data: Data): string[] => blocksOf(data).filter((text) => text !== '').sort()
          expect(texts(there.merged)).toEqual(texts(back.merged))
        }
      }),
      RUNS,
    )
  })

  test('asks nothing where each side kept to blocks and fields of its own, and has what each made of them', () => {
    const acts = fc.constantFrom('leave', 'type', 'rewrite', 'delete', 'insertAfter', 'replaceByTwo')
    const blocks = fc.array(fc.record({ isMine: fc.boolean(), act: acts }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(blocks, fc.boolean(), (plan, isTitleMine) => {
        const began = base(plan.length)
        const word = freshWords('new')
        const texts = blocksOf(began)
        const made = plan.map(({ act }, place): string[] => {
          const text = texts[place] as string
          if (act === 'type') return [`${text} ${word()}`]
          if (act === 'rewrite') return [`${word()} ${word()}`]
          if (act === 'delete') return []
          if (act === 'insertAfter') return [text, `${word()} ${word()}`]
          return act === 'replaceByTwo' ? [word(), `${word()} ${word()}`] : [text]
        })
        const side = (isMine: boolean): Data => ({
          ...began,
          ...(isMine === isTitleMine ? { title: word() } : { republication: { ...(began.republication as Data), author: word() } }),
          body: bodyOf(plan.flatMap((each, place) => (each.isMine === isMine ? (made[place] as string[]) : [texts[place] as string]))),
        })
        const [mine, theirs] = [side(true), side(false)]
        const { merged, conflicts } = mergeDocuments(began, mine, theirs)
        expect(conflicts).toEqual([])
        expect(merged.title).toBe((isTitleMine ? mine : theirs).title)
        expect(merged.republication).toEqual((isTitleMine ? theirs : mine).republication)
        expect(blocksOf(merged).filter((text) => text !== '').sort()).toEqual(made.flat().sort())
      }),
      RUNS,
    )
  })

  test('keeps the words of both sides where both are chosen', () => {
    fc.assert(
      fc.property(sizes, edits, edits, (size, one, other) => {
        const began = base(size)
        const [mine, theirs] = [after(began, one, 'a'), after(began, other, 'b')]
        const { merged } = mergeDocuments(began, mine, theirs, () => 'both')
        const written = without(new Set([...wordsOf(mine), ...wordsOf(theirs)]), wordsOf(began))
        expect(without(new Set(written), wordsOf(merged))).toEqual([])
      }),
      RUNS,
    )
  })
})

describe('a conflict', () => {
  const began = { title: 'A', body: bodyOf(['one two three', 'four five six']), warnings: [{ id: 'r', note: 'n' }], topics: ['t'], rev: 3 }

  test('is a field that both changed, and theirs or both stand where that is chosen', () => {
    const [mine, theirs] = [{ ...began, title: 'B' }, { ...began, title: 'C', rev: 4 }]
    expect(mergeDocuments(began, mine, theirs)).toMatchObject({ merged: { title: 'B', rev: 4 }, conflicts: [{ path: 'title', index: null, kind: 'value', base: 'A', mine: 'B', theirs: 'C' }] })
    expect(mergeDocuments(began, mine, theirs, () => 'theirs').merged.title).toBe('C')
    expect(mergeDocuments(began, mine, theirs, () => 'both').merged.title).toBe('C / B')
  })

  test('is a block that both changed, not the one beside it', () => {
    const mine = { ...began, body: bodyOf(['one two three!', 'four five six']) }
    const theirs = { ...began, body: bodyOf(['one two and three', 'four five six seven']) }
    const { merged, conflicts } = mergeDocuments(began, mine, theirs)
    expect(conflicts).toMatchObject([{ path: 'body', index: 0, kind: 'block' }])
    expect(blocksOf(merged)).toEqual(['one two three!', 'four five six seven'])
    expect(blocksOf(mergeDocuments(began, mine, theirs, () => 'both').merged)).toEqual(['one two and three', 'one two three!', 'four five six seven'])
  })

  test('is a block or a row that one deleted and the other changed', () => {
    const mine = { ...began, body: bodyOf(['four five six']), warnings: [] }
    const theirs = { ...began, body: bodyOf(['one two three new', 'four five six']), warnings: [{ id: 'r', note: 'n2' }] }
    const { merged, conflicts } = mergeDocuments(began, mine, theirs)
    expect(conflicts.map(({ path, mine: own }) => [path, own])).toEqual([['body', null], ['warnings.r', null]])
    expect([blocksOf(merged), merged.warnings]).toEqual([['four five six'], []])
    expect(mergeDocuments(began, mine, theirs, () => 'theirs').merged).toMatchObject({ warnings: [{ note: 'n2' }] })
  })

  test('is not what the editor does by itself, nor how a form writes emptiness', () => {
    const split = { root: { ...bodyOf([]).root, children: [{ ...paragraph(''), direction: null, children: [{ type: 'text', text: 'one two ', format: 0, version: 1 }, { type: 'text', text: 'three', version: 1 }] }, paragraph('four five six')] } }
    const mine = { ...began, body: split, subtitle: '', attachments: 0 }
    const theirs = { ...began, body: bodyOf(['one two three', 'four five six and seven']), subtitle: null, attachments: [] }
    expect(same(split, began.body)).toBe(true)
    expect(changedFields(began, mine)).toEqual([])
    expect(mergeDocuments({ ...began, subtitle: null, attachments: [] }, mine, theirs)).toMatchObject({ merged: { body: theirs.body }, conflicts: [] })
  })

  test('is not a citation that each made of its own, nor what each said of another one', () => {
    const cited = (...keys: string[]) => ({ root: { ...bodyOf([]).root, children: keys.map((key) => ({ ...paragraph(''), children: [{ type: 'inlineBlock', version: 1, fields: { blockType: 'citation', key } }] })) } })
    const base = { ...began, body: cited('a'), citations: { a: { quote: 'q', note: 'n' } } }
    const mine = { ...base, body: cited('a', 'b'), citations: { a: { quote: 'changed', note: 'n' }, b: { note: 'mine' } } }
    const theirs = { ...base, body: cited('c', 'a'), citations: { a: { quote: 'q', note: 'theirs' }, c: { note: 'theirs' } } }
    const { merged, conflicts } = mergeDocuments(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(merged.citations).toEqual({ a: { quote: 'changed', note: 'theirs' }, b: { note: 'mine' }, c: { note: 'theirs' } })
    expect(changedFields({ ...base, body: cited('a') }, { ...base, body: cited('b') })).toEqual(['body'])
  })

  test('is not made by a long text that was pasted over', () => {
    const long = Array.from({ length: 3_000 }, (_, index) => `block ${index}`)
    const text = { ...began, body: bodyOf(long) }
    const mine = { ...text, body: bodyOf(long.map((each, index) => (index % 2 === 0 ? `${each} mine` : each))) }
    const theirs = { ...text, body: bodyOf(long.map((each, index) => (index % 2 === 1 ? `${each} theirs` : each))) }
    expect(mergeDocuments(text, mine, theirs).conflicts).toEqual([])
  })
})
