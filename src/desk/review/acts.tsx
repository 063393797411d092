'use client'

import { Button, useAuth } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { wordKey } from '../words/codes'
import type { Say } from '../words/say'
import type { WordKey } from '../words/en'
import { useWords } from '../words/use-words'
import { actorOf } from '@/permissions/roles'
import type { ReviewAnswer } from '@/review/answer'
import { ActForm, type Act, type Question } from './act-form'
import { labelOf, nameOf } from '../words/names'
import type { ReviewOfDocument } from './use-review'

type Props = { review: ReviewOfDocument; answer: ReviewAnswer; onDone(said: string): void }

/** What the person may do now, as buttons; each opens the questions that it asks before it is done. */
export function Acts({ review, answer, onDone }: Props) {
  const { say, language } = useWords()
  const { user } = useAuth()
  const [open, setOpen] = useState<string | null>(null)
  const lastOpened = useRef<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const acts = actsFor(answer, say, language)
  const reasons = reasonsFor(answer, say, language, actorOf(user)?.roles ?? [])
  const current = acts.find(({ name }) => name === open)

  // Whoever closes a form is back at the button that opened it, or at the panel's head where that is gone.
  useEffect(() => {
    if (open !== null || lastOpened.current === null) return
    const button = box.current?.querySelector<HTMLElement>(`[data-act="${lastOpened.current}"] button`)
    const place = button ?? document.getElementById('review-panel-title')
    place?.focus()
    lastOpened.current = null
  }, [open])

  if (current !== undefined) {
    return (
      <ActForm
        act={current}
        isWaiting={review.isUnsaved}
        onBack={() => setOpen(null)}
        onSubmit={async (body) => {
          const refusal = await review.act(current.path, body)
          if (refusal === null) {
            setOpen(null)
            onDone(say(current.done))
            return null
          }
          if (refusal.code === 'teamTooSmall' && refusal.missing.length > 0) return say('teamTooSmall', { slots: named(refusal.missing, say, language) })
          const key = wordKey('why', refusal.code)
          return key === null ? refusal.message || say('whyUnreachable') : say(key)
        }}
      />
    )
  }
  return (
    <div className="review-acts" ref={box}>
      <h3>{say('act')}</h3>
      {review.isUnsaved && acts.length > 0 && <p className="review-panel__quiet">{say('savingFirst')}</p>}
      {acts.map((act) => (
        <span key={act.name} data-act={act.name} className="review-act">
          <Button
            type="button"
            size="medium"
            margin={false}
            buttonStyle={act.isMain ? 'primary' : 'secondary'}
            disabled={review.isUnsaved}
            onClick={() => {
              lastOpened.current = act.name
              onDone('')
              setOpen(act.name)
            }}
          >
            {act.label}
          </Button>
        </span>
      ))}
      {reasons.length > 0 && (
        <ul className="review-reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {acts.length === 0 && reasons.length === 0 && <p className="review-panel__quiet">{say('nothingToDo')}</p>}
    </div>
  )
}

/** Of a document that may take a shorter way, which way it takes. */
function waysToChoose({ workflows }: ReviewAnswer, say: Say): Question[] {
  if (workflows.length < 2) return []
  return [{ kind: 'choice', name: 'workflow', label: 'whichWorkflow', choices: workflows.map((value) => ({ value, label: say(value.startsWith('rapid') ? 'rapidWay' : 'usualWay') })) }]
}

/** What has to be said of a change of something that is public. */
const sayingWhatChanged: Question[] = [{ kind: 'change', name: 'change', label: 'changeKind' }, { kind: 'text', name: 'publicNote', label: 'publicNote', isRequired: true, unless: ['change', 'minor'] }]

const text = (name: string, label: WordKey, isRequired: boolean): Question => ({ kind: 'text', name, label, isRequired })

function actsFor(answer: ReviewAnswer, say: Say, language: string): Act[] {
  const may = new Set(answer.youMay)
  const acts: Act[] = []
  if (may.has('submit')) {
    acts.push({
      name: 'submit', path: 'review/submit', label: say(answer.state === 'changes-requested' ? 'resubmit' : 'submit'), done: 'doneSubmit', isMain: true,
      questions: [...waysToChoose(answer, say), ...(answer.run?.namesPeople === true ? [] : [{ kind: 'check', name: 'namesPeople', label: 'namesPeople', hint: 'namesPeopleHint' } satisfies Question]), text('note', 'note', false)],
    })
  }
  const unchecked = answer.doubts.find(({ kind }) => kind === 'unchecked')?.count ?? 0
  for (const { slot, label, scope } of answer.run?.slots.filter(({ mayYouSign }) => mayYouSign) ?? []) {
    acts.push({ name: `sign-off-${slot}`, path: 'review/sign-off', label: say('signOff', { slot: labelOf(say, language, 'slot', slot, label) }), done: 'doneSignOff', isMain: true, fixed: { slot }, ...(scope === 'sources' && unchecked > 0 ? { told: say('signedWithDoubts', { count: unchecked }) } : {}), questions: [text('note', 'note', false)] })
  }
  if (may.has('publish')) {
    const isUpdate = answer.live !== null
    const isConfirmed = answer.followUp !== null && answer.run?.isRapid === false && answer.live?.contentHash === answer.document.contentHash && answer.companions.length === 0
    acts.push({
      name: 'publish', path: 'publishing/publish', label: say(isConfirmed ? 'confirmPublic' : isUpdate ? 'publishUpdate' : 'publish'), done: isConfirmed ? 'doneConfirm' : 'donePublish', isMain: true,
      questions: isUpdate && !isConfirmed ? sayingWhatChanged : [],
    })
  }
  if (may.has('schedule')) {
    acts.push({
      name: 'schedule', path: 'publishing/schedule', label: say('schedule'), done: 'doneSchedule', explained: 'scheduleExplained',
      questions: [{ kind: 'moment', name: 'at', label: 'scheduleAt', isRequired: true }, ...(answer.live === null ? [] : sayingWhatChanged)],
    })
  }
  if (may.has('unschedule')) acts.push({ name: 'unschedule', path: 'publishing/unschedule', label: say('unschedule'), done: 'doneUnschedule', isMain: true, questions: [text('reason', 'reason', false)] })
  if (may.has('embargo')) acts.push({ name: 'embargo', path: 'publishing/embargo', label: say('embargo'), done: 'doneEmbargo', explained: 'embargoExplained', questions: [text('reason', 'reason', true), { kind: 'moment', name: 'until', label: 'embargoUntil', isRequired: false }] })
  if (may.has('lift-embargo')) acts.push({ name: 'lift-embargo', path: 'publishing/lift-embargo', label: say('liftEmbargo'), done: 'doneLiftEmbargo', questions: [text('reason', 'reason', false)] })
  if (may.has('check-translation') && answer.translationDue !== null) {
    acts.push({ name: 'check-translation', path: 'publishing/translation-checked', label: say('translationHolds'), done: 'doneCheckTranslation', explained: 'translationHoldsExplained', fixed: { at: answer.translationDue.at }, questions: [text('note', 'whatWasCompared', true)] })
  }
  if (may.has('request-changes')) acts.push({ name: 'request-changes', path: 'review/request-changes', label: say('requestChanges'), done: 'doneRequestChanges', questions: [text('comment', 'comment', true)] })
  if (may.has('cancel')) acts.push({ name: 'cancel', path: 'review/cancel', label: say('cancelReview'), done: 'doneCancel', questions: [text('reason', 'reason', true)] })
  if (may.has('withdraw')) {
    acts.push({
      name: 'withdraw', path: 'publishing/withdraw', label: say('withdraw'), done: 'doneWithdraw', isDanger: true, explained: 'withdrawExplained',
      questions: [text('reason', 'reason', true), text('publicNote', 'publicNote', true), { kind: 'confirm', name: 'confirmation', label: 'typeToConfirm', word: 'withdrawWord' }],
    })
  }
  if (may.has('grant-exception')) {
    const slots = answer.run?.slots.map(({ slot }) => slot) ?? answer.teamTooSmall
    if (slots.length > 0) {
      acts.push({ name: 'grant-exception', path: 'review/grant-exception', label: say('grantException'), done: 'doneGrantException', questions: [{ kind: 'slot', name: 'slot', label: 'whichSlot', slots }, text('reason', 'reason', true)] })
    }
  }
  return acts
}

/** Why what somebody of these roles would expect to do can't be done now. */
function reasonsFor(answer: ReviewAnswer, say: Say, language: string, roles: readonly string[]): string[] {
  const reasons: string[] = []
  const isWriter = ['contributor', 'editor', 'publisher'].some((role) => roles.includes(role))
  if ((answer.state === 'draft' || answer.state === 'changes-requested') && !answer.youMay.includes('submit') && isWriter) reasons.push(say('mayNotSubmit'))
  const slots = answer.run?.slots ?? []
  for (const { slot, capacity, mayYouSign, whyNot, whyNotCode, signOffs, needed } of slots) {
    const isOwn = roles.includes(capacity)
    const isFilled = signOffs.filter(({ standing }) => standing).length >= needed
    if (!isOwn || mayYouSign || isFilled || whyNot === null || answer.state === 'changes-requested') continue
    reasons.push(`${nameOf(say, 'slot', slot)}: ${sentence(say, whyNotCode, whyNot)}`)
  }
  if (roles.includes('publisher') && answer.state === 'in-review') {
    const slotsMissing = slotsAmong(answer)
    if (slotsMissing.length > 0) reasons.push(`${say(answer.live === null ? 'publish' : 'publishUpdate')}: ${say('notYetSigned', { slots: named(slotsMissing, say, language) })}`)
  }
  if (roles.includes('publisher') && answer.state === 'approved' && answer.blocking > 0) reasons.push(`${say(answer.live === null ? 'publish' : 'publishUpdate')}: ${say('whyBlockingThreads')}`)
  if (roles.includes('publisher') && answer.state === 'approved' && answer.unsettled.length > 0) reasons.push(`${say(answer.live === null ? 'publish' : 'publishUpdate')}: ${say('whyUnsettled')}`)
  return reasons
}

/** What is missing beside what has to be settled: fields before a run, slots in one. */
function slotsAmong({ missing, unsettled }: ReviewAnswer): string[] {
  return missing.filter((name) => !unsettled.some(({ path }) => path === name))
}

function named(slots: readonly string[], say: Say, language: string): string {
  return new Intl.ListFormat(language).format(slots.map((slot) => nameOf(say, 'slot', slot)))
}

function sentence(say: Say, code: string | null, message: string): string {
  const key = code === null ? null : wordKey('why', code)
  return key === null ? message : say(key)
}
