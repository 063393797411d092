import type { Live } from '@/record/publication'
import { PageHead } from '../components/heading'
import { pageDocument } from '../document'
import type { Page } from '../page'
import { termLabel } from '../warnings/terms'
import { baseLanguage, wordsFor } from '../words'

export type WarningsModel = {
  page: Page
  /** The whole vocabulary. */
  terms: Live<'content-warnings'>[]
}

/** What each warning means, and how the site warns. */
export function warningsPage({ page, terms }: WarningsModel): Promise<string> {
  const words = wordsFor(page.language)
  const named = terms
    .map((term) => ({
      key: term.projection.key,
      label: termLabel(page, term.document) ?? term.projection.key,
      definition: term.projection.definitions[page.language] ?? term.projection.definitions[baseLanguage(page.language)],
    }))
    .sort((a, b) => a.label.localeCompare(b.label, page.language))
  return pageDocument(page, { title: words.warnings, description: words.warningsIntro }, 'register', (
    <>
      <PageHead title={words.warnings} standfirst={words.warningsIntro} />
      <section className="text" aria-labelledby="how-head">
        <h2 id="how-head">{words.warningsHowHeading}</h2>
        <ul>{words.warningsHow.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
      </section>
      {named.length === 0 && <p className="nothing">{words.warningsNoTerms}</p>}
      <dl className="terms">{named.map(({ key, label, definition }) => <div key={key} id={`term-${key}`}><dt>{label}</dt>{definition ? <dd>{definition}</dd> : <dd aria-hidden="true" />}</div>)}</dl>
    </>
  ))
}
