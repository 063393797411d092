import { directionOf } from '@/record/languages'
import { isLive } from '@/record/publication'
import { doubtText, sourceWordsFor } from '@/record/source-words'
import { doubtOf } from '@/record/ways'
import type { HtmlContext } from './html'
import type { FeedSource } from './item'
import { escapeXml } from './xml'

/** That a source is disputed or retracted, in the language of the item; undefined of one that isn't, of a private one, and of none. */
export function doubtOfSource(source: string | null, { documents, facts, language, settings }: Pick<HtmlContext, 'documents' | 'facts' | 'language' | 'settings'>): string | undefined {
  const found = source === null ? undefined : documents.get(source)
  return isLive(found, 'sources') ? doubtText(doubtOf(found.projection, facts.get(found.document)), language, settings) : undefined
}

/** The same as HTML that stays itself among words of another language; '' for nothing. */
export function doubtHtml(source: string | null, context: Pick<HtmlContext, 'documents' | 'facts' | 'language' | 'settings'>): string {
  const text = doubtOfSource(source, context)
  return text === undefined ? '' : `<strong lang="${escapeXml(context.language)}" dir="${directionOf(context.language)}">${escapeXml(text)}</strong>`
}

/** What a link to a source is called where its title is all that is shown. */
export function linkTitle({ title, doubt }: Pick<FeedSource, 'title' | 'doubt'>, language: string): string {
  return doubt === undefined ? title : `${title} (${sourceWordsFor(language).doubts[doubt.is].short})`
}
