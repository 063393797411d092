import { describe, expect, test } from 'vitest'
import { normaliseWords, searchConfiguration, searchTextOf } from '@/publishing/search-text'

describe('words as search compares them', () => {
  test.each([
    ['أإآٱ', 'اااا'],
    ['مُقَاوَمَةٌ', 'مقاومة'],
    ['كـــتاب', 'كتاب'],
    ['مستشفى', 'مستشفي'],
    ['کتابی', 'كتابي'],
    ['٢٠١٣ و۲۰۱۴', '2013 و2014'],
    ['ﻣﺪرﺳﺔ', 'مدرسة'],
    ['a\u200Fb', 'ab'],
    ['Café ﬁle', 'Café file'],
  ])('%s is %s', (written, compared) => {
    expect(normaliseWords(written)).toBe(compared.normalize('NFKC'))
  })

  test('a title stands on the first line, which counts most, whatever it holds', () => {
    const text = searchTextOf('Two\nlines', { title: 'Two\nlines', standfirst: 'Below.', body: [{ type: 'paragraph', children: [{ type: 'text', text: 'A body.' }] }] })
    expect(text.split('\n')).toEqual(['Two lines', 'Below.', 'A body.'])
  })

  test('a very long text is cut, not refused', () => {
    expect(searchTextOf('T', { standfirst: 'x '.repeat(400_000) }).length).toBeLessThanOrEqual(250_000)
  })

  test.each([['en', 'english'], ['en-GB', 'english'], ['ar-SY', 'arabic'], ['ku', 'simple']])('%s is stemmed as %s', (language, configuration) => {
    expect(searchConfiguration(language)).toBe(configuration)
  })
})
