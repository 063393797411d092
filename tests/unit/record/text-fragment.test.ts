import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textDirective, textFragment } from '@/record/text-fragment'

const PAGE = 'https://logs.example/east'

describe('the address of a quote', () => {
  it.each([
    ['The doors were locked.', `${PAGE}#:~:text=The%20doors%20were%20locked.`],
    // A dash would end a prefix, a comma begin the end, an ampersand the next directive.
    ['well-known, R&D', `${PAGE}#:~:text=well%2Dknown%2C%20R%26D`],
    ['أُغلق الرصيف', `${PAGE}#:~:text=${encodeURIComponent('أُغلق الرصيف')}`],
    ['one two three four five six seven eight nine ten eleven', `${PAGE}#:~:text=one%20two%20three%20four,eight%20nine%20ten%20eleven`],
    ['They knew […] and said nothing', `${PAGE}#:~:text=They%20knew,and%20said%20nothing`],
    ['the end of a line\nthe start of the next', `${PAGE}#:~:text=the%20end%20of%20a,start%20of%20the%20next`],
    ['one\ntwo', `${PAGE}#:~:text=one,two`],
    [' \n … ', PAGE],
  ])('%j', (quote, address) => expect(textFragment(PAGE, quote)).toBe(address))

  it('keeps the fragment of its page, and gives way to no directive that it had', () => {
    expect(textFragment(`${PAGE}#p4`, 'x y')).toBe(`${PAGE}#p4:~:text=x%20y`)
    expect(textFragment(`${PAGE}#:~:text=old`, 'x y')).toBe(`${PAGE}#:~:text=x%20y`)
  })

  it('is only made for pages that a browser opens', () => expect(textFragment('mailto:a@example.org', 'x')).toBe('mailto:a@example.org'))

  it('is a directive of one range with nothing else of its syntax in it, whatever was quoted', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (quote) => {
      const directive = textDirective(quote)
      if (directive !== null) expect(directive).toMatch(/^:~:text=[^\s,&-]+(?:,[^\s,&-]+)?$/)
    }))
  })
})
