import { LANGUAGES } from '@/publishing/languages'

const ARABIC_LETTERS = /\p{Script=Arabic}/gu
const LETTERS = /\p{L}/gu
/** Languages that are written in Arabic script: where a site says that it is in one of them, its Arabic script is that. */
const IN_ARABIC_SCRIPT = ['ar', 'fa', 'ur', 'ckb', 'ps']

/** The language, of those that the site can publish in, that a tag such as "en-GB" means; 'en' where it is none. */
export function knownLanguage(tag: string): string {
  const primary = tag.trim().toLowerCase().split(/[-_]/)[0] ?? ''
  return LANGUAGES.find(({ value }) => value === primary)?.value ?? 'en'
}

/** The language of a text: Arabic if most of its letters are, else that of its site. Markup in `words` counts little. */
export function languageOf(words: string, siteLanguage: string): string {
  const site = knownLanguage(siteLanguage)
  const bare = words.replace(/<[^>]*>/g, ' ').replace(/https?:\/\/\S+/g, ' ').slice(0, 20_000)
  const arabic = bare.match(ARABIC_LETTERS)?.length ?? 0
  const all = bare.match(LETTERS)?.length ?? 0
  if (all === 0) return site
  const isArabicScript = arabic * 2 > all
  if (!isArabicScript) return IN_ARABIC_SCRIPT.includes(site) ? 'en' : site
  return IN_ARABIC_SCRIPT.includes(site) ? site : 'ar'
}
