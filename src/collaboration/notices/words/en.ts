import type { NoticeKind } from '../kinds'

/** The words of notices and of their mails, in English. `{{…}}` is filled in. */
export const en = {
  toSign: 'Waits for your sign-off',
  approved: 'All is signed: it can be made public',
  changesRequested: 'Changes were asked for',
  cancelled: 'The review was cancelled',
  signOffsVoided: 'Your sign-off no longer stands, as the text has changed',
  signOffsReopened: 'Your sign-off no longer stands, as a source was disputed or retracted',
  exceptionGranted: 'An exception was granted',
  assigned: 'It was given to you',
  citationDoubted: 'A source was found not to say all that the text says',
  commented: 'A new comment',
  replied: 'A new reply',
  mentioned: 'You were mentioned',
  threadResolved: 'A thread was resolved',
  threadReopened: 'A thread was opened again',
  threadBlocked: 'A thread now keeps it from being approved',
  threadUnblocked: 'A thread no longer keeps it from being approved',
  suggestionAccepted: 'A suggestion was accepted',
  suggestionRejected: 'A suggestion was not taken',
  published: 'It is public now',
  confirmed: 'Its full review is done',
  withdrawn: 'It was withdrawn',
  scheduled: 'It is scheduled',
  unscheduled: 'It is no longer scheduled',
  publishedLate: 'It became public later than scheduled',
  scheduleFailed: 'It could not become public as scheduled',
  releaseHeldUp: 'It keeps its scheduled release from going out, as a source was disputed or retracted',
  releaseBlocked: 'Its release can’t go out',
  followUpDue: 'Its full review is still to come',
  translationDue: 'The original was corrected: please look at this translation',
  sourceDied: 'A source that you rely on is gone from its address',
  sourceChanged: 'A source that you rely on no longer says what it said',
  sourceRetracted: 'A source that you rely on was disputed or retracted',
  escalated: 'It has been waiting too long',

  subjectOne: '{{what}}: {{title}}',
  subjectSeveral: '{{count}} notices: {{title}}',
  subjectDaily: 'Your desk today: {{count}}',
  aDocument: 'a document',
  untitled: 'Without a title',
  someone: 'Somebody',
  line: '{{what}}. {{who}}, {{when}}',
  lineOfNobody: '{{what}}. {{when}}',
  open: 'Open it on the desk',
  why: 'You get this because you work on this desk. Here you choose what is mailed to you, and when:',
} as const satisfies Record<NoticeKind, string> & Record<string, string>

export type NoticeWord = keyof typeof en
/** All words of a language. */
export type NoticeWords = Record<NoticeWord, string>
