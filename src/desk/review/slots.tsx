'use client'

import { useConfig } from '@payloadcms/ui'
import type { Say } from '../words/say'
import { useWords } from '../words/use-words'
import type { ReviewAnswer } from '@/review/answer'
import { moment } from './moment'
import { labelOf, nameOf } from '../words/names'
import { checkingPath } from '../checking/path'

type Run = NonNullable<ReviewAnswer['run']>
type Slot = Run['slots'][number]
type SignOff = Slot['signOffs'][number]

const VOIDED = { edited: 'voidedEdited', wroteTheText: 'voidedWrote', askedForChanges: 'voidedAsked', sourceRetracted: 'voidedSource' } as const

/** The stages of a run and their slots: who signed, whether it stands, and what became of it. */
export function Slots({ answer, run }: { answer: ReviewAnswer; run: Run }) {
  const { say, language } = useWords()
  const stages = [...new Map(run.slots.map(({ stage, stageLabel }) => [stage, labelOf(say, language, 'stage', stage, stageLabel)]))]
  return (
    <div className="review-stages">
      <p className="review-panel__quiet">
        {say('submittedBy', { name: run.submittedBy.name || say('someone') })}
        {run.namesPeople && ` · ${say('namesPeople')}`}
      </p>
      {run.isRapid && <p className="review-rapid">{say('rapidMark')}</p>}
      {stages.map(([stage, label]) => (
        <section key={stage} aria-label={say('stageOf', { stage: label })} className={stage === run.stage ? 'review-stage review-stage--now' : 'review-stage'}>
          <h3>{label}</h3>
          <ul>
            {run.slots.filter((slot) => slot.stage === stage).map((slot) => (
              <SlotRow key={slot.slot} slot={slot} answer={answer} say={say} language={language} />
            ))}
          </ul>
        </section>
      ))}
      {answer.exceptions.map((exception) => (
        <p key={`${exception.slot}${exception.at}`} className="review-panel__quiet">
          {say('exceptionFor', { slot: nameOf(say, 'slot', exception.slot), name: exception.by.name || say('someone'), reason: exception.reason })}
        </p>
      ))}
    </div>
  )
}

function SlotRow({ slot, answer, say, language }: { slot: Slot; answer: ReviewAnswer; say: Say; language: string }) {
  const { getEntityConfig } = useConfig()
  const cites = getEntityConfig({ collectionSlug: answer.document.collection })?.admin.custom?.cites === true
  const standing = slot.signOffs.filter((signOff) => signOff.standing)
  const isFilled = standing.length >= slot.needed
  const title = labelOf(say, language, 'slot', slot.slot, slot.label)
  return (
    <li className={isFilled ? 'review-slot review-slot--signed' : 'review-slot'} data-slot={slot.slot} data-signed={isFilled}>
      <p className="review-slot__name">
        <span className="review-slot__mark" aria-hidden="true">
          {isFilled ? '✓' : ''}
        </span>
        <strong>{title}</strong> <span className="review-slot__state">{say(isFilled ? 'signedOff' : 'waiting')}</span>
      </p>
      {slot.scope === 'sources' && cites && <a href={checkingPath(answer.document.collection, answer.document.id)}>{say('checkCitations')}</a>}
      {slot.signOffs.map((signOff) => (
        <SignOffLine key={`${signOff.by.id}${signOff.at}`} signOff={signOff} say={say} language={language} />
      ))}
      {slot.again !== null && slot.again.open.length > 0 && slot.again.checked > 0 && (
        <details className="review-again" open={slot.mayYouSign}>
          <summary>{say('lookAgain', { count: slot.again.checked })}</summary>
          <ul>
            {slot.again.open.slice(0, 10).map((part, index) => (
              <li key={index} dir="auto">
                {part.words || part.part}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

function SignOffLine({ signOff, say, language }: { signOff: SignOff; say: Say; language: string }) {
  const line = say('signedBy', { name: signOff.by.name || say('someone'), date: moment(signOff.at, language) })
  const voided = signOff.voidedBy
  return (
    <div className="review-signature">
      {signOff.standing ? <p>{line}</p> : <p><s>{line}</s> <strong>{say('noLongerStands')}</strong></p>}
      {signOff.note !== null && <blockquote dir="auto">{signOff.note}</blockquote>}
      {voided !== null && <p className="review-panel__quiet">{say(VOIDED[voided.reason], { name: voided.by?.name || say('someone') })}</p>}
      {voided?.changes.filter((change) => change.before !== undefined || change.after !== undefined).slice(0, 3).map((change, index) => (
        <dl key={index} className="review-change">
          {change.before !== undefined && <><dt>{say('wordsBefore')}</dt><dd dir="auto"><del>{change.before}</del></dd></>}
          {change.after !== undefined && <><dt>{say('wordsAfter')}</dt><dd dir="auto"><ins>{change.after}</ins></dd></>}
        </dl>
      ))}
    </div>
  )
}
