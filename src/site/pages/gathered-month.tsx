import { formatDate } from '@/record/dates'
import type { Live } from '@/record/publication'
import { CardList, type Entry } from '../components/card'
import { PageHead } from '../components/heading'
import { DocumentLink } from '../components/links'
import { pageDocument } from '../document'
import type { Page } from '../page'

export type GatheredMonthModel = {
  page: Page
  /** The topic, campaign or person. */
  gathering: Live
  /** `YYYY-MM` in the site's time zone. */
  month: string
  /** All of it that was first published in the month, newest first. */
  entries: Entry[]
}

/** What a topic, a campaign or a person gathered in one month. */
export function gatheredMonthPage({ page, gathering, month, entries }: GatheredMonthModel): Promise<string> {
  const printed = formatDate(month, page.language, page.settings)
  return pageDocument(page, { title: `${gathering.title}: ${printed}` }, 'listing', (
    <>
      <PageHead kicker={<DocumentLink page={page} document={gathering} />} title={printed} />
      <CardList page={page} entries={entries} level={2} />
    </>
  ))
}
