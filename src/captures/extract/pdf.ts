import { getDocumentProxy } from 'unpdf'
import { cleanLine, cleanText } from './clean'
import { LONGEST_TEXT } from './html'

const MOST_PAGES = 1_000

type Item = { str?: string; hasEOL?: boolean }

/**
 * The words of a PDF, a blank line between pages: of its first thousand pages, and of those that are read before `until` (milliseconds of
 * `performance.now()`). `pages` counts all that it has.
 */
export async function readPdf(bytes: Uint8Array, until: number): Promise<{ text: string; pages: number; isWhole: boolean; title?: string; creator?: string }> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, maxImageSize: 1_000_000, stopAtErrors: false })
  const info = (await pdf.getMetadata().catch(() => null))?.info as { Title?: unknown; Author?: unknown } | undefined
  const read: string[] = []
  let length = 0
  let number = 1
  for (; number <= Math.min(pdf.numPages, MOST_PAGES) && performance.now() < until && length < LONGEST_TEXT; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const words = cleanText((items as Item[]).map(({ str = '', hasEOL }) => (hasEOL === true ? `${str}\n` : str)).join('')).trim()
    read.push(words)
    length += words.length
    page.cleanup()
  }
  const title = cleanLine(info?.Title)
  const creator = cleanLine(info?.Author, 200)
  return { text: read.join('\n\n').trim().slice(0, LONGEST_TEXT), pages: pdf.numPages, isWhole: number > pdf.numPages, ...(title === undefined ? {} : { title }), ...(creator === undefined ? {} : { creator }) }
}
