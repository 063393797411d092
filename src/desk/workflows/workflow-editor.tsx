'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { ROLE_LABELS, type Role } from '@/permissions/roles'
import type { AnsweredWorkflow } from '@/review/workflow-endpoints'
import { SCOPES, SLOT_CONDITIONS, type Slot, type Stage } from '@/review/workflow'
import { moment } from '../review/moment'
import { labelOf, nameOf } from '../words/names'
import { useWords } from '../words/use-words'
import { saveWorkflow, type SaveProblem } from './save-workflow'

type Props = { workflow: AnsweredWorkflow; capacities: Role[]; mayEdit: boolean }

const NEW_SLOT: Slot = { slot: '', capacity: 'copy', count: 1, scope: 'copy', when: 'always' }

/** One workflow: its stages and slots in order, and for administrators the means to change them. */
export function WorkflowEditor({ workflow, capacities, mayEdit }: Props) {
  const { say, language } = useWords()
  const [saved, setSaved] = useState(workflow)
  const [stages, setStages] = useState<Stage[]>(workflow.stages)
  const [hours, setHours] = useState(workflow.followUp?.withinHours ?? null)
  const [isOpen, setIsOpen] = useState(false)
  const [problems, setProblems] = useState<SaveProblem[]>([])
  const [said, setSaid] = useState('')
  const title = useId()

  const change = (index: number, stage: Stage): void => setStages(stages.map((each, place) => (place === index ? stage : each)))
  const close = (): void => {
    setStages(saved.stages)
    setHours(saved.followUp?.withinHours ?? null)
    setProblems([])
    setIsOpen(false)
  }
  const save = async (): Promise<void> => {
    setSaid('')
    const result = await saveWorkflow(saved.name, { baseVersion: saved.version, stages, ...(saved.followUp === undefined || hours === null ? {} : { followUp: { workflow: saved.followUp.workflow, withinHours: hours } }) })
    if ('problems' in result) return setProblems(result.problems)
    const next = result.workflows.find(({ name }) => name === saved.name)
    if (next !== undefined) {
      setSaved(next)
      setStages(next.stages)
    }
    setProblems([])
    setIsOpen(false)
    setSaid(say('workflowSaved'))
  }

  return (
    <section className="workflow" aria-labelledby={title}>
      <header className="workflow__head">
        <h2 id={title}>{nameOf(say, 'workflow', saved.name)}</h2>
        <span className="desk-page__quiet">
          {say('workflowVersion', { version: saved.version })}
          {saved.madeAt !== null && ` · ${say('signedBy', { name: saved.madeBy || say('someone'), date: moment(saved.madeAt, language) })}`}
        </span>
      </header>
      {saved.followUp !== undefined && !isOpen && <p className="workflow__mark">{say('workflowFollowUp', { hours: saved.followUp.withinHours, workflow: nameOf(say, 'workflow', saved.followUp.workflow) })}</p>}
      {saved.olderRuns > 0 && <p className="desk-page__quiet">{say('workflowOlderRuns', { count: saved.olderRuns })}</p>}
      {isOpen ? (
        <div className="workflow__form">
          {stages.map((stage, index) => (
            <StageFields
              key={index}
              stage={stage}
              path={`stages.${index}`}
              problems={problems}
              capacities={capacities}
              onChange={(next) => change(index, next)}
              onRemove={stages.length > 1 ? () => setStages(stages.filter((_, place) => place !== index)) : null}
              onUp={index > 0 ? () => setStages(moved(stages, index, index - 1)) : null}
            />
          ))}
          <div className="desk-buttons">
            <Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => setStages([{ name: '', slots: [NEW_SLOT] }, ...stages])}>
              {say('addStage')}
            </Button>
          </div>
          {saved.followUp !== undefined && (
            <label className="desk-field workflow__hours">
              <span>{say('followUpHours')}</span>
              <input type="number" min={1} max={336} value={hours ?? ''} aria-invalid={problems.some(({ path }) => path.startsWith('followUp'))} onChange={(event) => setHours(event.target.value === '' ? null : Number(event.target.value))} />
            </label>
          )}
          <ul className="desk-page__problem" role="alert">
            {problems.map(({ path, message }) => (
              <li key={path + message}>{message}</li>
            ))}
          </ul>
          <div className="desk-buttons">
            <Button type="button" size="medium" margin={false} onClick={() => void save()}>
              {say('saveWorkflow')}
            </Button>
            <Button type="button" size="medium" margin={false} buttonStyle="secondary" onClick={close}>
              {say('goBack')}
            </Button>
          </div>
        </div>
      ) : (
        <ol className="workflow__stages">
          {saved.stages.map((stage) => (
            <li key={stage.name}>
              <h3>{labelOf(say, language, 'stage', stage.name, stage.label)}</h3>
              <ul>
                {stage.slots.map((slot) => (
                  <li key={slot.slot}>
                    {labelOf(say, language, 'slot', slot.slot, slot.label)}
                    <span className="desk-page__quiet">
                      {slot.slot !== slot.capacity && ` · ${ROLE_LABELS[slot.capacity][language === 'ar' ? 'ar' : 'en']}`}
                      {slot.count > 1 && ` × ${slot.count}`}
                      {slot.when === 'namesPeople' && ` · ${say('whenNamesPeople')}`}
                    </span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
      {mayEdit && !isOpen && (
        <div className="desk-buttons">
          <Button type="button" size="small" margin={false} buttonStyle="secondary" aria-label={`${say('changeWorkflow')}: ${nameOf(say, 'workflow', saved.name)}`} onClick={() => setIsOpen(true)}>
            {say('changeWorkflow')}
          </Button>
        </div>
      )}
      <p className="desk-page__said" role="status">
        {said}
      </p>
    </section>
  )
}

type StageProps = { stage: Stage; path: string; problems: SaveProblem[]; capacities: Role[]; onChange(stage: Stage): void; onRemove: (() => void) | null; onUp: (() => void) | null }

function StageFields({ stage, path, problems, capacities, onChange, onRemove, onUp }: StageProps) {
  const { say } = useWords()
  const change = (index: number, slot: Slot): void => onChange({ ...stage, slots: stage.slots.map((each, place) => (place === index ? slot : each)) })
  return (
    <fieldset className="workflow-stage">
      <legend>{stage.name === '' ? say('newStage') : nameOf(say, 'stage', stage.name)}</legend>
      <div className="workflow-stage__row">
        <NameField label={say('stageName')} value={stage.name} isWrong={problems.some((problem) => problem.path === `${path}.name`)} onChange={(name) => onChange({ ...stage, name })} />
        <LabelFields label={stage.label} onChange={(label) => onChange(withLabel(stage, label))} />
      </div>
      {stage.slots.map((slot, index) => (
        <SlotFields
          key={index}
          slot={slot}
          path={`${path}.slots.${index}`}
          problems={problems}
          capacities={capacities}
          onChange={(next) => change(index, next)}
          onRemove={stage.slots.length > 1 ? () => onChange({ ...stage, slots: stage.slots.filter((_, place) => place !== index) }) : null}
        />
      ))}
      <div className="desk-buttons">
        <Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => onChange({ ...stage, slots: [...stage.slots, NEW_SLOT] })}>
          {say('addSlot')}
        </Button>
        {onUp !== null && (
          <Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={onUp}>
            {say('stageEarlier')}
          </Button>
        )}
        {onRemove !== null && (
          <Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={onRemove}>
            {say('removeStage')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

type SlotProps = { slot: Slot; path: string; problems: SaveProblem[]; capacities: Role[]; onChange(slot: Slot): void; onRemove: (() => void) | null }

function SlotFields({ slot, path, problems, capacities, onChange, onRemove }: SlotProps) {
  const { say, language } = useWords()
  const isWrong = (field: string): boolean => problems.some((problem) => problem.path === `${path}.${field}`)
  return (
    <div className="workflow-slot" role="group" aria-label={slot.slot === '' ? say('newSlot') : nameOf(say, 'slot', slot.slot)}>
      <NameField label={say('slotName')} value={slot.slot} isWrong={isWrong('slot')} onChange={(name) => onChange({ ...slot, slot: name })} />
      <Choice label={say('slotCapacity')} value={slot.capacity} choices={capacities} nameFor={(role) => ROLE_LABELS[role][language === 'ar' ? 'ar' : 'en']} isWrong={isWrong('capacity')} onChange={(capacity) => onChange({ ...slot, capacity })} />
      <Choice label={say('slotScope')} value={slot.scope} choices={SCOPES} nameFor={(scope) => nameOf(say, 'scope', scope)} isWrong={isWrong('scope')} onChange={(scope) => onChange({ ...slot, scope })} />
      <Choice label={say('slotWhen')} value={slot.when} choices={SLOT_CONDITIONS} nameFor={(when) => nameOf(say, 'when', when)} isWrong={isWrong('when')} onChange={(when) => onChange({ ...slot, when })} />
      <label className="desk-field">
        <span>{say('slotCount')}</span>
        <input type="number" min={1} max={9} value={Number.isNaN(slot.count) ? '' : slot.count} aria-invalid={isWrong('count')} onChange={(event) => onChange({ ...slot, count: event.target.valueAsNumber })} />
      </label>
      <LabelFields label={slot.label} onChange={(label) => onChange(withLabel(slot, label))} />
      {onRemove !== null && (
        <Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={onRemove}>
          {say('removeSlot')}
        </Button>
      )}
    </div>
  )
}

function NameField({ label, value, isWrong, onChange }: { label: string; value: string; isWrong: boolean; onChange(value: string): void }) {
  return (
    <label className="desk-field">
      <span>{label}</span>
      <input type="text" dir="ltr" maxLength={40} autoCapitalize="none" spellCheck={false} value={value} aria-invalid={isWrong} onChange={(event) => onChange(event.target.value)} />
    </label>
  )
}

/** What people read in place of a name that the desk has no word for. */
function LabelFields({ label, onChange }: { label: Slot['label']; onChange(label: Slot['label']): void }) {
  const { say } = useWords()
  const set = (part: 'en' | 'ar', words: string): void => {
    const next = { en: label?.en ?? '', ar: label?.ar ?? '', [part]: words }
    onChange(next.en === '' && next.ar === '' ? undefined : next)
  }
  return (
    <>
      <label className="desk-field">
        <span>{say('labelEnglish')}</span>
        <input type="text" dir="ltr" lang="en" maxLength={60} value={label?.en ?? ''} onChange={(event) => set('en', event.target.value)} />
      </label>
      <label className="desk-field">
        <span>{say('labelArabic')}</span>
        <input type="text" dir="rtl" lang="ar" maxLength={60} value={label?.ar ?? ''} onChange={(event) => set('ar', event.target.value)} />
      </label>
    </>
  )
}

type ChoiceProps<T extends string> = { label: string; value: T; choices: readonly T[]; nameFor(choice: T): string; isWrong: boolean; onChange(value: T): void }

function Choice<T extends string>({ label, value, choices, nameFor, isWrong, onChange }: ChoiceProps<T>) {
  return (
    <label className="desk-field">
      <span>{label}</span>
      <select value={value} aria-invalid={isWrong} onChange={(event) => onChange(event.target.value as T)}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {nameFor(choice)}
          </option>
        ))}
      </select>
    </label>
  )
}

function withLabel<T extends Slot | Stage>(of: T, label: Slot['label']): T {
  const { label: _label, ...rest } = of
  return (label === undefined ? rest : { ...rest, label }) as T
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from)
  return [...rest.slice(0, to), list[from] as T, ...rest.slice(to)]
}

