import type { ReactElement } from 'react'
import { formatNumber } from '@/record/dates'
import { SOURCE_KINDS, type SourceKind } from '@/record/projections'
import type { Live } from '@/record/publication'
import { SourceLine } from '../citations/source-line'
import { PageHead } from '../components/heading'
import { pageDocument } from '../document'
import type { Page } from '../page'
import { wordsFor } from '../words'

/** `citedIn`: how many live documents cite it. */
export type RegisteredSource = { source: Live<'sources'>; citedIn: number }
export type SourcesModel = {
  page: Page
  sources: RegisteredSource[]
  /** How many there are in all. */
  total: number
}

type Group = { kind: SourceKind; entries: RegisteredSource[] }

/** The register of what is cited, where, and how it stands: kind by kind, in a kind by title. */
export function sourcesPage({ page, sources, total }: SourcesModel): Promise<string> {
  const words = wordsFor(page.language)
  const print = (value: number): string => formatNumber(value, page.language, page.settings)
  // In an Arabic list Arabic titles come first, in an English one English ones.
  const { compare } = new Intl.Collator(page.language)
  const ordered = sources.toSorted(({ source: one }, { source: other }) => compare(one.projection.title, other.projection.title))
  const groups = SOURCE_KINDS.map((kind): Group => ({ kind, entries: ordered.filter(({ source }) => source.projection.kind === kind) })).filter(({ entries }) => entries.length > 0)
  return pageDocument(page, { title: words.sources, description: words.sourcesIntro }, 'register', (
    <>
      <PageHead title={words.sources} standfirst={words.sourcesIntro} />
      {total > sources.length && <p className="facts">{words.sourcesShown(print(sources.length), print(total))}</p>}
      {sources.length === 0 && <p className="nothing">{words.nothingYet}</p>}
      {groups.length > 1 && (
        <nav className="kinds" aria-label={words.sourceKind}>
          <ul>{groups.map(({ kind, entries }) => <li key={kind}><a href={`#${kind}`}>{words.sourceKinds[kind]}</a> <small>{print(entries.length)}</small></li>)}</ul>
        </nav>
      )}
      {groups.map((group) => <KindOfSources key={group.kind} page={page} group={group} />)}
    </>
  ))
}

function KindOfSources({ page, group: { kind, entries } }: { page: Page; group: Group }): ReactElement {
  const words = wordsFor(page.language)
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind} className="rubric">{words.sourceKinds[kind]}</h2>
      <ul className="sources">
        {entries.map(({ source, citedIn }) => (
          <li key={source.document}>
            <p><SourceLine page={page} source={source} /></p>
            <p className="facts">{words.citedIn(citedIn, formatNumber(citedIn, page.language, page.settings))}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
