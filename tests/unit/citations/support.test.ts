import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedParts, lastFinding, RESULTS, standingCheck, supportOf, type Check, type Ground, type GroundPart } from '@/citations/checks/support'
import { basisOf } from '@/citations/rows'
import { intentOf, type StoredCitation } from '@/citations/stored'
import { INTENTS, LOCATOR_LABELS } from '@/record/body'

const words = fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.trim()).filter((text) => text !== '')
const some = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
const citations = fc.record({
  source: words, intent: some(fc.constantFrom(...INTENTS)), locatorLabel: some(fc.constantFrom(...LOCATOR_LABELS)), locatorValue: some(words), quote: some(words), quotePrefix: some(words), quoteSuffix: some(words),
  quoteLanguage: some(words), quoteTranslation: some(words), note: some(words), originalLabel: some(words), capture: some(words),
}) as fc.Arbitrary<StoredCitation>

const groundIn = (citation: StoredCitation, claim: string): Ground => ({
  source: citation.source ?? null, quote: citation.quote ?? null, quoteTranslation: citation.quoteTranslation ?? null, locatorLabel: citation.locatorLabel ?? null, locatorValue: citation.locatorValue ?? null, intent: intentOf(citation), claim,
})
const checkOn = (citation: StoredCitation, claim: string, more: Partial<Check> = {}): Check => ({ id: 'c1', basis: basisOf(citation, claim), result: 'supports', note: null, seen: groundIn(citation, claim), capture: null, by: 'p1', at: '2026-12-01T09:00:00.000Z', ...more })

/** What only the desk or readers see of a citation, and no check rests on. */
const ASIDE = ['note', 'originalLabel', 'quotePrefix', 'quoteSuffix', 'quoteLanguage', 'capture'] as const
/** Changes of each part that a check rests on. */
const CHANGES: Record<GroundPart, (citation: StoredCitation) => StoredCitation> = {
  source: (citation) => ({ ...citation, source: `${citation.source}!` }),
  quote: (citation) => ({ ...citation, quote: `${citation.quote ?? ''}!` }),
  translation: (citation) => ({ ...citation, quoteTranslation: `${citation.quoteTranslation ?? ''}!` }),
  locator: (citation) => ({ ...citation, locatorValue: `${citation.locatorValue ?? ''}!` }),
  intent: (citation) => ({ ...citation, intent: intentOf(citation) === 'disputes' ? 'background' : 'disputes' }),
  claim: (citation) => citation,
}
const PARTS = Object.keys(CHANGES) as GroundPart[]

describe('a check of support', () => {
  it('stands while only what it does not rest on changes', () => {
    fc.assert(
      fc.property(citations, words, fc.subarray([...ASIDE]), words, (citation, claim, names, other) => {
        const changed: StoredCitation = { ...citation, ...Object.fromEntries(names.map((name) => [name, other])), intent: intentOf(citation) }
        const check = checkOn(citation, claim)
        fc.pre(intentOf(citation) !== 'remark')
        expect(supportOf(groundIn(changed, claim), basisOf(changed, claim), [check])).toBe('supports')
        expect(supportOf(groundIn(changed, claim), basisOf(changed, ` ${claim.replaceAll(' ', '\n ')} `), [check])).toBe('supports')
      }),
    )
  })

  it('falls with any change of what it rests on, and says exactly which', () => {
    fc.assert(
      fc.property(citations, words, fc.subarray(PARTS, { minLength: 1 }), (citation, claim, parts) => {
        fc.pre(intentOf(citation) !== 'remark')
        const changed = parts.reduce((value, part) => CHANGES[part](value), citation)
        const other = parts.includes('claim') ? `${claim} not` : claim
        const check = checkOn(citation, claim)
        expect(supportOf(groundIn(changed, other), basisOf(changed, other), [check])).toBe('changed')
        expect(changedParts(check.seen, groundIn(changed, other))).toEqual(PARTS.filter((part) => parts.includes(part)))
      }),
    )
  })

  it('counts again once what it rests on is as it was', () => {
    const citation: StoredCitation = { source: 's', quote: 'words' }
    const check = checkOn(citation, 'A claim.')
    expect(supportOf(groundIn({ source: 's', quote: 'words' }, 'A claim.'), basisOf({ source: 's', quote: 'words' }, 'A claim.'), [check])).toBe('supports')
  })

  it('is the newest of those that their finders did not take back', () => {
    const looks = fc.array(fc.record({ by: fc.constantFrom('p1', 'p2', 'p3'), result: fc.constantFrom(...RESULTS) }), { maxLength: 12 })
    fc.assert(
      fc.property(looks, (made) => {
        const checks = made.map((each, index) => checkOn({ source: 's' }, 'A claim.', { ...each, id: String(index) }))
        // By hand: who took back has nothing that counts but what they found afterwards.
        const counting = checks.filter(({ by, result }, index) => result !== 'unchecked' && !checks.slice(index + 1).some((later) => later.by === by && later.result === 'unchecked'))
        expect(standingCheck(checks, basisOf({ source: 's' }, 'A claim.'))?.id).toBe(counting.at(-1)?.id)
        expect(lastFinding(checks)?.id).toBe(counting.at(-1)?.id)
        expect(standingCheck(checks, 'another basis')).toBeNull()
      }),
    )
  })

  it('is none of what has no source or is a remark', () => {
    expect(supportOf({ source: null, intent: 'supports' }, 'x', [])).toBe('needsSource')
    expect(supportOf({ source: null, intent: 'remark' }, 'x', [])).toBe('remark')
    expect(supportOf({ source: 's', intent: 'supports' }, 'x', [])).toBe('unchecked')
  })
})
