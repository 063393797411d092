import { isRecord } from '@/platform/requests/fields'
import { refusal, Refused } from '@/review/refusal'
import { TOPICS, type Topic } from './kinds'
import { isTimeZone } from '@/platform/zoned-time'

/** How somebody is told of a topic: by a mail of its own, by one a day, or in the inbox alone, where everything stands anyway. */
export const WAYS = ['atOnce', 'daily', 'inbox'] as const
export type Way = (typeof WAYS)[number]

export const LANGUAGES = ['en', 'ar'] as const
export type NoticeLanguage = (typeof LANGUAGES)[number]

/**
 * How somebody wants to be told. Hours are those of `timeZone`, 0 to 23. Between `quietFrom` and `quietTo` no mail is sent; null
 * where every hour will do.
 */
export type NoticeSettings = { language: NoticeLanguage; timeZone: string; dailyHour: number; quietFrom: number | null; quietTo: number | null } & Record<Topic, Way>

/** What holds for everybody who has said nothing. */
export const DEFAULT_SETTINGS: NoticeSettings = { language: 'en', timeZone: 'Europe/London', dailyHour: 8, quietFrom: null, quietTo: null, review: 'atOnce', talk: 'atOnce', publishing: 'atOnce', followUps: 'daily' }

/**
 * Settings with what a client sent in their place; what it left out stays.
 *
 * @throws Refused (422) naming the field that is wrong or unknown.
 */
export function changedSettings(before: NoticeSettings, sent: Record<string, unknown>): NoticeSettings {
  for (const [field, value] of Object.entries(sent)) {
    const check = Object.hasOwn(CHECKS, field) ? CHECKS[field as keyof NoticeSettings] : undefined
    if (check === undefined) throw wrong(field, `There is no field "${field.slice(0, 60)}" here.`)
    const problem = check(value)
    if (problem !== null) throw wrong(field, `${field} ${problem}`)
  }
  const settings = { ...before, ...sent } as NoticeSettings
  if ((settings.quietFrom === null) !== (settings.quietTo === null)) throw wrong(settings.quietFrom === null ? 'quietFrom' : 'quietTo', 'Quiet hours need both their beginning and their end, or neither.')
  if (settings.quietFrom !== null && settings.quietFrom === settings.quietTo) throw wrong('quietTo', 'quietTo must be another hour than quietFrom.')
  return settings
}

type Check = (value: unknown) => string | null

const isHour = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 23
const oneOf = (choices: readonly string[]): Check => (value) => (typeof value === 'string' && choices.includes(value) ? null : `must be one of ${choices.join(', ')}.`)
const hourOrNone: Check = (value) => (value === null || isHour(value) ? null : 'must be an hour from 0 to 23, or null.')

const CHECKS: Record<keyof NoticeSettings, Check> = {
  language: oneOf(LANGUAGES),
  timeZone: (value) => (typeof value === 'string' && isTimeZone(value) ? null : 'must be a time zone as “Europe/London”.'),
  dailyHour: (value) => (isHour(value) ? null : 'must be an hour from 0 to 23.'),
  quietFrom: hourOrNone,
  quietTo: hourOrNone,
  ...(Object.fromEntries(TOPICS.map((topic) => [topic, oneOf(WAYS)])) as Record<Topic, Check>),
}

function wrong(field: string, message: string): Refused {
  return new Refused(refusal(422, 'malformed', message, { field }))
}

/**
 * Which notices a client means to have read: some by id, or all.
 *
 * @throws Refused (422) naming the field that is wrong.
 */
export function readOrder(sent: Record<string, unknown>, isId: (value: unknown) => boolean): { all: true } | { ids: string[] } {
  for (const field of Object.keys(sent)) if (field !== 'ids' && field !== 'all') throw wrong(field, `There is no field "${field.slice(0, 60)}" here.`)
  if (!isRecord(sent) || (sent.ids === undefined && sent.all === undefined)) throw wrong('ids', 'ids or all is needed.')
  if (sent.all !== undefined) {
    if (sent.all !== true || sent.ids !== undefined) throw wrong('all', 'all must be true, and then without ids.')
    return { all: true }
  }
  const { ids } = sent
  if (!Array.isArray(ids) || ids.length > 500 || !ids.every(isId)) throw wrong('ids', 'ids must be a list of at most 500 ids of notices.')
  return { ids: ids as string[] }
}
