import type { Block, Image, Warning } from '@/record/body'
import type { Live } from '@/record/publication'
import { isLive } from '@/record/publication'
import { partInFeed, strongestTreatment, termsByGravity, warnedParts } from '@/record/warning-policy'
import type { FeedWarning } from './item'
import { textsFor } from './texts'

type Documents = ReadonlyMap<string, Live>

/** A term's label in `language`, else in any language that has one. */
function labelOf(labels: Record<string, string>, language: string): string {
  return labels[language] ?? labels[language.split('-')[0] ?? ''] ?? labels.en ?? Object.values(labels)[0] ?? ''
}

/** "Content notice: Torture (described in detail); Death (mentioned briefly). Note." Empty where no term is known. */
export function warningText(warnings: readonly Warning[], documents: Documents, language: string): string {
  const texts = textsFor(language)
  const entries: string[] = []
  const notes: string[] = []
  for (const id of termsByGravity(warnings)) {
    const term = documents.get(id)
    if (!isLive(term, 'content-warnings')) continue
    const uses = warnings.filter((warning) => warning.term === id)
    const how = [...new Set(uses.map((warning) => `${texts.depictions[warning.depiction]} ${texts.intensities[warning.intensity]}`))]
    entries.push(`${labelOf(term.projection.labels, language)} (${how.join(texts.separator)})`)
    for (const { note } of uses) if (note !== undefined && note !== '' && !notes.includes(note)) notes.push(note)
  }
  if (entries.length === 0) return ''
  return [`${texts.contentNotice}: ${entries.join(texts.separator)}.`, ...notes].join(' ')
}

/** The same in as few words as a title bears: "Content notice: Torture". */
export function warningPrefix(warnings: readonly Warning[], documents: Documents, language: string): string {
  const labels = termsByGravity(warnings).flatMap((id) => {
    const term = documents.get(id)
    return isLive(term, 'content-warnings') ? [labelOf(term.projection.labels, language)] : []
  })
  const texts = textsFor(language)
  return labels.length === 0 ? texts.contentNotice : `${texts.contentNotice}: ${labels.slice(0, 2).join(texts.separator)}`
}

type Warned = { document: string; language: string; warnings: readonly Warning[]; body: readonly Block[]; pictures: readonly { image: Image; warnings: Warning[] }[] }

/**
 * What a feed says of a document before its body: its own warnings and those of the parts that the feed shows. The document's
 * own warnings alone decide between label and gate; a hard passage or image is left out by itself. Null without warnings.
 */
export function feedWarning(given: Warned, documents: Documents): FeedWarning | null {
  const parts = [
    ...warnedParts(given.document, given.body).filter((part) => partInFeed(part.warnings, part.kind) === 'label').flatMap((part) => part.warnings),
    ...given.pictures.filter((picture) => partInFeed(picture.warnings, 'image') === 'label').flatMap((picture) => picture.warnings),
  ]
  const stated = new Set(given.warnings.map((warning) => warning.term))
  const all = [...given.warnings, ...parts.filter((warning) => !stated.has(warning.term))]
  if (all.length === 0) return null
  const terms = termsByGravity(all).flatMap((id) => {
    const term = documents.get(id)
    return isLive(term, 'content-warnings') ? [{ key: term.projection.key, label: labelOf(term.projection.labels, given.language), iptc: term.projection.iptc }] : []
  })
  const delivery = strongestTreatment(given.warnings, 'rss') === 'gate' ? 'gate' : 'label'
  return { text: warningText(all, documents, given.language) || `${textsFor(given.language).contentNotice}.`, delivery, terms }
}
