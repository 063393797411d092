import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstDayIn, monthAfter, monthIn, weeksOf } from '@/desk/calendar/month'
import { isDay, localDay } from '@/platform/local-day'

const months = fc.record({ year: fc.integer({ min: 1970, max: 2400 }), month: fc.integer({ min: 1, max: 12 }) }).map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`)

describe('a month of the calendar', () => {
  test('holds each of its days once, in whole weeks that begin on the first weekday', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 7 }), (month, firstDay) => {
        const weeks = weeksOf(month, firstDay)
        const days = weeks.flat()
        expect(weeks.every((week) => week.length === 7)).toBe(true)
        expect(days.toSorted()).toEqual(days)
        expect(new Set(days).size).toBe(days.length)
        expect(days.filter((day) => day.startsWith(month)).length).toBe(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate())
        expect(new Date(`${days[0]}T00:00:00Z`).getUTCDay()).toBe(firstDay % 7)
        // No week lies wholly outside.
        expect(weeks.every((week) => week.some((day) => day.startsWith(month)))).toBe(true)
      }),
    )
  })

  test('December 2026 begins on a Tuesday', () => {
    expect(weeksOf('2026-12', 1)[0]).toEqual(['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06'])
    expect(weeksOf('2026-12', 6)[0]?.[0]).toBe('2026-11-28')
  })

  test('leads to the one before and after, over the year’s end, and back', () => {
    expect([monthAfter('2026-12', 1), monthAfter('2027-01', -1), monthAfter('2026-03', -14)]).toEqual(['2027-01', '2026-12', '2025-01'])
    fc.assert(fc.property(months, fc.integer({ min: -30, max: 30 }), (month, by) => monthAfter(monthAfter(month, by), -by) === month))
  })

  test('an address that names none shows the month of today', () => {
    for (const sent of [undefined, '', '2026-13', '2026-1', 'now', ['2026-12'], '0000-01']) expect(monthIn(sent, '2026-11-26')).toBe('2026-11')
    expect(monthIn('2027-02', '2026-11-26')).toBe('2027-02')
  })

  test('weeks begin as they do where the language is at home', () => {
    expect([firstDayIn('en'), firstDayIn('ar-SY-u-ca-gregory-nu-arab'), firstDayIn('en-GB')]).toEqual([7, 6, 1])
  })
})

describe('a day', () => {
  test('is the one that calendars in the zone show', () => {
    const instant = new Date('2026-12-01T22:30:00Z')
    expect([localDay('Europe/London', instant), localDay('Asia/Beirut', instant), localDay('America/New_York', instant), localDay('Pacific/Kiritimati', instant)]).toEqual(['2026-12-01', '2026-12-02', '2026-12-01', '2026-12-02'])
  })

  test('exists, or is refused', () => {
    expect(['2026-12-01', '2028-02-29'].every(isDay)).toBe(true)
    expect(['2026-02-29', '2026-13-01', '2026-12-1', '2026-12-01T09:00', ''].some(isDay)).toBe(false)
  })
})
