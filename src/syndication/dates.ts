const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** An ISO 8601 instant as RSS 2.0 wants it, "Sun, 22 Nov 2026 17:00:00 GMT". Throws a RangeError for what is no instant. */
export function rfc822(instant: string): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) throw new RangeError(`not an instant: ${instant}`)
  const day = `${DAYS[date.getUTCDay()]}, ${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]} ${String(date.getUTCFullYear()).padStart(4, '0')}`
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} GMT`
}

/** An ISO 8601 instant as RFC 3339 in UTC and whole seconds, for Atom, JSON Feed, sitemaps. Throws a RangeError for what is no instant. */
export function rfc3339(instant: string): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) throw new RangeError(`not an instant: ${instant}`)
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** The latest of some ISO 8601 instants, or null of none. */
export function latest(instants: readonly string[]): string | null {
  let found: string | null = null
  for (const instant of instants) if (found === null || Date.parse(instant) > Date.parse(found)) found = instant
  return found
}
