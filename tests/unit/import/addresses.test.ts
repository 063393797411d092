import { describe, expect, test } from 'vitest'
import { readAddress, readableAddress, sourceKindOf, type WebAddress } from '@/sources/web-addresses'

const BASE = 'https://orchard.example/2019/05/post/'
function web(href: string): WebAddress {
  const address = readAddress(href, BASE)
  if (address.kind !== 'web') throw new Error(`${href} was read as ${address.kind}`)
  return address
}

describe('one work has one key', () => {
  test.each([
    ['https://council.example/plans/7?utm_source=fb&fbclid=Iw1', 'http://www.council.example/plans/7/', 'https://council.example:443/plans/7?gclid=2#map'],
    ['https://twitter.com/Mira/status/5?s=20&t=abc', 'https://mobile.twitter.com/mira/status/5', 'https://x.com/mira/status/5/photo/1'],
    ['https://youtu.be/abc?si=xyz', 'https://m.youtube.com/watch?v=abc&feature=share', 'https://www.youtube.com/watch?v=abc'],
    ['https://www.facebook.com/permalink.php?story_fbid=1&id=2&__tn__=K-R&__cft__[0]=A', 'https://m.facebook.com/permalink.php?id=2&story_fbid=1'],
    ['https://doi.org/10.1000/XYZ', 'http://dx.doi.org/10.1000/xyz', 'https://journal.example/doi/full/10.1000/xyz?download=1'],
    ['https://paper.example/a', 'https://web.archive.org/web/20170609120000/http://www.paper.example/a?fbclid=1'],
    ['https://paper.example/%D8%A7%D9%84', 'https://paper.example/ال/'],
  ])('%s', (...spellings) => {
    expect(new Set(spellings.map((spelling) => web(spelling).key)).size).toBe(1)
  })

  test('different works keep different keys', () => {
    const keys = ['https://a.example/x?id=1', 'https://a.example/x?id=2', 'https://a.example/X', 'https://b.a.example/x?id=1', 'https://a.example/#!/one', 'https://a.example/#!/two'].map((href) => web(href).key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

test('what only tells who shared an address is gone, and the place in the work becomes a locator', () => {
  expect(web('https://a.example/p?utm_campaign=x&id=4&igsh=abc&mc_eid=9')).toMatchObject({ url: 'https://a.example/p?id=4' })
  expect(web('https://a.example/p#annex')).toMatchObject({ url: 'https://a.example/p', locator: { label: 'section', value: 'annex' } })
  expect(web('https://a.example/p.pdf#page=12')).toMatchObject({ locator: { label: 'page', value: '12' } })
  expect(web('https://youtu.be/abc?t=1h2m3s')).toMatchObject({ url: 'https://www.youtube.com/watch?v=abc', locator: { label: 'timecode', value: '1:02:03' } })
  expect(web('https://a.example/p#:~:text=the%20gate,was%20shut')).toMatchObject({ url: 'https://a.example/p', quote: 'the gate … was shut' })
})

test('an archived copy is known as the copy of its original, with its date', () => {
  expect(web('https://web.archive.org/web/20170609120000id_/http://paper.example/q')).toMatchObject({
    url: 'http://paper.example/q', archivedUrl: 'https://web.archive.org/web/20170609120000id_/http://paper.example/q', archivedAt: '2017-06-09T12:00:00.000Z',
  })
  expect(web('http://archive.org/web/2017/https://paper.example/q')).toMatchObject({ url: 'https://paper.example/q', archivedAt: '2017-01-01T00:00:00.000Z' })
})

test.each([
  ['https://gauge.example/…/may-rea…', 'truncated'],
  ['https://gauge.example/%E2%80%A6/may', 'truncated'],
  ['https://gauge.example/a/long-tit...', 'truncated'],
  ['mailto:desk@orchard.example?subject=Hi', 'mail'],
  ['#fn1', 'fragment'],
  ['javascript:alert(1)', 'refused'],
  ['java\nscript:alert(1)', 'refused'],
  [' \u0001javascript:alert(1)', 'refused'],
  ['data:text/html,x', 'refused'],
  ['file:///etc/passwd', 'refused'],
  ['https://user:secret@a.example/', 'refused'],
  ['https://www.facebook.com/sharer/sharer.php?u=x', 'refused'],
  ['http://[broken', 'refused'],
  ['', 'refused'],
  ['#', 'refused'],
  [`https://a.example/${'x'.repeat(3_000)}`, 'refused'],
  ['/about', 'web'],
  ['//a.example/x', 'web'],
])('%s is %s', (href, kind) => {
  expect(readAddress(href, BASE).kind).toBe(kind)
})

test('kinds and readable forms follow from the address', () => {
  expect(['https://doi.org/10.1000/x', 'https://t.me/c/1', 'https://youtu.be/x', 'https://a.example/d.csv', 'https://a.example/r.pdf', 'https://a.example/'].map((href) => sourceKindOf(web(href)))).toEqual(['paper', 'socialPost', 'video', 'dataset', 'report', 'webpage'])
  expect(readableAddress('https://www.a.example/%D8%A7/')).toBe('a.example/ا')
})
