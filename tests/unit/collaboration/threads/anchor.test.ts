import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorAt, CONTEXT, follow, placeOf, resolve, type Anchor, type Place } from '@/collaboration/threads/anchor'
import { oneLine } from '@/collaboration/threads/words'

const FIELD = 'body'
const anchored = (text: string, quote: string, nth = 0): Anchor => {
  let at = -1
  for (let index = 0; index <= nth; index += 1) at = text.indexOf(quote, at + 1)
  return anchorAt(FIELD, text, at, at + quote.length)
}
const wordsAt = (place: Place, text: string): string | null => (place.state === 'orphaned' ? null : text.slice(place.start, place.end))

const ENGLISH = ['the', 'river', 'rose', 'over', 'night', 'and', 'witnesses', 'counted', 'twelve', 'boats', '3.5', 'well-known', 'it’s', 'end.', '“so”', 'art', 'party', '👩🏽‍🌾']
const ARABIC = ['النهر', 'ارتفع', 'ليلًا', 'وقال', 'شهودٌ', 'إنهم', 'عدّوا', 'اثني', 'عشر', 'قاربًا،', 'كتب', 'كتبَ', 'مكتب', '٣٫٥', 'لاعب', 'من']
const words = (vocabulary: string[], most = 30) => fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: most }).map((list) => list.join(' '))
const vocabularies = [['English', ENGLISH], ['Arabic', ARABIC]] as const

