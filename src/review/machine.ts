import { can, type Subject } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { changesBetween, without, type Coverage, type CoverageChange, type CoveredPart } from './coverage'
import { barOf, type Contribution, type Exception } from './four-eyes'
import { refusal, type Refusal } from './refusal'
import { emptySeats, gapsOf } from './team'
import { pathOf, type Unsettled } from './unsettled'
import { slotsAsked, type Slot, type Workflow } from './workflow'

export type RunState = 'in-review' | 'changes-requested' | 'approved' | 'scheduled'
export type State = 'draft' | RunState

/** Why and by whose act a sign-off no longer stands; `changes` shows the words of its scope that changed. */
export type Voiding = { at: string; by: string | null; reason: 'edited' | 'wroteTheText' | 'askedForChanges' | 'sourceRetracted'; changes: CoverageChange[] }
export type SignOff = { id: string; slot: string; by: string; at: string; coverage: Coverage; contentHash: string; note: string | null; voided: Voiding | null }

/** `coverage` has an entry for every slot of the workflow, whether asked for or not. */
export type Run = {
  id: string
  workflow: Workflow
  namesPeople: boolean
  state: RunState
  submittedBy: string
  contentHash: string
  coverage: Record<string, Coverage>
  signOffs: SignOff[]
}

/**
 * The review of one document's working revision: its active run, who wrote what since the last publication, exceptions
 * that an administrator granted for it, and the people there are (as far as they hold a role).
 * `followUp`: the whole review that a rapid publication is still owed. `blocking`: how many threads are open that stop approval.
 * `unsettled`: what else does, in this document and those that go public along with it.
 */
export type Review = { subject: Subject; run: Run | null; contributions: Contribution[]; exceptions: Exception[]; team: Actor[]; followUp: OpenFollowUp | null; blocking?: number; unsettled?: readonly Unsettled[]; embargo?: Embargo | null }

/** What keeps a document from readers until somebody lifts it. `until`: when that is meant to be (ISO 8601). */
export type Embargo = { until: string | null; reason: string; by: string; at: string }

/** A review that is owed after a rapid publication: of which publication, by which workflow, and until when (ISO 8601). */
export type OpenFollowUp = { id: string; workflow: string; dueAt: string }

export type Event =
  | { type: 'submit'; actor: Actor; runId: string; workflow: Workflow; namesPeople?: boolean; contentHash: string; coverage: Record<string, Coverage>; missing: string[]; isLiveAlready: boolean }
  | { type: 'signOff'; actor: Actor; slot: string; signOffId: string; at: string; note: string | null }
  | { type: 'requestChanges'; actor: Actor; at: string }
  | { type: 'cancel'; actor: Actor }
  | { type: 'edited'; by: string | null; as: 'author' | 'slotHolder' | 'nobody'; slots: string[]; at: string; contentHash: string; coverage: Record<string, Coverage> }
  | { type: 'sourceRetracted'; by: string; at: string }
  | { type: 'grantException'; actor: Actor; slot: string; reason: string; at: string }
  | { type: 'schedule'; actor: Actor }
  | { type: 'unschedule'; actor: Actor }
  | { type: 'publish'; actor: Actor }

export type Outcome = { ok: true; review: Review } | { ok: false; refusal: Refusal }

const no = (...args: Parameters<typeof refusal>): Outcome => ({ ok: false, refusal: refusal(...args) })

/** The state of the working revision. */
export function stateOf(review: Review): State {
  return review.run?.state ?? 'draft'
}

/** A sign-off stands until it is voided, and only on the very scope that it was given for. */
export function isStanding(signOff: SignOff, run: Run): boolean {
  return signOff.voided === null && signOff.coverage.hash === run.coverage[signOff.slot]?.hash
}

function signersOf(run: Run, slot: string): string[] {
  return run.signOffs.filter((signOff) => signOff.slot === slot && isStanding(signOff, run)).map((signOff) => signOff.by)
}

