import { idOf } from '@/platform/relations'
import { DEFAULT_LANGUAGE } from './languages'

type Stored = { title?: string | null; slug?: string | null; language?: string | null; translationOf?: unknown }

/** What every projection has: title, address, language and original. */
export function presentAddress(document: Stored): { title: string; slug: string; language: string; translationOf: string | null } {
  return {
    title: document.title?.trim() ?? '',
    slug: document.slug?.normalize('NFC') ?? '',
    language: document.language ?? DEFAULT_LANGUAGE,
    translationOf: idOf(document.translationOf),
  }
}
