/** The month of an ISO 8601 instant in a time zone, `YYYY-MM`. */
export function monthOf(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', timeZone, calendar: 'gregory', numberingSystem: 'latn' }).formatToParts(new Date(instant))
  const part = (type: 'year' | 'month'): string => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}`
}
