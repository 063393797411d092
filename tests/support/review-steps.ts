import { ROLES, type Actor, type Role } from '@/permissions/roles'
import { isStanding, stateOf, step, whyNotPublish, whyNotSign, type Event, type Outcome, type Review } from '@/review/machine'
import { gapsOf } from '@/review/team'
import { DEFAULT_WORKFLOWS, type Workflow } from '@/review/workflow'
import { CAPACITIES, readWorkflow } from '@/review/workflow-check'
import { against, asked, emptySeats, happen, isApproved, openSlots, type Model, type ModelEvent, type ModelPerson, type ModelSlot, type ModelText, type Part } from './review-model'
import { numbersFrom } from './together'

/** The machine that is tried; another one than ours to see that the model finds what is wrong with it. */
export type Machine = (review: Review, event: Event) => Outcome

/** What happened in a course: per kind of event how often it happened and was refused, per code of refusal how often. `wrong`: null if all held. */
export type Course = { steps: number; done: Map<string, number>; refused: Map<string, number>; codes: Map<string, number>; ownWorkflow: boolean; wrong: string | null }

/** Every code with which the machine refuses an event. Hand-written: the tests hold that each of them is reached. */
export const CODES = [
  'alreadyFilled', 'alreadyGranted', 'alreadyScheduled', 'alreadySigned', 'alreadySubmitted', 'blockingThreads', 'changesRequested', 'embargoed', 'helped', 'incomplete', 'neededElsewhere', 'notApproved',
  'notInReview', 'notScheduled', 'notYet', 'notYourRole', 'notYourSlot', 'notYours', 'nothingChanged', 'scheduled', 'signedAnother', 'teamTooSmall', 'unknownSlot', 'wroteTheText',
] as const
/** Every kind of event that the machine knows. */
export const EVENTS = ['submit', 'signOff', 'requestChanges', 'cancel', 'edited', 'grantException', 'schedule', 'unschedule', 'publish'] as const

const PARTS = ['sources', 'care', 'copy', 'legal', 'other'] as const
const FIRST: ModelText = { sources: 0, care: 0, copy: 0, legal: 0, other: 0 }

type Dice = { chance(share: number): boolean; among(count: number): number; oneOf<T>(items: readonly T[]): T; some<T>(items: readonly T[], count: number): T[] }

function diceFrom(seed: number): Dice {
  const random = numbersFrom(seed)
  const among = (count: number): number => Math.floor(random() * count)
  return {
    chance: (share) => random() < share,
    among,
    oneOf: (items) => items[among(items.length)] as never,
    some: (items, count) => items.map((item) => ({ item, place: random() })).sort((one, other) => one.place - other.place).slice(0, count).map(({ item }) => item),
  }
}

/** A newsroom that is well staffed, one that has just as many as a workflow needs, or one that isn't either. */
function teamFrom({ chance, among, some, oneOf }: Dice, workflow: Workflow): ModelPerson[] {
  const random = (id: string, most: number): ModelPerson => ({ id, roles: some(ROLES, 1 + among(most)) })
  const kind = among(10)
  if (kind < 2) return Array.from({ length: 3 + among(5) }, (_, index) => random(`p${index}`, 3))
  if (kind < 5) {
    const seats = slotsOf(workflow).flatMap(({ capacity, count }) => Array<Role>(count).fill(capacity))
    return [{ id: 'the editor', roles: ['editor'] }, ...seats.map((role, index): ModelPerson => ({ id: `p${index}`, roles: [role, ...(chance(0.6) ? [oneOf(seats)] : [])] }))]
  }
  const one = ROLES.map((role): ModelPerson => ({ id: `the ${role}`, roles: [role] }))
  return [...one, ...Array.from({ length: 1 + among(4) }, (_, index) => random(`p${index}`, 4))]
}

/** One of the workflows that Handbill comes with, or any that the desk would let an administrator put in force. */
function workflowFrom({ chance, among, oneOf }: Dice): Workflow {
  if (chance(0.5)) return oneOf([DEFAULT_WORKFLOWS.article, DEFAULT_WORKFLOWS.article, DEFAULT_WORKFLOWS.post, DEFAULT_WORKFLOWS.page, DEFAULT_WORKFLOWS.rapid])
  let made = 0
  const slot = (): object => {
    const scope = oneOf(['sources', 'care', 'copy', 'legal', 'copy', 'approval'] as const)
    made += 1
    return { slot: `slot-${made}`, capacity: scope === 'approval' ? 'publisher' : oneOf(CAPACITIES), count: chance(0.25) ? 2 : 1, scope, when: chance(0.25) ? 'namesPeople' : 'always' }
  }
  const stages = Array.from({ length: among(4) }, (_, index) => ({ name: `stage-${index}`, slots: Array.from({ length: 1 + among(3) }, slot) }))
  const approval = { slot: 'approval', capacity: 'publisher', count: chance(0.2) ? 2 : 1, scope: 'approval', when: 'always' }
  const read = readWorkflow('article', { stages: [...stages, { name: 'approval', slots: [...(chance(0.2) ? [slot()] : []), approval] }] })
  if ('problems' in read) throw new Error(`The made-up workflow is none: ${JSON.stringify(read.problems)}`)
  return read.workflow
}

