import { baseLanguage } from './languages'

type DateWords = {
  about(date: string): string
  doubted(date: string, isUncertain: boolean): string
  between(first: string, last: string): string
  /** From a date to now. */
  since(date: string): string
  /** From a date to one that nobody knows. */
  from(date: string): string
  until(date: string): string
  /** `season`: 21 spring, 22 summer, 23 autumn, 24 winter. */
  season(season: number, year: string): string
}

const doubted = (date: string, isUncertain: boolean): string => (isUncertain ? `${date} (?)` : date)

const ENGLISH: DateWords = {
  about: (date) => `about ${date}`,
  doubted,
  between: (first, last) => `${first} to ${last}`,
  since: (date) => `since ${date}`,
  from: (date) => `from ${date}`,
  until: (date) => `until ${date}`,
  season: (season, year) => `${['spring', 'summer', 'autumn', 'winter'][season - 21] ?? ''} ${year}`,
}

const ARABIC: DateWords = {
  about: (date) => `نحو ${date}`,
  doubted: (date, isUncertain) => (isUncertain ? `${date} (؟)` : date),
  between: (first, last) => `${first} إلى ${last}`,
  since: (date) => `منذ ${date}`,
  from: (date) => `من ${date}`,
  until: (date) => `حتى ${date}`,
  season: (season, year) => `${['ربيع', 'صيف', 'خريف', 'شتاء'][season - 21] ?? ''} ${year}`,
}

/** In languages that have no words here, signs that every reader knows. */
const SIGNS: DateWords = {
  about: (date) => `≈ ${date}`,
  doubted,
  between: (first, last) => `${first} – ${last}`,
  since: (date) => `${date} –`,
  from: (date) => `${date} –`,
  until: (date) => `– ${date}`,
  season: (_season, year) => year,
}

/** The words round a date that is partly known. */
export function dateWords(language: string): DateWords {
  const base = baseLanguage(language)
  return base === 'en' ? ENGLISH : base === 'ar' ? ARABIC : SIGNS
}
