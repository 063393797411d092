'use client'

import { useWords } from '../words/use-words'

/** Collections whose documents stand in feeds of their own. */
const IN_FEEDS = new Set(['articles', 'social-posts'])

/** The would-be page and feed item of the text as it is saved, each in a window of its own. */
export function PreviewLinks({ collection, id }: { collection: string; id: string }) {
  const { say } = useWords()
  const address = `/preview/${collection}/${id}`
  return (
    <nav className="review-previews" aria-label={say('preview')}>
      <a href={`/admin/collections/${collection}/${id}/changes`}>{say('seeChanges')}</a>
      <span>{say('preview')}</span>
      <a href={address} target="_blank" rel="noopener">
        {say('previewPage')}
      </a>
      {IN_FEEDS.has(collection) && (
        <a href={`${address}/feed`} target="_blank" rel="noopener">
          {say('previewFeed')}
        </a>
      )}
    </nav>
  )
}
