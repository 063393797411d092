import { describe, expect, test } from 'vitest'
import { describeQuote, findQuote } from '@/citations/quotes/anchor'
import { foldText } from '@/citations/quotes/fold'

const ENGLISH = 'The council met on Monday.\nIt declared that the crossing at Marrow Lane would remain closed until the surveyors had finished their inspection of both abutments, and nobody asked the 12 households behind it.\nThe council met again.'
const ARABIC = 'اجتمع المجلس يوم الاثنين.\nوأعلن أن المعبر عند زقاق الرمان سيبقى مغلقًا حتى إشعار آخر، ولم يسأل أحد ١٢ أسرة تسكن خلفه.\nثم اجتمع المجلس مرة أخرى.'

function quoteOf(text: string, words: string, occurrence = 0) {
  let start = text.indexOf(words)
  for (let skip = 0; skip < occurrence; skip += 1) start = text.indexOf(words, start + 1)
  return describeQuote(text, start, start + words.length)
}
function wordsFound(text: string, found: ReturnType<typeof findQuote>): string | null {
  return found.state === 'found' ? text.slice(found.start, found.end) : null
}

describe('describing a quote', () => {
  test('takes up to 32 characters of context on each side, and none beyond the text', () => {
    expect(quoteOf(ENGLISH, 'remain closed')).toEqual({ exact: 'remain closed', prefix: ' the crossing at Marrow Lane would '.slice(-32), suffix: ' until the surveyors had finishe' })
    expect(quoteOf('The gate', 'gate')).toEqual({ exact: 'gate', prefix: 'The ', suffix: '' })
  })

  test.each([['flags', '🇸🇾'], ['families', '👨‍👩‍👧'], ['accents', 'e\u0301\u0323'], ['vowel signs', 'كَّ'], ['Burmese vowels', 'ကါ']])('cuts no %s in two, in words or context', (_, character) => {
    const text = `${character.repeat(20)}.${character}.${character.repeat(20)}`
    const middle = character.length * 20 + 1
    for (let offset = 0; offset < character.length; offset += 1) {
      const quote = describeQuote(text, middle + offset, middle + offset + 1)
      expect(quote.exact).toBe(character)
      for (const context of [quote.prefix, quote.suffix]) {
        expect(context.replaceAll('.', '').split(character).join('')).toBe('')
        expect(context.length).toBeLessThanOrEqual(32)
      }
    }
  })

  test.each([[3, 3], [-1, 2], [0, 99], [5, 2], [0.5, 2]])('refuses words that are not there: %s to %s', (start, end) => {
    expect(() => describeQuote('The gate', start, end)).toThrow(RangeError)
  })
})

describe('the same words are found however they are set', () => {
  test.each([
    ['vowel signs', 'سَيَبْقَى مُغْلَقًا'],
    ['lengthening strokes', 'سيبقـــى مغـــلقا'],
    ['other alefs and hamzas', 'سيبقي مغلقا حتي اشعار اخر'],
    ['other spaces', 'سيبقى\u00A0 \n مغلقًا'],
    ['direction characters', '\u202Eسيبقى\u202C \u200Fمغلقًا'],
    ['presentation forms', 'ﺳﻴﺒﻘﻰ مغلقا'],
    ['Persian letters', 'سیبقی مغلقا'],
  ])('Arabic with %s', (_, written) => {
    const [start, end] = [ARABIC.indexOf('سيبقى'), ARABIC.indexOf(written.includes('ا') && written.includes('شعار') ? '، ولم' : ' حتى')]
    expect(findQuote(ARABIC, { exact: written })).toEqual({ state: 'found', start, end, how: 'folded' })
    const rewritten = ARABIC.slice(0, start) + written + ARABIC.slice(end)
    expect(wordsFound(rewritten, findQuote(rewritten, describeQuote(ARABIC, start, end)))).toBe(written.replace(/^\u202E/, ''))
  })

  test.each([
    ['“It’s over” — he said', '"It\'s over" - he said'], ['ﬁle of the oﬃce', 'file of the office'], ['de\u00ADmo\u200Bcracy', 'democracy'], ['CAFÉ', 'cafe\u0301'],
    ['on ١٢٬٥٠٠ and ۱۲', 'on 12,500 and 12'], ['１２', '12'], ['a\u202Egate\u202C', 'agate'], ['أ', 'ا'], ['مسؤول', 'مسوول'], ['wait… no', 'wait... no'], ['e\u0323\u0301', 'e\u0301\u0323'], ['한국', '한국'.normalize('NFD')],
  ])('%s is %s', (one, other) => {
    expect(foldText(one).text).toBe(foldText(other).text)
  })

  test.each([['10²', '102'], ['1½', '11⁄2'], ['1,000', '1.000'], ['كتابة', 'كتابه'], ['año', 'ano'], ['not', 'no'], ['€5', '£5']])('%s is not %s', (one, other) => {
    expect(foldText(one).text).not.toBe(foldText(other).text)
  })

  test('a sign on the last letter belongs to the quote', () => {
    const text = 'قرأ كتابَّ الحكومة'
    expect(wordsFound(text, findQuote(text, { exact: 'كتاب' }))).toBe('كتابَّ')
  })

  test('a quote goes over the line between two blocks, and is returned with its very characters', () => {
    const text = 'First block ends\n\nSecond block begins'
    expect(findQuote(text, { exact: 'ends Second' })).toEqual({ state: 'found', start: 12, end: 24, how: 'folded' })
    expect(findQuote(text, describeQuote(text, 11, 25))).toEqual({ state: 'found', start: 11, end: 25, how: 'exact' })
  })
})

