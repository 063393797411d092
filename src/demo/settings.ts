/** How the demo's site is called and looks. */
export const SETTINGS = {
  name: { en: 'The Net Loft', ar: 'بيت الشِّباك' },
  tagline: { en: 'News and evidence from a closed coast', ar: 'أخبار وشواهد من ساحل مُغلَق' },
  languages: ['en', 'ar'],
  accentLight: '#b02a1c',
  accentDark: '#ff8a70',
  arabicMonths: 'ar-SY',
  arabicDigits: 'arab',
  timeZone: 'Europe/London',
  contactEmail: 'desk@netloft.example',
  licence: 'CC BY-SA 4.0',
} as const

/** By key; each language shows its own translation of them. */
export const FOOTER_PAGES = ['about', 'how-we-work', 'contact'] as const