describe.each(vocabularies)('an anchor in %s', (_, vocabulary) => {
  const parts = fc.record({ before: words([...vocabulary]), quote: words([...vocabulary], 4), after: words([...vocabulary]), other: words([...vocabulary], 12), cut: fc.nat(), length: fc.nat({ max: 60 }) })
  const textOf = ({ before, quote, after }: { before: string; quote: string; after: string }) => ({ text: `${before} ${quote} ${after}`, start: before.length + 1, end: before.length + 1 + quote.length })

  test('stands where it was made, in the text it was made in', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const { text, start, end } = textOf(given)
        expect(resolve(anchorAt(FIELD, text, start, end), text)).toEqual({ state: 'found', start, end })
      }),
    )
  })

  test('follows any edit before it, and stays with any edit behind it, also where its words occur several times', () => {
    fc.assert(
      fc.property(parts, ({ cut, length, other, ...given }) => {
        const { text, start, end } = textOf(given)
        const anchor = anchorAt(FIELD, text, start, end)
        // Whole words go and come, so that none is glued to the quote.
        const starts = [...given.before.matchAll(/\S+/gu)].map(({ index }) => index)
        const from = starts[cut % starts.length] as number
        const to = Math.max(from, ...starts.filter((at) => at <= from + length))
        const earlier = oneLine(`${text.slice(0, from)}${other} ${text.slice(to)}`)
        // A copy put before the words reads as one that was put behind them: nobody can tell, and either place has the words.
        fc.pre(!earlier.startsWith(text.slice(0, end)))
        const moved = follow(anchor, text, earlier)
        const shift = earlier.length - text.length
        expect(resolve(moved, earlier)).toEqual({ state: 'found', start: start + shift, end: end + shift })

        const later = `${text.slice(0, end)} ${other}${text.slice(end)}`
        expect(resolve(follow(anchor, text, later), later)).toEqual({ state: 'found', start, end })
      }),
    )
  })

  test('is never anywhere but at its own words, as whole words, whatever was edited', () => {
    fc.assert(
      fc.property(words([...vocabulary]), words([...vocabulary]), fc.nat(), fc.nat({ max: 40 }), (text, next, from, length) => {
        const start = from % text.length
        const end = Math.min(text.length, start + 1 + length)
        const anchor = anchorAt(FIELD, text, start, end)
        for (const place of [resolve(anchor, next), resolve(follow(anchor, text, next), next)]) {
          if (place.state === 'orphaned') continue
          expect(wordsAt(place, next)).toBe(anchor.quote)
          const isWhole = (context: string, edge: RegExp) => !edge.test(context)
          const startsWhole = isWhole(anchor.prefix, /[\p{L}\p{M}\p{N}]$/u) && /^[\p{L}\p{N}]/u.test(anchor.quote)
          if (startsWhole) expect(next.slice(0, place.start)).not.toMatch(/[\p{L}\p{M}\p{N}]$/u)
          const endsWhole = isWhole(anchor.suffix, /^[\p{L}\p{M}\p{N}]/u) && /[\p{L}\p{N}]$/u.test(anchor.quote)
          if (endsWhole) expect(next.slice(place.end)).not.toMatch(/^[\p{L}\p{M}\p{N}]/u)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('is orphaned once its words are gone, and back once the text is as it was', () => {
    fc.assert(
      fc.property(parts, ({ other, ...given }) => {
        const { text, start, end } = textOf(given)
        const without = `${text.slice(0, start)}— ${text.slice(end)}`
        fc.pre(!without.includes(given.quote) && !other.includes(given.quote))
        const lost = follow(anchorAt(FIELD, text, start, end), text, without)
        expect(resolve(lost, without)).toEqual({ state: 'orphaned', why: 'gone' })
        const still = follow(lost, without, `${without} ${other}`)
        expect(resolve(still, `${without} ${other}`).state).toBe('orphaned')
        expect(resolve(follow(still, `${without} ${other}`, text), text)).toEqual({ state: 'found', start, end })
      }),
    )
  })
})

describe('what an anchor is not misled by', () => {
  test.each([
    ['a longer word that holds its own', 'The art of it.', 'art', 'The party of it.'],
    ['an Arabic word that holds its own', 'قال إن كتب شيئًا', 'كتب', 'قال إن مكتب شيئًا'],
    ['a vowel sign that makes another word', 'قال كتب هنا', 'كتب', 'قال كتبَ هنا'],
    ['a number that goes on', 'They found 3 dead.', '3', 'They found 3,000 dead.'],
    ['a compound', 'It was well known.', 'well', 'It was well-known.'],
  ])('%s', (_, text, quote, next) => {
    expect(resolve(anchored(text, quote), next)).toEqual({ state: 'orphaned', why: 'gone' })
    expect(resolve(follow(anchored(text, quote), text, next), next).state).toBe('orphaned')
  })

  test('the same words elsewhere, where the ones it stood at were taken out', () => {
    const text = 'In the morning the river rose above the lower bridge. In the evening, when nobody looked any more, the river fell.'
    const next = text.replace('the river rose', 'it rose')
    expect(resolve(anchored(text, 'river'), next)).toEqual({ state: 'orphaned', why: 'gone' })
    expect(resolve(follow(anchored(text, 'river'), text, next), next)).toEqual({ state: 'orphaned', why: 'gone' })
  })

  test('words that come back long after they were lost, in another place', () => {
    const text = 'A short note about the river, nothing more.'
    const gone = 'A short note about the lake, nothing more.'
    const later = `${gone} Much later somebody wrote of a river there.`
    const lost = follow(anchored(text, 'river'), text, gone)
    expect(resolve(lost, gone).state).toBe('orphaned')
    expect(resolve(follow(lost, gone, later), later).state).toBe('orphaned')
  })
})

describe('words that occur twice', () => {
  const text = 'First the guards left by the northern gate. Then the guards left by the southern gate, singing.'

  test('are told apart by what stands around them, also where that has changed a little', () => {
    const second = anchored(text, 'the guards left', 1)
    const next = `An hour later. ${text.replace('First', 'At first,')}`
    const place = resolve(second, next)
    expect(place).toMatchObject({ state: 'byContext' })
    expect(next.slice(0, (place as { start: number }).start)).toMatch(/Then $/)
  })

  test('are nobody’s once nothing tells them apart any longer', () => {
    const twin = anchored('ha ha ha ha', 'ha', 1)
    expect(resolve(twin, 'so: ha ha ha ha')).toEqual({ state: 'byContext', start: 7, end: 9 })
    expect(resolve(twin, 'ha ha ha ha ha ha')).toEqual({ state: 'orphaned', why: 'ambiguous' })
  })

  test('can’t be selected without telling which: by context, or by the very place in the very text', () => {
    expect(placeOf({ quote: 'the guards left' }, text)).toEqual({ count: 2 })
    expect(placeOf({ quote: 'the guards left', suffix: ' by the ' }, text)).toEqual({ count: 2 })
    expect(placeOf({ quote: 'the guards left', prefix: 'Then ' }, text)).toEqual({ start: 49, end: 64 })
    expect(placeOf({ quote: 'singing', prefix: 'not what stands there' }, text)).toEqual({ start: text.indexOf('singing'), end: text.indexOf('singing') + 7 })
    const { offset, hash } = anchored(text, 'the guards left', 1)
    expect(placeOf({ quote: 'the guards left', offset, hash }, text)).toEqual({ start: 49, end: 64 })
    expect(placeOf({ quote: 'the guards left', offset, hash }, `${text} More.`)).toEqual({ count: 2 })
    expect(placeOf({ quote: 'nobody' }, text)).toEqual({ count: 0 })
  })
})

test('context is short, and never cuts a character in two', () => {
  const { prefix, suffix } = anchorAt(FIELD, `${'😀'.repeat(40)}x${'😀'.repeat(40)}`.replace('x', 'ax'), 81, 82)
  for (const context of [prefix, suffix]) {
    expect(context.length).toBeLessThanOrEqual(CONTEXT)
    expect(context).not.toMatch(/\p{Surrogate}/u)
  }
})
