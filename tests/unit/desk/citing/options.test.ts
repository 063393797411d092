import { describe, expect, it } from 'vitest'
import { linkIn } from '@/desk/citing/link'
import { optionsFor } from '@/desk/citing/options'

const work = (id: string, title: string) => ({ id, title, creator: '', url: '', kind: 'report', isPrivate: false, isNamedByAddress: false, citedIn: 0 })
const kinds = (options: ReturnType<typeof optionsFor>): string[] => options.map(({ id }) => id)

describe('what the palette offers', () => {
  it('without words: the works of this text before others, and the ways that need none', () => {
    const here = [work('h', 'Here')]
    expect(kinds(optionsFor({ words: '', found: [work('f', 'Found'), work('h', 'Here')], here, isNew: true }))).toEqual(['source-h', 'source-f', 'needs-source', 'remark', 'upload'])
  })

  it('for words: what has them, of this text also before the library has answered', () => {
    expect(kinds(optionsFor({ words: 'water GAUGE', found: [], here: [work('a', 'The gauge in the water'), work('b', 'Salt')], isNew: true }))).toEqual(['source-a', 'needs-source', 'remark', 'upload'])
  })

  it('for a link: to cite it, first of all', () => {
    expect(kinds(optionsFor({ words: ' https://harbour.example/a ', found: [work('f', 'Found')], here: [], isNew: false }))).toEqual(['link', 'source-f', 'needs-source', 'upload'])
  })
})

describe('a pasted text', () => {
  it.each([
    ['https://harbour.example/a?b=c#d', 'https://harbour.example/a?b=c#d'],
    ['  http://مرفأ.example/خبر\n', 'http://مرفأ.example/خبر'],
    ['10.1000/182', '10.1000/182'],
    ['doi: 10.1000/182', '10.1000/182'],
  ])('%s is a link', (text, link) => expect(linkIn(text)).toBe(link))

  it.each(['', 'harbour', 'see https://harbour.example/', 'https://a.example https://b.example', 'javascript:alert(1)', 'https://', 'http://[', 'ftp://harbour.example/', '10.1/x'])('%j is none', (text) => expect(linkIn(text)).toBeNull())
})
