import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeQuote, findQuote } from '@/citations/quotes/anchor'
import { foldText } from '@/citations/quotes/fold'
import type { Found } from '@/citations/quotes/quote'

const RUNS = 400

const ENGLISH = ['the', 'council', 'declared', 'gate', 'not', 'no', 'closed', 'crossing', 'Marrow', 'prisoners', 'were', '12', '1,500', 'taken', 'nobody', 'surveyors', 'abutments', 'households', 'inspection', 'can’t', 'non-violent', 'naïve', 'river', 'after', 'of', 'said', '“never”', 'again.', 'Then,', 'bridge']
const ARABIC = ['قال', 'المجلس', 'إن', 'المعبر', 'مغلق', 'لم', 'لا', 'يسأل', 'أحد', 'المعتقلين', 'العربية', 'الغربية', '١٢', '٣٤', 'أسرة', 'مسؤول', 'على', 'علي', 'حكومة', 'القتلى', 'آخر،', '«أبدًا»', 'المدينة', 'ثم', 'بيان', 'شيء', 'رأى', 'من', 'هذا', 'القرار.']
const SPACES = [' ', ' ', ' ', ' ', '\n', '\n\n', '\u00A0', '  ']

type Worded = { words: string[]; spaces: string[] }
const written = ({ words, spaces }: Worded): string => words.map((word, index) => (index === 0 ? word : `${spaces[index % spaces.length] ?? ' '}${word}`)).join('')
/** Where the words from `first` to before `last` stand in the text that they are written to. */
function placeOf(text: Worded, first: number, last: number): { start: number; end: number } {
  const before = written({ ...text, words: text.words.slice(0, first) })
  const start = first === 0 ? 0 : before.length + (text.spaces[first % text.spaces.length] ?? ' ').length
  return { start, end: written({ ...text, words: text.words.slice(0, last) }).length }
}

const languages = fc.constantFrom(ENGLISH, ARABIC)
const cases = languages.chain((language) =>
  fc.record({
    words: fc.array(fc.constantFrom(...language), { minLength: 4, maxLength: 90 }), spaces: fc.array(fc.constantFrom(...SPACES), { minLength: 3, maxLength: 9 }), other: fc.array(fc.constantFrom(...language), { maxLength: 6 }),
    from: fc.nat(1_000), length: fc.integer({ min: 1, max: 14 }), at: fc.nat(1_000), cut: fc.nat(5),
  }),
).map(({ words, spaces, from, length, at, ...rest }) => {
  const first = from % words.length
  return { text: { words, spaces: ['', ...spaces].slice(1) }, first, last: Math.min(words.length, first + length), at, ...rest }
})

// A second way of folding, by whole words, that knows nothing of places.
const plain = (text: string): string =>
  text.normalize('NFKD').toLowerCase().replace(/[\u0610-\u061A\u064B-\u065F\u0670\u0640\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069]/g, '').replace(/[ىی]/g, 'ي').replace(/ٱ/g, 'ا').replace(/ک/g, 'ك').replace(/[“”«»]/g, '"').replace(/’/g, "'").replace(/،/g, ',')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0)).replace(/\s+/g, ' ').trim()
