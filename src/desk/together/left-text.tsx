'use client'

import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import type { Data } from '@/collaboration/merge/merge'
import type { PresenceView } from '@/collaboration/presence/view'
import { Choosing, type Choices } from '../conflict/choosing'
import { useWords } from '../words/use-words'
import { ofTheirs, type Together } from './use-together'

/** Text that somebody left unsaved and that others had changed meanwhile: to be put into this text, or dropped. */
export function LeftText({ left, together }: { left: PresenceView['left'][number]; together: Together }) {
  const { say } = useWords()
  const { id, collectionSlug } = useDocumentInfo()
  const { user } = useAuth()
  const [text, setText] = useState<{ base: Data; mine: Data } | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const { restoring, presence } = together
  const name = left.person.id === String(user?.id) ? say('youElsewhere') : left.person.name || say('someone')
  const address = `/api/${collectionSlug}/${id}/presence`

  const settle = async (): Promise<void> => {
    await fetch(`${address}/settle`, { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ session: left.session }) }).catch(() => null)
    setText(null)
    await presence.beat()
  }
  const bring = async (choices?: Choices): Promise<boolean> => {
    setIsBusy(true)
    const response = text === null ? await fetch(`${address}/left/${left.session}`, { credentials: 'include' }).catch(() => null) : null
    const found = text ?? (response?.ok === true ? ((await response.json()) as { unsaved: { base: Data; mine: Data } }).unsaved : null)
    setText(found)
    const isThere = found !== null && (await restoring.restoreLeft(found, choices))
    setIsBusy(false)
    if (isThere) await settle()
    return isThere
  }
  return (
    <div className="who-is-here__take">
      <p>{say('leftText', { name })}</p>
      <button type="button" className="review-link" disabled={isBusy} onClick={() => void bring()}>
        {say('bringIn')}
      </button>{' '}
      <button type="button" className="review-link" disabled={isBusy} onClick={() => void settle()}>
        {say('dropText')}
      </button>
      {text !== null && restoring.conflicts !== null && (
        <Choosing
          conflicts={restoring.conflicts}
          title={say('choosingLeftTitle', { name })}
          intro={say('choosingIntro')}
          theirs={ofTheirs(say, left.person.name)}
          onChosen={bring}
          onClose={() => {
            setText(null)
            restoring.stopAsking()
          }}
        />
      )}
    </div>
  )
}
