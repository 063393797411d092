import type { PublicSiteSettings } from '@/record/projections'

const RIGHT_TO_LEFT = ['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']

/** The direction in which a BCP 47 language is written, by its first subtag. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/** The day of an ISO 8601 instant or of a full or partial date, as it is printed in `language`; '' for what is no date. */
export function printedDate(date: string, language: string, settings: Pick<PublicSiteSettings, 'timeZone' | 'arabicMonths' | 'arabicDigits'>): string {
  const isArabic = language === 'ar' || language.startsWith('ar-')
  const locale = isArabic ? `${settings.arabicMonths}-u-nu-${settings.arabicDigits}` : language === 'en' ? 'en-GB' : language
  const partial = /^(\d{4})(-\d{2})?(-\d{2})?$/.exec(date)
  const instant = new Date(partial === null ? date : `${date}${partial[2] === undefined ? '-01' : ''}${partial[3] === undefined ? '-01' : ''}T00:00:00Z`)
  if (Number.isNaN(instant.getTime())) return ''
  const hasMonth = partial === null || partial[2] !== undefined
  const hasDay = partial === null || partial[3] !== undefined
  // A date without a time of day is the same day everywhere.
  return formatOf(locale, partial === null ? settings.timeZone : 'UTC', hasMonth, hasDay).format(instant)
}

const formats = new Map<string, Intl.DateTimeFormat>()

// A formatter takes longer to make than a thousand dates to format.
function formatOf(locale: string, timeZone: string, hasMonth: boolean, hasDay: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${hasMonth} ${hasDay}`
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { year: 'numeric', ...(hasMonth ? { month: 'long' } : {}), ...(hasDay ? { day: 'numeric' } : {}), timeZone })
  formats.set(key, made)
  return made
}
