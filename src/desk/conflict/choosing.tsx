'use client'

import { Button, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { conflictKey, type Choice, type Conflict } from '@/collaboration/merge/conflict'
import { namedFields } from '../review/fields-of-form'
import { useWords } from '../words/use-words'
import { canBothStand, fieldOfConflict, wordsOfSide } from './conflict-words'
import { useTitles } from './use-titles'

/** What a person answered, by `conflictKey`. */
export type Choices = ReadonlyMap<string, Choice>

type Props = {
  conflicts: readonly Conflict[]
  title: string
  intro: string
  /** What the other side is called: a name, or "theirs". */
  theirs: string
  /** Resolves to false where the text has moved on, so that it has to be asked again. */
  onChosen(choices: Choices): Promise<boolean>
  onClose(): void
}

/** Asks, for each place that two people changed differently, what stands: mine, theirs, or both. */
export function Choosing({ conflicts, title, intro, theirs, onChosen, onClose }: Props) {
  const { say } = useWords()
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  const { collectionSlug } = useDocumentInfo()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [choices, setChoices] = useState<Choices>(new Map())
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const fields = useMemo(() => namedFields(getEntityConfig({ collectionSlug: collectionSlug ?? '' })?.fields ?? [], i18n), [collectionSlug, getEntityConfig, i18n])
  const titles = useTitles(fields, Object.fromEntries(conflicts.map((each) => [each.path, [each.mine, each.theirs]])))
  const titleOf = (wanted: string): string | null => titles.get(wanted) ?? null
  const isComplete = conflicts.every((conflict) => choices.has(conflictKey(conflict)))

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  const choose = async (): Promise<void> => {
    setIsBusy(true)
    setProblem('')
    const isDone = await onChosen(choices)
    setIsBusy(false)
    if (!isDone) setProblem(say('askedAgain'))
  }

  return (
    <dialog ref={dialog} className="both-texts" aria-labelledby={`${id}-title`} onClose={onClose} onKeyDown={(event) => event.stopPropagation()}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p>{intro}</p>
      {conflicts.map((conflict, index) => {
        const key = conflictKey(conflict)
        const label = fieldOfConflict(fields, conflict)?.label ?? conflict.path
        const options: [Choice, string][] = [['mine', say('mine')], ['theirs', theirs], ...(canBothStand(fields, conflict) ? [['both', say('bothStand')] as [Choice, string]] : [])]
        return (
          <fieldset key={key} className="choosing">
            <legend>
              {label}
              {conflict.index !== null && <span className="choosing__place"> · {say('paragraphNumber', { number: conflict.index + 1 })}</span>}
            </legend>
            <div className="both-texts__pair">
              <Side title={say('mine')} words={wordsOfSide(conflict, 'mine', titleOf)} isDeleted={conflict.mine === null} />
              <Side title={theirs} words={wordsOfSide(conflict, 'theirs', titleOf)} isDeleted={conflict.theirs === null} />
            </div>
            <div className="choosing__options">
              {options.map(([choice, words]) => (
                <label key={choice}>
                  <input type="radio" name={`${id}-${index}`} value={choice} checked={choices.get(key) === choice} onChange={() => setChoices(new Map([...choices, [key, choice]]))} /> {words}
                </label>
              ))}
            </div>
          </fieldset>
        )
      })}
      <p className="choosing__problem" role="alert">
        {problem}
      </p>
      <div className="conflict__buttons">
        <Button type="button" size="medium" margin={false} disabled={!isComplete || isBusy} onClick={() => void choose()}>
          {say('keepChosen')}
        </Button>
        <Button type="button" size="medium" margin={false} buttonStyle="secondary" onClick={() => dialog.current?.close()}>
          {say('notNow')}
        </Button>
      </div>
    </dialog>
  )
}

function Side({ title, words, isDeleted }: { title: string; words: string; isDeleted: boolean }) {
  const { say } = useWords()
  return (
    <div>
      <h4>{title}</h4>
      {words === '' ? <p className="both-texts__empty">{say(isDeleted ? 'wasDeleted' : 'emptyText')}</p> : <p dir="auto">{words}</p>}
    </div>
  )
}
