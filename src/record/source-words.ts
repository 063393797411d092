/** What pages and feeds say alike of sources: the ways to read one, how it stands, and why a text cites it. */
import type { Intent } from './body'
import { formatDate, type DateSettings } from './dates'
import { baseLanguage } from './languages'
import type { Doubt, LinkState } from './source-facts'

/** States of which readers are told beside the link; of the others there is nothing to say. */
export type ToldState = Extract<LinkState, 'blocked' | 'changed' | 'dead' | 'usurped' | 'unfit'>
/** Intents that a reader wouldn't guess from the note itself. */
export type ToldIntent = Exclude<Intent, 'supports' | 'quotes' | 'remark'>

export type SourceWords = {
  original: string
  archived: string
  archivedOn: (date: string) => string
  ourCopy: string
  ourCopyOf: (date: string) => string
  /** `since`: a month in words, or null where it isn't known. */
  stands: Record<ToldState, (since: string | null) => string>
  /** What is said of a source that is doubted: in one word, and with the day on which we noted it. */
  doubts: Record<Doubt['is'], { short: string; noted: (date: string) => string }>
  intents: Record<ToldIntent, string>
}

const english: SourceWords = {
  original: 'Original',
  archived: 'Archived copy',
  archivedOn: (date) => `Archived copy, ${date}`,
  ourCopy: 'Our copy',
  ourCopyOf: (date) => `Our copy, ${date}`,
  stands: {
    blocked: () => 'may ask you to sign in',
    changed: (since) => (since === null ? 'has changed: what we rely on is no longer there' : `changed since ${since}: what we rely on is no longer there`),
    dead: (since) => (since === null ? 'gone' : `gone since ${since}`),
    usurped: () => 'not linked: its address now belongs to somebody else',
    unfit: () => 'not linked: what is there now is not safe to visit',
  },
  doubts: {
    disputed: { short: 'disputed', noted: (date) => `Disputed: noted by us on ${date}.` },
    retracted: { short: 'retracted', noted: (date) => `Retracted: noted by us on ${date}.` },
  },
  intents: {
    disputes: 'This source disputes it.',
    background: 'For background.',
    via: 'Found by way of this source.',
    republishedFrom: 'Republished from here.',
  },
}

const arabic: SourceWords = {
  original: 'الأصل',
  archived: 'نسخة مؤرشفة',
  archivedOn: (date) => `نسخة مؤرشفة، ${date}`,
  ourCopy: 'نسختنا',
  ourCopyOf: (date) => `نسختنا، ${date}`,
  stands: {
    blocked: () => 'قد يُطلب منكم تسجيل الدخول',
    changed: (since) => (since === null ? 'تغيّر، ولم يعد فيه ما نستند إليه' : `تغيّر منذ ${since}، ولم يعد فيه ما نستند إليه`),
    dead: (since) => (since === null ? 'لم يعد موجودًا' : `لم يعد موجودًا منذ ${since}`),
    usurped: () => 'بلا رابط: صار عنوانه بيد جهة أخرى',
    unfit: () => 'بلا رابط: ما في عنوانه الآن غير آمن',
  },
  doubts: {
    disputed: { short: 'مطعون فيه', noted: (date) => `مطعون فيه: سجّلنا ذلك في ${date}.` },
    retracted: { short: 'مسحوب', noted: (date) => `مسحوب: سجّلنا ذلك في ${date}.` },
  },
  intents: {
    disputes: 'هذا المصدر يخالف ما ورد.',
    background: 'للاطلاع على الخلفية.',
    via: 'وصلنا إليه عبر هذا المصدر.',
    republishedFrom: 'أُعيد نشره من هنا.',
  },
}

/** The words of a BCP 47 tag's language; English where there are none. */
export function sourceWordsFor(language: string): SourceWords {
  return baseLanguage(language) === 'ar' ? arabic : english
}

/** Whether readers are told of a state beside the link. */
export function isTold(state: LinkState): state is ToldState {
  return state in english.stands
}

/**
 * That a source is disputed or retracted, in a sentence; undefined of one that isn't. By whom it was is not said: nobody recorded it in a form
 * that is meant for readers.
 */
export function doubtText(doubt: Doubt | undefined, language: string, settings: DateSettings): string | undefined {
  return doubt === undefined ? undefined : sourceWordsFor(language).doubts[doubt.is].noted(formatDate(doubt.since, language, settings))
}

/** What an intent says of itself in words; undefined for those that the note shows without. */
export function intentText(intent: Intent | undefined, language: string): string | undefined {
  return intent === undefined ? undefined : (sourceWordsFor(language).intents as Partial<Record<Intent, string>>)[intent]
}
