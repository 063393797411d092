'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useWords } from '../words/use-words'
import { Mentions } from './mentions'

type Written = { words: string; mentions: string[] }
type Props = {
  title: string
  label: string
  button: string
  people?: readonly { id: string; name: string }[]
  initial?: Written
  isWaiting?: boolean
  /** What else is asked, above the words. */
  children?: ReactNode
  /** Returns why it was refused, or null once it is done. */
  onSend(written: Written): Promise<string | null>
  onBack(): void
}

/**
 * A box to write in: a comment, a reply, a reason. Not a `<form>`, as it stands inside the document's own; Control and Enter
 * send all the same, and Escape goes back.
 */
export function WriteBox({ title, label, button, people = [], initial, isWaiting = false, children, onSend, onBack }: Props) {
  const { say } = useWords()
  const [words, setWords] = useState(initial?.words ?? '')
  const [mentions, setMentions] = useState<string[]>(initial?.mentions ?? [])
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const text = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const cantSend = words.trim() === '' || isBusy || isWaiting

  useEffect(() => text.current?.focus(), [])

  const send = async (): Promise<void> => {
    if (cantSend) return
    setIsBusy(true)
    const refused = await onSend({ words, mentions })
    setIsBusy(false)
    setProblem(refused)
  }
  return (
    <div
      role="group"
      aria-labelledby={`${id}-title`}
      className="review-form"
      onKeyDown={(event) => {
        // The document's own form and its shortcuts must not hear what is typed here.
        event.stopPropagation()
        if (event.key === 'Escape') onBack()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
        else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
      }}
    >
      <h4 id={`${id}-title`}>{title}</h4>
      {children}
      <div className="review-question">
        <label htmlFor={id}>{label}</label>
        <textarea ref={text} id={id} rows={3} maxLength={5000} dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />
      </div>
      <Mentions people={people} chosen={mentions} onChange={setMentions} />
      <p className="review-panel__problem" role="alert">
        {problem}
      </p>
      {isWaiting && <p className="review-panel__quiet">{say('savingFirst')}</p>}
      <div className="review-form__buttons">
        <Button type="button" size="medium" margin={false} disabled={cantSend} onClick={() => void send()}>
          {button}
        </Button>
        <Button type="button" size="medium" margin={false} buttonStyle="secondary" onClick={onBack}>
          {say('goBack')}
        </Button>
      </div>
    </div>
  )
}
