import { describe, expect, test } from 'vitest'
import { changedSettings, DEFAULT_SETTINGS, readOrder } from '@/collaboration/notices/settings'
import { GATHER_MS, outsideQuietHours, planOf } from '@/collaboration/notices/timing'
import { isUuid } from '@/platform/requests/fields'
import { Refused } from '@/review/refusal'

const at = new Date('2026-01-10T21:59:00Z')

function refusedField(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    if (error instanceof Refused) return [error.refusal.status, error.refusal.data.field]
    throw error
  }
  return null
}

describe('settings', () => {
  test('change where something was sent and stay elsewhere', () => {
    expect(changedSettings(DEFAULT_SETTINGS, { talk: 'inbox', language: 'ar', quietFrom: 22, quietTo: 7 })).toEqual({ ...DEFAULT_SETTINGS, talk: 'inbox', language: 'ar', quietFrom: 22, quietTo: 7 })
  })

  test.each([
    [{ language: 'fr' }, 'language'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ timeZone: 5 }, 'timeZone'],
    [{ dailyHour: 24 }, 'dailyHour'],
    [{ dailyHour: '8' }, 'dailyHour'],
    [{ dailyHour: 7.5 }, 'dailyHour'],
    [{ dailyHour: null }, 'dailyHour'],
    [{ quietFrom: 22 }, 'quietTo'],
    [{ quietTo: 7 }, 'quietFrom'],
    [{ quietFrom: 7, quietTo: 7 }, 'quietTo'],
    [{ review: 'hourly' }, 'review'],
    [{ review: null }, 'review'],
    [{ fame: true }, 'fame'],
    [{ constructor: 'x' }, 'constructor'],
  ])('%j is refused by name', (sent, field) => {
    expect(refusedField(() => changedSettings(DEFAULT_SETTINGS, sent as Record<string, unknown>))).toEqual([422, field])
  })
})

describe('which notices were read', () => {
  const id = '11111111-1111-4111-8111-111111111111'
  test('are named by id, or all', () => {
    expect(readOrder({ ids: [id] }, isUuid)).toEqual({ ids: [id] })
    expect(readOrder({ all: true }, isUuid)).toEqual({ all: true })
  })
  test.each([[{}, 'ids'], [{ ids: 'x' }, 'ids'], [{ ids: ['x'] }, 'ids'], [{ ids: Array(501).fill(id) }, 'ids'], [{ all: false }, 'all'], [{ all: true, ids: [id] }, 'all'], [{ everything: true }, 'everything']])('%j is refused by name', (sent, field) => {
    expect(refusedField(() => readOrder(sent as Record<string, unknown>, isUuid))).toEqual([422, field])
  })
})

describe('when a notice is mailed', () => {
  test('at once means after a short wait for more; daily, at the hour of the place; inbox, never', () => {
    expect(planOf(DEFAULT_SETTINGS, 'review', at)).toEqual({ mode: 'atOnce', after: new Date(at.getTime() + GATHER_MS) })
    expect(planOf({ ...DEFAULT_SETTINGS, timeZone: 'Asia/Damascus', dailyHour: 6 }, 'followUps', at)).toEqual({ mode: 'daily', after: new Date('2026-01-11T03:00:00Z') })
    expect(planOf({ ...DEFAULT_SETTINGS, talk: 'inbox' }, 'talk', at)).toBe(null)
  })

  test('quiet hours hold it until they end, over midnight too, and by the clocks of the place', () => {
    const quiet = { ...DEFAULT_SETTINGS, quietFrom: 22, quietTo: 7 }
    expect(planOf(quiet, 'review', at)).toEqual({ mode: 'atOnce', after: new Date('2026-01-11T07:00:00Z') })
    expect(planOf(quiet, 'review', new Date('2026-01-11T03:00:00Z'))).toEqual({ mode: 'atOnce', after: new Date('2026-01-11T07:00:00Z') })
    expect(outsideQuietHours(quiet, new Date('2026-01-10T21:59:59Z'))).toEqual(new Date('2026-01-10T21:59:59Z'))
    expect(outsideQuietHours(quiet, new Date('2026-01-11T07:00:00Z'))).toEqual(new Date('2026-01-11T07:00:00Z'))
    expect(outsideQuietHours({ ...quiet, quietFrom: 12, quietTo: 14 }, new Date('2026-07-10T11:30:00Z'))).toEqual(new Date('2026-07-10T13:00:00Z'))
    expect(outsideQuietHours({ ...quiet, quietFrom: 12, quietTo: 14 }, new Date('2026-07-10T22:30:00Z'))).toEqual(new Date('2026-07-10T22:30:00Z'))
  })
})
