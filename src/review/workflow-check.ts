import { ROLES, type Actor, type Role } from '@/permissions/roles'
import { can } from '@/permissions/can'
import { gapsOf } from './team'
import { SCOPES, SLOT_CONDITIONS, WORKFLOW_NAMES, type FollowUp, type Label, type Slot, type Stage, type Workflow, type WorkflowName } from './workflow'

/** What is wrong with a workflow, and where: `stages.0.slots.1.count`. */
export type WorkflowProblem = { path: string; message: string }

const MOST_STAGES = 8
const MOST_SLOTS = 12
const MOST_PEOPLE = 9
const MOST_HOURS = 24 * 14

/** The roles that hold review slots, as the permission table has them. */
export const CAPACITIES: readonly Role[] = ROLES.filter((role) => can({ id: '', roles: [role] }, 'signOff', { collection: 'articles', slotCapacity: role }).allowed)

/**
 * Reads a workflow's stages and follow-up from what somebody sent. Returns the workflow, without a version of its own
 * yet, or everything that is wrong with it: a stage without a slot, a name that occurs twice, a capacity that signs
 * nothing. What must hold of each: its last stage has one sign-off that covers the whole, by a publisher, always, so
 * that nothing becomes public that nobody approved.
 */
export function readWorkflow(name: WorkflowName, sent: { stages?: unknown; followUp?: unknown }): { workflow: Workflow } | { problems: WorkflowProblem[] } {
  const problems: WorkflowProblem[] = []
  const wrong = (path: string, message: string): null => {
    problems.push({ path, message })
    return null
  }
  const stages = listOf(sent.stages, 'stages', wrong).slice(0, MOST_STAGES + 1).flatMap((stage, index) => stageOf(stage, `stages.${index}`, wrong) ?? [])
  if (stages.length === 0 && problems.length === 0) wrong('stages', 'A workflow needs a stage.')
  if (stages.length > MOST_STAGES) wrong('stages', `A workflow can have ${MOST_STAGES} stages at most.`)
  nameTwice(stages.map((stage) => stage.name), (index, twice) => wrong(`stages.${index}.name`, `There are two stages named “${twice}”.`))
  const slots = stages.flatMap((stage, index) => stage.slots.map((slot, place) => ({ slot, path: `stages.${index}.slots.${place}` })))
  if (slots.length > MOST_SLOTS) wrong('stages', `A workflow can have ${MOST_SLOTS} slots at most.`)
  nameTwice(slots.map(({ slot }) => slot.slot), (index, twice) => wrong(`${slots[index]?.path}.slot`, `There are two slots named “${twice}”.`))
  for (const { slot, path } of slots) if (slot.scope === 'approval' && slot.capacity !== 'publisher') wrong(`${path}.capacity`, 'The approval of the whole belongs to publishers.')
  if (problems.length === 0 && stages.at(-1)?.slots.some((slot) => slot.scope === 'approval' && slot.when === 'always') !== true) {
    wrong(`stages.${stages.length - 1}`, 'The last stage needs a slot that covers the whole (approval) and is always asked for.')
  }
  const followUp = followUpOf(name, sent.followUp, wrong)
  if (problems.length > 0) return { problems }
  return { workflow: { name, version: 0, stages, ...(followUp === null ? {} : { followUp }) } }
}

/**
 * The slots of a workflow that nobody could fill, even of a text that none of the team wrote: nobody fills two. Each is
 * named with its place.
 */
export function slotsNobodyFills(workflow: Workflow, team: readonly Actor[]): WorkflowProblem[] {
  const gaps = new Set(gapsOf({ contributions: [], exceptions: [], team }, workflow, true, []))
  return workflow.stages.flatMap((stage, index) =>
    stage.slots.flatMap((slot, place) =>
      gaps.has(slot.slot) ? [{ path: `stages.${index}.slots.${place}.count`, message: `Nobody is left to fill “${slot.slot}”: it needs ${slot.count} with the role ${slot.capacity} who fill no other slot.` }] : [],
    ),
  )
}

