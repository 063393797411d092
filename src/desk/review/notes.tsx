'use client'

import { wordKey } from '../words/codes'
import { useWords } from '../words/use-words'
import type { ReviewAnswer } from '@/review/answer'
import { moment } from './moment'
import { nameOf } from '../words/names'

/** What people said in the course of review, newest first. The last few are open, the rest behind a fold. */
export function Notes({ notes }: { notes: ReviewAnswer['notes'] }) {
  const { say } = useWords()
  if (notes.length === 0) return null
  return (
    <details className="review-notes" open={notes[0]?.kind === 'changesRequested'}>
      <summary>
        {say('notes')} ({notes.length})
      </summary>
      <ol>
        {notes.map((note) => (
          <Note key={`${note.at}${note.kind}${note.slot}`} note={note} />
        ))}
      </ol>
    </details>
  )
}

function Note({ note }: { note: ReviewAnswer['notes'][number] }) {
  const { say, language } = useWords()
  const name = note.by?.name || say('someone')
  const slot = note.slot === null ? '' : nameOf(say, 'slot', note.slot)
  return (
    <li>
      <p className="review-panel__quiet">
        {say(wordKey('note', note.kind) ?? 'noteOther', { name, slot })} · <time dateTime={note.at}>{moment(note.at, language)}</time>
      </p>
      <blockquote dir="auto">{note.words}</blockquote>
    </li>
  )
}
