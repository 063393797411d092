/** An instant as people on the desk read it: day and time in their own language, and in `zone`, or where it is left out that of the machine. */
export function moment(instant: string | number | Date, language: string, zone?: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', ...(zone === undefined ? {} : { timeZone: zone }) }).format(new Date(instant))
}

/** How long ago an instant was, in the largest unit that fits: "3 days ago". */
export function ago(instant: string | Date, language: string, now = Date.now()): string {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000)
  const units = [['year', 31_536_000], ['month', 2_592_000], ['week', 604_800], ['day', 86_400], ['hour', 3_600], ['minute', 60]] as const
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  for (const [unit, size] of units) if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit)
  return words.format(0, 'second')
}

/** What some clocks show ("2026-12-01T09:00"), as people read it, whatever zone the reader is in. */
export function localMoment(local: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(`${local}:00Z`))
}
