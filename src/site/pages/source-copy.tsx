import { withoutTurns } from '@/record/plain-direction'
import type { Live } from '@/record/publication'
import type { CopiedText } from '@/record/reader'
import { pathAddress } from '../addresses'
import { Doubt } from '../citations/doubt'
import { sourceTitle } from '../citations/names'
import { printedSize } from '../citations/standing'
import { WaysToRead } from '../citations/ways'
import { DateText } from '../components/dates'
import { PageHead } from '../components/heading'
import { DocumentLink, TitleText } from '../components/links'
import { pageDocument } from '../document'
import type { Page } from '../page'
import { fill, wordsFor } from '../words'

export type SourceCopyModel = { page: Page; source: Live<'sources'>; copy: CopiedText }

/** How many characters of a copy one page holds: some 30,000 words. */
export const COPY_LENGTH = 200_000

/**
 * The words of our copy of a source, in our own markup: of the captured page itself nothing is served. Left out of search engines,
 * since the words are somebody else's and stand here to be checked.
 */
export function sourceCopyPage({ page, source, copy }: SourceCopyModel): Promise<string> {
  const words = wordsFor(page.language)
  const { title, language } = sourceTitle(source.projection)
  const { paragraphs, isCut } = paragraphsOf(copy.text)
  const wacz = page.facts.get(source.document)?.copy?.wacz
  return pageDocument(page, { title: words.pageTitle(withoutTurns(title), words.copyKicker), isHidden: true }, 'source copy', (
    <>
      <PageHead
        kicker={words.copyKicker}
        title={<TitleText page={page} title={title} language={language} />}
        standfirst={fill(words.copyIntro, { date: <DateText page={page} value={copy.at} withTime /> })}
      />
      <dl className="filed">
        <div><dt>{words.source}</dt><dd><DocumentLink page={page} document={source} /> <Doubt page={page} source={source} /></dd></div>
        <div><dt>{words.sourceLinks}</dt><dd><WaysToRead page={page} source={source} isOnCopy /></dd></div>
        <div><dt>SHA-256</dt><dd><code dir="ltr">{copy.sha256}</code></dd></div>
        {wacz && <div><dt>WACZ</dt><dd><a href={pathAddress(wacz.path)} download>{words.copyWacz(printedSize(page, wacz.bytes))}</a></dd></div>}
      </dl>
      <blockquote className="copied" dir="auto">{paragraphs.map((paragraph, index) => <p key={index} dir="auto">{paragraph}</p>)}</blockquote>
      {isCut && <p className="facts">{words.copyGoesOn}</p>}
    </>
  ))
}

/** The paragraphs of a copy, cut between two of them where it is too long for a page, or within the first. */
function paragraphsOf(text: string): { paragraphs: string[]; isCut: boolean } {
  const all = withoutTurns(text.toWellFormed()).split(/\n+/).map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '')
  const paragraphs: string[] = []
  let length = 0
  for (const paragraph of all) {
    if (length + paragraph.length > COPY_LENGTH) return { paragraphs: paragraphs.length === 0 ? [paragraph.slice(0, COPY_LENGTH).toWellFormed()] : paragraphs, isCut: true }
    paragraphs.push(paragraph)
    length += paragraph.length
  }
  return { paragraphs, isCut: false }
}
