import type { Actor, Role } from './roles'
import { KIND_OF, TABLE, type Action, type Condition } from './table'

/**
 * What is acted on. Leave out what isn't known: a right that hangs on it then does not stand.
 * `runSlots`: capacities that the document's active run asks for. `slotCapacity`: of the slot that is acted in.
 */
export type Subject = {
  collection: string
  id?: string
  createdBy?: string | null
  isMentioned?: boolean
  wasSubmitted?: boolean
  wasPublished?: boolean
  isPrivate?: boolean
  grantedTo?: readonly string[]
  runSlots?: readonly Role[]
  slotCapacity?: Role
}

export type Refusal = { code: 'notSignedIn' | 'notYourRole' | 'notYours' | 'notInARun' | 'notYourSlot' | 'wasSubmitted' | 'wasPublished' | 'private'; message: string }
export type Answer = { allowed: true } | { allowed: false; why: Refusal }

const REFUSALS: Record<Refusal['code'], string> = {
  notSignedIn: 'Please sign in first.',
  notYourRole: 'None of your roles allows this.',
  notYours: 'With your roles you can do this only with what is your own.',
  notInARun: 'Reviewers can edit a document only while it is in review, and only what their own slot is about.',
  notYourSlot: 'This slot belongs to another role.',
  wasSubmitted: 'This was already submitted for review, so it can’t be moved to the trash by you.',
  wasPublished: 'This was public once, so it can be withdrawn but not moved to the trash.',
  private: 'This source is private and you weren’t granted access to it.',
}

/** A right stands where its condition answers null; otherwise the code says what is in the way. */
const MEANING: Record<Condition, (actor: Actor, subject: Subject, role: Role) => Refusal['code'] | null> = {
  always: () => null,
  own: (actor, subject) => (isOwn(actor, subject) ? null : 'notYours'),
  ownOrMentioned: (actor, subject) => (isOwn(actor, subject) || subject.isMentioned === true ? null : 'notYours'),
  ownSubjectInARun: (_actor, subject, role) => (subject.runSlots?.includes(role) === true ? null : 'notInARun'),
  ownSlot: (_actor, subject, role) => (subject.slotCapacity === role ? null : 'notYourSlot'),
  ownNeverSubmitted: (actor, subject) => {
    if (!isOwn(actor, subject)) return 'notYours'
    if (subject.wasPublished !== false) return 'wasPublished'
    return subject.wasSubmitted === false ? null : 'wasSubmitted'
  },
  neverPublished: (_actor, subject) => (subject.wasPublished === false ? null : 'wasPublished'),
  notPrivate: (_actor, subject) => (subject.isPrivate === false ? null : 'private'),
  ownIfPrivate: (actor, subject) => (subject.isPrivate === false || isOwn(actor, subject) ? null : 'private'),
  grantedIfPrivate: (actor, subject) => (subject.isPrivate === false || isOwn(actor, subject) || subject.grantedTo?.includes(actor.id) === true ? null : 'private'),
  self: (actor, subject) => (subject.id === actor.id ? null : 'notYours'),
}

function isOwn(actor: Actor, subject: Subject): boolean {
  return subject.createdBy !== undefined && subject.createdBy === actor.id
}

function refuse(code: Refusal['code']): Answer {
  return { allowed: false, why: { code, message: REFUSALS[code] } }
}

/**
 * Whether `actor` may do `action` to `subject`, and if not, why. Several roles add up: one that allows it is enough.
 * The rule is the table in DESIGN section 5, kept in `table.ts`.
 */
export function can(actor: Actor | null, action: Action, subject: Subject): Answer {
  if (actor === null) return refuse('notSignedIn')
  let inTheWay: Refusal['code'] = 'notYourRole'
  for (const { role, condition } of rightsOf(actor, action, subject.collection)) {
    const code = MEANING[condition](actor, subject, role)
    if (code === null) return { allowed: true }
    inTheWay = code
  }
  return refuse(inTheWay)
}

/** The rights that an actor's roles give to an action on a collection, with the condition of each. */
export function rightsOf(actor: Actor, action: Action, collection: string): { role: Role; condition: Condition }[] {
  const kind = KIND_OF[collection]
  const rights = kind === undefined ? undefined : TABLE[kind][action]
  if (rights === undefined) return []
  return actor.roles.flatMap((role) => {
    const condition = rights[role]
    return condition === undefined ? [] : [{ role, condition }]
  })
}
