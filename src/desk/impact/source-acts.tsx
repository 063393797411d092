'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { RightsOnLink } from '@/link-health/lock'
import { LOCKS, type Lock } from '@/link-health/state'
import { TROUBLED_STATES } from '@/link-health/store'
import type { AnsweredLink } from '@/link-health/view'
import type { LinkState } from '@/record/source-facts'
import { AXIS_VALUES, RESULTS } from '@/link-health/verification-words'
import { post } from '../inbox/post'
import { ActForm, type Act, type Question } from '../review/act-form'
import type { WordKey } from '../words/en'
import { nameOf } from '../words/names'
import type { Say } from '../words/say'
import { useWords } from '../words/use-words'

type Props = RightsOnLink & { source: string; link: Pick<AnsweredLink, 'state' | 'url'> & { lock: { state: Lock } | null }; onDone?(): void }

/** What can be done with a source for all that relies on it: each asks why before it is done. `onDone`: instead of loading the page again. */
export function SourceActs({ source, link, mayLock, mayVerify, mayCheck, onDone }: Props) {
  const { say } = useWords()
  const router = useRouter()
  const [open, setOpen] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const buttons = useRef<HTMLDivElement>(null)
  const lastOpen = useRef<string | null>(null)
  const hasActed = useRef(false)
  const acts = [...(mayLock ? locks(link.lock?.state ?? null, isTroubled(link.state), say) : []), ...(mayVerify ? [verifying(say)] : [])]
  const current = acts.find(({ name }) => name === open)

  useEffect(() => {
    // Whoever comes back from a form by keyboard stands where they began.
    if (open === null && lastOpen.current !== null) (buttons.current?.querySelector<HTMLElement>(`#impact-act-${lastOpen.current}`) ?? buttons.current?.querySelector('button'))?.focus()
    lastOpen.current = open
  }, [open])

  useEffect(() => {
    // What was just done may take the button away that the focus stands on.
    if (hasActed.current && document.activeElement === document.body) buttons.current?.querySelector('button')?.focus()
    hasActed.current = false
  }, [link])

  const send = async (path: string, body: Record<string, unknown>): Promise<string | null> => {
    const result = await post(`/api/sources/${source}/${path}`, body)
    if ('problem' in result) return result.problem || say('whyUnreachable')
    hasActed.current = true
    setOpen(null)
    setSaid(say('impactDone'))
    if (onDone === undefined) router.refresh()
    else onDone()
    return null
  }
  if (current !== undefined) return <ActForm act={current} isWaiting={false} onBack={() => setOpen(null)} onSubmit={(body) => send(current.path, body)} />
  return (
    <div ref={buttons}>
      <div className="desk-buttons">
        {acts.map((act) => (
          <Button key={act.name} id={`impact-act-${act.name}`} type="button" size="medium" margin={false} buttonStyle={act.isMain === true ? 'primary' : 'secondary'} onClick={() => setOpen(act.name)}>
            {act.label}
          </Button>
        ))}
        {mayLock && link.lock !== null && (
          <Button type="button" size="medium" margin={false} buttonStyle="secondary" onClick={() => void send('link', { lock: null }).then((refused) => setProblem(refused ?? ''))}>
            {say('impactTakeBack')}
          </Button>
        )}
        {mayCheck && link.url !== null && (
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

const isTroubled = (state: LinkState): boolean => TROUBLED_STATES.some((known) => known === state)

function locks(lock: Lock | null, isUrgent: boolean, say: Say): Act[] {
  const why = { kind: 'text', name: 'note', label: 'impactWhy', isRequired: true } as const
  return [
    ...(lock === 'dead' ? [] : [{ name: 'pin', path: 'link', label: say('impactPin'), done: 'impactDone', explained: 'impactPinExplained', questions: [why], fixed: { lock: 'dead' }, isMain: isUrgent } satisfies Act]),
    { name: 'say', path: 'link', label: say('impactSay'), done: 'impactDone', explained: 'impactSayExplained', questions: [{ kind: 'choice', name: 'lock', label: 'impactState', choices: LOCKS.map((value) => ({ value, label: nameOf(say, 'link', value) })) }, why] },
  ]
}

function verifying(say: Say): Act {
  const axis = (name: 'source' | 'technical' | 'content', label: WordKey): Question => ({ kind: 'choice', name, label, choices: AXIS_VALUES.toReversed().map((value) => ({ value, label: say(AXES[value]) })) })
  return {
    name: 'verify', path: 'verification', label: say('impactVerify'), done: 'impactDone', explained: 'impactVerifyExplained',
    questions: [
      { kind: 'choice', name: 'result', label: 'impactResult', choices: RESULTS.filter((value) => value !== 'unreviewed').map((value) => ({ value, label: nameOf(say, 'verification', value) })) },
      axis('source', 'axisSource'), axis('technical', 'axisTechnical'), axis('content', 'axisContent'),
      { kind: 'text', name: 'note', label: 'impactWhy', isRequired: false },
    ],
  }
}

const AXES = { pass: 'axisPass', fail: 'axisFail', inconclusive: 'axisInconclusive', 'n/a': 'axisNotAsked' } as const satisfies Record<(typeof AXIS_VALUES)[number], WordKey>
