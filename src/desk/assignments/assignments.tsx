'use client'

import { Button, useAuth } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { AssignmentsAnswer } from '@/collaboration/assignments/endpoints'
import { moment } from '../review/moment'
import { wordKey } from '../words/codes'
import { useWords } from '../words/use-words'
import './assignments.css'

type Props = {
  collection: string
  id: string
  isTrashed: boolean
  /** Changes whenever something was decided: who has the document is then read anew. */
  asOf: string
}

/** On whose desk a document is, until when, and the ways to take it, lay it down, and give it to somebody. */
export function Assignments({ collection, id, isTrashed, asOf }: Props) {
  const { say, language } = useWords()
  const { user } = useAuth()
  const [answer, setAnswer] = useState<AssignmentsAnswer | null>(null)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const latest = useRef(0)
  const head = useRef<HTMLHeadingElement>(null)
  const title = useId()
  const address = `/api/${collection}/${id}`

  const refresh = useCallback(async () => {
    const number = (latest.current += 1)
    const response = await fetch(`${address}/assignments`, { credentials: 'include' }).catch(() => null)
    const json = response?.ok === true ? ((await response.json()) as AssignmentsAnswer) : null
    if (number === latest.current && json !== null) setAnswer(json)
  }, [address])
  useEffect(() => void refresh(), [refresh, asOf])

  const send = async (path: 'assign' | 'unassign', body: Record<string, string>, done: string): Promise<boolean> => {
    setIsBusy(true)
    setSaid('')
    const response = await fetch(`${address}/${path}`, { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).catch(() => null)
    const json: unknown = await response?.json().catch(() => null)
    setIsBusy(false)
    if (response?.ok === true) {
      latest.current += 1
      setAnswer(json as AssignmentsAnswer)
      setProblem('')
      setSaid(done)
      return true
    }
    const refused = (json as { errors?: { message?: string; data?: { code?: string } }[] } | null)?.errors?.[0]
    const key = wordKey('why', refused?.data?.code ?? 'unreachable')
    setProblem(key === null ? (refused?.message ?? say('whyUnreachable')) : say(key))
    return false
  }

  if (answer === null) return null
  const { assignments, mayAssign, assignable, timeZone } = answer
  const me = user === null || user === undefined ? null : String(user.id)
  const isMine = assignments.some(({ isYours }) => isYours)
  return (
    <section className="assignments" aria-labelledby={title}>
      <h3 id={title} ref={head} tabIndex={-1}>
        {say('assignments')}
      </h3>
      {assignments.length === 0 && <p className="review-panel__quiet">{say('assignmentsNone')}</p>}
      {assignments.length > 0 && (
        <ul>
          {assignments.map(({ person, by, dueAt, isOverdue, isYours }) => (
            <li key={person.id}>
              <bdi>{person.name}</bdi>
              {dueAt !== null && (
                <span className="review-panel__quiet">
                  <time dateTime={dueAt}>{say(isOverdue ? 'wasDueOn' : 'dueOn', { date: moment(dueAt, language, timeZone) })}</time>
                </span>
              )}
              {isOverdue && <strong className="assignments__late">{say('overdue')}</strong>}
              {by !== null && by.id !== person.id && <span className="review-panel__quiet">{say('assignedBy', { name: by.name })}</span>}
              {!isTrashed && (isYours || mayAssign) && (
                <button
                  type="button"
                  className="review-link"
                  disabled={isBusy}
                  onClick={() => void send('unassign', { person: person.id }, say('assignEnded', { name: person.name })).then((isDone) => isDone && head.current?.focus())}
                >
                  {isYours ? say('assignLayDown') : say('assignTakeFrom', { name: person.name })}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isTrashed && !isMine && me !== null && (
        <button type="button" className="review-link" disabled={isBusy} onClick={() => void send('assign', { person: me }, say('assignDone', { name: assignable.find((one) => one.id === me)?.name ?? nameIn(user) })).then((isDone) => isDone && head.current?.focus())}>
          {say('assignTake')}
        </button>
      )}
      {!isTrashed && mayAssign && <Give people={assignable} timeZone={timeZone} isBusy={isBusy} onGive={(person, name, dueAt) => send('assign', { person, ...(dueAt === '' ? {} : { dueAt }) }, say('assignDone', { name }))} />}
      <p className="review-panel__problem" role="alert">
        {problem}
      </p>
      <p className="review-panel__said" role="status" aria-live="polite">
        {said}
      </p>
    </section>
  )
}

function nameIn(user: unknown): string {
  return user !== null && typeof user === 'object' && 'name' in user && typeof user.name === 'string' ? user.name : ''
}

type GiveProps = { people: AssignmentsAnswer['assignable']; timeZone: string; isBusy: boolean; onGive(person: string, name: string, dueAt: string): Promise<boolean> }

/** Not a `<form>`, as it stands inside the document's own, whose shortcuts must not hear what is typed here. */
function Give({ people, timeZone, isBusy, onGive }: GiveProps) {
  const { say } = useWords()
  const [person, setPerson] = useState('')
  const [dueAt, setDueAt] = useState('')
  const id = useId()
  const give = async (): Promise<void> => {
    const name = people.find((one) => one.id === person)?.name ?? ''
    if (person === '' || isBusy || !(await onGive(person, name, dueAt))) return
    setPerson('')
    setDueAt('')
  }
  return (
    <details onKeyDown={(event) => event.stopPropagation()}>
      <summary>{say('assign')}</summary>
      <div className="assignments__give">
        <div className="review-question">
          <label htmlFor={`${id}-person`}>{say('assignTo')}</label>
          <select id={`${id}-person`} value={person} onChange={(event) => setPerson(event.target.value)}>
            <option value="">{say('assignPick')}</option>
            {people.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
        <div className="review-question">
          <label htmlFor={`${id}-due`}>
            {say('assignUntil')} <span className="review-panel__quiet">({say('optional')})</span>
          </label>
          <input id={`${id}-due`} type="date" aria-describedby={`${id}-hint`} value={dueAt} onChange={(event) => setDueAt(event.target.value)} />
          <span id={`${id}-hint`} className="review-panel__quiet">
            {say('assignUntilHint', { zone: timeZone.replaceAll('_', ' ') })}
          </span>
        </div>
        <Button type="button" size="medium" margin={false} buttonStyle="secondary" disabled={isBusy || person === ''} onClick={() => void give()}>
          {say('assign')}
        </Button>
      </div>
    </details>
  )
}
