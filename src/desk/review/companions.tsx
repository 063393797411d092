'use client'

import { useWords } from '../words/use-words'
import type { ReviewAnswer } from '@/review/answer'

/** What becomes public for the first time along with this document: people, topics, sources that it is the first to name. */
export function Companions({ answer }: { answer: ReviewAnswer }) {
  const { say } = useWords()
  if (answer.companions.length === 0) return null
  return (
    <details className="review-companions">
      <summary>
        {say('companions')} ({answer.companions.length})
      </summary>
      <ul>
        {answer.companions.map(({ collection, id, title }) => (
          <li key={id}>
            <a href={`/admin/collections/${collection}/${id}`}>{title || say('untitled')}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}
