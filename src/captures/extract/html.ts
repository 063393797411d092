import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { SourceMetadata } from '../capture'
import { cleanText } from './clean'
import { decodeText } from './decode'
import { metadataOf } from './metadata'
import { depthOf, strippedText, textOf } from './text-of'

/** Words that are kept of one page, in characters. */
export const LONGEST_TEXT = 5_000_000
/** A page with more elements is read whole and not searched for its article. */
const MOST_ELEMENTS = 60_000
/** Markup that is nested deeper costs its parsers the square of its depth, or their stack. */
const DEEPEST = 1_000
/** An article shorter than this, or than this share of the page's words, was probably not found. */
const SHORTEST_ARTICLE = 400
const LEAST_SHARE = 0.25

export type ReadPage = { text: string; title?: string; metadata: SourceMetadata }

/** The article of a page, or all its words where no article is found in it; its title; and what it says of itself. `url`: its own address. */
export function readHtml(bytes: Uint8Array, contentType: string | undefined, url: string): ReadPage {
  const { text: html } = decodeText(bytes, contentType)
  const stripped = (): ReadPage => ({ text: cleanText(strippedText(html)).slice(0, LONGEST_TEXT), metadata: { origin: {} } })
  if (depthOf(html) > DEEPEST) return stripped()
  try {
    const document = parsed(html)
    const metadata = metadataOf(document, url)
    const everything = textOf(document.documentElement)
    const article = articleIn(document)
    const text = article.length >= SHORTEST_ARTICLE && article.length >= everything.length * LEAST_SHARE ? article : everything
    return { text: cleanText(text).slice(0, LONGEST_TEXT), ...(metadata.title === undefined ? {} : { title: metadata.title }), metadata }
  } catch (error) {
    // Too deep for a stack all the same.
    if (!(error instanceof RangeError)) throw error
    return stripped()
  }
}

/** The parser makes no `<html>` and `<body>` of its own where a page leaves them out, as it may. */
function parsed(html: string): Document {
  const { document } = parseHTML(html)
  if (document.documentElement?.nodeName.toUpperCase() === 'HTML') return document
  return parseHTML(`<!doctype html><html><body>${html.replace(/^\s*(?:<!--[\s\S]*?-->\s*)*<!doctype[^>]*>/i, '')}</body></html>`).document
}

function articleIn(document: Document): string {
  if (document.getElementsByTagName('*').length > MOST_ELEMENTS) return ''
  try {
    const article = new Readability(document, { charThreshold: SHORTEST_ARTICLE, maxElemsToParse: MOST_ELEMENTS }).parse()
    return article?.content == null ? '' : textOf(parseHTML(`<!doctype html><html><body>${article.content}</body></html>`).document.body)
  } catch {
    return ''
  }
}
