'use client'

import { Button, useAuth, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useMemo, useState } from 'react'
import type { PresentPerson } from '@/collaboration/presence/view'
import { namedFields } from '../review/fields-of-form'
import { ago } from '../review/moment'
import { useWords } from '../words/use-words'
import { LeftText } from './left-text'
import type { Together } from './use-together'
import './together.css'

/** Who else has this document open, what they do and where; who holds it, and the way to take over. `mayEdit`: whether the person may. */
export function WhoIsHere({ together, mayEdit }: { together: Together; mayEdit: boolean }) {
  const { say, language } = useWords()
  const { i18n } = useTranslation()
  const { user } = useAuth()
  const { getEntityConfig } = useConfig()
  const { collectionSlug } = useDocumentInfo()
  const [said, setSaid] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const { presence, conflict } = together
  const { view } = presence
  const fields = useMemo(() => namedFields(getEntityConfig({ collectionSlug: collectionSlug ?? '' })?.fields ?? [], i18n), [collectionSlug, getEntityConfig, i18n])
  if (view === null) return null
  const others = view.people.filter(({ session }) => session !== presence.window)
  const holder = others.find(({ session }) => session === view.holder)
  const mayTakeOver = mayEdit && (holder !== undefined || others.some(({ isAway, hasUnsaved }) => isAway && hasUnsaved))
  const nameOf = (one: PresentPerson): string => (one.person.id === String(user?.id) ? say('youElsewhere') : one.person.name || say('someone'))
  const labelOf = (path: string): string | null => (fields.find((field) => field.path === path) ?? fields.find((field) => path.startsWith(`${field.path}.`)))?.label ?? null
  const doing = (one: PresentPerson): string => {
    if (one.isAway) return say(one.hasUnsaved ? 'leftUnsaved' : 'hasLeft', { time: ago(one.since, language) })
    const place = one.isEditing && one.field !== null ? labelOf(one.field) : null
    return place === null ? say(one.isEditing ? 'isEditing' : 'isReading') : say('isEditingIn', { field: place })
  }
  const take = async (): Promise<void> => {
    setIsBusy(true)
    const isTaken = await presence.takeOver()
    setIsBusy(false)
    setSaid(say(isTaken ? 'tookOver' : 'notTakenOver'))
  }
  const done = conflict.done === null ? '' : say(conflict.done.how === 'merged' ? 'bothKept' : 'newerShown', { name: conflict.done.name === null ? say('conflictYourself') : conflict.done.name || say('someone') })
  return (
    <div className="who-is-here">
      {others.length > 0 && (
        <ul aria-label={say('whoIsHere')}>
          {others.map((one) => (
            <li key={one.session} className={one.isEditing ? 'who-is-here__one who-is-here__one--editing' : 'who-is-here__one'}>
              <span className="who-is-here__initial" aria-hidden="true">
                {[...nameOf(one)][0]}
              </span>
              <span>
                <bdi>{nameOf(one)}</bdi> <span className="review-panel__quiet">{doing(one)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayTakeOver && (
        <div className="who-is-here__take">
          <p className="review-panel__quiet">{say(holder?.isAway === false ? 'takeOverHint' : 'takeOverLeft')}</p>
          <Button type="button" size="small" margin={false} buttonStyle="secondary" disabled={isBusy} onClick={() => void take()}>
            {say('takeOver')}
          </Button>
        </div>
      )}
      {mayEdit && view.left.map((left) => <LeftText key={left.session} left={left} together={together} />)}
      <p className="review-panel__said" role="status" aria-live="polite">
        {said || done}
      </p>
      {/* Where each one is changes with every field; only who comes, goes and writes is said aloud. */}
      <p className="conflict-said" role="status" aria-live="polite">
        {others.filter(({ isAway }) => !isAway).map((one) => `${nameOf(one)} ${say(one.isEditing ? 'isEditing' : 'isReading')}`).join('. ')}
      </p>
    </div>
  )
}
