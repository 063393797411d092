import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hourIn, isTimeZone, nextHourIn } from '@/collaboration/notices/local-time'

const at = (text: string): Date => new Date(text)

describe('the next full hour of a place', () => {
  test.each([
    ['Europe/London', 8, '2026-01-10T07:59:59Z', '2026-01-10T08:00:00Z'],
    ['Europe/London', 8, '2026-01-10T08:00:00Z', '2026-01-11T08:00:00Z'],
    ['Europe/London', 8, '2026-07-10T06:00:00Z', '2026-07-10T07:00:00Z'],
    ['Asia/Damascus', 8, '2026-01-10T06:00:00Z', '2026-01-11T05:00:00Z'],
    ['Asia/Kathmandu', 0, '2026-01-10T00:00:00Z', '2026-01-10T18:15:00Z'],
    ['Pacific/Kiritimati', 23, '2026-01-10T00:00:00Z', '2026-01-10T09:00:00Z'],
    ['America/New_York', 8, '2026-03-07T14:00:00Z', '2026-03-08T12:00:00Z'],
  ])('%s %i after %s is %s', (zone, hour, after, expected) => {
    expect(nextHourIn(zone, hour, at(after)).toISOString()).toBe(at(expected).toISOString())
  })

  test('on the day that lacks it, it is the moment at which clocks jump past it', () => {
    expect(nextHourIn('Europe/London', 1, at('2026-03-28T12:00:00Z'))).toEqual(at('2026-03-29T01:00:00Z'))
  })

  test('on the day that has it twice, it is the first', () => {
    expect(nextHourIn('Europe/London', 1, at('2026-10-24T12:00:00Z'))).toEqual(at('2026-10-25T00:00:00Z'))
    expect(nextHourIn('Europe/London', 1, at('2026-10-25T00:00:00Z'))).toEqual(at('2026-10-26T01:00:00Z'))
  })

  test('it is always later, within a day and some hours, and what clocks there show', () => {
    const zones = ['Europe/London', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Gaza', 'America/Nuuk', 'UTC']
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 23 }), fc.date({ min: at('2025-01-01'), max: at('2032-01-01'), noInvalidDate: true }), (zone, hour, after) => {
        const next = nextHourIn(zone, hour, after)
        expect(next.getTime()).toBeGreaterThan(after.getTime())
        expect(next.getTime() - after.getTime()).toBeLessThanOrEqual(26 * 3_600_000)
        const shown = hourIn(zone, next)
        // Only where clocks jump past the hour may they show the one after it.
        if (shown !== hour) expect([shown, hourIn(zone, new Date(next.getTime() - 1))]).toEqual([(hour + 1) % 24, (hour + 23) % 24])
      }),
    )
  })
})

test('a zone is a place that the machine knows, not an offset', () => {
  expect(['Europe/London', 'Asia/Damascus', 'UTC', 'America/Argentina/Buenos_Aires'].map(isTimeZone)).toEqual([true, true, true, true])
  expect(['', 'Mars/Olympus', '+01:00', 'Europe/London\n', '../etc', '5'].map(isTimeZone)).toEqual([false, false, false, false, false, false])
})
