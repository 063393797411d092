'use client'

import { useState, type FormEvent } from 'react'
import { useWords } from '../words/use-words'
import type { RedactionAnswer } from '@/publishing/redact/endpoints'
import { asked, sayProblem } from './asked'

type Props = { kinds: Record<string, string>; choices: string[]; onProposed(made: RedactionAnswer): void }

/** The form that proposes a redaction. Nothing is erased by it. */
export function Propose({ kinds, choices, onProposed }: Props) {
  const { say } = useWords()
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    setIsBusy(true)
    const collection = String(fields.get('collection') ?? '')
    const { body, problem: refused } = await asked<RedactionAnswer>('/api/redactions', {
      words: String(fields.get('words') ?? ''),
      reason: String(fields.get('reason') ?? ''),
      wholeWords: fields.get('wholeWords') === 'on',
      ...(collection === '' ? {} : { collections: [collection] }),
    })
    setIsBusy(false)
    setProblem(refused === null ? null : sayProblem(say, refused))
    if (body === null) return
    form.reset()
    onProposed(body)
  }

  return (
    <form className="record-form" onSubmit={(event) => void submit(event)}>
      <label>
        {say('redactWords')}
        <textarea name="words" rows={3} required dir="auto" maxLength={4000} autoComplete="off" spellCheck={false} aria-describedby="redact-words-hint" />
        <span id="redact-words-hint">{say('redactWordsHint')}</span>
      </label>
      <label className="record-form__check">
        <input type="checkbox" name="wholeWords" />
        <span>{say('redactWhole')}</span>
      </label>
      <label>
        {say('redactOnly')}
        <select name="collection" defaultValue="">
          <option value="">{say('redactEverywhere')}</option>
          {choices.map((slug) => (
            <option key={slug} value={slug}>
              {kinds[slug] ?? slug}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('redactReason')}
        <textarea name="reason" rows={2} required dir="auto" maxLength={2000} />
      </label>
      <p className="record-page__problem" role="alert">
        {problem}
      </p>
      <div className="record-form__buttons">
        <button type="submit" className="record-button" disabled={isBusy}>
          {say('redactLook')}
        </button>
      </div>
    </form>
  )
}
