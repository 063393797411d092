import type { Citation, Locator } from '@/record/body'
import { formatDate, formatNumber } from '@/record/dates'
import { inDigits } from '@/record/digits'
import { directionOf } from '@/record/languages'
import type { Note } from '@/record/notes'
import { withoutTurns } from '@/record/plain-direction'
import type { Live } from '@/record/publication'
import { isLive } from '@/record/publication'
import { intentText, isTold, sourceWordsFor } from '@/record/source-words'
import { textFragment } from '@/record/text-fragment'
import { copyPath, waysToRead, wayToQuote, type Way } from '@/record/ways'
import { doubtHtml } from './doubt'
import { absolute, anchor, type HtmlContext } from './html'
import { textsFor } from './texts'
import { escapeXml } from './xml'

/** The entries of a list of notes. Each number keeps the value that the page gives it, also where a note before it is left out. */
export function noteEntries(notes: readonly Note[], context: HtmlContext): string {
  return notes.map((note) => entry(note, context)).join('')
}

/** A note's label in the digits of the item's language; one that a quoted statement brought along as it was written. */
export function printedLabel(note: Note, { language, settings }: Pick<HtmlContext, 'language' | 'settings'>): string {
  return note.label === String(note.number) ? formatNumber(note.number, language, settings) : note.label
}

function entry(note: Note, context: HtmlContext): string {
  const found = note.source === null ? undefined : context.documents.get(note.source)
  const source = isLive(found, 'sources') ? (found as Live<'sources'>) : null
  const named = source !== null ? sourceHtml(source, context) : note.source === null ? '' : escapeXml(textsFor(context.language).sourceLost)
  const uses = note.uses.map((use) => useHtml(use.citation, source, context)).filter((text) => text !== '')
  const back = note.uses
    .map((use) => `<a class="reversefootnote" href="${escapeXml(context.noteBase)}#${escapeXml(use.anchor)}" title="${escapeXml(textsFor(context.language).back)}">↩</a>`)
    .join(' ')
  const label = note.label === String(note.number) ? '' : `[${escapeXml(note.label)}] `
  return `<li id="${escapeXml(note.anchor)}" value="${note.number}">${label}${[named, ...uses].filter((part) => part !== '').join(' ')} ${back}</li>`
}

const isolated = (text: string): string => `<bdi>${escapeXml(withoutTurns(text))}</bdi>`

/** A source as a list names it: creators, title, where, when, and the ways to read it. A private one has its public label only. */
function sourceHtml({ document, path, projection: source }: Live<'sources'>, context: HtmlContext): string {
  const comma = directionOf(context.language) === 'rtl' ? '، ' : ', '
  const language = source.titleLanguage ?? source.language
  const title = `<bdi lang="${escapeXml(language)}" dir="${directionOf(language)}"><cite>${escapeXml(withoutTurns(source.title))}</cite></bdi>`
  if (source.visibility === 'private') return `${title}.`
  const facts = context.facts.get(document)
  const parts = [
    source.creators.map((creator) => isolated(creator.name)).join(comma),
    title,
    source.titleTranslated === undefined ? '' : `[${isolated(source.titleTranslated)}]`,
    [source.container, source.publisher].filter((text) => text !== undefined && text !== '').map((text) => isolated(text ?? '')).join(comma),
    source.issued === undefined ? '' : escapeXml(formatDate(source.issued, context.language, context.settings)),
  ]
  const ways = waysToRead(source, facts).map((way) => wayHtml(way, path, document, context)).filter((way) => way !== '')
  const doubt = doubtHtml(document, context)
  return `${parts.filter((part) => part !== '').join(comma)}.${doubt === '' ? '' : ` ${doubt}`}${ways.length === 0 ? '' : ` ${ways.join(' · ')}.`}`
}

function wayHtml(way: Way, path: string | null, document: string, context: HtmlContext): string {
  const words = sourceWordsFor(context.language)
  const print = (date: string): string => formatDate(date, context.language, context.settings)
  if (way.kind === 'copy') return path === null ? '' : anchor(absolute(context.origin, copyPath(path)), escapeXml(words.ourCopyOf(print(way.copy.at))))
  if (way.kind === 'archived') return anchor(way.url, escapeXml(way.at === undefined ? words.archived : words.archivedOn(print(way.at))))
  const facts = context.facts.get(document)
  const told = facts !== undefined && isTold(facts.state) ? ` (${words.stands[facts.state](facts.since === undefined ? null : print(facts.since.slice(0, 7)))})` : ''
  return (way.isLinked ? anchor(way.url, escapeXml(words.original)) : escapeXml(words.original)) + escapeXml(told)
}

// Where a private source says something, and in which words, tells who it is.
function useHtml(citation: Citation, source: Live<'sources'> | null, context: HtmlContext): string {
  const parts: string[] = []
  const isPrivate = source?.projection.visibility === 'private'
  if (!isPrivate && citation.locator !== undefined) parts.push(`<bdi>${escapeXml(locatorText(citation.locator, context))}</bdi>`)
  const intent = intentText(citation.intent, context.language)
  if (intent !== undefined) parts.push(escapeXml(intent))
  if (!isPrivate) parts.push(...quoteOf(citation, source, context))
  if (citation.note !== undefined && citation.note !== '') parts.push(escapeXml(withoutTurns(citation.note)).replaceAll('\n', '<br>'))
  return parts.join(' ')
}

function quoteOf({ quote, quoteLanguage, quoteTranslation }: Citation, source: Live<'sources'> | null, context: HtmlContext): string[] {
  const parts: string[] = []
  if (quote !== undefined && quote !== '') {
    const way = source === null ? undefined : wayToQuote(source.projection, context.facts.get(source.document))
    const address = way === undefined ? undefined : way.kind === 'copy' ? (source?.path == null ? undefined : absolute(context.origin, copyPath(source.path))) : way.url
    const language = quoteLanguage === undefined ? ' dir="auto"' : ` lang="${escapeXml(quoteLanguage)}" dir="${directionOf(quoteLanguage)}"`
    parts.push(`<q${language}>${anchor(address === undefined ? undefined : textFragment(address, quote), escapeXml(withoutTurns(quote)))}</q>`)
  }
  if (quoteTranslation !== undefined && quoteTranslation !== '') parts.push(`(<q dir="auto">${escapeXml(withoutTurns(quoteTranslation))}</q>)`)
  return parts
}

const LOCATORS: Record<Locator['label'], string> = { page: 'p.', paragraph: '¶', timecode: '⏱', section: '§', post: '#' }
const ARABIC_LOCATORS: Partial<Record<Locator['label'], string>> = { page: 'ص' }

function locatorText({ label, value }: Locator, { language, settings }: Pick<HtmlContext, 'language' | 'settings'>): string {
  const name = directionOf(language) === 'rtl' ? (ARABIC_LOCATORS[label] ?? LOCATORS[label]) : LOCATORS[label]
  return `${name} ${inDigits(withoutTurns(value), language, settings)}`
}