const slotsOf = (workflow: Workflow): ModelSlot[] => workflow.stages.flatMap(({ slots }, stage) => slots.map(({ slot, capacity, count, scope, when }): ModelSlot => ({ slot, capacity, count, scope, when, stage })))
const hashOf = (text: ModelText): string => PARTS.map((part) => `${part}=${text[part]}`).join(' ')
const coverageOf = (text: ModelText, scope: Part | 'approval'): string => (scope === 'approval' ? hashOf(text) : `${scope}=${text[scope]}`)

/**
 * Plays one course of a document through review: people of random roles do random things, in a model and in the machine
 * beside it, and after each step both must say the same, and what must always hold is looked at. All follows from `seed`.
 */
export function play(seed: number, steps: number, machine: Machine = step): Course {
  const dice = diceFrom(seed)
  const { chance, among, oneOf } = dice
  const workflow = workflowFrom(dice)
  const people = teamFrom(dice, workflow)
  const model: Model = { creator: (chance(0.7) ? people.find(({ roles }) => roles.includes('editor')) : undefined)?.id ?? oneOf(people).id, people, text: { ...FIRST }, writers: new Set(), helpers: new Set(), exceptions: new Set(), run: null, openBlockingThreads: 0, isEmbargoed: false, live: null, owedWorkflow: null }
  const actor = (id: string): Actor => ({ id, roles: [...(people.find((person) => person.id === id)?.roles ?? [])] })
  let review: Review = { subject: { collection: 'articles', createdBy: model.creator, wasPublished: false, wasSubmitted: false }, run: null, contributions: [], exceptions: [], team: people.map(({ id }) => actor(id)), followUp: null, blocking: 0, embargo: null }
  let publicHash: string | null = null
  const course: Course = { steps: 0, done: new Map(), refused: new Map(), codes: new Map(), ownWorkflow: workflow.version === 0, wrong: null }
  const count = (counts: Map<string, number>, what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1)
  if (chance(0.2)) {
    const by = oneOf(people).id
    model.helpers.add(by)
    review = { ...review, contributions: [{ by, as: 'companionAuthor', slots: [] }] }
  }

  /** What happens around the review: threads, embargoes, roles gained and lost. */
  const around = (): void => {
    const what = among(4)
    if (what === 0) model.openBlockingThreads = model.openBlockingThreads > 0 ? model.openBlockingThreads - 1 : Number(chance(0.4)) * (1 + among(2))
    else if (what === 1) model.isEmbargoed = !model.isEmbargoed && chance(0.3)
    else if (chance(0.5)) {
      const person = oneOf(people)
      const role: Role = oneOf(ROLES)
      person.roles = person.roles.includes(role) ? person.roles.filter((one) => one !== role) : [...person.roles, role]
    }
    review = { ...review, blocking: model.openBlockingThreads, embargo: model.isEmbargoed ? { until: null, reason: 'r', by: 'x', at: 't' } : null, team: people.map(({ id }) => actor(id)) }
  }

  const anybody = (): string => oneOf(people).id
  /** Somebody who may do it, as a rule, so that courses get somewhere. */
  const somebody = (make: (who: string) => ModelEvent): ModelEvent => {
    if (chance(0.7)) for (const { id } of dice.some(people, people.length)) if (against(model, make(id)).size === 0) return make(id)
    return make(anybody())
  }
  const edit = (): ModelEvent => {
    const text = { ...model.text }
    // Now and then nothing that readers would get, and now and then back to what was public.
    if (chance(0.1) && model.live !== null) Object.assign(text, model.live)
    else if (!chance(0.1)) for (const part of dice.some(PARTS, 1 + Number(chance(0.2)))) text[part] = chance(0.7) ? text[part] + 1 : among(2)
    const who = chance(0.1) ? null : chance(0.85) ? model.creator : anybody()
    return { type: 'edited', who, as: who === null || hashOf(text) === hashOf(model.text) ? 'nobody' : chance(0.3) ? 'slotHolder' : 'author', text }
  }
  const signOff = (): ModelEvent => {
    const run = model.run
    const open = run === null ? [] : dice.some(chance(0.8) ? openSlots(run) : asked(run.slots, true), 4)
    for (const { slot } of open) {
      // So seldom by chance that it is looked for: somebody whom another slot can't do without.
      const needed = chance(0.3) ? people.find(({ id }) => against(model, { type: 'signOff', who: id, slot }).has('neededElsewhere')) : undefined
      if (needed !== undefined) return { type: 'signOff', who: needed.id, slot }
      const event = somebody((who) => ({ type: 'signOff', who, slot }))
      if (chance(0.5) || against(model, event).size === 0) return event
    }
    return { type: 'signOff', who: anybody(), slot: chance(0.5) ? 'no such slot' : oneOf(slotsOf(workflow)).slot }
  }
  const nextEvent = (): ModelEvent => {
    const pick = among(100)
    const isIdle = model.run === null || model.run.isSentBack
    if (pick < 14 || (isIdle && chance(0.5))) return somebody((who) => ({ type: 'submit', who, workflow: workflow.name, slots: slotsOf(workflow), namesPeople: pick % 3 === 0, isIncomplete: pick % 13 === 0 }))
    if (pick < 62) return signOff()
    if (pick < 70) return edit()
    if (pick < 74) return somebody((who) => ({ type: 'requestChanges', who }))
    if (pick < 77) return somebody((who) => ({ type: 'cancel', who }))
    if (pick < 80) return somebody((who) => ({ type: 'grantException', who, slot: oneOf(slotsOf(workflow)).slot }))
    if (pick < 86) return somebody((who) => ({ type: 'schedule', who }))
    if (pick < 91) return somebody((who) => ({ type: 'unschedule', who }))
    return somebody((who) => ({ type: 'publish', who }))
  }

  const coverage = (text: ModelText) => Object.fromEntries(slotsOf(workflow).map(({ slot, scope }) => [slot, { hash: coverageOf(text, scope), parts: [{ name: slot, hash: coverageOf(text, scope), words: '' }] }]))
  const forMachine = (event: ModelEvent, index: number): Event => {
    switch (event.type) {
      case 'submit':
        return { type: 'submit', actor: actor(event.who), runId: `run ${index}`, workflow, namesPeople: event.namesPeople, contentHash: hashOf(model.text), coverage: coverage(model.text), missing: event.isIncomplete ? ['title'] : [], isLiveAlready: publicHash === hashOf(model.text) }
      case 'signOff':
        return { type: 'signOff', actor: actor(event.who), slot: event.slot, signOffId: `sign-off ${index}`, at: 't', note: null }
      case 'requestChanges':
        return { type: 'requestChanges', actor: actor(event.who), at: 't' }
      case 'grantException':
        return { type: 'grantException', actor: actor(event.who), slot: event.slot, reason: 'r', at: 't' }
      case 'edited':
        return { type: 'edited', by: event.who, as: event.as, slots: [], at: 't', contentHash: hashOf(event.text), coverage: coverage(event.text) }
      default:
        return { type: event.type, actor: actor(event.who) }
    }
  }

  for (let index = 0; index < steps && course.wrong === null; index += 1) {
    course.steps += 1
    if (chance(0.05)) around()
    const event = nextEvent()
    const reasons = against(model, event)
    const outcome = machine(review, forMachine(event, index))
    const wrong = (what: string): void => {
      course.wrong ??= `Course ${seed}, step ${index}, ${JSON.stringify(event)}: ${what}`
    }
    if (!outcome.ok) {
      count(course.refused, event.type)
      count(course.codes, outcome.refusal.code)
      if (!reasons.has(outcome.refusal.code)) wrong(`refused as ${outcome.refusal.code}, where ${reasons.size === 0 ? 'nothing spoke against it' : `only ${[...reasons].join(', ')} did`}`)
      continue
    }
    count(course.done, event.type)
    if (reasons.size > 0) {
      wrong(`happened against ${[...reasons].join(', ')}`)
      continue
    }
    if (event.type === 'publish') {
      for (const problem of unsigned(review, model)) wrong(problem)
      publicHash = review.run?.contentHash ?? null
      if (publicHash !== hashOf(model.text)) wrong(`${publicHash} became public, and ${hashOf(model.text)} was signed`)
    }
    review = outcome.review
    happen(model, event)
    if (event.type === 'publish') {
      if (model.owedWorkflow === workflow.name) model.owedWorkflow = null
      else if (workflow.followUp !== undefined) model.owedWorkflow = chance(0.5) ? workflow.followUp.workflow : workflow.name
      review = { ...review, followUp: model.owedWorkflow === null ? null : { id: 'f', workflow: model.owedWorkflow, dueAt: 't' } }
    }
    for (const problem of [...differences(review, model), ...broken(review, model)]) wrong(problem)
    if ((model.live === null ? null : hashOf(model.live)) !== publicHash) wrong('what is public changed without being published')
  }
  return course
}