/** The slots that still lack a sign-off, in the order of the workflow. */
export function missingSlots(run: Run): { stage: string; stageIndex: number; slot: Slot }[] {
  return slotsAsked(run.workflow, run).filter(({ slot }) => signersOf(run, slot.slot).length < slot.count)
}

/**
 * Of a slot that was signed before and fell by an edit, the parts that nobody has looked at since: what was signed then and
 * reads the same still counts as checked. Null where the whole is to be looked at.
 */
export function partsToLookAtAgain(run: Run, slot: string): CoveredPart[] | null {
  const signed = run.signOffs.filter((signOff) => signOff.slot === slot && (signOff.voided === null || signOff.voided.reason === 'edited'))
  if (signed.length === 0) return null
  const open = signed.map((signOff) => without(run.coverage[slot]?.parts ?? [], signOff.coverage.parts)).toSorted((one, other) => one.length - other.length)
  return open[0] ?? null
}

/** The stage that a run stands in; the last one once all is signed. */
export function currentStage(run: Run): { name: string; index: number } {
  const open = missingSlots(run)[0]
  const index = open?.stageIndex ?? run.workflow.stages.length - 1
  return { name: run.workflow.stages[index]?.name ?? '', index }
}

/** Why `actor` may not sign `slotName` now; null if they may. The panel's buttons and the guard both ask here. */
export function whyNotSign(review: Review, actor: Actor | null, slotName: string): Refusal | null {
  const { run } = review
  if (run === null) return refusal(409, 'notInReview', 'This document is not in review.')
  const asked = slotsAsked(run.workflow, run).find(({ slot }) => slot.slot === slotName)
  if (asked === undefined) return refusal(422, 'unknownSlot', 'This review does not ask for that slot.', { field: 'slot' })
  const inTheWay = whyNotActIn(review, actor, asked.slot)
  if (inTheWay !== null || actor === null) return inTheWay
  if (run.state === 'changes-requested') return refusal(409, 'changesRequested', 'Changes were asked for; the text has to be submitted again first.')
  const signers = signersOf(run, slotName)
  if (signers.includes(actor.id)) return refusal(409, 'alreadySigned', 'You have signed this already.')
  if (signers.length >= asked.slot.count) return refusal(409, 'alreadyFilled', 'This slot is filled already.')
  const stopped = asked.slot.scope === 'approval' ? whatStops(review) : null
  if (stopped !== null) return stopped
  const missing = missingSlots(run)
  if (asked.stageIndex > currentStage(run).index) {
    const before = missing.filter(({ stageIndex }) => stageIndex < asked.stageIndex).map(({ slot }) => slot.slot)
    return refusal(409, 'notYet', `Not yet: ${before.join(', ')} must be signed first.`, { missing: before })
  }
  if (wouldLeaveGap(review, run, actor, slotName)) return refusal(409, 'neededElsewhere', 'You are the only one left who can sign another slot of this review, and nobody signs two.')
  return null
}

/** What people or the text itself have left open that nothing is approved or made public with; null where there is nothing. */
function whatStops({ blocking = 0, unsettled = [], subject }: Review): Refusal | null {
  if (blocking > 0) return refusal(409, 'blockingThreads', 'A comment that has to be settled first is still open.', { blocking })
  if (unsettled.length === 0) return null
  const missing = unsettled.map((each) => pathOf(each, subject.collection))
  return refusal(409, 'unsettled', `Still to be settled: ${missing.slice(0, 10).join(', ')}${missing.length > 10 ? ', …' : ''}.`, { missing, unsettled })
}

/** Why `actor` may neither sign nor ask for changes in `slot`: role and four eyes. */
function whyNotActIn(review: Review, actor: Actor | null, slot: Slot): Refusal | null {
  const right = can(actor, 'signOff', { ...review.subject, slotCapacity: slot.capacity })
  if (!right.allowed) return refusal(actor === null ? 401 : 403, right.why.code, right.why.message)
  if (actor === null) return null
  const elsewhere = review.run === null ? [] : filledBy(review, review.run, actor.id).filter((other) => other !== slot.slot)
  const bar = barOf(actor.id, slot, review.contributions, elsewhere, review.exceptions)
  return bar === null ? null : refusal(403, bar.code, bar.message)
}

