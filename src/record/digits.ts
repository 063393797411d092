import { baseLanguage } from './languages'
import type { PublicSiteSettings } from './projections'

const ARABIC_INDIC = '٠١٢٣٤٥٦٧٨٩'

/** A number, range or time that somebody wrote ("12", "12–14", "00:13:07") in the digits of the language; whatever holds words stays as it is. */
export function inDigits(value: string, language: string, { arabicDigits }: Pick<PublicSiteSettings, 'arabicDigits'>): string {
  if (baseLanguage(language) !== 'ar' || arabicDigits !== 'arab' || !/^[\d\s:.,–-]+$/.test(value)) return value
  return value.replace(/\d/g, (digit) => ARABIC_INDIC.charAt(Number(digit)))
}
