'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import type { WordKey } from '../words/en'
import { useWords } from '../words/use-words'
import { nameOf } from '../words/names'

/** One thing that an act asks: words, a tick, the kind of change, a slot, or a word typed to confirm. `unless`: another answer that makes it needless. */
export type Question =
  | { kind: 'text'; name: string; label: WordKey; isRequired: boolean; unless?: [name: string, value: string] }
  | { kind: 'check'; name: string; label: WordKey; hint: WordKey }
  | { kind: 'change'; name: string; label: WordKey }
  | { kind: 'slot'; name: string; label: WordKey; slots: string[] }
  | { kind: 'moment'; name: 'at' | 'until'; label: WordKey; isRequired: boolean }
  | { kind: 'choice'; name: string; label: WordKey; choices: { value: string; label: string }[] }
  | { kind: 'confirm'; name: string; label: WordKey; word: WordKey }

/** Something that can be done to a document: where it is posted, what it asks, and what is said once it is done. `told`: a sentence to know before. */
export type Act = { name: string; path: string; label: string; done: WordKey; questions: Question[]; fixed?: Record<string, string>; isMain?: boolean; isDanger?: boolean; explained?: WordKey; told?: string }

type Props = { act: Act; isWaiting: boolean; onBack(): void; onSubmit(body: Record<string, unknown>): Promise<string | null> }
type Values = Record<string, string | boolean>

/** The zone of the person's own clock. */
const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone
const ZONES = Intl.supportedValuesOf('timeZone')

const CHANGES = { minor: 'changeMinor', correction: 'changeCorrection', retraction: 'changeRetraction' } as const satisfies Record<string, WordKey>

/**
 * The questions of one act. Not a `<form>`, as it stands inside the document's own; Enter in a single line confirms all the
 * same, and Escape goes back.
 */
export function ActForm({ act, isWaiting, onBack, onSubmit }: Props) {
  const { say } = useWords()
  // Of several ways the first is the usual one.
  const [values, setValues] = useState<Values>(() => Object.fromEntries(act.questions.flatMap((question) => (question.kind === 'choice' ? [[question.name, question.choices[0]?.value ?? '']] : []))))
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const title = useId()
  const asked = act.questions.filter((question) => !(question.kind === 'text' && question.unless !== undefined && values[question.unless[0]] === question.unless[1]))
  const isComplete = asked.every((question) => isAnswered(question, values[question.name], say))

  useEffect(() => {
    box.current?.querySelector<HTMLElement>('textarea, input, select, button')?.focus()
  }, [])

  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    if (!isComplete || isBusy || isWaiting) return
    setIsBusy(true)
    const body = Object.fromEntries(
      asked.filter(({ kind }) => kind !== 'confirm').flatMap((question) => {
        const value = values[question.name]
        if (value === undefined || value === '') return []
        return question.kind === 'moment' ? [[question.name, value], ['timeZone', values.timeZone ?? OWN_ZONE]] : [[question.name, value]]
      }),
    )
    const refused = await onSubmit({ ...act.fixed, ...body })
    setIsBusy(false)
    setProblem(refused)
  }

  return (
    <div
      ref={box}
      role="group"
      aria-labelledby={title}
      className="review-form"
      onKeyDown={(event) => {
        // The document's own form and its shortcuts must not hear what is typed here.
        event.stopPropagation()
        if (event.key === 'Escape') onBack()
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          event.preventDefault()
          void submit()
        }
      }}
    >
      <h3 id={title}>{act.label}</h3>
      {act.explained !== undefined && <p>{say(act.explained)}</p>}
      {act.told !== undefined && <p>{act.told}</p>}
      {asked.map((question) => (
        <Asked key={question.name} question={question} value={values[question.name]} zone={String(values.timeZone ?? OWN_ZONE)} onChange={(value) => setValues({ ...values, [question.name]: value })} onZone={(timeZone) => setValues({ ...values, timeZone })} />
      ))}
      <p className="review-panel__problem" role="alert">
        {problem}
      </p>
      {isWaiting && <p className="review-panel__quiet">{say('savingFirst')}</p>}
      <div className="review-form__buttons">
        <Button type="button" size="medium" margin={false} buttonStyle={act.isDanger ? 'error' : 'primary'} disabled={!isComplete || isBusy || isWaiting} onClick={() => void submit()}>
          {act.label}
        </Button>
        <Button type="button" size="medium" margin={false} buttonStyle="secondary" onClick={onBack}>
          {say('goBack')}
        </Button>
      </div>
    </div>
  )
}

