import type { ReactElement } from 'react'
import type { Live } from '@/record/publication'
import { mayLead } from '@/record/ways'
import { Doubt } from '../citations/doubt'
import { SourceLine } from '../citations/source-line'
import { OutLink } from '../components/links'
import { lookUp, type Page } from '../page'
import { wordsFor } from '../words'
import type { PostNote } from './text'

/** The post's own notes, under the labels that it gave them, with the anchors that join them to its text. */
export function notesOf(post: Live<'social-posts'>): PostNote[] {
  return post.projection.footnotes.map((footnote, index) => ({ label: footnote.label, anchor: `pn-${post.document}-${index + 1}`, mark: `pnref-${post.document}-${index + 1}` }))
}

/** The list of a post's own notes; `namesSources` adds to each the source that it rests on, as the post's own page does. */
export function PostNotes({ page, post, namesSources = false }: { page: Page; post: Live<'social-posts'>; namesSources?: boolean }): ReactElement | null {
  const { footnotes, text, language } = post.projection
  if (footnotes.length === 0) return null
  const words = wordsFor(page.language)
  const notes = notesOf(post)
  return (
    <div className="notes">
      <p className="notes-head">{words.postNotes}</p>
      <ol className="own-labels">
        {footnotes.map((footnote, index) => {
          const note = notes[index]
          const source = lookUp(page, 'sources', footnote.source)
          const address = source === null || mayLead(page.facts.get(source.document)) ? footnote.url : undefined
          return (
            <li key={index} id={note?.anchor}>
              <b>[{footnote.label}]</b> <span lang={language} dir="auto">{footnote.text}</span>{' '}
              {source && (namesSources ? <SourceLine page={page} source={source} /> : <Doubt page={page} source={source} />)}{' '}
              {address && <OutLink href={address}>{words.original}</OutLink>}{' '}
              {note && text.includes(`[${footnote.label}]`) && <a role="doc-backlink" className="back" href={`#${note.mark}`} aria-label={words.backToOnlyMark(footnote.label)}>↑</a>}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
