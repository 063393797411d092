import type { ReactElement } from 'react'
import type { Statement } from '@/record/body'
import { Doubt } from '../citations/doubt'
import { NoteList } from '../citations/list'
import { DocumentLink } from '../components/links'
import { lookUp } from '../page'
import { directionOf, fill, wordsFor } from '../words'
import { Blocks } from './blocks'
import type { BodyContext } from './context'

/** Someone else's statement: who speaks stands before it, its own notes after it, and a rule beside all of it. */
export function StatementBlock({ statement, context }: { statement: Statement; context: BodyContext }): ReactElement {
  const { page } = context
  const words = wordsFor(page.language)
  const source = lookUp(page, 'sources', statement.source)
  const notes = context.notes.statements.get(statement)?.notes ?? []
  const language = statement.language && statement.language !== page.language ? statement.language : undefined
  return (
    <figure className="statement">
      <figcaption>
        <b>{fill(words.statementBy, { speaker: <bdi>{statement.speaker}</bdi> })}</b>
        {source && <span className="from"><DocumentLink page={page} document={source} /> <Doubt page={page} source={source} /></span>}
      </figcaption>
      <blockquote lang={language} dir={language && directionOf(language)}><Blocks blocks={statement.blocks} context={context} /></blockquote>
      {notes.length > 0 && (
        <div className="notes">
          <p className="notes-head">{words.statementNotes}</p>
          <NoteList notes={notes} page={page} label={words.statementNotes} />
        </div>
      )}
    </figure>
  )
}
