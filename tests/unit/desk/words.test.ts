import { ar as payloadArabic } from '@payloadcms/translations/languages/ar'
import { en as payloadEnglish } from '@payloadcms/translations/languages/en'
import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AUDITED } from '@/audit/append'
import { sayAct } from '@/desk/log/action-word'
import { ar } from '@/desk/words/ar'
import { en, type WordKey } from '@/desk/words/en'
import { wordKey } from '@/desk/words/codes'
import { BULK_BUTTON, payloadWordsAr, payloadWordsEn } from '@/desk/words/payload'
import { DEFAULT_WORKFLOWS } from '@/review/workflow'

const keys = Object.keys(en) as WordKey[]
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string).sort()

describe('the words of the desk', () => {
  test('Arabic has every word, in Arabic script, with the same things to fill in', () => {
    for (const key of keys) {
      expect(placeholders(ar[key]), key).toEqual(placeholders(en[key]))
      if (ar[key].replace(/\{\{\w+\}\}/g, '').trim() !== '') expect(ar[key], key).toMatch(/[\u0600-\u06FF]/)
    }
  })

  test('the words of every room are in, and no two rooms say one word: the last would stand for both', async () => {
    const rooms = globSync('*/words-en.ts', { cwd: new URL('../../../src/desk', import.meta.url).pathname })
    const words = await Promise.all(rooms.map(async (file) => Object.values((await import(`../../../src/desk/${dirname(file)}/words-en.ts`)) as Record<string, Record<string, string>>)))
    const said = words.flat().flatMap((room) => Object.keys(room))
    expect(said.filter((key, at) => said.indexOf(key) !== at)).toEqual([])
    for (const room of words.flat()) for (const [key, text] of Object.entries(room)) expect(en[key as WordKey], key).toBe(text)
    expect(rooms.length).toBeGreaterThan(15)
  })

  test('every slot and stage of the workflows has a name', () => {
    for (const { stages } of Object.values(DEFAULT_WORKFLOWS)) {
      for (const { name, slots } of stages) {
        expect(wordKey('stage', name), name).not.toBeNull()
        for (const { slot } of slots) expect(wordKey('slot', slot), slot).not.toBeNull()
      }
    }
  })

  test('every act that the log records is said in words of the desk', () => {
    for (const action of AUDITED) expect(sayAct((key, values) => `${key} ${values?.name}`, action, 'N'), action).toBe(`audit${action.charAt(0).toUpperCase()}${action.slice(1)} N`)
  })

  test('every refusal of the review machine is said in words of the desk', () => {
    const sources = ['machine', 'four-eyes'].map((name) => readFileSync(new URL(`../../../src/review/${name}.ts`, import.meta.url), 'utf8')).join('\n')
    const codes = new Set([...sources.matchAll(/(?:refusal|no)\(\d{3}, '(\w+)'/g), ...sources.matchAll(/\{ code: '(\w+)'/g)].map(([, code]) => code as string))
    expect(codes.size).toBeGreaterThan(10)
    // A slot that the panel never offers.
    codes.delete('unknownSlot')
    for (const code of codes) expect(wordKey('why', code), code).not.toBeNull()
  })
})

describe('Payload’s own words of publishing', () => {
  const languages = [
    ['English', payloadEnglish, payloadWordsEn, /publish|draft|revert/i],
    ['Arabic', payloadArabic, payloadWordsAr, /نشر|نّشر|مسود/],
  ] as const

  test.each(languages)('%s: none is left', (_name, payload, replaced, publishing) => {
    const left: string[] = []
    for (const [group, words] of Object.entries(payload.translations as unknown as Record<string, Record<string, unknown>>)) {
      for (const [key, word] of Object.entries(words)) {
        const shown = (replaced as unknown as Record<string, Record<string, string>>)[group]?.[key] ?? word
        if (typeof shown === 'string' && publishing.test(shown)) left.push(`${group}:${key} = ${shown}`)
      }
    }
    expect(left).toEqual([])
  })

  test.each(languages)('%s: what is replaced exists', (_name, payload, replaced) => {
    const words = payload.translations as unknown as Record<string, Record<string, unknown>>
    for (const [group, replacements] of Object.entries(replaced)) for (const key of Object.keys(replacements)) expect(words[group], `${group}:${key}`).toHaveProperty(key)
  })

  test('the bulk buttons are hidden by the very labels that they have', () => {
    const css = readFileSync(new URL('../../../src/app/(payload)/desk.css', import.meta.url), 'utf8')
    for (const label of Object.values(BULK_BUTTON)) expect(css).toContain(`.list-selection button[aria-label='${label}']`)
  })
})
