'use client'

import { useId } from 'react'
import { useWords } from '../words/use-words'

type Person = { id: string; name: string }

/** Picks colleagues to call in. A plain list to choose from: it works by keyboard, on a phone and aloud. */
export function Mentions({ people, chosen, onChange }: { people: readonly Person[]; chosen: readonly string[]; onChange(chosen: string[]): void }) {
  const { say } = useWords()
  const id = useId()
  const left = people.filter((person) => !chosen.includes(person.id))
  if (people.length === 0) return null
  return (
    <div className="review-question thread-mentions">
      {left.length > 0 && (
        <>
          <label htmlFor={id}>{say('mentionSomebody')}</label>
          <select id={id} value="" onChange={(event) => event.target.value !== '' && onChange([...chosen, event.target.value])}>
            <option value="">{say('mentionPick')}</option>
            {left.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </select>
        </>
      )}
      {chosen.length > 0 && (
        <ul>
          {people.filter((person) => chosen.includes(person.id)).map((person) => (
            <li key={person.id}>
              <button type="button" className="thread-chip" aria-label={say('mentionNot', { name: person.name })} onClick={() => onChange(chosen.filter((one) => one !== person.id))}>
                <bdi>{person.name}</bdi> <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
