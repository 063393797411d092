import { assignmentsEn } from '../assignments/words-en'
import { boardEn } from '../board/words-en'
import { calendarEn } from '../calendar/words-en'
import { changesEn } from '../changes/words-en'
import { checkingEn } from '../checking/words-en'
import { citingEn } from '../citing/words-en'
import { conflictEn } from '../conflict/words-en'
import { historyEn } from '../history/words-en'
import { impactEn } from '../impact/words-en'
import { inboxEn } from '../inbox/words-en'
import { logEn } from '../log/words-en'
import { redactEn } from '../redact/words-en'
import { releasesEn } from '../releases/words-en'
import { reviewEn } from '../review/words-en'
import { sourcesEn } from '../sources/words-en'
import { threadsEn } from '../threads/words-en'
import { togetherEn } from '../together/words-en'
import { workflowsEn } from '../workflows/words-en'

/** The desk's own words, in English: those of its pages, and of every room. `{{name}}` is filled in. Arabic must have every one of them: see `ar.ts`. */
export const en = {
  // First page
  waitsOnYou: 'Waits on you',
  waitsOnYouNone: 'Nothing waits on you.',
  sentBack: 'Sent back to you',
  yoursInReview: 'Yours in review',
  yourDrafts: 'You are writing',
  readyToPublish: 'Approved, to be made public',
  recentlyPublished: 'Lately made public',
  adopted: 'Brought in, not reviewed here',
  changesMadePublic: 'Public text changed since',
  waitingSince: 'since {{time}}',
  untitled: 'Without a title',
  everything: 'Everything',
  createNew: 'New',
  welcome: 'Good to see you, {{name}}',
  noRoles: 'Your account has no role yet. An administrator can give you one.',
  andMore: 'and {{count}} more',
  by: 'by {{name}}',
  approvedState: 'approved',
  scheduledAndLate: 'Scheduled',
  scheduledFor: 'goes public {{date}}',
  scheduledLate: 'should have gone public {{date}}',
  scheduledFailed: 'did not go public {{date}}',
  isLate: 'late',
  hasFailed: 'failed',
  releaseWord: 'Release',
  followUpsDue: 'Follow-ups due',
  followUpFullReview: 'the whole review is owed',
  followUpTranslation: 'its original changed',
  assignedToYou: 'On your desk',

  // The desk, its accounts and its editor
  theDesk: 'The desk',
  noAccountsTitle: 'This newsroom has no accounts yet',
  noAccountsText: 'The first one is added on the machine that runs Handbill, so that nobody who merely finds this page can take it. Run there:',
  noAccountsThen: 'Then come back here and sign in.',
  toSignIn: 'To the sign-in page',
  needsSource: 'needs source',

  ...assignmentsEn,
  ...boardEn,
  ...calendarEn,
  ...changesEn,
  ...checkingEn,
  ...citingEn,
  ...conflictEn,
  ...historyEn,
  ...impactEn,
  ...inboxEn,
  ...logEn,
  ...redactEn,
  ...releasesEn,
  ...reviewEn,
  ...sourcesEn,
  ...threadsEn,
  ...togetherEn,
  ...workflowsEn,
} as const

/** The key of each word. */
export type WordKey = keyof typeof en
/** All words of a language. */
export type Words = Record<WordKey, string>
