import type { Role } from '@/permissions/roles'

/**
 * Review as DESIGN section 5 tells it, written down a second time and as simply as it goes: no hashes, no coverage, no stored
 * sign-offs that are void. It shares no rule with `src/review`, so that a mistake there is no mistake here.
 */
export type ModelPerson = { id: string; roles: Role[] }
export type ModelSlot = { slot: string; capacity: Role; count: number; scope: Part | 'approval'; when: 'always' | 'namesPeople'; stage: number }
export type Part = 'sources' | 'care' | 'copy' | 'legal'
/** What would become public: a number for each part that a sign-off can cover, and one for what none but approval covers. */
export type ModelText = Record<Part | 'other', number>
type Signature = { slot: string; by: string }
type ModelRun = { workflow: string; slots: ModelSlot[]; namesPeople: boolean; isSentBack: boolean; isScheduled: boolean; signatures: Signature[] }

export type Model = {
  creator: string
  people: ModelPerson[]
  text: ModelText
  /** Who wrote on the text since it was last public; who only did their slot's own work, or wrote a companion. */
  writers: Set<string>
  helpers: Set<string>
  exceptions: Set<string>
  run: ModelRun | null
  openBlockingThreads: number
  isEmbargoed: boolean
  live: ModelText | null
  owedWorkflow: string | null
}

export type ModelEvent =
  | { type: 'submit'; who: string; workflow: string; slots: ModelSlot[]; namesPeople: boolean; isIncomplete: boolean }
  | { type: 'signOff'; who: string; slot: string }
  | { type: 'requestChanges' | 'cancel' | 'publish' | 'schedule' | 'unschedule'; who: string }
  | { type: 'grantException'; who: string; slot: string }
  | { type: 'edited'; who: string | null; as: 'author' | 'slotHolder' | 'nobody'; text: ModelText }

const has = (model: Model, who: string, ...roles: Role[]): boolean => roles.some((role) => model.people.find(({ id }) => id === who)?.roles.includes(role) === true)
const isSame = (one: ModelText, other: ModelText): boolean => (Object.keys(one) as (keyof ModelText)[]).every((part) => one[part] === other[part])

/** The slots that a review asks for, of all that its workflow has. */
export const asked = (slots: readonly ModelSlot[], namesPeople: boolean): ModelSlot[] => slots.filter(({ when }) => when === 'always' || namesPeople)
const signersOf = (run: ModelRun, slot: string): string[] => run.signatures.filter((one) => one.slot === slot).map(({ by }) => by)
/** The slots of the run that still lack somebody. */
export const openSlots = (run: ModelRun): ModelSlot[] => asked(run.slots, run.namesPeople).filter(({ slot, count }) => signersOf(run, slot).length < count)
/** Whether all that the run asks for is signed, and nobody has asked for changes since. */
export const isApproved = (run: ModelRun): boolean => !run.isSentBack && openSlots(run).length === 0

/** What four eyes hold against somebody in a slot. */
function fourEyes(model: Model, who: string, slot: ModelSlot): string[] {
  if (model.exceptions.has(slot.slot)) return []
  const against: string[] = []
  if (model.writers.has(who)) against.push('wroteTheText')
  if (slot.scope === 'approval' && model.helpers.has(who)) against.push('helped')
  if (model.run?.signatures.some((one) => one.by === who && one.slot !== slot.slot && !model.exceptions.has(one.slot)) === true) against.push('signedAnother')
  return against
}

/**
 * How many seats stay empty however people are put into those that are open, each of them in one. By Hall's theorem: look at each
 * selection of slots, and count how many more seats it has than people who could sit in any of them.
 */
export function emptySeats(model: Model, slots: readonly ModelSlot[], signatures: readonly Signature[]): number {
  const busy = signatures.filter(({ slot }) => !model.exceptions.has(slot)).map(({ by }) => by)
  const seats: { open: number; people: string[] }[] = []
  let empty = 0
  for (const slot of slots) {
    const signed = signatures.filter((one) => one.slot === slot.slot).map(({ by }) => by)
    const open = slot.count - signed.length
    const capable = model.people.filter(({ roles }) => roles.includes(slot.capacity)).map(({ id }) => id)
    if (open <= 0) continue
    // Under an exception whoever has the role may sign, whatever else they sign; only not twice.
    if (model.exceptions.has(slot.slot)) empty += Math.max(0, open - capable.filter((id) => !signed.includes(id)).length)
    else seats.push({ open, people: capable.filter((id) => !busy.includes(id) && !model.writers.has(id) && !(slot.scope === 'approval' && model.helpers.has(id))) })
  }
  const worst = (index: number, open: number, people: readonly string[]): number => {
    const next = seats[index]
    if (next === undefined) return open - people.length
    return Math.max(worst(index + 1, open, people), worst(index + 1, open + next.open, [...people, ...next.people.filter((id) => !people.includes(id))]))
  }
  return empty + worst(0, 0, [])
}

