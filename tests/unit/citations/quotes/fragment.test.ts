import { describe, expect, test } from 'vitest'
import { addressOfQuote, textDirective } from '@/citations/quotes/fragment'

const bare = (exact: string) => ({ exact, prefix: '', suffix: '' })

describe('a text directive', () => {
  test('keeps what has a meaning in directives from being read so', () => {
    expect(textDirective(bare('a, b & c-d = 5%'))).toBe(':~:text=a%2C%20b%20%26%20c%2Dd%20%3D%205%25')
    expect(textDirective(bare('half \uD800 a character'))).toBe(':~:text=half%20%EF%BF%BD%20a%20character')
  })

  test('says the whole words around the quote, from the blocks next to it', () => {
    expect(textDirective({ exact: 'remain closed', prefix: 'ossing at Marrow Lane would ', suffix: ' until the surveyors had fini' })).toBe(':~:text=at%20Marrow%20Lane%20would-,remain%20closed,-until%20the%20surveyors%20had')
    expect(textDirective({ exact: 'It was shut.', prefix: 'e gate.\n', suffix: '\nNobody came' })).toBe(':~:text=gate.-,It%20was%20shut.,-Nobody')
    expect(textDirective({ exact: 'shut', prefix: 'a', suffix: 'b' })).toBe(':~:text=shut')
  })

  test('names a long quote, one of several blocks and one with an omission by its first and last words', () => {
    expect(textDirective(bare(`one two three four five six seven ${'and more '.repeat(50)}the very last words of it all`))).toBe(':~:text=one%20two%20three%20four%20five%20six,very%20last%20words%20of%20it%20all')
    expect(textDirective(bare('First block ends\n\nSecond begins'))).toBe(':~:text=First%20block%20ends,Second%20begins')
    expect(textDirective(bare('The gate […] was shut'))).toBe(':~:text=The%20gate,was%20shut')
    const [a, b, c, d] = 'abcd'
    expect(textDirective(bare([a, b, c, d].map((letter) => letter?.repeat(90)).join(' ')))).toBe(`:~:text=${a?.repeat(90)}%20${b?.repeat(90)},${c?.repeat(90)}%20${d?.repeat(90)}`)
    expect(decodeURIComponent(textDirective(bare('字'.repeat(400))))).toBe(`:~:text=${'字'.repeat(60)},${'字'.repeat(60)}`)
  })

  test('is the page’s own words in Arabic', () => {
    const directive = textDirective({ exact: 'سيبقى مغلقًا، قال', prefix: 'أن المعبر ', suffix: ' حتى إشعار' })
    expect(directive).not.toMatch(/[^\x21-\x7e]/)
    expect(decodeURIComponent(directive)).toBe(':~:text=المعبر-,سيبقى مغلقًا، قال,-حتى')
  })

  test('of no words is none', () => {
    expect(textDirective(bare(' \n '))).toBe('')
    expect(addressOfQuote('https://a.example/p#x', bare(''))).toBe('https://a.example/p#x')
  })
})

test.each([
  ['https://a.example/p?q=1', 'https://a.example/p?q=1#:~:text=shut'],
  ['https://a.example/p#', 'https://a.example/p#:~:text=shut'],
  ['https://a.example/p#annex', 'https://a.example/p#annex:~:text=shut'],
  ['https://a.example/p#annex:~:text=old,words', 'https://a.example/p#annex:~:text=shut'],
  ['https://a.example/p#:~:text=old', 'https://a.example/p#:~:text=shut'],
  ['https://a.example/#!/route', 'https://a.example/#!/route:~:text=shut'],
])('%s leads to a quote as %s', (address, expected) => {
  expect(addressOfQuote(address, bare('shut'))).toBe(expected)
})
