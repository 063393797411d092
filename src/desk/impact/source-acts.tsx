'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { LOCKS, type Lock } from '@/link-health/state'
import { post } from '../inbox/post'
import { ActForm, type Act } from '../review/act-form'
import { nameOf } from '../words/names'
import type { Say } from '../words/say'
import { useWords } from '../words/use-words'

/** What can be done with a source for all that relies on it: each asks why before it is done. */
export function SourceActs({ source, lock, mayLock, mayCheck }: { source: string; lock: Lock | null; mayLock: boolean; mayCheck: boolean }) {
  const { say } = useWords()
  const router = useRouter()
  const [open, setOpen] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const buttons = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(false)
  const acts = mayLock ? actsOf(lock, say) : []
  const current = acts.find(({ name }) => name === open)

  useEffect(() => {
    // Whoever comes back from a form by keyboard stands where they began.
    if (open === null && wasOpen.current) buttons.current?.querySelector('button')?.focus()
    wasOpen.current = open !== null
  }, [open])

  const send = async (path: string, body: Record<string, unknown>): Promise<string | null> => {
    const result = await post(`/api/sources/${source}/${path}`, body)
    if ('problem' in result) return result.problem || say('whyUnreachable')
    setOpen(null)
    setSaid(say('impactDone'))
    router.refresh()
    return null
  }
  if (current !== undefined) return <ActForm act={current} isWaiting={false} onBack={() => setOpen(null)} onSubmit={(body) => send('link', body)} />
  return (
    <div ref={buttons}>
      <div className="desk-buttons">
        {acts.map((act) => (
          <Button key={act.name} type="button" size="medium" margin={false} buttonStyle={act.isMain === true ? 'primary' : 'secondary'} onClick={() => setOpen(act.name)}>
            {act.label}
          </Button>
        ))}
        {mayLock && lock !== null && (
          <Button type="button" size="medium" margin={false} buttonStyle="secondary" onClick={() => void send('link', { lock: null }).then((refused) => setProblem(refused ?? ''))}>
            {say('impactTakeBack')}
          </Button>
        )}
        {mayCheck && (
          <Button type="button" size="medium" margin={false} buttonStyle="secondary" onClick={() => void send('check', {}).then((refused) => setProblem(refused ?? ''))}>
            {say('impactCheckNow')}
          </Button>
        )}
      </div>
      <p className="desk-page__said" role="status">
        {said}
      </p>
      <p className="desk-page__problem" role="alert">
        {problem}
      </p>
    </div>
  )
}

function actsOf(lock: Lock | null, say: Say): Act[] {
  const why = { kind: 'text', name: 'note', label: 'impactWhy', isRequired: true } as const
  return [
    ...(lock === 'dead' ? [] : [{ name: 'pin', path: 'link', label: say('impactPin'), done: 'impactDone', explained: 'impactPinExplained', questions: [why], fixed: { lock: 'dead' }, isMain: true } satisfies Act]),
    { name: 'say', path: 'link', label: say('impactSay'), done: 'impactDone', explained: 'impactSayExplained', questions: [{ kind: 'choice', name: 'lock', label: 'impactState', choices: LOCKS.map((value) => ({ value, label: nameOf(say, 'link', value) })) }, why] },
  ]
}
