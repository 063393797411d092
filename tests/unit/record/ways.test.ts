import { describe, expect, it } from 'vitest'
import { isolated, withoutTurns } from '@/record/plain-direction'
import { LINK_STATES, type LinkState, type SourceFacts } from '@/record/source-facts'
import { doubtText } from '@/record/source-words'
import { archivesOf, doubtOf, mayLead, waysToRead, wayToQuote } from '@/record/ways'
import { live, SETTINGS } from '../../support/publications'

const { projection: source } = live('sources', 1, { archivedUrl: 'https://archive.example/chosen', archivedAt: '2026-01-02' })
const copy = { at: '2026-01-02T00:00:00Z', sha256: 'ab', mime: 'text/html', text: '/sources/src/copy' }
const facts = (state: LinkState, rest: Partial<SourceFacts> = {}): SourceFacts => ({ source: '1', state, archives: [], history: [], ...rest })
const kinds = (state: LinkState): string[] => waysToRead(source, facts(state, { copy })).map(({ kind }) => kind)

describe('the ways to read a source', () => {
  it.each(LINK_STATES.map((state) => [state, ['dead', 'changed', 'usurped', 'unfit'].includes(state)] as const))('of one that is %s: copies stand first = %j', (state, copiesFirst) => {
    expect(kinds(state)).toEqual(copiesFirst ? ['archived', 'copy', 'original'] : ['original', 'archived', 'copy'])
  })

  it('lead nobody to an address that belongs to somebody else or harms', () => {
    expect(LINK_STATES.filter((state) => !mayLead(facts(state)))).toEqual(['usurped', 'unfit'])
    expect(waysToRead(source, facts('usurped')).at(-1)).toMatchObject({ kind: 'original', isLinked: false })
  })

  it('offer the archived copy that an editor chose before those that were found, and each once', () => {
    const found = facts('dead', { archives: [{ url: 'https://archive.example/found', provider: 'wayback' }, { url: 'https://archive.example/chosen', provider: 'other' }] })
    expect(archivesOf(source, found).map(({ url }) => url)).toEqual(['https://archive.example/chosen', 'https://archive.example/found'])
  })

  it('offer no copy of ours that has no page', () => {
    const { text: _text, ...hidden } = copy
    expect(waysToRead(source, facts('dead', { copy: hidden })).map(({ kind }) => kind)).toEqual(['archived', 'original'])
  })

  it('are none of a private source, whatever else is known', () => {
    expect(waysToRead({ ...source, visibility: 'private' }, facts('live', { copy }))).toEqual([])
    expect(archivesOf({ ...source, visibility: 'private' }, facts('live'))).toEqual([])
  })

  it('find a quote nowhere in an original that no longer says it', () => {
    const { archivedUrl: _url, archivedAt: _at, ...alone } = source
    expect(['live', 'blocked', 'changed', 'dead', 'usurped'].map((state) => wayToQuote(alone, facts(state as LinkState))?.kind)).toEqual(['original', 'original', undefined, undefined, undefined])
    expect(wayToQuote(source, facts('changed'))?.kind).toBe('archived')
  })
})

describe('a source that is doubted', () => {
  const doubted = (is: 'disputed' | 'retracted'): SourceFacts => facts('live', { doubt: { is, since: '2026-05-03' }, copy })

  it('is read in its copies first where it was retracted, and leads to its original still', () => {
    expect(waysToRead(source, doubted('retracted')).map(({ kind }) => kind)).toEqual(['archived', 'copy', 'original'])
    expect(waysToRead(source, doubted('retracted')).at(-1)).toMatchObject({ isLinked: true })
    expect(waysToRead(source, doubted('disputed')).map(({ kind }) => kind)).toEqual(['original', 'archived', 'copy'])
    const { archivedUrl: _url, archivedAt: _at, ...alone } = source
    expect(wayToQuote(alone, facts('live', { doubt: { is: 'retracted', since: '2026-05-03' } }))?.kind).toBe('original')
  })

  it.each([
    ['disputed', 'en', 'Disputed: noted by us on 3 May 2026.'], ['retracted', 'en', 'Retracted: noted by us on 3 May 2026.'],
    ['disputed', 'ar', 'مطعون فيه: سجّلنا ذلك في ٣ أيار ٢٠٢٦.'], ['retracted', 'ar', 'مسحوب: سجّلنا ذلك في ٣ أيار ٢٠٢٦.'], ['retracted', 'ar-EG', 'مسحوب: سجّلنا ذلك في ٣ أيار ٢٠٢٦.'],
  ] as const)('is called %s in %s, with the day on which we noted it', (is, language, text) => {
    expect(doubtText(doubted(is).doubt, language, SETTINGS)).toBe(text)
  })

  it('is called nothing where nobody doubts it, or where it is private', () => {
    expect(doubtText(facts('dead').doubt, 'en', SETTINGS)).toBeUndefined()
    expect(doubtOf({ visibility: 'private' }, doubted('retracted'))).toBeUndefined()
  })
})

describe('a title from elsewhere', () => {
  it('turns nothing round, and cannot leave where it is isolated', () => {
    expect(withoutTurns('a\u202eb\u2069c\u200f')).toBe('abc\u200f')
    expect(isolated('x\u2069\u202ey')).toBe('\u2068xy\u2069')
    expect(isolated('')).toBe('')
  })
})
