import type { Live } from '@/record/publication'
import { CardList, type Entry } from '../components/card'
import { Corrections } from '../components/corrections'
import { PageHead } from '../components/heading'
import { latestOf } from '../components/latest-of'
import { pageDocument } from '../document'
import type { Page } from '../page'
import { wordsFor } from '../words'

export type TopicModel = {
  page: Page
  topic: Live<'topics'>
  /** The latest texts on the topic, newest first. */
  entries: Entry[]
  /** How many there are in all. */
  total: number
}

/** The page of a topic. */
export function topicPage({ page, topic, entries, total }: TopicModel): Promise<string> {
  return pageDocument(page, { title: topic.title, description: topic.projection.description }, 'listing', (
    <>
      <PageHead kicker={wordsFor(page.language).topic} title={topic.title} standfirst={topic.projection.description} />
      <Corrections page={page} corrections={topic.corrections} place="beforeText" />
      {latestOf(page, entries.length, total)}
      <CardList page={page} entries={entries} level={2} />
      <Corrections page={page} corrections={topic.corrections} place="afterText" />
    </>
  ))
}
