'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState, type FormEvent } from 'react'
import { useWords } from '../words/use-words'
import { postRelease } from './post'

/** Makes a release; a text that somebody came to add is offered there. */
export function NewRelease({ adding }: { adding: { collection: string; document: string } | null }) {
  const { say } = useWords()
  const [title, setTitle] = useState('')
  const [problem, setProblem] = useState('')
  const id = useId()
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const made = await postRelease(say, '', { title })
    if ('problem' in made) return setProblem(made.problem)
    window.location.assign(`/admin/releases?release=${made.id}${adding === null ? '' : `&collection=${adding.collection}&document=${adding.document}`}`)
  }
  return (
    <form className="releases__new" onSubmit={(event) => void make(event)}>
      <div className="desk-field">
        <label htmlFor={id}>
          {say('releaseNew')}: {say('releaseTitle')}
        </label>
        <input id={id} type="text" dir="auto" required maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
      </div>
      <p className="desk-page__problem" role="alert">
        {problem}
      </p>
      <div className="desk-buttons">
        <Button type="submit" size="small" margin={false} disabled={title.trim() === ''}>
          {say('releaseMake')}
        </Button>
      </div>
    </form>
  )
}
