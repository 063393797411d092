import { can, type Subject } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { whyNotSign, type Review } from '@/review/machine'
import { slotsAsked } from '@/review/workflow'
import { kindOf, RULES, type Audience, type NoticeKind } from './kinds'

/** Something that happened, as it is stored. `details` was written by programs: who is named, which thread, what opened. */
export type NoticeEvent = { id: string; collection: string; document: string; run: string | null; kind: string; by: string | null; at: Date; details: Record<string, unknown> }

/**
 * An event and what it happened to, as that stands now. `review`: null for what isn't reviewed. `mentioned`: who was mentioned on
 * the document, in this event or before. `team`: everybody with a role. `submitter`: of the event's run, else of the last one.
 */
export type Situation = {
  event: NoticeEvent
  subject: Subject
  review: Review | null
  team: readonly Actor[]
  submitter: string | null
  authors: readonly string[]
  participants: readonly string[]
  mentioned: readonly string[]
}

/**
 * Whom to tell of an event, and as what; null where it is no news. Never whoever did it, and nobody who may not read the document:
 * a contributor only what is theirs or where they were mentioned, a private source only those who may see it.
 */
export function recipientsOf(situation: Situation): { kind: NoticeKind; people: string[] } | null {
  const kind = kindOf(situation.event)
  if (kind === null) return null
  const meant = new Set((RULES[kind].to as readonly Audience[]).flatMap((audience) => AUDIENCES[audience](situation)))
  const people = situation.team.filter((person) => meant.has(person.id) && person.id !== situation.event.by && mayRead(person, situation))
  return { kind, people: people.map(({ id }) => id).toSorted() }
}

/** Whether somebody may read what an event happened to. */
export function mayRead(person: Actor, { subject, mentioned }: Pick<Situation, 'subject' | 'mentioned'>): boolean {
  return can(person, 'read', { ...subject, isMentioned: mentioned.includes(person.id) }).allowed
}

const AUDIENCES: Record<Audience, (situation: Situation) => readonly string[]> = {
  signers: ({ event, review, team }) => (review === null || review.run === null || review.run.id !== event.run ? [] : team.filter((person) => maySign(review, person)).map(({ id }) => id)),
  publishers: ({ subject, team }) => team.filter((person) => can(person, 'publish', subject).allowed).map(({ id }) => id),
  administrators: ({ team }) => team.filter(({ roles }) => roles.includes('administrator')).map(({ id }) => id),
  submitter: ({ submitter }) => (submitter === null ? [] : [submitter]),
  authors: ({ authors }) => authors,
  participants: ({ participants, event }) => [...participants, ...idsIn(event.details.participants)],
  named: ({ event }) => [...idsIn(event.details.person), ...idsIn(event.details.people)],
}

/** By the very rule that decides when they do. */
function maySign(review: Review, person: Actor): boolean {
  const { run } = review
  return run !== null && slotsAsked(run.workflow, run).some(({ slot }) => whyNotSign(review, person, slot.slot) === null)
}

/** The ids in a value of an event’s details, which holds one or several. */
export function idsIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string')
}
