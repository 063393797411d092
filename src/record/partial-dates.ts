/** Dates as far as they are known: EDTF (ISO 8601-2:2019, clause 4 and annex A) of levels 0 and 1, read without a library, as every page prints some. */

/** `year` may end in X for digits that aren't known. `season`: 21 spring to 24 winter. */
export type DatePoint = { year: string; month?: number; season?: number; day?: number; isApproximate: boolean; isUncertain: boolean }
/** One date, or an interval whose ends are a date, open (`..`) or unknown (empty). */
export type PartialDate = { kind: 'point'; point: DatePoint } | { kind: 'interval'; from: DatePoint | 'open' | 'unknown'; to: DatePoint | 'open' | 'unknown' }

const POINT = /^(Y-?\d{5,}|-?\d{4}|-?\d{3}X|-?\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)$/

function pointOf(value: string): DatePoint | null {
  const [, year, middle, day, doubt] = POINT.exec(value) ?? []
  if (year === undefined) return null
  const doubts = { isApproximate: doubt === '~' || doubt === '%', isUncertain: doubt === '?' || doubt === '%' }
  const read = { year: year.replace(/^Y/, ''), ...doubts }
  if (middle === undefined || middle === 'XX') return read
  const number = Number(middle)
  if (number >= 21 && number <= 24) return day === undefined ? { ...read, season: number } : null
  if (number < 1 || number > 12 || year.endsWith('X')) return null
  if (day === undefined || day === 'XX') return { ...read, month: number }
  return Number(day) >= 1 && Number(day) <= 31 ? { ...read, month: number, day: Number(day) } : null
}

/** Reads a full or partial date; null for what is none, instants included. */
export function readPartialDate(value: string): PartialDate | null {
  const ends = value.split('/')
  if (ends.length === 1) {
    const point = pointOf(value)
    return point === null ? null : { kind: 'point', point }
  }
  if (ends.length !== 2) return null
  const [from, to] = ends.map((end) => (end === '' ? 'unknown' : end === '..' ? 'open' : pointOf(end)))
  if (from === null || to === null || from === undefined || to === undefined || (typeof from === 'string' && typeof to === 'string')) return null
  return { kind: 'interval', from, to }
}

/** The first and the last year of a year with unknown digits: "196X" is 1960 to 1969. */
export function yearsOf(year: string): { first: number; last: number } {
  const [first, last] = [Number(year.replaceAll('X', '0')), Number(year.replaceAll('X', '9'))]
  return first <= last ? { first, last } : { first: last, last: first }
}

/** The year that a date begins in, where all its digits are known: as bibliographies sort by it. */
export function yearIn(value: string): number | null {
  const date = readPartialDate(value)
  const point = date === null ? null : date.kind === 'point' ? date.point : typeof date.from === 'string' ? date.to : date.from
  if (point === null || typeof point === 'string' || point.year.includes('X')) return null
  return Number(point.year)
}
