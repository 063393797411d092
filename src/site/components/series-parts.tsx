import type { ReactElement } from 'react'
import type { Live } from '@/record/publication'
import type { Page } from '../page'
import { wordsFor } from '../words'
import { DocumentLink } from './links'

/** All parts of a series, at the end of each of them. */
export function SeriesParts({ page, current, parts }: { page: Page; current: string; parts: readonly Live<'articles'>[] }): ReactElement | null {
  if (parts.length < 2) return null
  const words = wordsFor(page.language)
  return (
    <nav className="parts" aria-labelledby="parts-head">
      <h2 id="parts-head">{words.seriesParts}</h2>
      <ol>
        {parts.map((part) => (
          <li key={part.document} value={part.projection.series?.part}>
            {part.document === current ? <><b><bdi>{part.title}</bdi></b> {words.thisPart}</> : <DocumentLink page={page} document={part} />}
          </li>
        ))}
      </ol>
    </nav>
  )
}
