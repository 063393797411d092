import type { NoticeLanguage } from '../settings'
import { ar } from './ar'
import { en, type NoticeWord, type NoticeWords } from './en'

const WORDS: Record<NoticeLanguage, NoticeWords> = { en, ar }

/** Says a word of notices, with `{{…}}` filled in. */
export type SayNotice = (word: NoticeWord, values?: Record<string, string | number>) => string

/** The words of notices in a language; in English where there are none in it. */
export function noticeWords(language: string): SayNotice {
  const words = WORDS[language === 'ar' ? 'ar' : 'en']
  return (word, values = {}) => words[word].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}
