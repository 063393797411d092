import type { PublicSiteSettings } from './projections'

/** The settings of a site that nobody has named yet. */
export const DEFAULT_SETTINGS: PublicSiteSettings = {
  name: { en: 'Handbill', ar: 'Handbill' },
  tagline: {},
  languages: ['en', 'ar'],
  accent: { light: '#b3261e', dark: '#ff8a7a' },
  arabicMonths: 'ar-SY',
  arabicDigits: 'arab',
  footerPages: [],
  timeZone: 'Europe/London',
}
