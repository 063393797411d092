'use client'

import { useId, useState } from 'react'
import type { ThreadsAnswer } from '@/collaboration/threads/answer'
import { useWords } from '../words/use-words'
import type { Picked } from './places-on-page'
import { WriteBox } from './write-box'

type About = 'words' | 'field' | 'document'
type Props = { picked: Picked | null; labelOf(path: string): string; answer: ThreadsAnswer; isWaiting: boolean; onSend(body: Record<string, unknown>): Promise<string | null>; onBack(): void }

/** Begins a thread: on the words that were selected, on their field, or on the whole document. */
export function Compose({ picked, labelOf, answer, isWaiting, onSend, onBack }: Props) {
  const { say } = useWords()
  const id = useId()
  const choices: About[] = [...(picked?.anchor ? (['words'] as const) : []), ...(picked === null ? [] : (['field'] as const)), 'document']
  const [about, setAbout] = useState<About>(choices[0] ?? 'document')
  const [replacement, setReplacement] = useState<string | null>(null)
  const [isBlocking, setIsBlocking] = useState(false)
  const quote = picked?.anchor?.quote ?? ''
  const names: Record<About, string> = { words: say('commentOnWords'), field: say('commentOnField', { field: picked === null ? '' : labelOf(picked.path) }), document: say('commentOnDocument') }
  return (
    <WriteBox
      title={say('commentNew')}
      label={say('commentWords')}
      button={say('commentSend')}
      people={answer.mentionable}
      isWaiting={isWaiting}
      onBack={onBack}
      onSend={({ words, mentions }) => {
        const { offset, hash, prefix, suffix } = picked?.anchor ?? {}
        return onSend({
          words,
          mentions,
          ...(about === 'document' || picked === null ? {} : { field: picked.path }),
          ...(about === 'words' ? { anchor: { quote, prefix, suffix, offset, hash } } : {}),
          ...(about === 'words' && replacement !== null ? { replacement } : {}),
          ...(isBlocking ? { blocking: true } : {}),
        })
      }}
    >
      <fieldset className="review-question">
        <legend>{say('commentOn')}</legend>
        {choices.map((choice) => (
          <label key={choice}>
            <input type="radio" name={id} checked={about === choice} onChange={() => setAbout(choice)} /> {names[choice]}
          </label>
        ))}
      </fieldset>
      {about === 'words' && <blockquote dir="auto">{quote}</blockquote>}
      {!picked?.anchor && <p className="review-panel__quiet">{say('commentHint')}</p>}
      {about === 'words' && (
        <div className="review-question review-question--check">
          <input id={`${id}-suggests`} type="checkbox" checked={replacement !== null} onChange={(event) => setReplacement(event.target.checked ? quote : null)} />
          <label htmlFor={`${id}-suggests`}>{say('suggestWords')}</label>
        </div>
      )}
      {about === 'words' && replacement !== null && (
        <div className="review-question">
          <label htmlFor={`${id}-replacement`}>{say('suggestedWords')}</label>
          <textarea id={`${id}-replacement`} rows={2} maxLength={5000} dir="auto" aria-describedby={`${id}-hint`} value={replacement} onChange={(event) => setReplacement(event.target.value)} />
          <span id={`${id}-hint`} className="review-panel__quiet">
            {say('suggestHint')}
          </span>
        </div>
      )}
      {answer.mayBlock && (
        <div className="review-question review-question--check">
          <input id={`${id}-blocks`} type="checkbox" checked={isBlocking} onChange={(event) => setIsBlocking(event.target.checked)} />
          <label htmlFor={`${id}-blocks`}>{say('commentBlocks')}</label>
        </div>
      )}
    </WriteBox>
  )
}