describe('a quote never moves to other words', () => {
  test.each([
    ['a word within another', 'men', 'The women met.'], ['an Arabic word within another', 'عمل', 'المستعملون'], ['part of a number', '5 men', 'There were 15 men, or 1.5 men, or -5 men, £5 men.'],
    ['the beginning of a number', 'about 1', 'It was about 1,000 or about 1% or about 10.'], ['a word denied by a hyphen', 'violent protest', 'A non-violent protest.'], ['a word denied behind', 'they can', 'they can’t'],
    ['half of a ligature', 'f', 'ﬁ ﬀ'],
  ])('%s', (_, exact, text) => {
    expect(findQuote(text, { exact })).toMatchObject({ state: 'lost' })
  })

  test('a part of a word that was quoted on purpose is found there and not as a word', () => {
    const quote = quoteOf('The women met the men.', 'men')
    expect(quote.prefix).toBe('The wo')
    expect(wordsFound('The women met the men.', findQuote('The women met the men.', quote))).toBe('men')
    expect(findQuote('The women met the men.', quote)).toMatchObject({ start: 6 })
    expect(findQuote('They met the men.', quote).state).toBe('lost')
  })

  test.each([
    ['a number', '12 households', '13 households'], ['a number by its digits’ order', '12 households', '21 households'], ['a denial', 'would remain', 'would not remain'], ['a denial left out', 'nobody asked', 'somebody asked'],
    ['a name', 'Marrow', 'Harrow'], ['a long name by one letter', 'Monday', 'Mondav'], ['a word', 'closed', 'open'], ['a short word', 'both', 'bath'], ['a word left out', 'both abutments', 'abutments'],
    ['a question', 'behind it.', 'behind it?'], ['a real word a letter apart', 'inspection', 'inspectors'],
  ])('%s that changed is a loss, which shows where to look', (_, from, to) => {
    const quote = quoteOf(ENGLISH, ENGLISH.slice(4, -20))
    const text = ENGLISH.replace(from, to)
    expect(text).not.toBe(ENGLISH)
    expect(findQuote(text, quote)).toMatchObject({ state: 'lost', changed: { start: expect.any(Number) as number } })
  })

  test.each([
    ['a long name with a look-alike', 'Marcelo', 'Mareelo'], ['a short word with a look-alike', 'scene', 'seene'], ['a short word without its accent', 'exposé', 'expose'], ['a first letter', 'counsels', 'eounsels'], ['a last letter', 'prosaic', 'prosaie'],
    ['a letter that makes another word', 'detected', 'defected'], ['a letter put in', 'immoral', 'immortal'], ['two letters changed places', 'marital', 'martial'], ['a doubled letter that makes another word', 'staring', 'starring'],
    ['a short word taken apart', 'resign', 're- sign'], ['a long word taken apart without a hyphen', 'therapist', 'the rapist'], ['a hyphen behind the words', 'government', 'government-backed'], ['a letter of Arabic doubled', 'المتتبعين', 'المتبعين'], ['a sum without its point', '1.5', '15'], ['a currency', '£', '€'],
  ])('%s is a loss', (_, from, to) => {
    const text = 'Marcelo counsels a prosaic scene: the exposé of a staring therapist who detected immoral acts in a marital home would resign, with المتتبعين and £ 1.5 for a new government'
    expect(text).toContain(from)
    expect(findQuote(text, { exact: text.replaceAll(',', ';') })).toMatchObject({ state: 'found', how: 'near' })
    expect(findQuote(text.replace(from, to), { exact: text }).state).toBe('lost')
  })

  test.each([
    ['العربية', 'الغربية'], ['١٢', '١٣'], ['ولم يسأل', 'وسأل'], ['يقاتلون المدنيين', 'يقتلون المدنيين'], ['التهمة', 'التهمه'],
  ])('in Arabic, %s that became %s is a loss', (from, to) => {
    const text = `أعلن المتحدث باسم القوات أن الدول العربية لم تعلم بعدد القتلى وهو ١٢، ولم يسأل أحد عن الذين يقاتلون المدنيين ولا عن التهمة الموجهة إليهم.`
    expect(findQuote(text.replace(from, to), describeQuote(text, 5, text.length - 1)).state).toBe('lost')
  })

  test('quotes that are gone, empty or without words are lost', () => {
    expect(findQuote(ENGLISH, { exact: 'The tunnel was flooded twice in a single winter' })).toEqual({ state: 'lost' })
    for (const exact of ['', ' \n', '\u202E\u200B', 'ـــ']) expect(findQuote(ENGLISH, { exact })).toEqual({ state: 'lost' })
    expect(findQuote('', { exact: 'gate' })).toEqual({ state: 'lost' })
  })
})

