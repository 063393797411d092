import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCslJson } from '@/sources/csl/from-csl'
import { fillFromMetadata } from '@/sources/fill'
import { readDoi, readIsbn, readIssn, readQid } from '@/sources/identifiers'
import { toCslItem } from '@/syndication/citations/csl-json'
import { liveSource } from '../../support/exported'

const read = (item: unknown) => readCslJson(JSON.stringify([item]))?.[0]

describe('CSL-JSON', () => {
  it('there and back keeps what a source says, in Arabic as in English', () => {
    const said = {
      kind: 'paper' as const, title: 'ثلاث شِباك', titleTranslated: 'Three nets', creators: [{ name: 'ليلى نصران', nameLatin: 'Layla Nasran' }, { name: 'Ines Calloway', familyName: 'Calloway' }, { name: 'Rafiq Odum', role: 'translator' as const }],
      container: 'Journal', publisher: 'Press', place: 'Ilmar', volume: '41', issue: '2', pages: '12-19', edition: '2nd', number: '7', note: 'A note.', doi: '10.5555/x.1', isbn: '9780306406157', issn: '0378-5955', qid: 'Q42',
      url: 'https://a.example/x', archivedUrl: 'https://archive.example/x', accessed: '2026-01-02', csl: { genre: 'Preprint' }, platform: 'x' as const, postId: '77',
    }
    for (const issued of ['2013', '2013-03', '2013-03-12', '2013~', '2013/2015', '2004-21', '2013-03~/2014-05~']) {
      const back = read(toCslItem({ source: liveSource({ ...said, issued }) }))
      expect(back).toEqual({ ...said, issued })
    }
  })

  it('keeps a type that is more exact than the kind, and takes names in parts', () => {
    const thesis = read({ id: 1, type: 'thesis', title: 'T', author: [{ family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' }, { literal: 'The Group' }], issued: { 'date-parts': [['2011', '05']] } })
    expect(thesis).toMatchObject({ kind: 'paper', csl: { type: 'thesis' }, creators: [{ name: 'Vincent van Gogh', familyName: 'van Gogh' }, { name: 'The Group' }], issued: '2011-05' })
    expect(toCslItem({ source: liveSource({ title: 'T', kind: 'paper', csl: { type: 'thesis' } }) }).type).toBe('thesis')
  })

  it('leaves out what a field can’t take, and never throws', () => {
    expect(read({ type: 'book', title: 'T', DOI: 'nonsense', ISBN: '123', URL: 'javascript:alert(1)', issued: { 'date-parts': [[2013, 13]] }, author: 'X', custom: 7 })).toEqual({ title: 'T', kind: 'book', creators: [] })
    expect(readCslJson('{')).toBeNull()
    expect(readCslJson('7')).toBeNull()
    expect(readCslJson('[{"title":"T"},{}]')).toEqual([{ title: 'T', kind: 'webpage', creators: [] }, null])
    fc.assert(fc.property(fc.jsonValue(), (value) => { read({ title: 'T', author: value, issued: value, custom: value, URL: value, DOI: value, type: value, csl: value }); readCslJson(JSON.stringify(value)) }))
  })
})

describe('identifiers', () => {
  it.each([['https://doi.org/10.1000/ABC', '10.1000/abc'], ['doi:10.1000/abc.', '10.1000/abc'], ['10.1000.10/a%2Fb', '10.1000.10/a/b'], ['10.1/x', null], ['10.1000/', null], ['10.1000/a b', null]])('DOI %s is %s', (given, read) => expect(readDoi(given)).toBe(read))
  it.each([['0-306-40615-2', '9780306406157'], ['978-0-306-40615-7', '9780306406157'], ['080442957X', '9780804429573'], ['978-0-306-40615-8', null], ['0306406153', null], ['12', null]])('ISBN %s is %s', (given, read) => expect(readIsbn(given)).toBe(read))
  it.each([['0378-5955', '0378-5955'], ['2434561x', '2434-561X'], ['0378-5954', null]])('ISSN %s is %s', (given, read) => expect(readIssn(given)).toBe(read))
  it.each([['q42', 'Q42'], ['https://www.wikidata.org/wiki/Q42', 'Q42'], ['P31', null], ['Q0', null]])('Wikidata’s %s is %s', (given, read) => expect(readQid(given)).toBe(read))
})

describe('metadata', () => {
  it('fills what is empty or known from the address alone, and never what a person gave or took away', () => {
    const source = { title: 'gauge.example/x', kind: 'webpage', container: 'By hand', publisher: '', issued: null, fieldOrigins: { title: 'address', kind: 'address', container: 'human', publisher: 'human' } }
    expect(fillFromMetadata(source, { title: ' The\u202E report ', kind: 'report', container: 'The page', publisher: 'The page', issued: '2013' })).toEqual({ title: 'The report', kind: 'report', issued: '2013' })
    expect(fillFromMetadata(source, { title: ' ', creators: [{ name: '' }] })).toBeNull()
    expect(fillFromMetadata({ title: 'Old, before origins were kept' }, { title: 'Other' })).toBeNull()
  })
})
