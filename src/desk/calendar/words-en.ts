/** The words of the calendar, in English. Arabic must have every one of them: see `words-ar.ts`. */
export const calendarEn = {
  calendar: 'Calendar',
  calendarZone: 'Days and times are those of {{zone}}.',
  calendarZoneChange: 'Change your time zone',
  calendarBefore: 'Previous month',
  calendarAfter: 'Next month',
  calendarToday: 'This month',
  calendarMonths: 'Months',
  calendarNone: 'Nothing stands in this month.',
  calendarSchedule: 'goes public',
  calendarEmbargo: 'embargo ends',
  calendarAssignment: 'due: {{name}}',
  calendarFollowUp: 'follow-up due',
  calendarTodayMark: 'today',
} as const