/** Slots that somebody fills in a run. One signed under an exception doesn't count, else exceptions would end in a deadlock. */
function filledBy(review: Review, run: Run, person: string): string[] {
  const excepted = new Set(review.exceptions.map((exception) => exception.slot))
  return run.signOffs.filter((signOff) => signOff.by === person && isStanding(signOff, run) && !excepted.has(signOff.slot)).map((signOff) => signOff.slot)
}

function wouldLeaveGap(review: Review, run: Run, actor: Actor, slot: string): boolean {
  const signed = run.signOffs.filter((signOff) => isStanding(signOff, run)).map(({ slot: name, by }) => ({ slot: name, by }))
  const before = emptySeats(review, run.workflow, run.namesPeople, signed)
  const after = emptySeats(review, run.workflow, run.namesPeople, [...signed, { slot, by: actor.id }])
  return after.length > before.length
}

/** The slot in whose name `actor` may ask for changes, or why there is none. */
export function slotToAskIn(review: Review, actor: Actor | null): { slot: Slot } | { refusal: Refusal } {
  const { run } = review
  if (run === null) return { refusal: refusal(409, 'notInReview', 'This document is not in review.') }
  if (run.state === 'changes-requested') return { refusal: refusal(409, 'changesRequested', 'Changes were asked for already.') }
  if (run.state === 'scheduled') return { refusal: refusal(409, 'scheduled', 'This is scheduled; unschedule it first.') }
  const { index } = currentStage(run)
  let inTheWay: Refusal | null = null
  // What stands is asked about first: the stage at hand, then those behind it.
  const asked = slotsAsked(run.workflow, run).filter(({ stageIndex }) => stageIndex <= index).reverse()
  for (const { slot } of asked) {
    const refused = whyNotActIn(review, actor, slot)
    if (refused === null) return { slot }
    if (inTheWay === null || inTheWay.code === 'notYourSlot' || inTheWay.code === 'notYourRole') inTheWay = refused
  }
  return { refusal: inTheWay ?? refusal(403, 'notYourSlot', 'No slot of this stage is yours.') }
}

/**
 * The review after one event, or why it can't happen. Pure: it neither reads nor writes anything, and time and ids come
 * with the event. Rules: DESIGN section 5.
 */
