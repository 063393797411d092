'use client'

import { useId, useState } from 'react'
import { moment } from '../review/moment'
import { useWords } from '../words/use-words'
import type { RedactionAnswer } from '@/publishing/redact/endpoints'
import type { Preview } from '@/publishing/redact/preview'
import { asked, sayProblem } from './asked'
import { Found } from './found'

type Props = { redaction: RedactionAnswer; kinds: Record<string, string>; onDone(said: string): void }

/** A redaction that waits for a second person: its words, what it would touch, and the word to type before it is carried out. */
export function Waiting({ redaction, kinds, onDone }: Props) {
  const { say, language } = useWords()
  const [found, setFound] = useState<Preview | null>(null)
  const [typed, setTyped] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const field = useId()
  const address = `/api/redactions/${redaction.id}`

  const show = async (): Promise<void> => {
    const { body, problem: refused } = await asked<RedactionAnswer>(address)
    setProblem(refused === null ? null : sayProblem(say, refused))
    setFound(body?.found ?? null)
  }
  const decide = async (act: 'confirm' | 'cancel'): Promise<void> => {
    setIsBusy(true)
    setProblem(null)
    const { body, problem: refused } = await asked<RedactionAnswer>(`${address}/${act}`, {})
    setIsBusy(false)
    if (body === null) {
      setProblem(sayProblem(say, refused))
      return
    }
    if (act === 'cancel') onDone(say('redactCancelled'))
    else onDone([say(body.edition === 'baking' ? 'redactDoneBaking' : 'redactDone'), ...((body.notCleared?.length ?? 0) > 0 ? [say('redactNotCleared')] : [])].join(' '))
  }

  return (
    <li>
      <p>
        <strong dir="auto">{redaction.words?.join(' · ')}</strong>
      </p>
      <p dir="auto">{redaction.reason}</p>
      <p className="record-page__lead">
        {say('redactProposedBy', { name: redaction.proposedBy.name || say('someone'), date: moment(redaction.proposedAt, language) })}
        {redaction.wholeWords && ` · ${say('redactWhole')}`}
        {redaction.collections.length > 0 && ` · ${say('redactOnly')}: ${redaction.collections.map((slug) => kinds[slug] ?? slug).join(', ')}`}
      </p>
      {found !== null && <Found found={found} kinds={kinds} />}
      {redaction.whyNotConfirm !== null && <p className="record-page__lead">{sayProblem(say, redaction.whyNotConfirm)}</p>}
      <p className="record-page__problem" role="alert">
        {problem}
      </p>
      {isBusy && <p role="status">{say('redactBusy')}</p>}
      <div className="record-form">
        {found !== null && redaction.youMay.includes('confirm') && (
          <label htmlFor={field}>
            {say('typeToConfirm', { word: say('redactConfirmWord') })}
            <input id={field} type="text" dir="auto" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
          </label>
        )}
        <div className="record-form__buttons">
          {found === null && (
            <button type="button" className="record-button" disabled={isBusy} onClick={() => void show()}>
              {say('redactShow')}
            </button>
          )}
          {found !== null && redaction.youMay.includes('confirm') && (
            <button type="button" className="record-button record-button--danger" disabled={isBusy || typed.trim() !== say('redactConfirmWord')} onClick={() => void decide('confirm')}>
              {say('redactConfirm')}
            </button>
          )}
          {redaction.youMay.includes('cancel') && (
            <button type="button" className="record-button record-button--quiet" disabled={isBusy} onClick={() => void decide('cancel')}>
              {say('redactCancel')}
            </button>
          )}
        </div>
      </div>
    </li>
  )
}