/** Everything that speaks against an event now, by the codes of refusals; nothing if it may happen. */
export function against(model: Model, event: ModelEvent): Set<string> {
  const reasons = new Set<string>()
  const { run } = model
  const unless = (isFine: boolean, ...codes: string[]): void => {
    if (!isFine) for (const code of codes) reasons.add(code)
  }
  const submits = (who: string): boolean => has(model, who, 'editor', 'publisher') || (has(model, who, 'contributor') && model.creator === who)
  switch (event.type) {
    case 'submit': {
      unless(submits(event.who), 'notYourRole', 'notYours')
      unless(run === null || run.isSentBack, 'alreadySubmitted')
      unless(!event.isIncomplete, 'incomplete')
      if (run !== null) break
      unless(model.live === null || !isSame(model.live, model.text) || model.owedWorkflow === event.workflow, 'nothingChanged')
      unless(emptySeats(model, asked(event.slots, event.namesPeople), []) === 0, 'teamTooSmall')
      break
    }
    case 'signOff': {
      if (run === null) return new Set(['notInReview'])
      const slot = asked(run.slots, run.namesPeople).find((one) => one.slot === event.slot)
      if (slot === undefined) return new Set(['unknownSlot'])
      unless(has(model, event.who, slot.capacity), 'notYourRole', 'notYourSlot')
      for (const code of fourEyes(model, event.who, slot)) reasons.add(code)
      unless(!run.isSentBack, 'changesRequested')
      const signers = signersOf(run, slot.slot)
      unless(!signers.includes(event.who), 'alreadySigned')
      unless(signers.length < slot.count, 'alreadyFilled')
      unless(slot.scope !== 'approval' || model.openBlockingThreads === 0, 'blockingThreads')
      unless(!openSlots(run).some(({ stage }) => stage < slot.stage), 'notYet')
      const slots = asked(run.slots, run.namesPeople)
      unless(emptySeats(model, slots, [...run.signatures, { slot: slot.slot, by: event.who }]) <= emptySeats(model, slots, run.signatures), 'neededElsewhere')
      break
    }
    case 'requestChanges': {
      if (run === null) return new Set(['notInReview'])
      unless(!run.isSentBack, 'changesRequested')
      unless(!run.isScheduled, 'scheduled')
      const slots = asked(run.slots, run.namesPeople)
      const now = Math.min(...openSlots(run).map(({ stage }) => stage), Math.max(...run.slots.map(({ stage }) => stage)))
      const reached = slots.filter(({ stage }) => stage <= now)
      if (reached.some((slot) => has(model, event.who, slot.capacity) && fourEyes(model, event.who, slot).length === 0)) break
      for (const slot of reached) for (const code of has(model, event.who, slot.capacity) ? fourEyes(model, event.who, slot) : ['notYourRole', 'notYourSlot']) reasons.add(code)
      break
    }
    case 'cancel':
      unless(submits(event.who), 'notYourRole', 'notYours')
      unless(run !== null, 'notInReview')
      unless(run?.isScheduled !== true, 'scheduled')
      break
    case 'grantException':
      unless(has(model, event.who, 'administrator'), 'notYourRole')
      unless(!model.exceptions.has(event.slot), 'alreadyGranted')
      break
    case 'schedule':
    case 'publish':
      unless(has(model, event.who, 'publisher'), 'notYourRole')
      unless(run !== null && isApproved(run), 'notApproved')
      unless(model.openBlockingThreads === 0, 'blockingThreads')
      unless(!model.isEmbargoed, 'embargoed')
      if (event.type === 'schedule') unless(run?.isScheduled !== true, 'alreadyScheduled')
      break
    case 'unschedule':
      unless(has(model, event.who, 'publisher'), 'notYourRole')
      unless(run?.isScheduled === true, 'notScheduled')
      break
    case 'edited':
      unless(run?.isScheduled !== true || isSame(model.text, event.text), 'scheduled')
  }
  return reasons
}

/** Does what nothing speaks against. */
export function happen(model: Model, event: ModelEvent): void {
  const { run } = model
  const lose = (isLost: (signature: Signature, slot: ModelSlot) => boolean): void => {
    if (run === null) return
    run.signatures = run.signatures.filter((signature) => !isLost(signature, run.slots.find(({ slot }) => slot === signature.slot) as ModelSlot))
  }
  switch (event.type) {
    case 'submit':
      if (run === null) model.run = { workflow: event.workflow, slots: event.slots, namesPeople: event.namesPeople, isSentBack: false, isScheduled: false, signatures: [] }
      else {
        run.isSentBack = false
        if (event.namesPeople) run.namesPeople = true
      }
      break
    case 'signOff':
      run?.signatures.push({ slot: event.slot, by: event.who })
      break
    case 'requestChanges':
      lose(({ by }) => by === event.who)
      if (run !== null) run.isSentBack = true
      break
    case 'cancel':
      model.run = null
      break
    case 'grantException':
      model.exceptions.add(event.slot)
      break
    case 'schedule':
    case 'unschedule':
      if (run !== null) run.isScheduled = event.type === 'schedule'
      break
    case 'edited': {
      const before = model.text
      model.text = event.text
      lose((_, { scope }) => (scope === 'approval' ? !isSame(before, event.text) : before[scope] !== event.text[scope]))
      if (event.who === null || event.as === 'nobody') break
      const whose = event.as === 'author' ? model.writers : model.helpers
      whose.add(event.who)
      lose(({ by, slot }, { scope }) => by === event.who && !model.exceptions.has(slot) && (event.as === 'author' || scope === 'approval'))
      break
    }
    case 'publish':
      model.live = { ...model.text }
      model.run = null
      model.writers = new Set()
      model.helpers = new Set()
      model.exceptions = new Set()
  }
}
