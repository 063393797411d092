import type { Topic } from './kinds'
import { hourIn, nextHourIn } from '@/platform/zoned-time'
import type { NoticeSettings } from './settings'

/** How long a mail waits for more of the same document, in milliseconds, so that a burst is one mail. */
export const GATHER_MS = 120_000

/** How and from when on a notice is mailed; null where it stays in the inbox alone. */
export type MailPlan = { mode: 'atOnce' | 'daily'; after: Date } | null

/** The plan for a notice about something that happened at `at`. */
export function planOf(settings: NoticeSettings, topic: Topic, at: Date): MailPlan {
  const way = settings[topic]
  if (way === 'inbox') return null
  // A daily mail comes at the very hour that the person chose, quiet or not.
  if (way === 'daily') return { mode: 'daily', after: nextHourIn(settings.timeZone, settings.dailyHour, at) }
  return { mode: 'atOnce', after: outsideQuietHours(settings, new Date(at.getTime() + GATHER_MS)) }
}

/** An instant, or the end of the quiet hours that it falls into. */
export function outsideQuietHours({ timeZone, quietFrom, quietTo }: NoticeSettings, instant: Date): Date {
  if (quietFrom === null || quietTo === null) return instant
  const hour = hourIn(timeZone, instant)
  const isQuiet = quietFrom < quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo
  return isQuiet ? nextHourIn(timeZone, quietTo, instant) : instant
}
