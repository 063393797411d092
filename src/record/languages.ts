import type { PublicSiteSettings } from './projections'

/** The language of a BCP 47 tag without region or script: "ar" for "ar-SY". */
export function baseLanguage(language: string): string {
  return language.toLowerCase().split('-')[0] ?? language
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'sd', 'ug', 'yi', 'dv', 'syr', 'arc'])

/** The base direction in which a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(baseLanguage(language)) ? 'rtl' : 'ltr'
}

/** The site's name as its readers of a language know it. */
export function siteName({ name, languages }: Pick<PublicSiteSettings, 'name' | 'languages'>, language: string): string {
  return name[language] ?? name[languages[0] ?? ''] ?? Object.values(name)[0] ?? ''
}
