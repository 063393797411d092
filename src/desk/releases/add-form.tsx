'use client'

import { ActForm, type Question } from '../review/act-form'
import { useWords } from '../words/use-words'
import { openRelease, postRelease } from './post'

const OF_WHAT_IS_LIVE: Question[] = [{ kind: 'change', name: 'change', label: 'changeKind' }, { kind: 'text', name: 'publicNote', label: 'publicNote', isRequired: true, unless: ['change', 'minor'] }]

/** Puts a text into a release, and asks what is to be said of it where readers have an earlier one. */
export function AddForm({ release, collection, document, isLive }: { release: string; collection: string; document: string; isLive: boolean }) {
  const { say } = useWords()
  return (
    <ActForm
      act={{ name: 'add', path: '', label: say('addHere'), done: 'doneReleaseChanged', questions: isLive ? OF_WHAT_IS_LIVE : [] }}
      isWaiting={false}
      onBack={() => openRelease(release)}
      onSubmit={async (body) => {
        const result = await postRelease(say, `/${release}/add`, { collection, document, ...body })
        if ('problem' in result) return result.problem
        openRelease(release)
        return null
      }}
    />
  )
}
