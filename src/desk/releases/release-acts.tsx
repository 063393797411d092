'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { ReleaseState } from '@/publishing/releases/items'
import { ActForm, type Act } from '../review/act-form'
import type { Say } from '../words/say'
import { useWords } from '../words/use-words'
import { openRelease, postRelease } from './post'

/** What a publisher can do with a release as it stands; each act asks before it is done. */
export function ReleaseActs({ release, state, isClear }: { release: string; state: ReleaseState; isClear: boolean }) {
  const { say } = useWords()
  const [open, setOpen] = useState<string | null>(null)
  const acts = actsOf(state, isClear, say)
  const current = acts.find(({ name }) => name === open)
  if (current !== undefined) {
    return (
      <ActForm
        act={current}
        isWaiting={false}
        onBack={() => setOpen(null)}
        onSubmit={async (body) => {
          const result = await postRelease(say, `/${release}/${current.path}`, body)
          if ('problem' in result) return result.problem
          openRelease(release)
          return null
        }}
      />
    )
  }
  return (
    <div className="desk-buttons">
      {acts.map((act) => (
        <Button key={act.name} type="button" size="medium" margin={false} buttonStyle={act.isMain === true ? 'primary' : 'secondary'} onClick={() => setOpen(act.name)}>
          {act.label}
        </Button>
      ))}
    </div>
  )
}

function actsOf(state: ReleaseState, isClear: boolean, say: Say): Act[] {
  const done = 'doneReleaseChanged' as const
  if (state === 'scheduled') return [{ name: 'unschedule', path: 'unschedule', label: say('unschedule'), done, questions: [], isMain: true }]
  if (state === 'released') {
    return [{
      name: 'take-back', path: 'take-back', label: say('takeBack'), done, explained: 'takeBackExplained', isDanger: true,
      questions: [{ kind: 'text', name: 'reason', label: 'reason', isRequired: true }, { kind: 'text', name: 'publicNote', label: 'publicNote', isRequired: true }, { kind: 'confirm', name: 'confirmation', label: 'typeToConfirm', word: 'takeBackWord' }],
    }]
  }
  if (state !== 'open') return []
  return [
    ...(isClear
      ? [
          { name: 'release', path: 'release', label: say('releaseNow'), done, explained: 'releaseNowExplained', questions: [], isMain: true } satisfies Act,
          { name: 'schedule', path: 'schedule', label: say('schedule'), done, explained: 'scheduleExplained', questions: [{ kind: 'moment', name: 'at', label: 'scheduleAt', isRequired: true }] } satisfies Act,
        ]
      : []),
    { name: 'cancel', path: 'cancel', label: say('releaseGiveUp'), done, questions: [] },
  ]
}
