import type { ReactElement } from 'react'
import type { Live } from '@/record/publication'
import { Doubt } from './doubt'
import { DocumentLink } from '../components/links'
import { lookUp, type Page } from '../page'
import { wordsFor } from '../words'

/** What a source has to do with other sources that are public: which it reposts, translates, answers. */
export function RelatedSources({ page, source }: { page: Page; source: Live<'sources'> }): ReactElement | null {
  const words = wordsFor(page.language)
  const related = (source.projection.relations ?? []).flatMap(({ type, source: id }) => {
    const other = lookUp(page, 'sources', id)
    return other === null ? [] : [{ name: words.relations[type], other }]
  })
  if (related.length === 0) return null
  return (
    <section aria-labelledby="related-head">
      <h2 id="related-head">{words.relatedSources}</h2>
      <ul className="titles">{related.map(({ name, other }) => <li key={name + other.document}><small>{name}</small> <DocumentLink page={page} document={other} /> <Doubt page={page} source={other} /></li>)}</ul>
    </section>
  )
}
