import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesFrom, isNothing, type Changes } from '@/collaboration/changes/between'
import { compareTokens, tokensOfText } from '@/collaboration/changes/words'
import type { Block, Image, Inline } from '@/record/body'

const text = (words: string, ...marks: ('bold' | 'italic')[]): Inline => ({ type: 'text', text: words, ...(marks.length === 0 ? {} : { marks }) })
const paragraph = (...children: (Inline | string)[]): Block => ({ type: 'paragraph', children: children.map((child) => (typeof child === 'string' ? text(child) : child)) })
const cite = (key: string): Inline => ({ type: 'citation', key })
const image = (id: string, alt: string): Image => ({ id, alt, width: 10, height: 10, variants: [] })
const article = (body: Block[], more: Record<string, unknown> = {}) => ({ title: 'A title', language: 'en', slug: 'a-title', standfirst: 'What it says.', body, citations: [], warnings: [], warningReview: 'assessedNone', authors: [], ...more })

const FIRST = paragraph('The council met on Tuesday and decided nothing.')
const SECOND = paragraph('Forty boats lay in the harbour.', cite('a'))
const THIRD = paragraph('Nobody answered our letter.')
const shown = ({ text: rows }: Changes) => rows.map((row) => (row.kind === 'words' ? `${row.change}: ${row.pieces.map(({ op, text: words }) => (op === 'same' ? words : op === 'new' ? `+${words}+` : `-${words}-`)).join('')}` : row.kind === 'same' ? `same ${row.count}` : `form ${row.before}>${row.after} ${row.forms.map(({ words }) => words).join('|')}`))

