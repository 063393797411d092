import type { calendarEn } from './words-en'

/** The words of the calendar, in Arabic. */
export const calendarAr: Record<keyof typeof calendarEn, string> = {
  calendar: 'التقويم',
  calendarZone: 'الأيام والساعات بتوقيت {{zone}}.',
  calendarZoneChange: 'تغيير منطقتك الزمنية',
  calendarBefore: 'الشهر السابق',
  calendarAfter: 'الشهر التالي',
  calendarToday: 'هذا الشهر',
  calendarMonths: 'الشهور',
  calendarNone: 'لا شيء في هذا الشهر.',
  calendarSchedule: 'يصير عامًا',
  calendarEmbargo: 'ينتهي الحظر',
  calendarAssignment: 'موعد {{name}}',
  calendarFollowUp: 'موعد متابعة',
  calendarTodayMark: 'اليوم',
}
