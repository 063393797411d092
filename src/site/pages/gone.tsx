import type { Withdrawn } from '@/record/publication'
import { pathAddress } from '../addresses'
import { DateText } from '../components/dates'
import { PageHead } from '../components/heading'
import { pageDocument } from '../document'
import { sitePath, type Page } from '../page'
import { wordsFor } from '../words'

/** `withdrawn`: null where there is nothing to say of it, as of a source that is public no more or of a feed. */
export type GoneModel = { page: Page; withdrawn: Withdrawn | null }

/** The page at the address of a text that was withdrawn, with the editors' public note. */
export function gonePage({ page, withdrawn }: GoneModel): Promise<string> {
  const words = wordsFor(page.language)
  const publicNote = withdrawn?.projection.publicNote
  return pageDocument(page, { title: words.goneTitle, isHidden: true }, 'message', (
    <>
      <PageHead kicker={withdrawn && <DateText page={page} value={withdrawn.wentLiveAt} />} title={words.goneTitle} standfirst={words.goneText} />
      {publicNote && <div className="public-note"><p className="notes-head">{words.goneNote}</p><p dir="auto">{publicNote}</p></div>}
      <p className="more"><a href={pathAddress(sitePath(page, '/'))}>{words.home}</a></p>
    </>
  ))
}
