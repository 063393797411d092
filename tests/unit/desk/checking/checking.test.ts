import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { AnsweredCitation } from '@/citations/checks/answer'
import { courseOf, neighbour, nextOpen } from '@/desk/checking/course'
import { openCopies, type CopyText } from '@/desk/checking/copies'
import { shownText } from '@/desk/checking/shown-text'
import { actOf } from '@/desk/checking/use-keys'

const citation = (key: string, support: AnsweredCitation['support'], mayCheck = true) => ({ key, support, mayCheck }) as AnsweredCitation
const byKey = (citations: AnsweredCitation[]) => new Map(citations.map((each) => [each.key, each]))

describe('going through citations', () => {
  const all = [citation('a', 'supports'), citation('b', 'unchecked'), citation('c', 'unchecked', false), citation('d', 'changed'), citation('e', 'needsSource')]

  it('takes those that wait and are one’s own to check, or all', () => {
    expect(courseOf(all, true)).toEqual(['b', 'd'])
    expect(courseOf(all, false)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('goes on to the next that waits, round the end, and ends when none does', () => {
    const course = ['a', 'b', 'c', 'd', 'e']
    expect([nextOpen(course, 'b', byKey(all)), nextOpen(course, 'd', byKey(all))]).toEqual(['d', 'b'])
    expect(nextOpen(course, 'a', byKey([citation('a', 'unchecked'), citation('b', 'partly')]))).toBeNull()
    expect([neighbour(course, 'e', 1), neighbour(course, 'b', -1)]).toEqual([null, 'a'])
  })
})

describe('the keys', () => {
  const press = (key: string, more: object = {}, isTyping = false, isRightToLeft = false) => actOf({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, isComposing: false, defaultPrevented: false, repeat: false, ...more }, isTyping, isRightToLeft)

  it('do nothing with a modifier, while somebody types, or after somebody else took them', () => {
    expect(press('1')).toBe('supports')
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }, { defaultPrevented: true }]) expect(press('1', more)).toBeNull()
    expect(press('1', {}, true)).toBeNull()
  })

  it('decide nothing by being held down', () => {
    expect([press('1', { repeat: true }), press('j', { repeat: true })]).toEqual([null, 'next'])
  })

  it('follow the direction in which one reads, and work on a keyboard of Arabic letters', () => {
    expect([press('ArrowRight'), press('ArrowRight', {}, false, true), press('ArrowLeft', {}, false, true)]).toEqual(['next', 'previous', 'next'])
    expect([press('ت', { code: 'KeyJ' }), press('١', { code: 'Digit1' }), press('q', { code: 'KeyJ' })]).toEqual(['next', 'supports', null])
  })
})

describe('a copy as it is shown', () => {
  it('is all of a short text, with the place marked across its paragraphs', () => {
    expect(shownText('One two.\n\nThree four.', [{ start: 4, end: 15 }], false)).toEqual({ isCutBefore: false, isCutAfter: false, paragraphs: [[{ text: 'One ' }, { text: 'two.', mark: 0 }], [{ text: 'Three', mark: 0 }, { text: ' four.' }]] })
  })

  it('never loses or repeats a character of what it shows, and always shows the places whole', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { maxLength: 60 }), fc.nat(), fc.integer({ min: 1, max: 200 }), fc.boolean(), (lines, at, length, isWhole) => {
        const text = lines.join('\n')
        fc.pre(text.length > 0)
        const start = at % text.length
        const place = { start, end: Math.min(text.length, start + length) }
        const { paragraphs, isCutBefore, isCutAfter } = shownText(text, [place], isWhole)
        const shown = paragraphs.map((stretches) => stretches.map((stretch) => stretch.text).join(''))
        const marked = paragraphs.flat().filter(({ mark }) => mark === 0).map((stretch) => stretch.text).join('')
        const wanted = text.slice(place.start, place.end).split('\n')
        expect(marked.replace(/\s/gu, '')).toBe(wanted.join('').replace(/\s/gu, ''))
        const bare = (words: string) => words.replace(/\s/gu, '')
        expect(bare(text)).toContain(bare(shown.join('')))
        if (isWhole || (!isCutBefore && !isCutAfter)) expect(bare(shown.join(''))).toBe(bare(text))
      }),
    )
  })

  it('of 100,000 words is no more than a few pages', () => {
    const text = 'word '.repeat(100_000)
    const { paragraphs, isCutBefore, isCutAfter } = shownText(text, [{ start: 250_000, end: 250_004 }], false)
    expect([isCutBefore, isCutAfter]).toEqual([true, true])
    expect(paragraphs.flat().reduce((sum, stretch) => sum + stretch.text.length, 0)).toBeLessThan(10_000)
  })
})

describe('copies', () => {
  const text = (words: string): CopyText => ({ text: words, title: null, capturedAt: '2026-12-01T09:00:00.000Z' })
  const wanted = (quote: string) => ({ capture: 'c1', quote, quotePrefix: null, quoteSuffix: null })

  it('are fetched once, stand there at once the second time, and tell where the quote is', async () => {
    const fetchText = vi.fn(async () => text('The river fell by a metre.'))
    const copies = openCopies(fetchText)
    expect(copies.known(wanted('fell by a metre'))).toBeNull()
    await copies.get(wanted('fell by a metre'))
    expect(copies.known(wanted('fell by a metre'))).toMatchObject({ state: 'read', found: { state: 'found', start: 10, end: 25 } })
    expect(await copies.get(wanted('rose by a mile'))).toMatchObject({ state: 'read', found: { state: 'lost' } })
    expect(fetchText).toHaveBeenCalledTimes(1)
  })

  it('that could not be read are asked for again', async () => {
    const fetchText = vi.fn<(capture: string) => Promise<CopyText | null>>().mockResolvedValueOnce(null).mockResolvedValue(text('Words.'))
    const copies = openCopies(fetchText)
    expect(await copies.get(wanted('Words'))).toEqual({ state: 'failed' })
    expect(await copies.get(wanted('Words'))).toMatchObject({ state: 'read' })
  })
})