/** What is missing of the signatures on what is about to be public: one for each seat asked for, by as many people, on these very words. */
function unsigned(review: Review, { text }: Model): string[] {
  const run = review.run
  if (run === null) return ['became public without a review']
  return asked(slotsOf(run.workflow), run.namesPeople).flatMap(({ slot, scope, count }) => {
    const signers = new Set(run.signOffs.filter((one) => one.slot === slot && one.voided === null && one.coverage.hash === coverageOf(text, scope)).map(({ by }) => by))
    const isApproved = scope !== 'approval' || run.signOffs.some((one) => one.slot === slot && one.voided === null && one.contentHash === hashOf(text))
    return signers.size >= count && isApproved ? [] : [`became public with ${signers.size} of ${count} signatures in ${slot}`]
  })
}

/** In what the machine and the model tell different things. */
function differences(review: Review, model: Model): string[] {
  const { run } = review
  const state = model.run === null ? 'draft' : model.run.isSentBack ? 'changes-requested' : model.run.isScheduled ? 'scheduled' : isApproved(model.run) ? 'approved' : 'in-review'
  const found: string[] = []
  if (stateOf(review) !== state) found.push(`is ${stateOf(review)}, and should be ${state}`)
  const told = (signatures: readonly { slot: string; by: string }[]): string => signatures.map(({ slot, by }) => `${by} in ${slot}`).sort().join(', ')
  const [standing, should] = [told(run?.signOffs.filter((one) => isStanding(one, run)) ?? []), told(model.run?.signatures ?? [])]
  if (standing !== should) found.push(`signed: ${standing || 'nobody'}; should be: ${should || 'nobody'}`)
  if (run !== null && run.contentHash !== hashOf(model.text)) found.push('the run stands on another text')
  if (run !== null && run.namesPeople !== model.run?.namesPeople) found.push('whether people are named was lost')
  const isFree = model.run !== null && isApproved(model.run) && model.openBlockingThreads === 0 && !model.isEmbargoed
  if ((whyNotPublish(review) === null) !== isFree) found.push(isFree ? 'can’t be published, though all is signed' : 'can be published')
  return found
}

