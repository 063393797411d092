import { arabic } from './arabic'
import { english } from './english'
import type { Words } from './types'

export type { Words } from './types'
export { fill, fillText } from './fill'

const WORDS: Readonly<Record<string, Words>> = { en: english, ar: arabic }

/** The interface's words for a BCP 47 tag: those of its language, or English where there are none. */
export function wordsFor(language: string): Words {
  return WORDS[baseLanguage(language)] ?? english
}

/** The language of a tag without region or script: "ar" for "ar-SY". */
export function baseLanguage(language: string): string {
  return language.toLowerCase().split('-')[0] ?? language
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'sd', 'ug', 'yi', 'dv', 'syr', 'arc'])

/** The base direction in which a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(baseLanguage(language)) ? 'rtl' : 'ltr'
}

/** A language's name in that language itself: "العربية". */
export function languageName(language: string): string {
  return nameIn(language, language)
}

/** A language's name as readers of another language know it. */
export function nameIn(language: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader, 'en'], { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}
