import { describe, expect, it } from 'vitest'
import { exportSources } from '@/syndication/citations/export'
import { convert, hasBibutils } from '../../support/bibutils'
import { liveSource } from '../../support/exported'

const SOURCES = [
  liveSource({ kind: 'paper', title: 'Displacement of {small} fleets: 50 % & more_than #1 at $5 ~ RAF', creators: [{ name: 'Ines Calloway', familyName: 'Calloway' }, { name: 'Littoral Records and Charts Project' }], container: 'Journal of Littoral Studies', volume: '41', issue: '2', pages: '12-19', issued: '2025-03-12', doi: '10.5555/jls_2025.0417', url: 'https://journals.example/41_2/a%20b?x=1&y=%D9%85#top' }),
  liveSource({ kind: 'article', slug: 'ثلاث-شباك', title: 'ثلاث شِباك ممزّقة وزورق لم يعد', titleLanguage: 'ar', titleTranslated: 'Three torn nets', creators: [{ name: 'ليلى نصران', nameLatin: 'Layla Nasran' }, { name: 'هيئة تحرير صوت المينا' }], container: 'صوت المينا', issued: '2026-02', url: 'https://sawt.example/2026/ثلاث', doi: '10.5555/sawt.1' }),
  liveSource({ kind: 'book', title: 'The Grounds', creators: [{ name: 'Basma Terrane', familyName: 'Terrane' }, { name: 'ريم الحلبي', familyName: 'الحلبي' }], publisher: 'Quayside Books', issued: '2011~', isbn: '9780000000002', url: 'https://quayside.example/grounds', doi: '10.5555/grounds' }),
  liveSource({ kind: 'webpage', title: 'The day count', creators: [{ name: 'Families of the Three' }], issued: '2026/..', url: 'https://families.example/count', doi: '10.5555/count' }),
]

/** The value of a tag or field in each record, TeX's escapes undone. */
const plain = (words: string): string => words.replace(/\{?\\textasciitilde\{?\}?/g, '~').replace(/\\([%&#_$])/g, '$1').replace(/[{}\\]/g, '').replace(/\s+/g, ' ').trim()

describe.skipIf(!hasBibutils())('what bibutils makes of an export', () => {
  const bib = (records: string): string[] => records.split(/^@/m).slice(1)
  const all = (record: string, tag: RegExp): string[] => [...record.matchAll(tag)].map(([, value]) => plain(value ?? ''))

  it('a BibTeX file keeps author, title, year, address and DOI of every work there and back', () => {
    const back = bib(convert('xml2bib', convert('bib2xml', exportSources('bib', SOURCES.map((source) => ({ source }))))))
    expect(back).toHaveLength(SOURCES.length)
    for (const [index, { projection }] of SOURCES.entries()) {
      const record = plain(back[index]!)
      for (const { name } of projection.creators) for (const word of name.split(' ')) expect(record).toContain(word)
      expect(record).toContain(plain(projection.title))
      expect(all(back[index]!, /^\s*year\s*=\s*"?\{?(\d+)/gm)).toEqual([projection.issued?.slice(0, 4)])
      expect(back[index]).toContain(`doi="${projection.doi}"`)
      expect(back[index]).toContain(`url="${projection.url}"`)
    }
  })

  it('a RIS file gives the same works', () => {
    const xml = convert('ris2xml', exportSources('ris', SOURCES.map((source) => ({ source }))))
    const records = xml.split('<mods ').slice(1).map((record) => record.replaceAll('&amp;', '&'))
    expect(records).toHaveLength(SOURCES.length)
    for (const [index, { projection }] of SOURCES.entries()) {
      const record = records[index]!
      for (const { name, familyName } of projection.creators) {
        // It takes every name in RIS for a person's, and the word between two for what parts them.
        if (familyName !== undefined) expect(record).toContain(`<namePart type="family">${familyName}</namePart>`)
        for (const word of name.split(' ')) if (word !== 'and') expect(record).toContain(word)
      }
      expect(record).toContain(`<url>${projection.url}</url>`)
      expect(record).toContain(`<identifier type="doi">${projection.doi}</identifier>`)
      expect(record).toMatch(new RegExp(`<dateIssued>${projection.issued?.slice(0, 4)}`))
      expect(record).toContain(`<title>${projection.title}</title>`)
    }
  })
})