function isAnswered(question: Question, value: string | boolean | undefined, say: ReturnType<typeof useWords>['say']): boolean {
  if (question.kind === 'check') return true
  if ((question.kind === 'text' || question.kind === 'moment') && !question.isRequired) return true
  const words = typeof value === 'string' ? value.trim() : ''
  return question.kind === 'confirm' ? words === say(question.word) : words !== ''
}

type AskedProps = { question: Question; value: string | boolean | undefined; zone: string; onChange(value: string | boolean): void; onZone(zone: string): void }

function Asked({ question, value, zone, onChange, onZone }: AskedProps) {
  const { say } = useWords()
  const id = useId()
  switch (question.kind) {
    case 'text':
      return (
        <div className="review-question">
          <label htmlFor={id}>
            {say(question.label)} {!question.isRequired && <span className="review-panel__quiet">({say('optional')})</span>}
          </label>
          <textarea id={id} rows={3} maxLength={5000} dir="auto" required={question.isRequired} value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} />
        </div>
      )
    case 'check':
      return (
        <div className="review-question review-question--check">
          <input id={id} type="checkbox" checked={value === true} aria-describedby={`${id}-hint`} onChange={(event) => onChange(event.target.checked)} />
          <label htmlFor={id}>{say(question.label)}</label>
          <span id={`${id}-hint`} className="review-panel__quiet">
            {say(question.hint)}
          </span>
        </div>
      )
    case 'change':
      return (
        <fieldset className="review-question">
          <legend>{say(question.label)}</legend>
          {Object.entries(CHANGES).map(([change, words]) => (
            <label key={change}>
              <input type="radio" name={id} value={change} checked={value === change} onChange={() => onChange(change)} /> {say(words)}
            </label>
          ))}
        </fieldset>
      )
    case 'moment':
      return (
        <div className="review-question">
          <label htmlFor={id}>
            {say(question.label)} {!question.isRequired && <span className="review-panel__quiet">({say('optional')})</span>}
          </label>
          <input id={id} type="datetime-local" required={question.isRequired} value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} />
          <label htmlFor={`${id}-zone`}>{say('inTimeZone')}</label>
          <select id={`${id}-zone`} dir="ltr" value={zone} onChange={(event) => onZone(event.target.value)}>
            {(ZONES.includes(zone) ? ZONES : [zone, ...ZONES]).map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </div>
      )
    case 'choice':
      return (
        <fieldset className="review-question">
          <legend>{say(question.label)}</legend>
          {question.choices.map((choice) => (
            <label key={choice.value}>
              <input type="radio" name={id} value={choice.value} checked={value === choice.value} onChange={() => onChange(choice.value)} /> {choice.label}
            </label>
          ))}
        </fieldset>
      )
    case 'slot':
      return (
        <div className="review-question">
          <label htmlFor={id}>{say(question.label)}</label>
          <select id={id} required value={String(value ?? '')} onChange={(event) => onChange(event.target.value)}>
            <option value="" />
            {question.slots.map((slot) => (
              <option key={slot} value={slot}>
                {nameOf(say, 'slot', slot)}
              </option>
            ))}
          </select>
        </div>
      )
    case 'confirm':
      return (
        <div className="review-question">
          <label htmlFor={id}>{say(question.label, { word: say(question.word) })}</label>
          <input id={id} type="text" autoComplete="off" value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} />
        </div>
      )
  }
}