describe('misprints are seen through', () => {
  const quote = quoteOf(ENGLISH, ENGLISH.slice(27, -24))
  test.each([
    ['punctuation', 'closed until', 'closed, until'], ['a misread letter', 'declared', 'dedared'], ['another', 'surveyors', 'snrveyors'], ['a double letter', 'abutments', 'abuttments'], ['a word broken at a line’s end', 'inspection', 'inspec-\ntion'], ['an accent', 'finished', 'fínished'],
  ])('%s', (_, from, to) => {
    const text = ENGLISH.replace(from, to)
    const found = findQuote(text, quote)
    expect(found).toMatchObject({ state: 'found', how: 'near' })
    expect(wordsFound(text, found)?.replace(to, from)).toContain(quote.exact.slice(0, -1))
  })

  test('too many of them are a loss', () => {
    const text = ENGLISH.replace('declared', 'dedared').replace('surveyors', 'snrveyors').replace('abutments', 'abuttments').replace('finished', 'fínished').replace('households', 'honseholds')
    expect(findQuote(text, quote).state).toBe('lost')
  })

  test('an Arabic “and” set apart, and an editor’s capital in brackets', () => {
    expect(findQuote('قالت اللجنة والمحاصرون بخير في المدينة القديمة', { exact: 'قالت اللجنة و المحاصرون بخير' })).toMatchObject({ state: 'found', how: 'near' })
    expect(findQuote(ENGLISH, { exact: '[T]he crossing at Marrow Lane would remain closed' })).toMatchObject({ state: 'found', how: 'near' })
  })
})

