import { can } from '@/permissions/can'
import type { Actor, Role } from '@/permissions/roles'
import type { Queryable } from '@/platform/database'
import type { CoverageChange } from './coverage'
import { currentStage, isStanding, missingSlots, partsToLookAtAgain, slotToAskIn, stateOf, whyNotPublish, whyNotSign, type Run, type State, type Voiding } from './machine'
import type { Companion } from './scopes'
import { namesOf, type Loaded, type Scheduled, type TranslationDue } from './store'
import { gapsOf } from './team'
import { doubtsIn, pathOf, unsettledIn, type Doubt, type Unsettled } from './unsettled'
import { slotsAsked, type Label, type ScopeName, type Slot, type Workflow } from './workflow'

type Person = { id: string; name: string }
type AnsweredSignOff = { by: Person; at: string; note: string | null; standing: boolean; voidedBy: { by: Person | null; at: string; reason: Voiding['reason']; changes: CoverageChange[] } | null }
type AnsweredSlot = {
  slot: string
  label: Label | null
  capacity: Role
  scope: ScopeName
  stage: string
  stageLabel: Label | null
  needed: number
  signOffs: AnsweredSignOff[]
  /** Of a slot that fell by an edit: what is to be looked at again, and how many other parts still count as checked. */
  again: { open: { part: string; words: string }[]; checked: number } | null
  mayYouSign: boolean
  whyNot: string | null
  whyNotCode: string | null
}

/** What every endpoint of review and publishing answers. Source: DESIGN section 5. */
export type ReviewAnswer = {
  document: { collection: string; id: string; contentHash: string; rev: number }
  state: State
  /** What readers get now; null where they get nothing. */
  live: { id: string; contentHash: string; path: string | null; publishedAt: string; updatedAt: string } | null
  withdrawn: { at: string; publicNote: string | null } | null
  /** `isRapid`: by a shorter way, after which a whole review is owed. */
  run: { id: string; workflow: string; version: number; isRapid: boolean; stage: string; namesPeople: boolean; submittedBy: Person; slots: AnsweredSlot[] } | null
  /** Before a run the names of fields to fill in, in a run those of slots to be signed; and the paths of what has to be settled before approval. */
  missing: string[]
  /** What has to be settled before anybody approves this. `path` is how `missing` names it. */
  unsettled: (Unsettled & { path: string })[]
  /** What whoever signs should know of, and may sign all the same. */
  doubts: Doubt[]
  youMay: string[]
  /** The workflows that it can be submitted to, the usual one first; empty in a run. */
  workflows: string[]
  /** The whole review that is owed after a rapid publication. */
  followUp: { workflow: string; dueAt: string } | null
  /** When it is to become public, by itself or with a release; what keeps it from it. */
  schedule: (Pick<Scheduled, 'at' | 'localTime' | 'timeZone'> & { by: Person }) | null
  release: { id: string; title: string; state: 'open' | 'scheduled' } | null
  embargo: { until: string | null; reason: string; by: Person; at: string } | null
  /** The look that a live translation is owed since the text that it was translated from was corrected, retracted or withdrawn. */
  translationDue: TranslationDue | null
  /** What becomes public for the first time along with this document. */
  companions: { collection: string; id: string; title: string }[]
  /** Slots that nobody is left to sign, as far as that shows now. */
  teamTooSmall: string[]
  exceptions: { slot: string; by: Person; at: string; reason: string }[]
  /** How many open threads stop approval. */
  blocking: number
  /** What people said, newest first. */
  notes: { kind: string; by: Person | null; at: string; slot: string | null; words: string }[]
}

/** Of a document without a run: hash, missing fields and companions, the workflow that awaits it, and those to choose from. */
export type DraftOutlook = { contentHash: string; missing: string[]; companions: readonly Companion[]; workflow: Workflow; choices: readonly string[] }

