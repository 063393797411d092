/**
 * The instant of a post's date, or null where it has none ("0000-00-00 00:00:00", '', nonsense). WordPress gives it as
 * UTC (`gmt`), as the site's own time (`local`, taken as UTC, as the export doesn't name the zone) and as RFC 822.
 */
export function instantOf(dates: { gmt: string; local: string; rfc822: string }): Date | null {
  return wordpressDate(dates.gmt) ?? rfc822Date(dates.rfc822) ?? wordpressDate(dates.local)
}

function wordpressDate(value: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/.exec(value)
  if (match === null || match[1] === '0000') return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0))
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour
  return isReal && year >= 1970 ? date : null
}

function rfc822Date(value: string): Date | null {
  if (!/\d{4}/.test(value)) return null
  const date = new Date(value)
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1970 ? null : date
}

const MONTHS: string[][] = [
  ['january', 'jan', 'كانون الثاني', 'يناير'], ['february', 'feb', 'شباط', 'فبراير'], ['march', 'mar', 'آذار', 'مارس'], ['april', 'apr', 'نيسان', 'أبريل', 'إبريل'],
  ['may', 'أيار', 'مايو'], ['june', 'jun', 'حزيران', 'يونيو'], ['july', 'jul', 'تموز', 'يوليو'], ['august', 'aug', 'آب', 'أغسطس'],
  ['september', 'sep', 'sept', 'أيلول', 'سبتمبر'], ['october', 'oct', 'تشرين الأول', 'أكتوبر'], ['november', 'nov', 'تشرين الثاني', 'نوفمبر'], ['december', 'dec', 'كانون الأول', 'ديسمبر'],
]
const MONTH_NAMES = MONTHS.flat().sort((a, b) => b.length - a.length).join('|')
const WRITTEN_DATES: [RegExp, (match: RegExpExecArray) => [year?: string, month?: string, day?: string]][] = [
  [/\b(\d{4})-(\d{2})-(\d{2})\b/, (m) => [m[1], m[2], m[3]]],
  [new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTH_NAMES})\\.?,?\\s+(\\d{4})`, 'iu'), (m) => [m[3], m[2], m[1]]],
  [new RegExp(`(${MONTH_NAMES})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'iu'), (m) => [m[3], m[1], m[2]]],
  [new RegExp(`(${MONTH_NAMES})\\.?,?\\s+(\\d{4})`, 'iu'), (m) => [m[2], m[1]]],
  [/(?<!\d)((?:19|20)\d{2})(?!\d)/, (m) => [m[1]]],
]

function monthNumber(name: string): number {
  return /^\d+$/.test(name) ? Number(name) : MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1
}

/**
 * The first date written in a text, as a full or partial ISO 8601 date ("2018-07-27", "2018-07", "2018"), with the words
 * that wrote it; null if there is none. Dates of digits alone, such as 3/4/2018, are ambiguous and don't count.
 */
export function writtenDate(words: string): { date: string; words: string } | null {
  for (const [pattern, parts] of WRITTEN_DATES) {
    const match = pattern.exec(words)
    if (match === null) continue
    const [year = '', month, day] = parts(match)
    const two = (value: number) => String(value).padStart(2, '0')
    const monthPart = month === undefined ? null : monthNumber(month)
    if (monthPart !== null && (monthPart < 1 || monthPart > 12)) continue
    if (day !== undefined && (Number(day) < 1 || Number(day) > 31)) continue
    return { date: [year, ...(monthPart === null ? [] : [two(monthPart)]), ...(day === undefined ? [] : [two(Number(day))])].join('-'), words: match[0] }
  }
  return null
}