describe('words that occur twice', () => {
  test('are told apart by what stands around them', () => {
    for (const occurrence of [0, 1]) {
      const quote = quoteOf(ENGLISH, 'The council met', occurrence)
      const at = occurrence === 0 ? 0 : ENGLISH.lastIndexOf('The council')
      expect(findQuote(ENGLISH, quote)).toEqual({ state: 'found', start: at, end: at + 15, how: 'exact' })
      expect(findQuote(`An editor’s note. ${ENGLISH}`, quote)).toMatchObject({ state: 'found', start: at + 18 })
    }
  })

  test('are told apart although one side of their context was edited', () => {
    const text = 'On Friday the road was closed by the army. On Sunday evening the road was closed by a flood.'
    const quote = quoteOf(text, 'the road was closed', 1)
    const edited = text.replace('On Sunday evening', 'Two days later')
    expect(findQuote(edited, quote)).toMatchObject({ state: 'found', start: edited.lastIndexOf('the road') })
  })

  test('are told apart by little context where all of it stands', () => {
    for (const start of [0, 5]) expect(findQuote('gate gate', describeQuote('gate gate', start, start + 4))).toMatchObject({ state: 'found', start })
  })

  test('are not told apart by a context of which much is gone, or which stands nearly so at another place', () => {
    const text = 'It was raining and the whole town slept when the road was closed by soldiers. Later the road was closed by rain.'
    const quote = quoteOf(text, 'the road was closed')
    expect(findQuote(text.replace('slept when', 'sang until').replace('soldiers', 'someone'), quote).state).toBe('ambiguous')
    const twins = 'Alpha: in the night of the flood the road was closed, they say. Gamma: in the night of the blood the road was closed, we say.'
    expect(findQuote(twins, { exact: 'the road was closed', prefix: 'in the night of the flood ', suffix: ', I say.' })).toMatchObject({ state: 'found', start: twins.indexOf('the road') })
    expect(findQuote(twins, { exact: 'the road was closed', prefix: 'lood ', suffix: ', I say.' }).state).toBe('ambiguous')
  })

  test('are ambiguous where nothing tells them apart, with every place', () => {
    const text = 'The gate was shut. '.repeat(9)
    const found = findQuote(text, { exact: 'gate was shut' })
    expect(found).toMatchObject({ state: 'ambiguous' })
    expect(found.state === 'ambiguous' && found.places.map(({ start, end }) => text.slice(start, end))).toEqual(Array(9).fill('gate was shut'))
    expect(findQuote(text, quoteOf(text, 'gate was shut', 4)).state).toBe('ambiguous')
  })

  test('are told apart by how they are written where context tells nothing', () => {
    expect(findQuote('NEVER AGAIN. Never again.', { exact: 'Never again' })).toMatchObject({ state: 'found', start: 13, how: 'exact' })
  })

  test('in a text of nothing else, nobody waits for them', () => {
    const began = performance.now()
    expect(findQuote('a'.repeat(600_000), { exact: 'a'.repeat(5_000) }).state).not.toBe('found')
    expect(findQuote('ab '.repeat(200_000), { exact: 'ab '.repeat(3_000) }).state).toBe('ambiguous')
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})

describe('words left out', () => {
  test.each(['[…]', '…', '[...]', ' … [...] … ', '(…)', '...'])('"%s" stands for them, in their order', (mark) => {
    const found = findQuote(ENGLISH, { exact: `crossing at Marrow Lane ${mark} nobody asked` })
    expect(wordsFound(ENGLISH, found)).toBe(ENGLISH.slice(ENGLISH.indexOf('crossing'), ENGLISH.indexOf('nobody asked') + 12))
    expect(findQuote(ENGLISH, { exact: `nobody asked ${mark} crossing at Marrow Lane` }).state).toBe('lost')
    expect(findQuote(ENGLISH, { exact: `crossing at Harrow Lane ${mark} nobody asked` }).state).toBe('lost')
  })

  test('an omission is no bridge to another passage, and parts that stand twice are not guessed', () => {
    expect(findQuote(`The gate opened. ${'Much more was said. '.repeat(300)}The bridge fell.`, { exact: 'The gate opened […] The bridge fell' }).state).toBe('lost')
    expect(findQuote('The gate opened. The gate opened. The bridge fell.', { exact: 'gate opened […] bridge fell' }).state).toBe('ambiguous')
    expect(findQuote('Wait… what happened here?', { exact: 'Wait… what happened' })).toMatchObject({ state: 'found', how: 'exact' })
  })
})

// Idle, it takes 30 ms; the machine has other things to do.
test('in 100,000 words a quote is found, or missed, before anybody notices', () => {
  const filler = Array.from({ length: 100_000 }, (_, index) => ['gate', 'المعتقلين', 'shut', 'حُكومة', 'the', 'café,'][(index * 7919 + (index >> 3)) % 6]).join(' ')
  const text = `${filler.slice(0, 300_000)}\n${ENGLISH}\n${filler.slice(300_000)}`
  const quote = quoteOf(text, 'It declared that the crossing at Marrow Lane would remain closed')
  const timed = (act: () => unknown): number => Math.min(...Array.from({ length: 7 }, () => {
    const began = process.cpuUsage()
    act()
    return process.cpuUsage(began).user / 1_000
  }))
  expect(timed(() => findQuote(text, quote))).toBeLessThan(250)
  const folded = foldText(text)
  expect(timed(() => findQuote(folded, quote))).toBeLessThan(60)
  expect(timed(() => findQuote(text, { ...quote, exact: quote.exact.replace('closed', 'open') }))).toBeLessThan(1_500)
})