/** Builds the answer for `actor` from what was loaded. */
export async function answerFor(db: Queryable, actor: Actor, loaded: Loaded, draft: DraftOutlook | null): Promise<ReviewAnswer> {
  const { review, live, document, collection } = loaded
  const { run } = review
  const waiting = loaded.schedule ?? loaded.release?.schedule ?? null
  const { rows: events } = await db.query<{ kind: string; by: string | null; at: Date; slot: string | null; words: string }>(
    'select kind, by, at, slot, words from handbill.review_events where collection = $1 and document = $2 and words is not null order by id desc limit 50',
    [collection, document.id],
  )
  const people = [
    ...(run?.signOffs.flatMap((signOff) => [signOff.by, signOff.voided?.by ?? null]) ?? []),
    run?.submittedBy ?? null,
    waiting?.by ?? null,
    review.embargo?.by ?? null,
    ...events.map(({ by }) => by),
    ...review.exceptions.map(({ by }) => by),
  ].filter((id) => id !== null)
  const names = await namesOf(db, people)
  const person = (id: string): Person => ({ id, name: names.get(id) ?? '' })
  const missing = run === null ? (draft?.missing ?? []) : missingSlots(run).map(({ slot }) => slot.slot)
  const workflow = run?.workflow ?? draft?.workflow
  const companions = (loaded.frozen?.companions ?? draft?.companions ?? []).map((companion) => ({ collection: companion.collection, document: companion.document, title: titleOf(companion.projection) }))
  const unsettled = [...(review.unsettled ?? []), ...(run === null ? await unsettledIn(db, companions) : [])].map((each) => ({ ...each, path: pathOf(each, collection) }))
  return {
    document: { collection, id: document.id, contentHash: run?.contentHash ?? draft?.contentHash ?? '', rev: document.rev },
    state: stateOf(review),
    live: live === null || live.isTombstone ? null : { id: live.id, contentHash: live.contentHash, path: live.path, publishedAt: instant(live.publishedAt), updatedAt: instant(live.updatedAt) },
    withdrawn: live?.isTombstone === true ? { at: instant(live.wentLiveAt), publicNote: live.publicNote } : null,
    run: run === null ? null : { id: run.id, workflow: run.workflow.name, version: run.workflow.version, isRapid: run.workflow.followUp !== undefined, stage: currentStage(run).name, namesPeople: run.namesPeople, submittedBy: person(run.submittedBy), slots: slotsFor(loaded, run, actor, person) },
    missing: [...missing, ...unsettled.map(({ path }) => path)],
    unsettled,
    doubts: await doubtsIn(db, [{ collection, document: document.id }, ...companions]),
    youMay: youMay(loaded, actor),
    schedule: waiting === null ? null : { at: instant(waiting.at), localTime: waiting.localTime, timeZone: waiting.timeZone, by: person(waiting.by) },
    release: loaded.release === null ? null : { id: loaded.release.id, title: loaded.release.title, state: loaded.release.state },
    embargo: review.embargo == null ? null : { until: review.embargo.until === null ? null : instant(review.embargo.until), reason: review.embargo.reason, by: person(review.embargo.by), at: instant(review.embargo.at) },
    workflows: [...(draft?.choices ?? [])],
    followUp: review.followUp === null ? null : { workflow: review.followUp.workflow, dueAt: instant(review.followUp.dueAt) },
    translationDue: loaded.translationDue === null ? null : { ...loaded.translationDue, at: instant(loaded.translationDue.at) },
    companions: companions.map((companion) => ({ collection: companion.collection, id: companion.document, title: companion.title })),
    teamTooSmall: workflow === undefined ? [] : gapsOf(review, workflow, run?.namesPeople ?? false, standing(run)),
    blocking: review.blocking ?? 0,
    exceptions: review.exceptions.map(({ slot, by, at, reason }) => ({ slot, by: person(by), at: instant(at), reason })),
    notes: events.map(({ kind, by, at, slot, words }) => ({ kind, by: by === null ? null : person(by), at: at.toISOString(), slot, words })),
  }
}

function titleOf(projection: Companion['projection']): string {
  return typeof projection.title === 'string' ? projection.title : ''
}

