import type { SiteSetting } from '@/payload-types'
import { optionalText } from '@/platform/optional'
import { idsOf } from '@/platform/relations'
import { DEFAULT_LANGUAGE } from '@/publishing/languages'
import { DEFAULT_SETTINGS } from '@/record/default-settings'
import type { PublicSiteSettings } from '@/record/projections'

/** The public projection of the site settings; what is unset has its default. */
export function toPublicSiteSettings(settings: SiteSetting): PublicSiteSettings {
  const name = optionalText({ en: settings.name?.en, ar: settings.name?.ar }) as Record<string, string>
  return {
    name: Object.keys(name).length === 0 ? DEFAULT_SETTINGS.name : name,
    tagline: optionalText({ en: settings.tagline?.en, ar: settings.tagline?.ar }) as Record<string, string>,
    languages: settings.languages?.length ? settings.languages : [DEFAULT_LANGUAGE],
    accent: { light: settings.accentLight ?? DEFAULT_SETTINGS.accent.light, dark: settings.accentDark ?? DEFAULT_SETTINGS.accent.dark },
    arabicMonths: settings.arabicMonths ?? DEFAULT_SETTINGS.arabicMonths,
    arabicDigits: settings.arabicDigits ?? DEFAULT_SETTINGS.arabicDigits,
    ...optionalText({ contactEmail: settings.contactEmail, licence: settings.licence }),
    footerPages: idsOf(settings.footerPages),
    timeZone: settings.timeZone ?? DEFAULT_SETTINGS.timeZone,
  }
}