function occurrences(text: string, words: string): number {
  const [all, wanted] = [plain(text).split(' '), plain(words).split(' ')]
  return all.filter((_, index) => wanted.every((word, ahead) => all[index + ahead] === word)).length
}
const numbersOf = (text: string): string[] => plain(text).match(/\d[\d,.]*\d|\d/g) ?? []
const shortWordsOf = (text: string): string[] => (plain(text).match(/[\p{L}\p{M}']+/gu) ?? []).filter((word) => word.length <= 5)

/** Whatever was found stands for nothing but the quote's own words. */
function isTheQuote(text: string, exact: string, found: Found): void {
  if (found.state !== 'found') return
  const slice = text.slice(found.start, found.end)
  if (found.how === 'exact') expect(slice).toBe(exact)
  if (found.how === 'folded') expect(plain(slice)).toBe(plain(exact))
  if (found.how === 'near') {
    expect(numbersOf(slice)).toEqual(numbersOf(exact))
    expect(shortWordsOf(slice)).toEqual(shortWordsOf(exact))
  }
}

describe('a quote of random words, English and Arabic', () => {
  test('is kept by an edit elsewhere, where its words stand once', () => {
    fc.assert(
      fc.property(cases, ({ text, first, last, other, at, cut }) => {
        const { start, end } = placeOf(text, first, last)
        const original = written(text)
        const quote = describeQuote(original, start, end)
        // The edit ends before the quote or begins behind it, next to it too.
        const isBefore = at % 2 === 0
        const from = isBefore ? at % (first + 1) : last + (at % (text.words.length - last + 1))
        const to = Math.min(from + cut, isBefore ? first : text.words.length)
        const words = [...text.words.slice(0, from), ...other, ...text.words.slice(to)]
        const moved = first + (isBefore ? other.length - (to - from) : 0)
        const edited = { ...text, words }
        const place = placeOf(edited, moved, moved + last - first)
        const found = findQuote(written(edited), quote)
        isTheQuote(written(edited), quote.exact, found)
        if (occurrences(written(edited), quote.exact) === 1) expect(found).toMatchObject({ state: 'found', ...place })
        else expect(found.state).not.toBe('lost')
      }),
      { numRuns: RUNS },
    )
  })

  test('is lost when it was deleted, and never found in other words', () => {
    fc.assert(
      fc.property(cases, ({ text, first, last }) => {
        const { start, end } = placeOf(text, first, last)
        const quote = describeQuote(written(text), start, end)
        const rest = written({ ...text, words: [...text.words.slice(0, first), ...text.words.slice(last)] })
        const found = findQuote(rest, quote)
        isTheQuote(rest, quote.exact, found)
        if (occurrences(rest, quote.exact) === 0 && (found.state !== 'found' || found.how !== 'near')) expect(found.state).toBe('lost')
      }),
      { numRuns: RUNS },
    )
  })

  test('is lost when one of its words became another, was left out or put in', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('replace', 'remove', 'insert'), ({ text, first, last, other, at }, change) => {
        const word = other[0] ?? 'gate'
        const index = first + (at % (last - first))
        fc.pre(change !== 'replace' || plain(text.words[index] ?? '') !== plain(word))
        fc.pre(change !== 'insert' || index > first)
        const { start, end } = placeOf(text, first, last)
        const quote = describeQuote(written(text), start, end)
        const changed = { ...text, words: [...text.words.slice(0, index), ...(change === 'remove' ? [] : [word]), ...text.words.slice(change === 'insert' ? index : index + 1)] }
        const found = findQuote(written(changed), quote)
        isTheQuote(written(changed), quote.exact, found)
        if (occurrences(written(changed), quote.exact) === 0) expect(found.state).toBe('lost')
      }),
      { numRuns: RUNS },
    )
  })

  test('is lost when one letter of an Arabic, a short or a capitalised word changed, or one digit', () => {
    fc.assert(
      fc.property(cases, fc.nat(1_000), fc.constantFrom(...'abdefghklmnprstuy'), fc.constantFrom(...'بتثجحدرزسشصضطعغفقلمنهو'), ({ text, first, last, at }, which, latin, arabic) => {
        const index = first + (at % (last - first))
        const word = text.words[index] ?? ''
        const spots = [...word.matchAll(/[\p{L}\p{N}]/gu)].map((match) => match.index)
        fc.pre(!/^[a-zï-]{7,}$/.test(word) && spots.length > 0)
        const spot = spots[which % spots.length] ?? 0
        const letter = word[spot] ?? ''
        const other = /\p{N}/u.test(letter) ? String((Number(plain(letter)) + 1 + (which % 8)) % 10) : /\p{Script=Arabic}/u.test(letter) ? arabic : latin
        fc.pre(plain(other) !== plain(letter))
        const { start, end } = placeOf(text, first, last)
        const quote = describeQuote(written(text), start, end)
        const changed = { ...text, words: text.words.with(index, word.slice(0, spot) + other + word.slice(spot + 1)) }
        fc.pre(occurrences(written(changed), quote.exact) === 0)
        expect(findQuote(written(changed), quote).state).toBe('lost')
      }),
      { numRuns: RUNS },
    )
  })

  const SIGNS = ['\u064E', '\u0650', '\u0651', '\u0652', 'ـ', 'ــ', '\u200F', '\u202E', '\u202C', '\u00AD', '\u200B', '\u2067', '\u0670']
  const LATIN_SIGNS = ['\u00AD', '\u200B', '\u202E', '\u202C', '\u2066', '\u2060']
  const VARIANTS: Record<string, string[]> = { ا: ['أ', 'إ', 'آ', 'ٱ'], أ: ['ا', 'إ'], إ: ['ا'], آ: ['ا'], ى: ['ي', 'ی'], ي: ['ى', 'ی'], ؤ: ['و'], ك: ['ک'], '١': ['1', '۱'], '٢': ['2', '۲'], '٣': ['3'], '٤': ['4'], '«': ['"', '“'], '»': ['"', '”'], '،': [','], '“': ['"', '«'], '’': ["'"], e: ['E'], s: ['S'], c: ['C'] }
  test('is kept however its letters are written, at its very place', () => {
    fc.assert(
      fc.property(cases, fc.array(fc.nat(1_000), { minLength: 7, maxLength: 40 }), ({ text, first, last }, dice) => {
        const { start, end } = placeOf(text, first, last)
        const quote = describeQuote(written(text), start, end)
        fc.pre(occurrences(written(text), quote.exact) === 1)
        let roll = 0
        const next = (): number => dice[(roll += 1) % dice.length] ?? 0
        const decorate = (word: string): string =>
          [...word].map((letter) => {
            const forms = VARIANTS[letter]
            const form = forms !== undefined && next() % 2 === 0 ? (forms[next() % forms.length] ?? letter) : letter
            const signs = /\p{Script=Arabic}/u.test(letter) && !/\p{N}|\p{P}/u.test(letter) ? SIGNS : LATIN_SIGNS
            return next() % 3 === 0 ? form + (signs[next() % signs.length] ?? '') : form
          }).join('')
        const decorated = { ...text, words: text.words.map(decorate) }
        const place = placeOf(decorated, first, last)
        const found = findQuote(written(decorated), quote)
        expect(found).toMatchObject({ state: 'found' })
        isTheQuote(written(decorated), quote.exact, found)
        if (found.state !== 'found') return
        expect(found.start).toBe(place.start)
        // Invisible characters behind the last letter may stay outside.
        expect(plain(written(decorated).slice(found.end, place.end))).toBe('')
      }),
      { numRuns: RUNS },
    )
  })

  test('that stands several times is found at its own place or at none', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 2, max: 5 }), ({ text, first, last, at, other }, times) => {
        const block = text.words.slice(first, last)
        const copies = Array.from({ length: times }, (_, index) => [...text.words.slice(index * 3, index * 3 + 5), ...block]).flat()
        const whole = { ...text, words: [...copies, ...other] }
        const chosen = at % times
        const sizes = Array.from({ length: times }, (_, index) => text.words.slice(index * 3, index * 3 + 5).length + block.length)
        const begin = sizes.slice(0, chosen + 1).reduce((sum, size) => sum + size, 0) - block.length
        const { start, end } = placeOf(whole, begin, begin + block.length)
        const found = findQuote(written(whole), describeQuote(written(whole), start, end))
        if (found.state === 'found') expect(found).toMatchObject({ start, end })
        else expect(found.state === 'ambiguous' && (found.places.length === 0 || found.places.some((place) => place.start === start && place.end === end))).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })

  test('with words left out is found from its first part to its last', () => {
    fc.assert(
      fc.property(cases, ({ text, first, last, cut }) => {
        const second = Math.min(text.words.length - 1, last + cut)
        fc.pre(last <= second && last - first >= 3)
        const [one, two] = [placeOf(text, first, last), placeOf(text, second, text.words.length)]
        const [a, b] = [written(text).slice(one.start, one.end), written(text).slice(two.start, two.end)]
        fc.pre([a, b].every((part) => (part.match(/[\p{L}\p{N}]/gu) ?? []).length >= 4) && occurrences(written(text), a) === 1 && occurrences(written(text), b) === 1)
        expect(findQuote(written(text), { exact: `${a} […] ${b}` })).toMatchObject({ state: 'found', start: one.start, end: two.end })
      }),
      { numRuns: RUNS },
    )
  })
})

