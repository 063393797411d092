/** The languages that documents can be written in: a BCP 47 tag and its names. Which of them have a public side is a setting. */
export const LANGUAGES = [
  { value: 'en', label: { en: 'English', ar: 'الإنكليزية' } },
  { value: 'ar', label: { en: 'Arabic', ar: 'العربية' } },
  { value: 'fr', label: { en: 'French', ar: 'الفرنسية' } },
  { value: 'de', label: { en: 'German', ar: 'الألمانية' } },
  { value: 'es', label: { en: 'Spanish', ar: 'الإسبانية' } },
  { value: 'tr', label: { en: 'Turkish', ar: 'التركية' } },
  { value: 'fa', label: { en: 'Persian', ar: 'الفارسية' } },
  { value: 'ku', label: { en: 'Kurdish', ar: 'الكردية' } },
  { value: 'uk', label: { en: 'Ukrainian', ar: 'الأوكرانية' } },
  { value: 'ru', label: { en: 'Russian', ar: 'الروسية' } },
] as const

export const DEFAULT_LANGUAGE = 'en'
