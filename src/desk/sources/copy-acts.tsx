'use client'

import { Button } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import type { RightsOnCopies } from '@/captures/rights'
import { ask, type Asked } from '../citing/ask'
import { useWords } from '../words/use-words'
import type { WordKey } from '../words/en'

type Props = { source: string; youMay: RightsOnCopies; onDone(): void }

/** Asks for a copy of a source, or keeps one that somebody has. */
export function CopyActs({ source, youMay, onDone }: Props) {
  const { say } = useWords()
  const [isBusy, setIsBusy] = useState(false)
  const [told, setTold] = useState<{ said: string; problem: string }>({ said: '', problem: '' })
  const file = useRef<HTMLInputElement>(null)
  const hint = useId()

  const send = async (path: string, data: object | FormData, done: WordKey): Promise<void> => {
    setIsBusy(true)
    const answer: Asked<object> = await ask(`/api/sources/${source}/${path}`, { data })
    setIsBusy(false)
    setTold(answer.ok ? { said: say(done), problem: '' } : { said: '', problem: answer.message || say('whyUnreachable') })
    if (answer.ok) onDone()
  }
  const upload = (): void => {
    const chosen = file.current?.files?.[0]
    if (file.current === null || chosen === undefined) return
    const form = new FormData()
    form.set('file', chosen)
    // So that the same file can be chosen again after a refusal.
    file.current.value = ''
    void send('captures/upload', form, 'keptUploaded')
  }
  return (
    <>
      <div className="desk-buttons">
        {youMay.capture && <Button type="button" size="medium" margin={false} buttonStyle="secondary" disabled={isBusy} onClick={() => void send('captures', {}, 'keptAsked')}>{say('keptNow')}</Button>}
        {youMay.archive && <Button type="button" size="medium" margin={false} buttonStyle="secondary" disabled={isBusy} onClick={() => void send('captures', { archive: true }, 'keptAsked')}>{say('keptArchive')}</Button>}
        {youMay.upload && (
          <>
            <Button type="button" size="medium" margin={false} buttonStyle="secondary" disabled={isBusy} extraButtonProps={{ 'aria-describedby': hint }} onClick={() => file.current?.click()}>{say('keptUploadOne')}</Button>
            <input ref={file} type="file" hidden aria-label={say('keptUploadOne')} accept="application/pdf,image/*,text/html,text/plain" onChange={upload} />
          </>
        )}
      </div>
      {youMay.upload && <p id={hint} className="desk-page__quiet">{youMay.whyNot !== null && say(youMay.whyNot === 'noLink' ? 'whyNoLink' : 'whyNeverFetch')} {say('keptUploadHint')}</p>}
      <p className="desk-page__said" role="status">{told.said}</p>
      <p className="desk-page__problem" role="alert">{told.problem}</p>
    </>
  )
}
