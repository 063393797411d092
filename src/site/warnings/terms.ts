import type { Warning } from '@/record/body'
import { formatNumber } from '@/record/dates'
import { strongestTreatment, termsByGravity, type WarnedPart } from '@/record/warning-policy'
import { lookUp, type Page } from '../page'
import { baseLanguage, wordsFor } from '../words'
import { documentSentence, partSentence, type Subject } from '../words/warning-sentence'

/** A term's label in the page's language, else in its base language or the site's first; null for a term that is not public. */
export function termLabel(page: Page, term: string): string | null {
  const labels = lookUp(page, 'content-warnings', term)?.projection.labels
  if (!labels) return null
  return labels[page.language] ?? labels[baseLanguage(page.language)] ?? labels[page.settings.languages[0] ?? ''] ?? Object.values(labels)[0] ?? null
}

const notes = (warnings: readonly Warning[]): string[] => [...new Set(warnings.flatMap((warning) => warning.note ?? []))]

/** What a whole text holds, in one or more sentences with the editors' notes; null when it carries no warning. */
export function describeDocument(page: Page, subject: Subject, warnings: readonly Warning[], parts: readonly WarnedPart[]): string | null {
  if (warnings.length === 0 && parts.length === 0) return null
  const print = (value: number): string => formatNumber(value, page.language, page.settings)
  const sentence = documentSentence(page.language, { subject, warnings, parts }, (term) => termLabel(page, term), print) ?? wordsFor(page.language).unnamedWarning
  return [sentence, ...notes(warnings)].join(' ')
}

/** What one passage, image or post holds. */
export function describePart(page: Page, warnings: readonly Warning[]): string {
  const sentence = partSentence(page.language, warnings, (term) => termLabel(page, term)) ?? wordsFor(page.language).unnamedWarning
  return [sentence, ...notes(warnings)].join(' ')
}

/** The labels that stand on a card: the two gravest terms. */
export function cardTerms(page: Page, warnings: readonly Warning[]): string[] {
  return termsByGravity(warnings).flatMap((term) => termLabel(page, term) ?? []).slice(0, 2)
}

/** Whether words taken from a text itself may stand where its warning can't come first. */
export function mayExcerpt(warnings: readonly Warning[]): boolean {
  return strongestTreatment(warnings, 'search') !== 'omit'
}
