/** What notices are about; each person says for each of these how they want to be told. */
export const TOPICS = ['review', 'talk', 'publishing', 'followUps'] as const
export type Topic = (typeof TOPICS)[number]

/**
 * Who may have to do with an event. `signers`: who may sign in the stage at hand. `publishers`: who may make it public. `authors`:
 * who wrote the text. `participants`: who spoke in the event's thread. `named`: whom the event's details name.
 */
export type Audience = 'signers' | 'publishers' | 'administrators' | 'submitter' | 'authors' | 'participants' | 'named'

type Rule = { topic: Topic; to: readonly Audience[] }

/** By kind of notice: what it is about and who gets it. An event of a kind that isn't here, or in `kindOf`, tells nobody. */
export const RULES = {
  toSign: { topic: 'review', to: ['signers'] },
  approved: { topic: 'review', to: ['publishers', 'submitter'] },
  changesRequested: { topic: 'review', to: ['submitter', 'authors'] },
  cancelled: { topic: 'review', to: ['submitter', 'authors'] },
  signOffsVoided: { topic: 'review', to: ['named'] },
  signOffsReopened: { topic: 'review', to: ['named'] },
  exceptionGranted: { topic: 'review', to: ['submitter', 'authors'] },
  assigned: { topic: 'review', to: ['named'] },
  citationDoubted: { topic: 'review', to: ['submitter', 'authors'] },
  commented: { topic: 'talk', to: ['participants', 'authors'] },
  replied: { topic: 'talk', to: ['participants', 'authors'] },
  mentioned: { topic: 'talk', to: ['named'] },
  threadResolved: { topic: 'talk', to: ['participants', 'authors'] },
  threadReopened: { topic: 'talk', to: ['participants', 'authors'] },
  threadBlocked: { topic: 'talk', to: ['participants', 'authors', 'submitter'] },
  threadUnblocked: { topic: 'talk', to: ['participants', 'authors', 'submitter'] },
  suggestionAccepted: { topic: 'talk', to: ['participants', 'authors'] },
  suggestionRejected: { topic: 'talk', to: ['participants', 'authors'] },
  published: { topic: 'publishing', to: ['authors', 'submitter'] },
  confirmed: { topic: 'publishing', to: ['authors', 'submitter'] },
  withdrawn: { topic: 'publishing', to: ['authors', 'submitter'] },
  scheduled: { topic: 'publishing', to: ['authors', 'submitter'] },
  unscheduled: { topic: 'publishing', to: ['authors', 'submitter', 'named'] },
  publishedLate: { topic: 'publishing', to: ['authors', 'submitter', 'named'] },
  scheduleFailed: { topic: 'publishing', to: ['authors', 'submitter', 'publishers', 'named'] },
  releaseHeldUp: { topic: 'publishing', to: ['named'] },
  releaseBlocked: { topic: 'publishing', to: ['publishers', 'named'] },
  followUpDue: { topic: 'followUps', to: ['authors', 'submitter', 'named'] },
  translationDue: { topic: 'followUps', to: ['authors', 'named'] },
  sourceDied: { topic: 'followUps', to: ['authors', 'named'] },
  sourceChanged: { topic: 'followUps', to: ['authors', 'named'] },
  sourceRetracted: { topic: 'followUps', to: ['authors', 'named'] },
  escalated: { topic: 'followUps', to: ['publishers', 'administrators', 'named'] },
} as const satisfies Record<string, Rule>

export type NoticeKind = keyof typeof RULES
export const NOTICE_KINDS = Object.keys(RULES) as NoticeKind[]

/** What an event is told as: the kind of notice, or null where it is no news to anybody. */
export function kindOf(event: { kind: string; details: Record<string, unknown> }): NoticeKind | null {
  if (event.kind === 'submitted' || event.kind === 'signedOff') {
    if (event.details.approved === true) return 'approved'
    // Submitting opens a stage whatever went before; a sign-off only where it was the last of its stage.
    return event.kind === 'submitted' || typeof event.details.opens === 'string' ? 'toSign' : null
  }
  return isNoticeKind(event.kind) ? event.kind : null
}

/** Whether a word names a kind of notice. */
export function isNoticeKind(word: string): word is NoticeKind {
  return Object.hasOwn(RULES, word)
}