function instant(value: string): string {
  return new Date(value).toISOString()
}

function standing(run: Run | null): { slot: string; by: string }[] {
  return run?.signOffs.filter((signOff) => isStanding(signOff, run)).map(({ slot, by }) => ({ slot, by })) ?? []
}

function slotsFor({ review }: Loaded, run: Run, actor: Actor, person: (id: string) => Person): AnsweredSlot[] {
  return slotsAsked(run.workflow, run).map(({ stage, slot }) => {
    const why = whyNotSign(review, actor, slot.slot)
    return {
      slot: slot.slot,
      label: slot.label ?? null,
      capacity: slot.capacity,
      scope: slot.scope,
      stage,
      stageLabel: run.workflow.stages.find(({ name }) => name === stage)?.label ?? null,
      needed: slot.count,
      signOffs: run.signOffs
        .filter((signOff) => signOff.slot === slot.slot)
        .map((signOff) => ({
          by: person(signOff.by),
          at: instant(signOff.at),
          note: signOff.note,
          standing: isStanding(signOff, run),
          voidedBy: signOff.voided === null ? null : { by: signOff.voided.by === null ? null : person(signOff.voided.by), at: instant(signOff.voided.at), reason: signOff.voided.reason, changes: signOff.voided.changes },
        })),
      again: againIn(run, slot),
      mayYouSign: why === null,
      whyNot: why?.message ?? null,
      whyNotCode: why?.code ?? null,
    }
  })
}

function againIn(run: Run, slot: Slot): AnsweredSlot['again'] {
  const open = missingSlots(run).some((one) => one.slot === slot) ? partsToLookAtAgain(run, slot.slot) : null
  if (open === null) return null
  return { open: open.map(({ name, words }) => ({ part: name, words })), checked: (run.coverage[slot.slot]?.parts.length ?? 0) - open.length }
}

/** What `actor` may do now, in the words of the endpoints. The admin shows its buttons by this list. */
function youMay({ review, live, translationDue, document, release }: Loaded, actor: Actor): string[] {
  const { run, subject } = review
  const runSlots = run === null ? [] : slotsAsked(run.workflow, run).map(({ slot }) => slot.capacity)
  const holds: [string, boolean][] = [
    ['edit', run?.state !== 'scheduled' && can(actor, 'edit', { ...subject, runSlots }).allowed],
    ['submit', !document.isTrashed && (run === null || run.state === 'changes-requested') && can(actor, 'submit', subject).allowed],
    ['sign-off', run !== null && slotsAsked(run.workflow, run).some(({ slot }) => whyNotSign(review, actor, slot.slot) === null)],
    ['request-changes', run !== null && 'slot' in slotToAskIn(review, actor)],
    ['cancel', run !== null && run.state !== 'scheduled' && can(actor, 'cancel', subject).allowed],
    ['publish', whyNotPublish(review) === null && release?.state !== 'scheduled' && can(actor, 'publish', subject).allowed],
    ['schedule', run?.state === 'approved' && whyNotPublish(review) === null && release === null && can(actor, 'schedule', subject).allowed],
    ['unschedule', run?.state === 'scheduled' && release?.state !== 'scheduled' && can(actor, 'schedule', subject).allowed],
    ['embargo', review.embargo == null && run?.state !== 'scheduled' && !document.isTrashed && can(actor, 'embargo', subject).allowed],
    ['lift-embargo', review.embargo != null && can(actor, 'liftEmbargo', subject).allowed],
    ['release', release === null && run?.state !== 'scheduled' && !document.isTrashed && can(actor, 'edit', { collection: 'releases' }).allowed],
    ['withdraw', live !== null && !live.isTombstone && can(actor, 'withdraw', subject).allowed],
    ['check-translation', translationDue !== null && can(actor, 'checkTranslation', subject).allowed],
    ['grant-exception', can(actor, 'grantException', subject).allowed],
  ]
  return holds.flatMap(([word, isAllowed]) => (isAllowed ? [word] : []))
}
