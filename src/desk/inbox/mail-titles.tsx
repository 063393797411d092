'use client'

import { useId, useState } from 'react'
import { useWords } from '../words/use-words'
import { post } from './post'

/** For administrators: whether any mail of the newsroom may name a text. Takes effect at once. */
export function MailTitles({ mailTitles }: { mailTitles: boolean }) {
  const { say } = useWords()
  const [isOn, setIsOn] = useState(mailTitles)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const id = useId()

  const set = async (next: boolean): Promise<void> => {
    setSaid('')
    const result = await post('/api/notices/mail-titles', { mailTitles: next })
    if ('problem' in result) return setProblem(result.problem || say('whyUnreachable'))
    setProblem('')
    setIsOn(next)
    setSaid(say('settingsSaved'))
  }

  return (
    <section className="inbox__settings" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('mailsForAll')}</h2>
      <label className="inbox__check">
        <input type="checkbox" checked={isOn} aria-describedby={`${id}-hint`} onChange={(event) => void set(event.target.checked)} /> {say('mailTitles')}
      </label>
      <p id={`${id}-hint`} className="desk-page__quiet">
        {say('mailTitlesHint')}
      </p>
      <p className="desk-page__problem" role="alert">
        {problem}
      </p>
      <p className="desk-page__said" role="status" aria-live="polite">
        {said}
      </p>
    </section>
  )
}
