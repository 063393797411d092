import { getTranslation } from '@payloadcms/translations'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps, Payload, TypedUser } from 'payload'
import { timeZoneOf } from '@/collaboration/assignments/endpoints'
import { SETTINGS_PATH } from '@/collaboration/notices/links'
import { actorOf } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { localDay } from '@/platform/local-day'
import { DeskPage } from '../desk-page'
import { sayWith, type Say } from '../words/say'
import { firstDayIn, monthAfter, monthIn, weeksOf, type Day, type Month } from './month'
import { calendarOf, type Entry } from './read-calendar'
import './calendar.css'

const PATH = '/admin/calendar'

/** A month of what goes public, what is kept back until when, and what is due, by the clocks of whoever looks. Needs no script. */
export async function CalendarPage(view: AdminViewServerProps) {
  const { i18n, payload, user, searchParams } = view
  const say = sayWith(i18n.t as unknown as Parameters<typeof sayWith>[0], i18n.language)
  const actor = actorOf(user)
  // Payload lets everybody in to a view of ours.
  if (actor === null || !user) redirect(`/admin/login?redirect=${encodeURIComponent(PATH)}`)
  const [zone, locale] = await Promise.all([timeZoneOf(actor), localeFor(payload, user, i18n.language)])
  const today = localDay(zone, now())
  const month = monthIn(searchParams?.month, today)
  const days = await calendarOf(payload, user, { month, zone })
  const kinds = new Map<string, string>(payload.config.collections.map(({ slug, labels }) => [slug, getTranslation(labels.singular, i18n)]))
  const weeks = weeksOf(month, firstDayIn(locale))
  return (
    <DeskPage view={view} title={say('calendar')}>
      <Months month={month} locale={locale} say={say} />
      <p className="desk-page__quiet">
        {say('calendarZone', { zone: zone.replaceAll('_', ' ') })} <a href={SETTINGS_PATH}>{say('calendarZoneChange')}</a>
      </p>
      {days.size === 0 && <p className="calendar__none">{say('calendarNone')}</p>}
      <div className="calendar">
        <div className="calendar__weekdays" aria-hidden="true">
          {weeks[0]?.map((day) => (
            <span key={day}>{inWords(day, locale, { weekday: 'short' })}</span>
          ))}
        </div>
        <ol className="calendar__days">
          {weeks.flat().map((day) => (
            <DayBox key={day} day={day} isOutside={!day.startsWith(month)} isToday={day === today} entries={days.get(day) ?? []} shown={{ zone, locale, kinds, say }} />
          ))}
        </ol>
      </div>
    </DeskPage>
  )
}

function Months({ month, locale, say }: { month: Month; locale: string; say: Say }) {
  const link = (to: Month, words: string) => (
    <a href={`${PATH}?month=${to}`}>
      {words}: {inWords(`${to}-01`, locale, { month: 'long', year: 'numeric' })}
    </a>
  )
  return (
    <div className="calendar__head">
      <h2>{inWords(`${month}-01`, locale, { month: 'long', year: 'numeric' })}</h2>
      <nav aria-label={say('calendarMonths')}>
        {link(monthAfter(month, -1), say('calendarBefore'))}
        <a href={PATH}>{say('calendarToday')}</a>
        {link(monthAfter(month, 1), say('calendarAfter'))}
      </nav>
    </div>
  )
}

type Shown = { zone: string; locale: string; kinds: Map<string, string>; say: Say }

function DayBox({ day, isOutside, isToday, entries, shown }: { day: Day; isOutside: boolean; isToday: boolean; entries: readonly Entry[]; shown: Shown }) {
  const { locale, say } = shown
  const kind = isOutside ? ' calendar__day--outside' : entries.length === 0 ? ' calendar__day--empty' : ''
  return (
    <li className={`calendar__day${kind}${isToday ? ' calendar__day--today' : ''}`}>
      <time dateTime={day}>
        <span className="calendar__number" aria-hidden="true">
          {inWords(day, locale, { day: 'numeric' })}
        </span>
        <span className="calendar__date">{inWords(day, locale, { weekday: 'long', day: 'numeric', month: 'long' })}</span>
        {isToday && <span className="calendar__today">{say('calendarTodayMark')}</span>}
      </time>
      {entries.length > 0 && (
        <ul>
          {entries.map((entry) => (
            <EntryLine key={`${entry.kind} ${entry.href} ${entry.at} ${entry.name}`} entry={entry} shown={shown} />
          ))}
        </ul>
      )}
    </li>
  )
}

function EntryLine({ entry, shown: { zone, locale, kinds, say } }: { entry: Entry; shown: Shown }) {
  const what = {
    schedule: () => say('calendarSchedule'),
    release: () => say('calendarSchedule'),
    embargo: () => say('calendarEmbargo'),
    assignment: () => say('calendarAssignment', { name: entry.name ?? '' }),
    followUp: () => say('calendarFollowUp'),
  }[entry.kind]()
  const late = entry.kind === 'schedule' || entry.kind === 'release' ? say('isLate') : say('overdue')
  return (
    <li className={`calendar__entry calendar__entry--${entry.kind}`}>
      <a href={entry.href}>
        <bdi>{entry.title || say('untitled')}</bdi>
      </a>
      <span className="calendar__what">
        <time dateTime={entry.at}>{new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }).format(new Date(entry.at))}</time> {what} · {entry.collection === null ? say('releaseWord') : kinds.get(entry.collection)}
        {(entry.isLate || entry.hasFailed) && <strong>{entry.hasFailed ? say('hasFailed') : late}</strong>}
      </span>
    </li>
  )
}

function inWords(day: Day, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** The locale of dates: in Arabic, with the names of months and the digits that the newsroom chose. */
async function localeFor(payload: Payload, user: TypedUser, language: string): Promise<string> {
  if (!language.startsWith('ar')) return language
  const settings = await payload.findGlobal({ slug: 'site-settings', depth: 0, overrideAccess: false, user })
  return `${settings.arabicMonths ?? 'ar-SY'}-u-ca-gregory-nu-${settings.arabicDigits ?? 'arab'}`
}