export function step(review: Review, event: Event): Outcome {
  switch (event.type) {
    case 'submit':
      return submit(review, event)
    case 'signOff': {
      const inTheWay = whyNotSign(review, event.actor, event.slot)
      const coverage = review.run?.coverage[event.slot]
      if (inTheWay !== null || review.run === null || coverage === undefined) return { ok: false, refusal: inTheWay ?? refusal(409, 'notInReview', 'This document is not in review.') }
      const signOff: SignOff = { id: event.signOffId, slot: event.slot, by: event.actor.id, at: event.at, coverage, contentHash: review.run.contentHash, note: event.note, voided: null }
      return { ok: true, review: { ...review, run: settled({ ...review.run, signOffs: [...review.run.signOffs, signOff] }) } }
    }
    case 'requestChanges': {
      const asked = slotToAskIn(review, event.actor)
      if ('refusal' in asked) return { ok: false, refusal: asked.refusal }
      const run = review.run as Run
      const voiding: Voiding = { at: event.at, by: event.actor.id, reason: 'askedForChanges', changes: [] }
      return { ok: true, review: { ...review, run: { ...voidWhere(run, voiding, (signOff) => signOff.by === event.actor.id), state: 'changes-requested' } } }
    }
    case 'cancel': {
      const right = can(event.actor, 'cancel', review.subject)
      if (!right.allowed) return no(403, right.why.code, right.why.message)
      if (review.run === null) return no(409, 'notInReview', 'This document is not in review.')
      if (review.run.state === 'scheduled') return no(409, 'scheduled', 'This is scheduled; unschedule it first.')
      return { ok: true, review: { ...review, run: null } }
    }
    case 'edited':
      return edited(review, event)
    case 'sourceRetracted':
      return { ok: true, review: { ...review, run: review.run === null ? null : reopened(review.run, event) } }
    case 'grantException': {
      const right = can(event.actor, 'grantException', review.subject)
      if (!right.allowed) return no(403, right.why.code, right.why.message)
      if (review.exceptions.some((exception) => exception.slot === event.slot)) return no(409, 'alreadyGranted', 'There is an exception for this slot already.')
      return { ok: true, review: { ...review, exceptions: [...review.exceptions, { slot: event.slot, by: event.actor.id, at: event.at, reason: event.reason }] } }
    }
    case 'schedule': {
      const right = can(event.actor, 'schedule', review.subject)
      if (!right.allowed) return no(403, right.why.code, right.why.message)
      const inTheWay = whyNotPublish(review)
      if (inTheWay !== null || review.run === null) return { ok: false, refusal: inTheWay ?? refusal(409, 'notApproved', 'This has not been through review.') }
      if (review.run.state === 'scheduled') return no(409, 'alreadyScheduled', 'This is scheduled already; unschedule it first.')
      return { ok: true, review: { ...review, run: { ...review.run, state: 'scheduled' } } }
    }
    case 'unschedule': {
      const right = can(event.actor, 'schedule', review.subject)
      if (!right.allowed) return no(403, right.why.code, right.why.message)
      if (review.run?.state !== 'scheduled') return no(409, 'notScheduled', 'This is not scheduled.')
      return { ok: true, review: { ...review, run: settled(review.run) } }
    }
    case 'publish': {
      const right = can(event.actor, 'publish', review.subject)
      if (!right.allowed) return no(403, right.why.code, right.why.message)
      const inTheWay = whyNotPublish(review)
      if (inTheWay !== null) return { ok: false, refusal: inTheWay }
      return { ok: true, review: { ...review, run: null, contributions: [], exceptions: [] } }
    }
  }
}

/** Why the content of a review may not go public now, whoever asks; null if it may. */
export function whyNotPublish(review: Review): Refusal | null {
  const { run } = review
  if (run === null) return refusal(409, 'notApproved', 'This has not been through review.')
  const missing = missingSlots(run).map(({ slot }) => slot.slot)
  if (missing.length > 0) return refusal(409, 'notApproved', `Still to be signed: ${missing.join(', ')}.`, { missing })
  if (run.state !== 'approved' && run.state !== 'scheduled') return refusal(409, 'notApproved', 'This is not approved.', { missing })
  const stopped = whatStops(review)
  if (stopped !== null) return stopped
  if (review.embargo != null) return refusal(409, 'embargoed', 'An embargo is on this. A publisher has to lift it first.', { until: review.embargo.until })
  return null
}

function submit(review: Review, event: Extract<Event, { type: 'submit' }>): Outcome {
  const right = can(event.actor, 'submit', review.subject)
  if (!right.allowed) return no(403, right.why.code, right.why.message)
  const { run } = review
  if (run !== null && run.state !== 'changes-requested') return no(409, 'alreadySubmitted', 'This is in review already.')
  if (event.missing.length > 0) return no(422, 'incomplete', `Not complete yet: ${event.missing.join(', ')}.`, { missing: event.missing, field: event.missing[0] })
  if (run !== null) {
    // Once declared, the legal check can't be talked away within the run: cancel it and say why.
    const namesPeople = run.namesPeople || event.namesPeople === true
    const resumed = { ...run, namesPeople, state: 'in-review' as const }
    return { ok: true, review: { ...review, run: settled({ ...resumed, contentHash: event.contentHash, coverage: event.coverage }) } }
  }
  if (event.isLiveAlready && review.followUp?.workflow !== event.workflow.name) return no(409, 'nothingChanged', 'Nothing differs from what is public.')
  const namesPeople = event.namesPeople === true
  const gaps = gapsOf(review, event.workflow, namesPeople, [])
  if (gaps.length > 0) {
    return no(409, 'teamTooSmall', `Nobody is left to sign ${gaps.join(', ')}: give someone the role, or ask an administrator for an exception.`, { missing: gaps })
  }
  return {
    ok: true,
    review: {
      ...review,
      run: { id: event.runId, workflow: event.workflow, namesPeople, state: 'in-review', submittedBy: event.actor.id, contentHash: event.contentHash, coverage: event.coverage, signOffs: [] },
    },
  }
}

