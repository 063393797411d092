const formats = new Map<string, Intl.DateTimeFormat>()

// A formatter takes longer to make than a thousand dates to format.
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', timeZone, calendar: 'gregory', numberingSystem: 'latn' })
  formats.set(timeZone, made)
  return made
}

/** The month of an ISO 8601 instant in a time zone, `YYYY-MM`. */
export function monthOf(instant: string, timeZone: string): string {
  const parts = formatOf(timeZone).formatToParts(new Date(instant))
  const part = (type: 'year' | 'month'): string => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}`
}
