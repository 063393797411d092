/** A month, "2026-12"; and a day, "2026-12-01". */
export type Month = string
export type Day = string

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** The month that an address asks for, or the one of `today` where it asks for none that there is. */
export function monthIn(sent: unknown, today: Day): Month {
  return typeof sent === 'string' && MONTH.test(sent) && sent >= '1970-01' ? sent : today.slice(0, 7)
}

/** The month so many months after another; negative for before. */
export function monthAfter(month: Month, by: number): Month {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number - 1 + by, 15)).toISOString().slice(0, 7)
}

/** Whole weeks of days that hold a month, from the first weekday on. `firstDay`: 1 for Monday to 7 for Sunday. */
export function weeksOf(month: Month, firstDay: number): Day[][] {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const first = new Date(Date.UTC(year, number - 1, 1))
  const before = (first.getUTCDay() - (firstDay % 7) + 7) % 7
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const dayAt = (place: number): Day => new Date(Date.UTC(year, number - 1, 1 + place - before)).toISOString().slice(0, 10)
  return Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) => Array.from({ length: 7 }, (_day, day) => dayAt(week * 7 + day)))
}

/** On which day weeks begin where a locale is at home: 1 for Monday to 7 for Sunday. */
export function firstDayIn(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?(): { firstDay: number }; weekInfo?: { firstDay: number } }
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1
}
