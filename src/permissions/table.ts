import type { Role } from './roles'

/**
 * The conditions of the table, as words: what must hold of actor and subject for the right to stand.
 * `can.ts` gives each its meaning; `as-access.ts` gives each its row-level form.
 */
export const CONDITIONS = [
  'always',
  'own',
  'ownOrMentioned',
  'ownSubjectInARun',
  'ownSlot',
  'ownNeverSubmitted',
  'neverPublished',
  'notPrivate',
  'ownIfPrivate',
  'grantedIfPrivate',
  'self',
] as const
export type Condition = (typeof CONDITIONS)[number]

export const ACTIONS = [
  'create', 'read', 'edit', 'submit', 'cancel', 'signOff', 'requestChanges', 'publish', 'withdraw', 'schedule', 'embargo', 'liftEmbargo', 'redact', 'trash', 'verify', 'grantException', 'readAudit', 'settleThread', 'blockThread', 'settleBlocking', 'checkTranslation', 'checkSources', 'assign',
] as const
export type Action = (typeof ACTIONS)[number]

type Rights = Partial<Record<Role, Condition>>

/** The kinds of subject that rights differ on. A collection that isn't listed belongs to nobody. */
export const KINDS = ['text', 'shared', 'source', 'vocabulary', 'settings', 'user', 'medium', 'publication', 'release'] as const
export type Kind = (typeof KINDS)[number]

export const KIND_OF: Readonly<Record<string, Kind>> = {
  articles: 'text',
  'social-posts': 'text',
  exchanges: 'text',
  pages: 'shared',
  topics: 'shared',
  people: 'shared',
  series: 'shared',
  campaigns: 'shared',
  sources: 'source',
  'content-warnings': 'vocabulary',
  'site-settings': 'settings',
  workflows: 'settings',
  users: 'user',
  media: 'medium',
  publications: 'publication',
  releases: 'release',
}

const SLOT_HOLDERS = ['sources', 'care', 'copy', 'legal'] as const

/** The same right for each holder of a review slot. */
function slotHolders(condition: Condition): Rights {
  return Object.fromEntries(SLOT_HOLDERS.map((role) => [role, condition]))
}

const everybodyReads: Rights = { contributor: 'always', editor: 'always', ...slotHolders('always'), publisher: 'always', administrator: 'always' }

/** What goes through review has these rights in common. Publishers hold the slot `approval`. */
const reviewed: Partial<Record<Action, Rights>> = {
  submit: { contributor: 'own', editor: 'always', publisher: 'always' },
  cancel: { contributor: 'own', editor: 'always', publisher: 'always' },
  signOff: { ...slotHolders('ownSlot'), publisher: 'ownSlot' },
  requestChanges: { ...slotHolders('ownSlot'), publisher: 'ownSlot' },
  publish: { publisher: 'always' },
  schedule: { publisher: 'always' },
  embargo: { editor: 'always', publisher: 'always' },
  liftEmbargo: { publisher: 'always' },
  withdraw: { publisher: 'always' },
  // Who says that a translation still holds after its original was corrected.
  checkTranslation: { editor: 'always', publisher: 'always' },
  // Who says that a public text still holds after a source of it was disputed or retracted.
  checkSources: { editor: 'always', sources: 'always', publisher: 'always' },
  // Two people redact; that one of them may be an administrator is for `redact` to check.
  redact: { publisher: 'always', administrator: 'always' },
  grantException: { administrator: 'always' },
  // Of threads. Whoever may read may talk; what one has written oneself, or set, one may settle without any of these.
  settleThread: { contributor: 'own', editor: 'always', ...slotHolders('own'), publisher: 'always' },
  blockThread: { editor: 'always', ...slotHolders('ownSubjectInARun'), publisher: 'always' },
  settleBlocking: { publisher: 'always' },
  // To others; whoever may read a document may take it and lay it down themselves.
  assign: { editor: 'always', publisher: 'always' },
  readAudit: { contributor: 'own', editor: 'own', ...slotHolders('own'), publisher: 'always', administrator: 'always' },
}

/** Who may do what: DESIGN section 5, row by row. Several roles add up; what isn't here is refused. */
export const TABLE: Readonly<Record<Kind, Partial<Record<Action, Rights>>>> = {
  text: {
    ...reviewed,
    create: { contributor: 'always', editor: 'always', publisher: 'always' },
    read: { ...everybodyReads, contributor: 'ownOrMentioned' },
    edit: { contributor: 'own', editor: 'always', ...slotHolders('ownSubjectInARun'), publisher: 'always' },
    trash: { contributor: 'ownNeverSubmitted', editor: 'neverPublished', publisher: 'neverPublished' },
  },
  shared: {
    ...reviewed,
    create: { editor: 'always', publisher: 'always' },
    read: everybodyReads,
    edit: { editor: 'always', ...slotHolders('ownSubjectInARun'), publisher: 'always' },
    submit: { editor: 'always', publisher: 'always' },
    cancel: { editor: 'always', publisher: 'always' },
    trash: { editor: 'neverPublished', publisher: 'neverPublished' },
  },
  source: {
    ...reviewed,
    create: { contributor: 'always', editor: 'always', sources: 'always', publisher: 'always' },
    read: {
      contributor: 'notPrivate',
      editor: 'ownIfPrivate',
      sources: 'grantedIfPrivate',
      care: 'notPrivate',
      copy: 'notPrivate',
      legal: 'notPrivate',
      publisher: 'grantedIfPrivate',
      administrator: 'notPrivate',
    },
    edit: { contributor: 'notPrivate', editor: 'ownIfPrivate', sources: 'grantedIfPrivate', publisher: 'grantedIfPrivate' },
    verify: { sources: 'grantedIfPrivate' },
    submit: { contributor: 'own', editor: 'ownIfPrivate', sources: 'grantedIfPrivate', publisher: 'grantedIfPrivate' },
    cancel: { contributor: 'own', editor: 'ownIfPrivate', sources: 'grantedIfPrivate', publisher: 'grantedIfPrivate' },
    trash: { contributor: 'ownNeverSubmitted', editor: 'neverPublished', sources: 'neverPublished', publisher: 'neverPublished' },
  },
  vocabulary: {
    create: { care: 'always', administrator: 'always' },
    read: everybodyReads,
    edit: { care: 'always', administrator: 'always' },
  },
  settings: { read: everybodyReads, edit: { administrator: 'always' } },
  user: {
    create: { administrator: 'always' },
    // Everybody on the desk sees who wrote and who decided; which fields of a person others see is for the collection to say.
    read: everybodyReads,
    edit: { contributor: 'self', editor: 'self', ...slotHolders('self'), publisher: 'self', administrator: 'always' },
    trash: { administrator: 'always' },
  },
  medium: {
    create: { contributor: 'always', editor: 'always', care: 'always', publisher: 'always' },
    read: everybodyReads,
    edit: { contributor: 'own', editor: 'always', care: 'always', publisher: 'always' },
    trash: { editor: 'always', publisher: 'always' },
  },
  publication: { read: everybodyReads },
  release: { read: everybodyReads, create: { publisher: 'always' }, edit: { publisher: 'always' } },
}
