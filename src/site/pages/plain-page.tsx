import type { Live } from '@/record/publication'
import { bodyContext } from '../body/context'
import { Blocks } from '../body/blocks'
import { Endnotes } from '../citations/list'
import { Peeks } from '../citations/peeks'
import { Corrections, retractedHead } from '../components/corrections'
import { pageDocument } from '../document'
import type { Page } from '../page'
import { CheckedLine, WarningNotice } from '../warnings/notice'

export type PlainPageModel = { page: Page; document: Live<'pages'> }

/** A page of the site itself: who we are, how to reach us. */
export function plainPage({ page, document }: PlainPageModel): Promise<string> {
  const { projection } = document
  const context = bodyContext(page, document.document, projection)
  return pageDocument(page, retractedHead(page, document, { title: document.title, description: projection.standfirst }), 'plain', (
    <>
      <article className="text-page">
        <header className="head">
          <h1>{document.title}</h1>
          {projection.standfirst && <p className="standfirst">{projection.standfirst}</p>}
        </header>
        <div className="text">
          <Corrections page={page} corrections={document.corrections} place="beforeText" />
          <WarningNotice page={page} subject="page" warnings={projection.warnings} review={projection.warningReview} parts={context.parts} readOn="text" />
          <div className="body" id="text" tabIndex={-1}><Blocks blocks={projection.body} context={context} /></div>
          <Corrections page={page} corrections={document.corrections} place="afterText" />
          <Endnotes notes={context.notes} page={page} document={document} />
          <CheckedLine page={page} review={projection.warningReview} warnings={projection.warnings} parts={context.parts} />
        </div>
      </article>
      <Peeks notes={context.notes} page={page} />
    </>
  ))
}
