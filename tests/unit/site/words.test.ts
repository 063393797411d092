import { describe, expect, it } from 'vitest'
import type { Warning } from '@/record/body'
import type { WarnedPart } from '@/record/warning-policy'
import { arabic } from '@/site/words/arabic'
import { english } from '@/site/words/english'
import { documentSentence, partSentence } from '@/site/words/warning-sentence'
import { directionOf, wordsFor } from '@/site/words'

const labels: Record<string, Record<string, string>> = {
  en: { torture: 'Torture or ill-treatment', bodies: 'Bodies or human remains', lgbt: 'Anti-LGBT hatred', abbreviation: 'NATO bombing' },
  ar: { torture: 'تعذيب أو سوء معاملة', bodies: 'جثامين أو رفات بشرية' },
}
const label = (language: string) => (term: string) => labels[language]?.[term] ?? null
const warning = (term: string, depiction: Warning['depiction'], intensity: Warning['intensity']): Warning => ({ term, depiction, intensity })
const shown = (count: number): WarnedPart[] => Array.from({ length: count }, (_, index) => ({ kind: 'image', warnings: [warning('bodies', 'shown', 'graphic')], anchor: `w${index}`, node: {}, blocks: 1 }))

describe('the sentence of a content notice', () => {
  const holding = { subject: 'article' as const, warnings: [warning('torture', 'described', 'detailed')], parts: shown(2) }

  it('names what the text tells and what its pictures show, in English and Arabic', () => {
    expect(documentSentence('en', holding, label('en'), String)).toBe('This article describes in detail torture or ill-treatment; two images show bodies or human remains.')
    expect(documentSentence('ar', holding, label('ar'), String)).toBe('في هذا المقال حديث مفصّل عن تعذيب أو سوء معاملة، وصورتان فيهما جثامين أو رفات بشرية.')
  })

  it.each([[1, 'صورة فيها'], [2, 'صورتان فيهما'], [3, '3 صور فيها'], [11, '11 صورة فيها'], [100, '100 صورة فيها']])('counts %i pictures as Arabic does', (count, printed) => {
    expect(documentSentence('ar', { ...holding, warnings: [], parts: shown(count) }, label('ar'), String)).toContain(printed)
  })

  it('names a term once, under its gravest form', () => {
    const sentence = documentSentence('en', { subject: 'post', warnings: [warning('torture', 'mentioned', 'brief'), warning('torture', 'described', 'graphic')], parts: [] }, label('en'), String)
    expect(sentence).toBe('This post describes in detail torture or ill-treatment.')
  })

  it('keeps the capitals of abbreviations', () => {
    expect(partSentence('en', [warning('abbreviation', 'mentioned', 'brief'), warning('lgbt', 'mentioned', 'brief')], label('en'))).toBe('Mentions NATO bombing and anti-LGBT hatred.')
  })

  it('is silent where no term has a label', () => {
    expect(partSentence('en', [warning('unknown', 'shown', 'brief')], label('en'))).toBeNull()
    expect(documentSentence('en', { subject: 'page', warnings: [], parts: [] }, label('en'), String)).toBeNull()
  })
})

describe('the words of the interface', () => {
  it('are Arabic in Arabic: no entry was left in English', () => {
    const strings = (value: unknown): string[] => (typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [])
    const latin = strings(arabic).filter((text) => !/[\u0600-\u06ff]/.test(text) && /\p{L}/u.test(text.replace(/\{\w+\}/g, '')))
    expect(latin).toEqual([])
  })

  it('name the same places in both languages', () => {
    const places = (value: unknown): unknown => (typeof value === 'string' ? [...value.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort() : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, places(one)])) : null)
    expect(places(arabic)).toEqual(places(english))
  })

  it('inflect counted things as Arabic does', () => {
    expect([1, 2, 3, 11, 100].map((count) => arabic.citedIn(count, String(count)))).toEqual(['يستشهد به نص واحد', 'يستشهد به نصّان', 'تستشهد به 3 نصوص', 'يستشهد به 11 نصًّا', 'يستشهد به 100 نص'])
  })

  it('fall back to English for a language that has none, and know which way each is written', () => {
    expect(wordsFor('de')).toBe(english)
    expect(wordsFor('ar-SY')).toBe(arabic)
    expect([directionOf('ar-SY'), directionOf('en'), directionOf('fa')]).toEqual(['rtl', 'ltr', 'rtl'])
  })
})
