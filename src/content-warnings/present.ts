import type { ContentWarning } from '@/payload-types'
import { optionalText } from '@/platform/optional'
import type { PublicWarningTerm } from '@/record/projections'

/** The public projection of a warning term. */
export function toPublicWarningTerm(term: ContentWarning): PublicWarningTerm {
  return {
    key: term.key,
    labels: optionalText({ en: term.label.en, ar: term.label.ar }) as Record<string, string>,
    definitions: optionalText({ en: term.definition?.en, ar: term.definition?.ar }) as Record<string, string>,
    iptc: term.iptc ?? [],
  }
}
