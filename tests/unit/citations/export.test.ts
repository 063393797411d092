import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PublicSource } from '@/record/projections'
import { citationKey } from '@/syndication/citations/common'
import { toCslDate, toCslItem } from '@/syndication/citations/csl-json'
import { exportSources } from '@/syndication/citations/export'
import { liveSource } from '../../support/exported'

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
const hostile = fc.oneof(words, fc.constantFrom('}{', '{', '}}', '\\', '\\input{x}', '%', '@book{', 'a\r\nER  - \r\nTY  - BOOK', '\u202Egnp.exe', 'ليلى، {and} & ٪', '$x_1^2~#'))
const source = fc.record({ title: hostile, name: hostile, container: hostile, note: hostile, kind: fc.constantFrom<PublicSource['kind']>('article', 'book', 'webpage', 'report') })
  .map(({ title, name, container, note, kind }) => liveSource({ title, kind, creators: [{ name }], container, note, url: 'https://a.example/%7B%7D?x={y}&z=%' }))

/** How deep in braces each place of a BibTeX file is; BibTeX counts them whether or not a backslash stands before. */
function depths(bib: string): { least: number; end: number } {
  let [depth, least] = [0, 0]
  for (const character of bib) {
    if (character === '{') depth += 1
    if (character === '}') depth -= 1
    least = Math.min(least, depth)
  }
  return { least, end: depth }
}

describe('an export of sources', () => {
  it('as BibTeX is one entry a source whatever its words hold: braces pair up, and no line is added', () => {
    fc.assert(fc.property(fc.array(source, { minLength: 1, maxLength: 4 }), (sources) => {
      const bib = exportSources('bib', sources.map((each) => ({ source: each })))
      expect(depths(bib)).toEqual({ least: 0, end: 0 })
      expect(bib.match(/^@/gm)).toHaveLength(sources.length)
      expect(bib.split('\n').every((line) => line === '' || line === '}' || line.startsWith('@') || /^ {2}[a-z]+ = .*,$/.test(line))).toBe(true)
    }))
  })

  it('as RIS is one record a source, each line a tag and a value', () => {
    fc.assert(fc.property(fc.array(source, { minLength: 1, maxLength: 4 }), (sources) => {
      const lines = exportSources('ris', sources.map((each) => ({ source: each }))).split('\r\n')
      expect(lines.filter((line) => line.startsWith('TY  - '))).toHaveLength(sources.length)
      expect(lines.filter((line) => line === 'ER  - ')).toHaveLength(sources.length)
      expect(lines.every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- [^\r\n]*$/.test(line))).toBe(true)
    }))
  })

  it('turns no reading order round: what overrides it is left out everywhere', () => {
    const evil = liveSource({ title: 'invoice\u202Egnp.exe', creators: [{ name: '\u2067A\u2069 B' }] })
    for (const format of ['bib', 'ris', 'json'] as const) expect(exportSources(format, [{ source: evil }])).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })

  it('keeps the case of titles, and takes a name apart only where somebody said how', () => {
    const bib = exportSources('bib', [{ source: liveSource({ title: 'What the ICC said', creators: [{ name: 'Rafiq Odum', familyName: 'Odum' }, { name: 'Salt and Ledger' }, { name: 'هيئة التحرير' }] }) }])
    expect(bib).toContain('title = {{What the ICC said}}')
    expect(bib).toContain('author = {Odum, Rafiq and {Salt and Ledger} and {هيئة التحرير}}')
  })

  it('names a source the same for ever and no two alike, in ASCII', () => {
    const one = liveSource({ title: 'A', slug: 'ثلاث-شباك' })
    const later = { ...one, projection: { ...one.projection, title: 'B', creators: [{ name: 'C' }], issued: '2013' } }
    expect(citationKey(one)).toBe(citationKey(later))
    expect(citationKey(one)).toMatch(/^[a-z0-9-]+$/)
    expect(citationKey(one)).not.toBe(citationKey(liveSource({ title: 'A', slug: 'ثلاث-شباك' })))
  })

  it('tells of a private source its public label and no more', () => {
    const hidden = liveSource({ title: 'A nurse in the camp, name withheld', visibility: 'private', kind: 'testimony', slug: 'private-1234' })
    const leaky = { ...hidden, projection: { ...hidden.projection, url: 'https://zqsecret.example', note: 'zqsecret', creators: [{ name: 'zqsecret' }] } }
    for (const format of ['bib', 'ris', 'json'] as const) {
      expect(exportSources(format, [{ source: leaky }])).toContain('A nurse in the camp, name withheld')
      expect(exportSources(format, [{ source: leaky }])).not.toContain('zqsecret')
    }
  })

  it('gives a name in its own script, and its Latin spelling where CSL lets everybody keep their own', () => {
    const item = toCslItem({ source: liveSource({ title: 'T', creators: [{ name: 'ليلى نصران', nameLatin: 'Layla Nasran' }, { name: 'R. Odum', role: 'editor' }], titleTranslated: 'Three nets' }) })
    expect(item).toMatchObject({ author: [{ literal: 'ليلى نصران' }], editor: [{ literal: 'R. Odum' }], custom: { handbill: { latinNames: { author: ['Layla Nasran'] }, titleTranslated: 'Three nets' } } })
  })

  it.each([
    ['2013-03-12', { 'date-parts': [[2013, 3, 12]] }], ['2013~', { 'date-parts': [[2013]], circa: true }], ['2013/2015', { 'date-parts': [[2013], [2015]] }],
    ['196X', { 'date-parts': [[1960], [1969]] }], ['2004-23', { 'date-parts': [[2004]], season: 3 }], ['2013/..', { literal: '2013/..' }], ['2026-01-02T03:04:05Z', { 'date-parts': [[2026, 1, 2]] }],
  ])('writes %s as a CSL date', (value, date) => expect(toCslDate(value)).toEqual(date))

  it('names archived copies, and says where the original no longer gives what was cited', () => {
    const facts = { source: 'x', state: 'dead' as const, since: '2026-02-01', archives: [{ url: 'https://web.archive.example/1/https://gone.example/', at: '2019-05-12', provider: 'wayback' as const }], history: [] }
    const gone = { source: liveSource({ title: 'Gone', url: 'https://gone.example/' }), facts }
    expect(exportSources('bib', [gone])).toContain('(dead since 2026-02-01). Archived 2019-05-12: \\url{https://web.archive.example/1/https://gone.example/}')
    expect(exportSources('ris', [gone])).toContain('L2  - https://web.archive.example/1/https://gone.example/\r\n')
    expect(toCslItem(gone).archive_location).toBe('https://web.archive.example/1/https://gone.example/')
  })
})
