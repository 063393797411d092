'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import type { WordKey } from '../words/en'
import { useWords } from '../words/use-words'

const CHANGES: Record<string, WordKey> = { minor: 'changeMinor', correction: 'changeCorrection', retraction: 'changeRetraction' }

type Props = { asksChange: boolean; zone: string; zones: readonly string[]; onBack(): void; onSubmit(body: Record<string, string>): Promise<string | null> }

/** When a text is to go public, by the clocks of which place; and, where readers have another one, what changed. */
export function ScheduleForm({ asksChange, zone, zones, onBack, onSubmit }: Props) {
  const { say } = useWords()
  const [at, setAt] = useState('')
  const [timeZone, setTimeZone] = useState(zone)
  const [change, setChange] = useState('')
  const [publicNote, setPublicNote] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const id = useId()
  const asksNote = asksChange && change !== '' && change !== 'minor'
  const isComplete = at !== '' && (!asksChange || change !== '') && (!asksNote || publicNote.trim() !== '')

  useEffect(() => first.current?.focus(), [])

  const submit = async (): Promise<void> => {
    if (!isComplete || isBusy) return
    setIsBusy(true)
    // Some browsers add the seconds.
    const refused = await onSubmit({ at: at.slice(0, 16), timeZone, ...(asksChange ? { change } : {}), ...(asksNote ? { publicNote } : {}) })
    setIsBusy(false)
    setProblem(refused)
  }

  return (
    <form
      className="review-form"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h3 id={`${id}-title`}>{say('moveSchedule')}</h3>
      <label className="desk-field">
        <span>{say('scheduleAtField')}</span>
        <input ref={first} type="datetime-local" required value={at} onChange={(event) => setAt(event.target.value)} />
      </label>
      <label className="desk-field">
        <span>{say('scheduleZoneField')}</span>
        <select dir="ltr" value={timeZone} onChange={(event) => setTimeZone(event.target.value)}>
          {zones.map((name) => (
            <option key={name} value={name}>
              {name.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
      {asksChange && (
        <fieldset className="review-question">
          <legend>{say('changeKind')}</legend>
          {Object.entries(CHANGES).map(([value, words]) => (
            <label key={value}>
              <input type="radio" name={`${id}-change`} value={value} checked={change === value} onChange={() => setChange(value)} /> {say(words)}
            </label>
          ))}
        </fieldset>
      )}
      {asksNote && (
        <label className="desk-field">
          <span>{say('publicNote')}</span>
          <textarea rows={3} maxLength={5000} dir="auto" required value={publicNote} onChange={(event) => setPublicNote(event.target.value)} />
        </label>
      )}
      <p className="review-panel__problem" role="alert">
        {problem}
      </p>
      <div className="review-form__buttons">
        <Button type="submit" size="medium" margin={false} disabled={!isComplete || isBusy}>
          {say('moveSchedule')}
        </Button>
        <Button type="button" size="medium" margin={false} buttonStyle="secondary" onClick={onBack}>
          {say('goBack')}
        </Button>
      </div>
    </form>
  )
}
