import { parse } from 'edtf'

/**
 * What is wrong with a full or partial date, or null. Takes EDTF of level 0 or 1 (ISO 8601-2:2019): a year, month or day, with `~` for
 * about, `?` for uncertain and X for digits that aren't known; a season; an interval, with `..` for an open end.
 */
export function dateProblem(value: string): string | null {
  const parsed = parsedDate(value)
  if (parsed === null) return 'Give a date as 2013, 2013-03 or 2013-03-12; 2013~ for about, 2013? for uncertain, 2013/2015 for from and to, 2013/.. where it goes on.'
  const days = value.split('/').filter((end) => /^\d{4}-\d{2}-\d{2}/.test(end)).map((end) => end.slice(0, 10))
  if (days.some((day) => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day)) return 'There is no such day.'
  if (parsed.type !== 'Interval') return null
  const [from, to] = value.split('/').map((end) => end.replace(/[?~%]$/, ''))
  const isBackwards = from !== undefined && to !== undefined && /^\d/.test(from) && /^\d/.test(to) && to.replaceAll('X', '9') < from.replaceAll('X', '0').slice(0, to.length)
  return isBackwards ? 'It ends before it begins.' : null
}

function parsedDate(value: string): ReturnType<typeof parse> | null {
  // Its grammar takes whatever length of year; nothing that is cited was made in such.
  if (value.length > 40) return null
  try {
    return parse(value, { level: 1 })
  } catch {
    return null
  }
}