type Wrong = (path: string, message: string) => null

function listOf(value: unknown, path: string, wrong: Wrong): unknown[] {
  if (Array.isArray(value)) return value
  wrong(path, 'This must be a list.')
  return []
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function stageOf(value: unknown, path: string, wrong: Wrong): Stage | null {
  if (!isRecord(value)) return wrong(path, 'A stage must be an object.')
  const name = nameOf(value.name, `${path}.name`, wrong)
  const label = labelOf(value.label, `${path}.label`, wrong)
  const slots = listOf(value.slots, `${path}.slots`, wrong).slice(0, MOST_SLOTS + 1).flatMap((slot, index) => slotOf(slot, `${path}.slots.${index}`, wrong) ?? [])
  if (Array.isArray(value.slots) && value.slots.length === 0) return wrong(`${path}.slots`, 'A stage needs a slot.')
  return { name, slots, ...(label === null ? {} : { label }) }
}

function slotOf(value: unknown, path: string, wrong: Wrong): Slot | null {
  if (!isRecord(value)) return wrong(path, 'A slot must be an object.')
  const { count } = value
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > MOST_PEOPLE) wrong(`${path}.count`, `This must be a whole number from 1 to ${MOST_PEOPLE}.`)
  const label = labelOf(value.label, `${path}.label`, wrong)
  return {
    slot: nameOf(value.slot, `${path}.slot`, wrong),
    capacity: choiceOf(value.capacity, CAPACITIES, `${path}.capacity`, wrong),
    count: Number(count),
    scope: choiceOf(value.scope, SCOPES, `${path}.scope`, wrong),
    when: choiceOf(value.when, SLOT_CONDITIONS, `${path}.when`, wrong),
    ...(label === null ? {} : { label }),
  }
}

function nameOf(value: unknown, path: string, wrong: Wrong): string {
  if (typeof value === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(value)) return value
  wrong(path, 'This must be a short name: small letters a to z, digits and hyphens, up to 40.')
  return ''
}

function labelOf(value: unknown, path: string, wrong: Wrong): Label | null {
  if (value === undefined || value === null) return null
  if (!isRecord(value)) return wrong(path, 'A label must have a text in each language.')
  const [en, ar] = [value.en, value.ar].map((text) => (typeof text === 'string' && text.length <= 60 && !/[\p{Cc}\p{Surrogate}]/u.test(text) ? text.trim() : null))
  if (en == null || ar == null) return wrong(path, 'A label must have a text of at most 60 characters in each language.')
  return en === '' && ar === '' ? null : { en: en === '' ? ar : en, ar: ar === '' ? en : ar }
}

function choiceOf<T extends string>(value: unknown, choices: readonly T[], path: string, wrong: Wrong): T {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) wrong(path, `This must be one of ${choices.join(', ')}.`)
  return found ?? (choices[0] as T)
}

function followUpOf(name: WorkflowName, value: unknown, wrong: Wrong): FollowUp | null {
  if (value === undefined || value === null) return null
  if (!isRecord(value)) return wrong('followUp', 'This must be an object.')
  const workflow = choiceOf(value.workflow, WORKFLOW_NAMES.filter((other) => other !== name && !other.startsWith('rapid')), 'followUp.workflow', wrong)
  const hours = value.withinHours
  if (typeof hours !== 'number' || !Number.isInteger(hours) || hours < 1 || hours > MOST_HOURS) return wrong('followUp.withinHours', `This must be a whole number of hours from 1 to ${MOST_HOURS}.`)
  return { workflow, withinHours: hours }
}

function nameTwice(names: readonly string[], found: (index: number, name: string) => void): void {
  names.forEach((name, index) => {
    if (name !== '' && names.indexOf(name) < index) found(index, name)
  })
}