/** An edit voids exactly the sign-offs whose scope it changed, and those of whoever has now written the text. */
function edited(review: Review, event: Extract<Event, { type: 'edited' }>): Outcome {
  const contributions = event.by === null || event.as === 'nobody' ? review.contributions : [...review.contributions, { by: event.by, as: event.as, slots: event.slots }]
  const next = { ...review, contributions }
  if (review.run === null) return { ok: true, review: next }
  if (review.run.state === 'scheduled') {
    // What readers would get is what was signed; a note for the desk may change.
    if (!isSameContent(review.run, event)) return no(409, 'scheduled', 'This is scheduled; unschedule it before you change it.')
    return { ok: true, review: next }
  }
  let run: Run = { ...review.run, contentHash: event.contentHash, coverage: event.coverage }
  for (const signOff of run.signOffs) {
    const now = run.coverage[signOff.slot]
    if (signOff.voided !== null || signOff.coverage.hash === now?.hash) continue
    run = voidWhere(run, { at: event.at, by: event.by, reason: 'edited', changes: changesBetween(signOff.coverage.parts, now?.parts ?? []) }, ({ id }) => id === signOff.id)
  }
  const slots = new Map(run.workflow.stages.flatMap((stage) => stage.slots).map((slot) => [slot.slot, slot]))
  run = voidWhere(run, { at: event.at, by: event.by, reason: 'wroteTheText', changes: [] }, (signOff) => {
    const slot = slots.get(signOff.slot)
    return signOff.by === event.by && slot !== undefined && barOf(signOff.by, slot, contributions, [], review.exceptions) !== null
  })
  return { ok: true, review: { ...next, run: run.state === 'changes-requested' ? run : settled(run) } }
}

/**
 * What a text relied on was disputed or retracted: though no word of it changed, whoever signed for its sources, or for the whole,
 * signed for something else. What was scheduled no longer is.
 */
function reopened(run: Run, { by, at }: Extract<Event, { type: 'sourceRetracted' }>): Run {
  const reliant = new Set(run.workflow.stages.flatMap((stage) => stage.slots).flatMap(({ slot, scope }) => (scope === 'sources' || scope === 'approval' ? [slot] : [])))
  const open = voidWhere(run, { at, by, reason: 'sourceRetracted', changes: [] }, ({ slot }) => reliant.has(slot))
  return run.state === 'changes-requested' ? open : settled(open)
}

function isSameContent(run: Run, { contentHash, coverage }: Pick<Run, 'contentHash' | 'coverage'>): boolean {
  return run.contentHash === contentHash && Object.entries(run.coverage).every(([slot, { hash }]) => coverage[slot]?.hash === hash)
}

function voidWhere(run: Run, voided: Voiding, isMeant: (signOff: SignOff) => boolean): Run {
  return { ...run, signOffs: run.signOffs.map((signOff) => (signOff.voided === null && isMeant(signOff) ? { ...signOff, voided } : signOff)) }
}

/** A run under way is approved exactly while nothing is missing. */
function settled(run: Run): Run {
  return { ...run, state: missingSlots(run).length === 0 ? 'approved' : 'in-review' }
}
