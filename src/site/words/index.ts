import { baseLanguage } from '@/record/languages'
import { arabic } from './arabic'
import { english } from './english'
import type { Words } from './types'

export type { Words } from './types'
export { baseLanguage, directionOf } from '@/record/languages'
export { fill, fillText } from './fill'

const WORDS: Readonly<Record<string, Words>> = { en: english, ar: arabic }

/** The interface's words for a BCP 47 tag: those of its language, or English where there are none. */
export function wordsFor(language: string): Words {
  return WORDS[baseLanguage(language)] ?? english
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