describe('any text at all', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ maxLength: 80 }), fc.array(fc.constantFrom('ا', 'أ', '\u064E', '\u0301', ' ', '\n', '-', '1', '.', '\u202E', 'a', 'A', 'ﬁ', '👨‍👩‍👧', '🇸🇾', '…', '[', ']', 'ـ'), { maxLength: 60 }).map((all) => all.join('')))

  test('a quote is found where it was taken from, or is ambiguous, or has no letter to be found by', () => {
    fc.assert(
      fc.property(texts, fc.nat(200), fc.nat(60), (text, from, length) => {
        fc.pre(text.length > 0)
        const start = from % text.length
        const quote = describeQuote(text, start, Math.min(text.length, start + 1 + length))
        expect(text).toContain(quote.prefix + quote.exact + quote.suffix)
        expect(Math.max(quote.prefix.length, quote.suffix.length)).toBeLessThanOrEqual(32)
        const found = findQuote(text, quote)
        if (foldText(quote.exact).text.trim() === '') return
        if (found.state === 'found') expect(text.slice(found.start, found.end)).toBe(quote.exact)
        else expect(found.state).toBe('ambiguous')
      }),
      { numRuns: RUNS },
    )
  })

  test('folding keeps the way back, and folds nothing a second time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: folded, starts, ends } = foldText(text)
        expect(starts.length).toBe(folded.length)
        for (let unit = 0; unit < folded.length; unit += 1) {
          expect(starts[unit]).toBeLessThan(ends[unit] ?? 0)
          if (unit > 0) expect(starts[unit]).toBeGreaterThanOrEqual(starts[unit - 1] ?? 0)
        }
        expect(foldText(folded).text).toBe(folded)
      }),
      { numRuns: RUNS },
    )
  })

  test('looking for anything in anything throws nothing and finds nothing else', () => {
    fc.assert(
      fc.property(texts, texts, texts, texts, (text, exact, prefix, suffix) => {
        const found = findQuote(text, { exact, prefix, suffix })
        if (found.state === 'found') expect(found.start).toBeLessThan(found.end)
        if (found.state === 'found' && found.how === 'exact') expect(text.slice(found.start, found.end)).toBe(exact)
      }),
      { numRuns: RUNS },
    )
  })
})
