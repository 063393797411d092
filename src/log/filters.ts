import { isUuid } from '@/review/definition'
import { refusal, Refused } from '@/review/refusal'

/** What of the log is asked for. `from` and `to` are days, `YYYY-MM-DD` in UTC, both included. */
export type LogFilters = { person: string | null; action: string | null; collection: string | null; document: string | null; from: string | null; to: string | null }

export const NO_FILTERS: LogFilters = { person: null, action: null, collection: null, document: null, from: null, to: null }

const WORD = /^[A-Za-z][A-Za-z-]{0,63}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * Reads the filters of a query.
 *
 * @throws Refused (422) naming the parameter that is malformed.
 */
export function filtersFrom(query: URLSearchParams): LogFilters {
  const read = (name: keyof LogFilters, isRight: (value: string) => boolean, what: string): string | null => {
    const value = query.get(name)?.trim() ?? ''
    if (value === '') return null
    if (!isRight(value)) throw new Refused(refusal(422, 'malformed', `“${name}” must be ${what}.`, { field: name }))
    return value
  }
  return {
    person: read('person', isUuid, 'the id of an account'),
    action: read('action', (value) => WORD.test(value), 'the name of an act'),
    collection: read('collection', (value) => WORD.test(value), 'the name of a collection'),
    // A global has its name for an id.
    document: read('document', (value) => isUuid(value) || WORD.test(value), 'the id of a document'),
    from: read('from', isDay, 'a day, as 2026-11-22'),
    to: read('to', isDay, 'a day, as 2026-11-22'),
  }
}

/** The same filters as a query, without those that are not set. */
export function filtersAsQuery(filters: LogFilters): URLSearchParams {
  return new URLSearchParams(Object.entries(filters).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
}

function isDay(value: string): boolean {
  if (!DAY.test(value) || value < '0001-01-01') return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

/**
 * Reads a whole number from a query.
 *
 * @throws Refused (422) where it is none from `least` to `most`.
 */
export function numberFrom(query: URLSearchParams, name: string, least: number, most: number): number | null {
  const value = query.get(name)?.trim() ?? ''
  if (value === '') return null
  const number = Number(value)
  if (!/^\d{1,15}$/.test(value) || number < least || number > most) throw new Refused(refusal(422, 'malformed', `“${name}” must be a whole number from ${least} to ${most}.`, { field: name }))
  return number
}
