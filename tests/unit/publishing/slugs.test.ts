import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugify, slugProblem } from '@/publishing/slugs'

describe('slugify', () => {
  it('makes an address of a title, in the title’s own script', () => {
    expect(slugify('The Harbour’s “night shift”: Part One')).toBe('the-harbours-night-shift-part-one')
    expect(slugify('الميناء لا يُباع')).toBe('الميناء-لا-يباع')
    expect(slugify('—')).toBe('')
  })

  it('only makes addresses that may be used, of at most 255 octets as a file name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const slug = slugify(title)
        if (slug === '') return
        expect(Buffer.byteLength(`${slug}.html.br`)).toBeLessThanOrEqual(255)
        expect(slug.length).toBeLessThanOrEqual(80)
      }),
    )
  })
})

describe('slugProblem', () => {
  it.each(['a b', 'A', 'a--b', '-a', 'a-', 'a/b', '../x', 'a.b', 'a\u0000', 'e\u0301tat', 'x'.repeat(81)])('refuses %j', (slug) => {
    expect(slugProblem(slug)).not.toBeNull()
  })

  it('keeps pages off the site’s own addresses and languages', () => {
    expect(slugProblem('admin', { isAtRoot: true })).not.toBeNull()
    expect(slugProblem('ar', { isAtRoot: true, languages: ['en', 'ar'] })).not.toBeNull()
    expect(slugProblem('admin')).toBeNull()
    expect(slugProblem('about', { isAtRoot: true })).toBeNull()
  })
})
