const DAY_MS = 86_400_000

/** Whether a word names a time zone of the IANA database that this machine knows, as "Europe/London". */
export function isTimeZone(zone: string): boolean {
  // "+01:00" is taken by the constructor as well, but is no place whose clocks change.
  if (!/^[A-Za-z][\w+/-]*$/.test(zone)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** The hour of the day, 0 to 23, that clocks in a zone show at an instant. */
export function hourIn(zone: string, instant: Date): number {
  return wallClock(zone, instant).hour
}

/**
 * The first instant after `after` at which clocks in a zone show a full hour, 0 to 23. On a day without that hour, the moment at
 * which clocks jump past it; on a day that has it twice, the first.
 */
export function nextHourIn(zone: string, hour: number, after: Date): Date {
  const today = wallClock(zone, after)
  for (let day = 0; ; day += 1) {
    const found = instantOf(zone, Date.UTC(today.year, today.month - 1, today.day + day, hour))
    if (found.getTime() > after.getTime()) return found
  }
}

/** What the clocks of a zone show at some moment, to the minute: "2026-12-01T09:00". */
export const LOCAL_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/

/**
 * The instants at which clocks in a zone show a local time: usually one, two in the hour that is lived twice when clocks go
 * back, none in the hour that they jump over. Null where it is no time of any calendar, as "2026-02-30T09:00".
 */
export function instantsOf(zone: string, local: string): Date[] | null {
  const [year, month, day, hour, minute] = (LOCAL_TIME.exec(local) ?? []).slice(1).map(Number) as [number, number, number, number, number]
  if (year === undefined || hour > 23 || minute > 59) return null
  const wall = Date.UTC(year, month - 1, day, hour, minute)
  if (new Date(wall).toISOString().slice(0, 16) !== local) return null
  const candidates = new Set([wall - offsetAt(zone, wall - DAY_MS), wall - offsetAt(zone, wall + DAY_MS)])
  return [...candidates].filter((instant) => instant + offsetAt(zone, instant) === wall).toSorted((one, other) => one - other).map((instant) => new Date(instant))
}

/** The first local time after a gap: what clocks in a zone show once they have jumped over `local`. */
export function afterGap(zone: string, local: string): string {
  const wall = Date.parse(`${local}:00.000Z`)
  return localTimeIn(zone, instantOf(zone, wall))
}

/** What clocks in a zone show at an instant, to the minute: "2026-12-01T09:00". */
export function localTimeIn(zone: string, instant: Date): string {
  const { year, month, day, hour, minute } = wallClock(zone, instant)
  return new Date(Date.UTC(year, month - 1, day, hour, minute)).toISOString().slice(0, 16)
}

/** The first instant at which clocks in a zone show `wall` (written as if it were UTC) or, where they never do, something later. */
function instantOf(zone: string, wall: number): Date {
  // Offsets change at most once in the days around, so of the two offsets there, one is right.
  const candidates = [wall - offsetAt(zone, wall - DAY_MS), wall - offsetAt(zone, wall + DAY_MS)].toSorted((one, other) => one - other)
  const exact = candidates.find((instant) => instant + offsetAt(zone, instant) === wall)
  if (exact !== undefined) return new Date(exact)
  // Clocks jump over it: the jump lies between the two.
  let [before, behind] = candidates as [number, number]
  while (behind - before > 1) {
    const middle = Math.floor((before + behind) / 2)
    if (middle + offsetAt(zone, middle) < wall) before = middle
    else behind = middle
  }
  return new Date(behind)
}

/** By how many milliseconds clocks in a zone are ahead of UTC at an instant. */
function offsetAt(zone: string, instant: number): number {
  const { year, month, day, hour, minute, second } = wallClock(zone, new Date(instant))
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}

const formats = new Map<string, Intl.DateTimeFormat>()

function wallClock(zone: string, instant: Date): Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number> {
  let format = formats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' })
    formats.set(zone, format)
  }
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  return parts as ReturnType<typeof wallClock>
}
