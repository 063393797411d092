'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../words/use-words'
import { moment } from '../review/moment'
import type { RedactionAnswer } from '@/publishing/redact/endpoints'
import { asked } from './asked'
import { Found } from './found'
import { Propose } from './propose'
import { Waiting } from './waiting'

type Props = { kinds: Record<string, string>; choices: string[] }

/** Redactions: the form that proposes one, those that wait for a second person, and those that were decided. */
export function Redactions({ kinds, choices }: Props) {
  const { say, language } = useWords()
  const [redactions, setRedactions] = useState<RedactionAnswer[] | null>(null)
  const [fresh, setFresh] = useState<RedactionAnswer | null>(null)
  const [said, setSaid] = useState('')
  const status = useRef<HTMLParagraphElement>(null)

  const refresh = useCallback(async () => {
    const { body } = await asked<{ redactions: RedactionAnswer[] }>('/api/redactions')
    if (body !== null) setRedactions(body.redactions)
  }, [])
  useEffect(() => void refresh(), [refresh])

  const tell = async (words: string): Promise<void> => {
    setSaid(words)
    await refresh()
    status.current?.focus()
  }

  const waiting = redactions?.filter(({ state }) => state === 'proposed') ?? []
  const decided = redactions?.filter(({ state }) => state !== 'proposed') ?? []
  return (
    <>
      <p ref={status} className="record-page__said" role="status" tabIndex={-1}>
        {said}
      </p>
      <section aria-labelledby="redact-propose">
        <h2 id="redact-propose">{say('redactPropose')}</h2>
        <Propose
          kinds={kinds}
          choices={choices}
          onProposed={(made) => {
            setFresh(made)
            void tell(say('redactProposed'))
          }}
        />
        {fresh?.found !== undefined && <Found found={fresh.found} kinds={kinds} />}
      </section>
      <section aria-labelledby="redact-waiting">
        <h2 id="redact-waiting">{say('redactWaiting')}</h2>
        {redactions !== null && waiting.length === 0 && <p>{say('redactWaitingNone')}</p>}
        <ul className="record-list">
          {waiting.map((redaction) => (
            <Waiting
              key={redaction.id}
              redaction={redaction}
              kinds={kinds}
              onDone={(words) => {
                setFresh(null)
                void tell(words)
              }}
            />
          ))}
        </ul>
      </section>
      {decided.length > 0 && (
        <section aria-labelledby="redact-decided">
          <h2 id="redact-decided">{say('redactDecided')}</h2>
          <ul className="record-list">
            {decided.map((redaction) => (
              <li key={redaction.id}>
                <p dir="auto">{redaction.reason}</p>
                <p className="record-page__lead">
                  {say('redactProposedBy', { name: redaction.proposedBy.name || say('someone'), date: moment(redaction.proposedAt, language) })}
                  {' · '}
                  {say(redaction.state === 'cancelled' ? 'redactCancelledBy' : 'redactCarriedOutBy', { name: redaction.decidedBy?.name || say('someone'), date: moment(redaction.decidedAt ?? redaction.proposedAt, language) })}
                  {redaction.edition === 'baking' && ` · ${say('redactEditionBaking')}`}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
