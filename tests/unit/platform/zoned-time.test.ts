import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterGap, hourIn, instantsOf, isTimeZone, localTimeIn, nextHourIn } from '@/platform/zoned-time'

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

describe('a local time', () => {
  const iso = (zone: string, local: string) => instantsOf(zone, local)?.map((instant) => instant.toISOString()) ?? null

  test('is one instant on a usual day, by summer time and winter time', () => {
    expect(iso('Europe/London', '2026-12-01T09:00')).toEqual(['2026-12-01T09:00:00.000Z'])
    expect(iso('Europe/London', '2026-07-01T09:00')).toEqual(['2026-07-01T08:00:00.000Z'])
    expect(iso('Asia/Kathmandu', '2026-07-01T09:00')).toEqual(['2026-07-01T03:15:00.000Z'])
  })
  test('is none in the hour that clocks jump over, and two in the hour that they go back', () => {
    expect(iso('Europe/London', '2027-03-28T01:30')).toEqual([])
    expect(afterGap('Europe/London', '2027-03-28T01:30')).toBe('2027-03-28T02:00')
    expect(iso('Europe/London', '2026-10-25T01:30')).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'])
    expect(iso('America/New_York', '2026-11-01T01:00')).toEqual(['2026-11-01T05:00:00.000Z', '2026-11-01T06:00:00.000Z'])
    expect(iso('Australia/Lord_Howe', '2027-04-04T01:45')).toHaveLength(2)
    // A whole day that was jumped over.
    expect(iso('Pacific/Apia', '2011-12-30T12:00')).toEqual([])
  })
  test('that no calendar has is none at all', () => {
    for (const local of ['2026-02-30T09:00', '2026-13-01T09:00', '2026-01-01T24:00', '2026-01-01T09:60', '2026-1-1T9:00', '2026-01-01', '2026-01-01T09:00:00', '']) expect(instantsOf('Europe/London', local), local).toBeNull()
  })
  test('there and back, at every half hour of a year, in zones that change', () => {
    for (const zone of ['Europe/London', 'America/St_Johns', 'Africa/Casablanca', 'Asia/Beirut', 'Australia/Lord_Howe']) {
      for (let instant = Date.UTC(2026, 0, 1); instant < Date.UTC(2027, 0, 1); instant += 1_800_000) {
        const found = instantsOf(zone, localTimeIn(zone, new Date(instant)))?.map((each) => each.getTime())
        if (found?.includes(instant) !== true) throw new Error(`${zone} ${new Date(instant).toISOString()}`)
      }
    }
  })
})
