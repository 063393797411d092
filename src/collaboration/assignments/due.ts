import { isDay, localDay } from '@/platform/local-day'
import { refusal, Refused } from '@/review/refusal'
import { nextHourIn } from '@/platform/zoned-time'

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/
const LONGEST_MS = 10 * 366 * 86_400_000

/**
 * When something is due, from what a request says: a day, which lasts until its end in `zone`, or an instant with its offset.
 *
 * @throws Refused (422) where it is neither, lies before `at`, or more than ten years after.
 */
export function dueFrom(sent: string, zone: string, at: Date): Date {
  const wrong = (message: string): Refused => new Refused(refusal(422, 'malformed', message, { field: 'dueAt' }))
  const due = isDay(sent) ? endOfDay(sent, zone) : instantFrom(sent)
  if (due === null) throw wrong('dueAt must be a day, as 2026-12-01, or an instant, as 2026-12-01T09:00:00Z.')
  if (due.getTime() < at.getTime()) throw wrong('dueAt lies in the past.')
  if (due.getTime() - at.getTime() > LONGEST_MS) throw wrong('dueAt lies more than ten years ahead.')
  return due
}

function instantFrom(sent: string): Date | null {
  const day = INSTANT.exec(sent)?.[1]
  const instant = new Date(sent)
  return day === undefined || !isDay(day) || Number.isNaN(instant.getTime()) ? null : instant
}

/** The last second of a day in a zone. */
function endOfDay(day: string, zone: string): Date {
  // Noon of Greenwich lies within the same day everywhere but in the far east, where midnight of Greenwich does.
  const within = ['12:00', '00:00'].map((hour) => new Date(`${day}T${hour}:00Z`)).find((instant) => localDay(zone, instant) === day) ?? new Date(`${day}T12:00:00Z`)
  return new Date(nextHourIn(zone, 0, within).getTime() - 1000)
}
