import type { Live } from '@/record/publication'
import { CardList, type Entry } from '../components/card'
import { Corrections } from '../components/corrections'
import { PageHead } from '../components/heading'
import { latestOf } from '../components/latest-of'
import { pageDocument } from '../document'
import type { Page } from '../page'
import { wordsFor } from '../words'

export type AuthorModel = {
  page: Page
  person: Live<'people'>
  /** The latest texts by this person, newest first. */
  entries: Entry[]
  /** How many there are in all. */
  total: number
}

/** The page of an author. */
export function authorPage({ page, person, entries, total }: AuthorModel): Promise<string> {
  const { role, bio } = person.projection
  return pageDocument(page, { title: person.title, description: bio ?? role }, 'listing', (
    <>
      <PageHead kicker={role ?? wordsFor(page.language).author} title={<bdi>{person.title}</bdi>} standfirst={bio} />
      <Corrections page={page} corrections={person.corrections} place="beforeText" />
      {latestOf(page, entries.length, total)}
      <CardList page={page} entries={entries} level={2} />
      <Corrections page={page} corrections={person.corrections} place="afterText" />
    </>
  ))
}
