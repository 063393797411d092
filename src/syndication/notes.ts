import type { Citation, Locator } from '@/record/body'
import { formatDate } from '@/record/dates'
import { directionOf } from '@/record/languages'
import type { Note } from '@/record/notes'
import type { PublicSource } from '@/record/projections'
import { isLive } from '@/record/publication'
import { anchor, type HtmlContext } from './html'
import { textsFor } from './texts'
import { escapeXml } from './xml'

/** The entries of a list of notes. Each number keeps the value that the page gives it, also where a note before it is left out. */
export function noteEntries(notes: readonly Note[], context: HtmlContext): string {
  return notes.map((note) => entry(note, context)).join('')
}

function entry(note: Note, context: HtmlContext): string {
  const source = note.source === null ? undefined : context.documents.get(note.source)
  const named = isLive(source, 'sources') ? sourceHtml(source.projection, context) : note.source === null ? '' : escapeXml(textsFor(context.language).sourceLost)
  // Where a private source says something, and in which words, tells who it is.
  const isPrivate = isLive(source, 'sources') && source.projection.visibility === 'private'
  const uses = note.uses.map((use) => useHtml(use.citation, isPrivate)).filter((text) => text !== '')
  const back = note.uses
    .map((use) => `<a class="reversefootnote" href="${escapeXml(context.noteBase)}#${escapeXml(use.anchor)}" title="${escapeXml(textsFor(context.language).back)}">↩</a>`)
    .join(' ')
  const label = note.label === String(note.number) ? '' : `[${escapeXml(note.label)}] `
  return `<li id="${escapeXml(note.anchor)}" value="${note.number}">${label}${[named, ...uses].filter((part) => part !== '').join(' ')} ${back}</li>`
}

/** A source as a list names it: creators, title, where, when, and its archived copy. A private one has its public label only. */
function sourceHtml(source: PublicSource, context: HtmlContext): string {
  const texts = textsFor(context.language)
  const language = source.titleLanguage ?? source.language
  const title = `<bdi lang="${escapeXml(language)}" dir="${directionOf(language)}"><cite>${escapeXml(source.title)}</cite></bdi>`
  const parts = [
    source.creators.map((creator) => `<bdi>${escapeXml(creator.name)}</bdi>`).join(', '),
    anchor(source.url, title),
    source.titleTranslated === undefined ? '' : `[${escapeXml(source.titleTranslated)}]`,
    [source.container, source.publisher].filter((text) => text !== undefined && text !== '').map((text) => `<bdi>${escapeXml(text ?? '')}</bdi>`).join(', '),
    source.issued === undefined ? '' : escapeXml(formatDate(source.issued, context.language, context.settings)),
    source.archivedUrl === undefined ? '' : anchor(source.archivedUrl, escapeXml(texts.archivedCopy)),
  ]
  return `${parts.filter((part) => part !== '').join(', ')}.`
}

function useHtml(citation: Citation, isPrivate: boolean): string {
  const parts: string[] = []
  if (!isPrivate) parts.push(...wordsOf(citation))
  if (citation.note !== undefined && citation.note !== '') parts.push(escapeXml(citation.note).replaceAll('\n', '<br>'))
  return parts.join(' ')
}

function wordsOf(citation: Citation): string[] {
  const parts: string[] = []
  if (citation.locator !== undefined) parts.push(escapeXml(locatorText(citation.locator)))
  if (citation.quote !== undefined && citation.quote !== '') parts.push(`<q>${escapeXml(citation.quote)}</q>`)
  if (citation.quoteTranslation !== undefined && citation.quoteTranslation !== '') parts.push(`(<q>${escapeXml(citation.quoteTranslation)}</q>)`)
  return parts
}

const LOCATORS: Record<Locator['label'], string> = { page: 'p.', paragraph: '¶', timecode: '⏱', section: '§', post: '#' }

function locatorText(locator: Locator): string {
  return `${LOCATORS[locator.label]} ${locator.value}`
}
