import type { ReactElement } from 'react'
import type { Page } from '../page'
import { wordsFor } from '../words'
import { documentLinks } from './links'

/** The topics and campaigns that a text belongs to. */
export function FiledUnder({ page, topics, campaigns }: { page: Page; topics: readonly string[]; campaigns: readonly string[] }): ReactElement | null {
  const words = wordsFor(page.language)
  const topicLinks = documentLinks(page, 'topics', topics)
  const campaignLinks = documentLinks(page, 'campaigns', campaigns)
  if (!topicLinks && !campaignLinks) return null
  return (
    <dl className="filed">
      {topicLinks && <div><dt>{words.topics}</dt><dd>{topicLinks}</dd></div>}
      {campaignLinks && <div><dt>{words.campaigns}</dt><dd>{campaignLinks}</dd></div>}
    </dl>
  )
}
