import { describe, expect, test } from 'vitest'
import type { Block, Citation } from '@/record/body'
import { contentHash } from '@/record/content-hash'
import { changesBetween } from '@/review/coverage'
import type { Projection } from '@/review/projection-text'
import { coverageOf, DEFAULT_SCOPES, type Companion } from '@/review/scopes'
import { DEFAULT_WORKFLOWS, type ScopeName } from '@/review/workflow'

const text = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', text: value }] })
const SOURCE = '11111111-1111-4111-8111-111111111111'
const citation: Citation = { key: 'c1', source: SOURCE, quote: 'They sold it.' }
const image = { id: 'i', alt: 'A gate', width: 2, height: 1, variants: [{ width: 2, height: 1, file: 'a.webp', type: 'image/webp' as const, bytes: 9 }] }

const article: Projection = {
  title: 'The quarry',
  slug: 'the-quarry',
  language: 'en',
  standfirst: 'What the river carried.',
  warnings: [{ term: 't', depiction: 'mentioned', intensity: 'brief' }],
  warningReview: 'assessed',
  topics: ['a'],
  citations: [citation],
  body: [
    { type: 'paragraph', children: [{ type: 'text', text: 'The council met in May. It sold the land.' }, { type: 'citation', key: 'c1' }, { type: 'text', text: ' Nobody was asked.' }] },
    { type: 'passage', warnings: [], blocks: [text('What the guard did.')] },
    { type: 'image', image, warnings: [] },
    text('A last word.'),
  ] satisfies Block[],
}
const companions: Companion[] = [{ collection: 'sources', document: SOURCE, projection: { title: 'Minutes' } }]

const slots = ['sources', 'care', 'copy', 'legal', 'approval']
function changed(next: Projection, nextCompanions = companions): string[] {
  const before = coverageOf(DEFAULT_WORKFLOWS.article, DEFAULT_SCOPES, article, companions)
  const after = coverageOf(DEFAULT_WORKFLOWS.article, DEFAULT_SCOPES, next, nextCompanions)
  return slots.filter((slot) => before[slot]?.hash !== after[slot]?.hash)
}
const body = article.body as Block[]
const withBlock = (index: number, block: Block): Projection => ({ ...article, body: body.with(index, block) })

describe('what each sign-off covers', () => {
  test.each<[string, Projection, string[]]>([
    ['the slug', { ...article, slug: 'x' }, ['approval']],
    ['a topic', { ...article, topics: ['b'] }, ['approval']],
    ['the headline', { ...article, title: 'The pit' }, ['copy', 'approval']],
    ['a warning', { ...article, warnings: [] }, ['care', 'approval']],
    ['the assessment', { ...article, warningReview: 'assessedNone', warnings: [] }, ['care', 'approval']],
    ['a word far from any citation', withBlock(3, text('A final word.')), ['copy', 'legal', 'approval']],
    ['a word inside a warned passage', withBlock(1, { type: 'passage', warnings: [], blocks: [text('What the guards did.')] }), ['care', 'copy', 'legal', 'approval']],
    ['an image’s alternative text', withBlock(2, { type: 'image', image: { ...image, alt: 'A door' }, warnings: [] }), ['care', 'copy', 'legal', 'approval']],
    ['a citation’s quote', { ...article, citations: [{ ...citation, quote: 'They sold.' }] }, ['sources', 'legal', 'approval']],
    [
      'another sentence of a cited paragraph',
      withBlock(0, { type: 'paragraph', children: [{ type: 'text', text: 'The council met in May. It sold the land.' }, { type: 'citation', key: 'c1' }, { type: 'text', text: ' No one was asked.' }] }),
      ['copy', 'legal', 'approval'],
    ],
    [
      'the cited sentence',
      withBlock(0, { type: 'paragraph', children: [{ type: 'text', text: 'The council met in May. It gave the land away.' }, { type: 'citation', key: 'c1' }, { type: 'text', text: ' Nobody was asked.' }] }),
      ['sources', 'copy', 'legal', 'approval'],
    ],
    ['the order of paragraphs', { ...article, body: [body[3], body[0], body[1], body[2]] }, ['copy', 'legal', 'approval']],
    ['bold', withBlock(3, { type: 'paragraph', children: [{ type: 'text', text: 'A last ' }, { type: 'text', text: 'word.', marks: ['bold'] }] }), ['legal', 'approval']],
  ])('%s', (_, next, expected) => {
    expect(changed(next)).toEqual(expected)
  })

  test('a cited source that is still to become public', () => {
    expect(changed(article, [{ ...(companions[0] as Companion), projection: { title: 'Minutes of May' } }])).toEqual(['sources', 'legal', 'approval'])
  })

  test('the legal check of one block stands when another changes, and the change is shown in words', () => {
    const before = coverageOf(DEFAULT_WORKFLOWS.article, DEFAULT_SCOPES, article, companions).legal?.parts ?? []
    const after = coverageOf(DEFAULT_WORKFLOWS.article, DEFAULT_SCOPES, withBlock(3, text('A final word.')), companions).legal?.parts ?? []
    expect(changesBetween(before, after)).toEqual([{ part: 'paragraph', before: 'A last word.', after: 'A final word.' }])
  })
})

describe('what a slot’s holder may touch', () => {
  const touches = (slot: ScopeName, next: Projection) => contentHash(DEFAULT_SCOPES[slot].rest(article)) !== contentHash(DEFAULT_SCOPES[slot].rest(next))
  const wrapped = withBlock(3, { type: 'passage', warnings: [{ term: 't', depiction: 'described', intensity: 'brief' }], blocks: [text('A last word.')] })
  const reworded = withBlock(3, text('A final word.'))
  const split: Projection = { ...article, body: [...body.slice(0, 3), text('A last'), text('word.')] }
  const recited: Projection = { ...article, citations: [{ ...citation, quote: 'They sold.' }], body: body.with(3, { type: 'paragraph', children: [{ type: 'text', text: 'A last' }, { type: 'citation', key: 'c2' }, { type: 'text', text: ' word.' }] }) }

  test.each<[ScopeName, string, Projection, boolean]>([
    ['care', 'sets a passage apart', wrapped, false],
    ['care', 'rewords', reworded, true],
    ['care', 'sets a warning', { ...article, warnings: [] }, false],
    ['sources', 'cites', recited, false],
    ['sources', 'rewords', reworded, true],
    ['sources', 'sets a warning', { ...article, warnings: [] }, true],
    ['copy', 'rewords', reworded, false],
    ['copy', 'splits a paragraph', split, false],
    ['copy', 'changes the headline', { ...article, title: 'The pit' }, false],
    ['copy', 'takes a passage’s warning away', withBlock(1, text('What the guard did.')), true],
    ['copy', 'cites', recited, true],
    ['copy', 'changes the slug', { ...article, slug: 'x' }, true],
    ['legal', 'rewords the body', reworded, false],
    ['legal', 'changes the headline', { ...article, title: 'The pit' }, true],
    ['approval', 'changes anything', reworded, true],
  ])('%s %s', (slot, _, next, expected) => {
    expect(touches(slot, next)).toBe(expected)
  })
})
