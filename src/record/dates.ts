import type { PublicSiteSettings } from './projections'
import { dateWords } from './date-words'
import { baseLanguage } from './languages'
import { readPartialDate, yearsOf, type DatePoint } from './partial-dates'

export type DateSettings = Pick<PublicSiteSettings, 'arabicMonths' | 'arabicDigits' | 'timeZone'>

const YEAR = /^\d{4}$/
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T/

const formats = new Map<string, Intl.DateTimeFormat>()

// A formatter takes longer to make than a thousand dates to format.
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, made)
  return made
}

/** The locale, with its digits, in which dates and numbers of a language are printed. */
function localeOf(language: string, settings: DateSettings): string {
  if (baseLanguage(language) === 'ar') return `${settings.arabicMonths}-u-ca-gregory-nu-${settings.arabicDigits}`
  return baseLanguage(language) === 'en' ? 'en-GB' : language
}

/**
 * A date in words: "3 May 2019", "May 2019", "2019", "about 2013", "2013 to 2015".
 * Takes an ISO 8601 instant, printed as the day it is in the site's time zone, or a full or partial date (EDTF levels 0 and 1),
 * which belongs to no zone. Anything else is returned as it is.
 */
export function formatDate(value: string, language: string, settings: DateSettings): string {
  const locale = localeOf(language, settings)
  const print = (iso: string, options: Intl.DateTimeFormatOptions): string => {
    const date = new Date(iso)
    return Number.isNaN(date.getTime()) ? value : formatOf(locale, options).format(date)
  }
  if (YEAR.test(value)) return print(`${value}-07-01T00:00:00Z`, { year: 'numeric', timeZone: 'UTC' })
  if (MONTH.test(value)) return print(`${value}-15T00:00:00Z`, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  if (DAY.test(value)) return print(`${value}T00:00:00Z`, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
  if (INSTANT.test(value)) return print(value, { year: 'numeric', month: 'long', day: 'numeric', timeZone: settings.timeZone })
  return formatPartial(value, language, settings)
}

/** What is less than a plain day, month or year: intervals, seasons, unknown digits, and how sure anybody is. */
function formatPartial(value: string, language: string, settings: DateSettings): string {
  const date = readPartialDate(value)
  if (date === null) return value
  const words = dateWords(language)
  const point = (given: DatePoint): string => formatPoint(given, language, settings)
  if (date.kind === 'point') return point(date.point)
  const { from, to } = date
  if (typeof from !== 'string' && typeof to !== 'string') return words.between(point(from), point(to))
  if (typeof from !== 'string') return to === 'open' ? words.since(point(from)) : words.from(point(from))
  return typeof to === 'string' ? value : words.until(point(to))
}

function formatPoint({ year, month, season, day, isApproximate, isUncertain }: DatePoint, language: string, settings: DateSettings): string {
  const words = dateWords(language)
  const number = new Intl.NumberFormat(localeOf(language, settings), { useGrouping: false })
  const { first, last } = yearsOf(year)
  const two = (part: number): string => String(part).padStart(2, '0')
  const isPlain = /^\d{4}$/.test(year)
  const printed =
    first !== last ? words.between(number.format(first), number.format(last))
    : season !== undefined ? words.season(season, number.format(first))
    : isPlain && month !== undefined ? formatDate([year, two(month), ...(day === undefined ? [] : [two(day)])].join('-'), language, settings)
    : number.format(first)
  return words.doubted(isApproximate ? words.about(printed) : printed, isUncertain)
}

/** An instant with its time of day in the site's zone: "3 May 2019, 14:05". A date without a time is printed without one. */
export function formatMoment(value: string, language: string, settings: DateSettings): string {
  const date = new Date(value)
  if (!INSTANT.test(value) || Number.isNaN(date.getTime())) return formatDate(value, language, settings)
  const time = formatOf(localeOf(language, settings), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: settings.timeZone }).format(date)
  return `${formatDate(value, language, settings)}${baseLanguage(language) === 'ar' ? '، ' : ', '}${time}`
}

/** A whole number in the digits of the language. */
export function formatNumber(value: number, language: string, settings: DateSettings): string {
  return new Intl.NumberFormat(localeOf(language, settings), { useGrouping: 'min2' }).format(value)
}

const monthFormats = new Map<string, Intl.DateTimeFormat>()

function monthFormatOf(timeZone: string): Intl.DateTimeFormat {
  const made = monthFormats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', timeZone, calendar: 'gregory', numberingSystem: 'latn' })
  monthFormats.set(timeZone, made)
  return made
}

/** The month of an ISO 8601 instant in a time zone, `YYYY-MM`. */
export function monthOf(instant: string, timeZone: string): string {
  const parts = monthFormatOf(timeZone).formatToParts(new Date(instant))
  const part = (type: 'year' | 'month'): string => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}`
}
