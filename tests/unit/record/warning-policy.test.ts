import { describe, expect, it } from 'vitest'
import { DEPICTIONS, INTENSITIES, type Warning } from '@/record/body'
import { CHANNELS, mayPreview, partInFeed, strongestTreatment, termsByGravity, treatment, warnedParts } from '@/record/warning-policy'
import { image, p, passage, picture } from '../../support/fixtures/body'

const warning = (depiction: Warning['depiction'], intensity: Warning['intensity'], term = 't'): Warning => ({ term, depiction, intensity })

describe('the warning policy', () => {
  it('has an answer for every depiction, intensity and channel', () => {
    for (const channel of CHANNELS) for (const depiction of DEPICTIONS) for (const intensity of INTENSITIES) expect(treatment({ depiction, intensity }, channel)).toMatch(/^(label|collapse|cover|gate|omit)$/)
  })

  it('never lets a picture that shows hard material stand on a card, in a preview or in structured data', () => {
    for (const intensity of INTENSITIES) {
      expect(mayPreview([warning('mentioned', 'brief'), warning('shown', intensity)])).toBe(false)
      expect(treatment({ depiction: 'shown', intensity }, 'socialCard')).toBe('omit')
      expect(treatment({ depiction: 'shown', intensity }, 'structuredData')).toBe('omit')
    }
    expect(mayPreview([])).toBe(true)
    expect(mayPreview([warning('mentioned', 'graphic')])).toBe(true)
  })

  it('covers what is shown, closes what is told in detail, and only labels what is mentioned', () => {
    expect(treatment(warning('shown', 'brief'), 'image')).toBe('cover')
    expect(treatment(warning('described', 'graphic'), 'passage')).toBe('collapse')
    expect(treatment(warning('described', 'brief'), 'passage')).toBe('label')
    expect(treatment(warning('mentioned', 'graphic'), 'passage')).toBe('label')
  })

  it('withholds a graphic text from every feed alike, and labels the rest', () => {
    for (const channel of ['rss', 'atom', 'json'] as const) {
      expect(treatment(warning('described', 'graphic'), channel)).toBe('gate')
      expect(treatment(warning('described', 'detailed'), channel)).toBe('label')
    }
  })

  it('takes the strongest of several warnings, and none for none', () => {
    expect(strongestTreatment([warning('mentioned', 'brief'), warning('described', 'graphic'), warning('described', 'brief')], 'passage')).toBe('collapse')
    expect(strongestTreatment([], 'page')).toBeNull()
  })

  it('leaves out of feeds what the page closes or covers', () => {
    expect(partInFeed([warning('described', 'graphic')], 'passage')).toBe('omit')
    expect(partInFeed([warning('shown', 'brief')], 'image')).toBe('omit')
    expect(partInFeed([warning('described', 'brief')], 'passage')).toBe('label')
    expect(partInFeed([], 'passage')).toBeNull()
  })

  it('finds warned parts in reading order, the lead picture first, inside statements too', () => {
    const inner = passage([warning('described', 'brief')], p('x'), p('y'))
    const lead = { image: image('lead', 'A'), warnings: [warning('shown', 'brief')] }
    const unwarned = picture(image('plain', 'B'))
    const parts = warnedParts('d', [unwarned, { type: 'statement', speaker: 'A', source: null, blocks: [inner] }], lead)
    expect(parts.map(({ kind, anchor, blocks }) => [kind, anchor, blocks])).toEqual([['image', 'w-d-1', 1], ['passage', 'w-d-2', 2]])
    expect(parts[1]?.node).toBe(inner)
  })

  it('names the gravest terms first, each once', () => {
    expect(termsByGravity([warning('mentioned', 'brief', 'a'), warning('shown', 'brief', 'b'), warning('described', 'graphic', 'c'), warning('shown', 'graphic', 'a')])).toEqual(['a', 'b', 'c'])
  })
})