describe('what changed between two texts', () => {
  test('nothing, where nothing did', () => {
    expect(isNothing(changesFrom(article([FIRST, SECOND, THIRD]), article([FIRST, SECOND, THIRD])))).toBe(true)
  })

  test('nothing, where a database gave the members of each object back in another order', () => {
    const reversed = (value: unknown): unknown => (Array.isArray(value) ? value.map(reversed) : value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reversed(inner)]).reverse()) : value)
    const full = article([FIRST, SECOND, { type: 'image', image: image('one', 'A boat'), warnings: [{ term: 'war', depiction: 'shown', intensity: 'brief' }] }], {
      citations: [{ key: 'a', note: 'Its log.', quote: 'Forty boats' }], warnings: [{ term: 'war', depiction: 'mentioned', intensity: 'brief' }], republicationOf: { title: 'Elsewhere', url: 'https://a.example' },
    })
    expect(isNothing(changesFrom(reversed(full) as typeof full, full))).toBe(true)
  })

  test('the words of the sentence they stand in, the rest as read before', () => {
    expect(shown(changesFrom(article([FIRST, SECOND, THIRD]), article([FIRST, paragraph('Fifty boats lay in the harbour.', cite('a')), THIRD])))).toEqual(['same 1', 'changed: -Forty-+Fifty+ boats lay in the harbour.', 'same 1'])
  })

  test('a paragraph that is new, one that is gone, one that stands elsewhere now', () => {
    const fresh = paragraph('Something else entirely happened since.')
    expect(shown(changesFrom(article([FIRST, SECOND]), article([FIRST, fresh, SECOND])))).toEqual(['same 1', 'new: +Something else entirely happened since.+', 'same 1'])
    expect(shown(changesFrom(article([FIRST, SECOND]), article([SECOND])))).toEqual(['gone: -The council met on Tuesday and decided nothing.-', 'same 1'])
    const moved = shown(changesFrom(article([FIRST, SECOND, THIRD]), article([SECOND, THIRD, FIRST])))
    expect(moved).toEqual(['same 2', 'moved: +The council met on Tuesday and decided nothing.+'])
  })

  test('in Arabic, by Arabic words', () => {
    const rows = changesFrom(article([paragraph('اجتمع المجلس يوم الثلاثاء')], { language: 'ar' }), article([paragraph('اجتمع المجلس يوم الأربعاء')], { language: 'ar' }))
    expect(shown(rows)).toEqual(['changed: اجتمع المجلس يوم -الثلاثاء-+الأربعاء+'])
  })

  test('words in bold that were plain, a heading of another level, a paragraph set apart', () => {
    expect(shown(changesFrom(article([paragraph('Forty boats lay there.')]), article([paragraph('Forty ', text('boats', 'bold'), ' lay there.')])))).toEqual(['form > boats'])
    expect(shown(changesFrom(article([{ type: 'heading', level: 2, children: [text('The boats')] }]), article([{ type: 'heading', level: 3, children: [text('The boats')] }])))).toEqual(['form heading 2>heading 3 '])
    const apart = changesFrom(article([FIRST]), article([{ type: 'passage', warnings: [{ term: 't', depiction: 'described', intensity: 'brief' }], blocks: [FIRST] }]))
    expect(shown(apart)).toEqual(['form paragraph>paragraph · passage '])
    expect(apart.warnings).toMatchObject([{ change: 'new', where: 'passage', before: null }])
  })

  test('a link that leads elsewhere, though not a word changed', () => {
    const link = (href: string) => article([paragraph('See ', { type: 'link', href, children: [text('the report')] }, '.')])
    const changes = changesFrom(link('https://one.example/'), link('https://two.example/'))
    expect(changes.links).toEqual([{ change: 'changed', words: 'the report', before: 'https://one.example/', after: 'https://two.example/' }])
    expect(changes.text).toEqual([])
  })

  test('a citation with its claim: new, changed, gone', () => {
    const one = { key: 'a', source: 's1', quote: 'forty' }
    const cited = (citations: object[]) => article([SECOND], { citations })
    expect(changesFrom(cited([]), cited([one])).citations).toMatchObject([{ change: 'new', claim: 'Forty boats lay in the harbour.' }])
    expect(changesFrom(cited([one]), cited([{ ...one, source: 's2' }])).citations).toMatchObject([{ change: 'changed', before: { source: 's1' }, after: { source: 's2' } }])
    expect(changesFrom(cited([one]), article([paragraph('Forty boats lay in the harbour.')])).citations).toMatchObject([{ change: 'gone' }])
  })

  test('images, warnings and settings in rows of their own', () => {
    const before = article([{ type: 'image', image: image('i1', 'A quay'), warnings: [] }], { warnings: [{ term: 't1', depiction: 'mentioned', intensity: 'brief' }], slug: 'one', authors: ['p1'] })
    const after = article([{ type: 'image', image: image('i1', 'A quay at night'), warnings: [{ term: 't2', depiction: 'shown', intensity: 'graphic' }] }], { warnings: [{ term: 't1', depiction: 'shown', intensity: 'brief' }], slug: 'two', authors: ['p1', 'p2'], leadImage: { image: image('i2', 'Boats'), warnings: [] } })
    const changes = changesFrom(before, after)
    expect(changes.images.map(({ change, after: is }) => [change, is?.id])).toEqual([['new', 'i2'], ['changed', 'i1']])
    expect(changes.warnings.map(({ change, where }) => [change, where])).toEqual([['changed', 'document'], ['new', 'image']])
    expect(changes.settings).toEqual([{ name: 'authors', before: ['p1'], after: ['p1', 'p2'] }, { name: 'slug', before: 'one', after: 'two' }])
  })

  test('everything is new where there was nothing', () => {
    expect(shown(changesFrom(null, article([FIRST])))).toEqual(['new: +A title+', 'new: +What it says.+', 'new: +The council met on Tuesday and decided nothing.+'])
  })
})

describe('whatever the texts', () => {
  const words = fc.array(fc.constantFrom('boats', 'lay', 'in', 'the', 'harbour', 'forty', 'القوارب', 'في', 'الميناء', '🚣', ', ', '. '), { maxLength: 30 }).map((list) => list.join(' '))

  test('the pieces put together give each of them back, word for word', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const { pieces } = compareTokens(tokensOfText(before, 'en'), tokensOfText(after, 'en'))
        expect(pieces.filter(({ op }) => op !== 'new').map((piece) => piece.text).join('')).toBe(before)
        expect(pieces.filter(({ op }) => op !== 'gone').map((piece) => piece.text).join('')).toBe(after)
      }),
    )
  })

  const blocks = fc.array(words.map((each) => paragraph(each)), { maxLength: 6 })
  test('no word of a block that differs is left unshown, and equal texts show nothing', () => {
    fc.assert(
      fc.property(blocks, blocks, (before, after) => {
        const changes = changesFrom(article(before), article(after))
        expect(isNothing(changes)).toBe(JSON.stringify(before) === JSON.stringify(after))
        const count = changes.text.reduce((sum, row) => sum + (row.kind === 'same' ? row.count : row.kind === 'words' && row.change === 'gone' ? 0 : 1), 0)
        if (changes.text.length > 0) expect(count).toBe(after.length)
      }),
    )
  })
})