/** Which of the things that must always hold does not. */
function broken(review: Review, model: Model): string[] {
  const { run } = review
  if (run === null || model.run === null) return []
  const found: string[] = []
  const slots = new Map(slotsOf(run.workflow).map((slot) => [slot.slot, slot]))
  const filled = new Map<string, string>()
  for (const { slot: name, by, voided, coverage } of run.signOffs) {
    const slot = slots.get(name) as ModelSlot
    if (voided !== null) continue
    if (coverage.hash !== coverageOf(model.text, slot.scope)) found.push(`the sign-off of ${name} outlived a change of its scope`)
    if (model.exceptions.has(name)) continue
    if (model.writers.has(by)) found.push(`${by} wrote and signed ${name}`)
    if (slot.scope === 'approval' && model.helpers.has(by)) found.push(`${by} helped and approved`)
    if (filled.has(by)) found.push(`${by} fills ${name} and ${filled.get(by)}`)
    filled.set(by, name)
  }
  const open = openSlots(model.run)
  if (model.run.isSentBack || open.length === 0) return found
  const wanted = open.filter(({ stage }) => stage === open[0]?.stage)
  if (emptySeats(model, asked(model.run.slots, model.run.namesPeople), model.run.signatures) > 0) {
    if (gapsOf(review, run.workflow, run.namesPeople, model.run.signatures).length === 0) found.push('nobody can go on, and it isn’t said')
  } else if (!wanted.every(({ scope }) => scope === 'approval') || model.openBlockingThreads === 0) {
    const canGoOn = wanted.some(({ slot }) => model.people.some(({ id, roles }) => whyNotSign(review, { id, roles }, slot) === null))
    if (!canGoOn) found.push('somebody could go on, and nobody may')
  }
  return found
}
