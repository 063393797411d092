import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterLook, DAY_MS, LOCKS, standing, type LinkRecord, type Look } from '@/link-health/state'
import { CLOCKS, type Trouble } from '@/link-health/trouble'

const START = '2026-01-01T00:00:00.000Z'
/** A link that nobody has looked at yet. */
const unknown: LinkRecord = { state: 'unknown', since: START, sightings: [], isToBeSeenElsewise: false, goodSince: null, checkedAt: null, nextAt: START, lock: null }
const on = (days: number): string => new Date(Date.parse(START) + days * DAY_MS).toISOString()
const seen = (days: number, trouble: Trouble): Look => ({ at: on(days), found: 'trouble', trouble })
const good = (days: number): Look => ({ at: on(days), found: 'good' })
const blocked = (days: number): Look => ({ at: on(days), found: 'blocked' })
const after = (...looks: Look[]): LinkRecord => looks.reduce((record, look) => afterLook(record, look, 0), unknown)
const days = (record: LinkRecord): number => (Date.parse(record.nextAt) - Date.parse(record.checkedAt ?? '')) / DAY_MS

describe('the state of a link', () => {
  it('is live from its first good answer, and then left alone for a week or longer, the steadier it is', () => {
    expect(after(good(0)).state).toBe('live')
    expect(days(after(good(0)))).toBe(7)
    expect(days(after(good(0), good(200)))).toBe(14)
    expect(days(after(good(0), good(200), good(400)))).toBe(30)
    expect(days(afterLook(unknown, good(0), 1))).toBeCloseTo(8.4)
  })

  it('is suspect at the first 404, and dead at the third that lies three days after the second, once another kind of look agrees', () => {
    expect(after(good(0), seen(7, 'gone')).state).toBe('suspect')
    expect(days(after(good(0), seen(7, 'gone')))).toBe(3)
    const third = after(good(0), seen(7, 'gone'), seen(10, 'gone'), seen(13, 'gone'))
    expect([third.state, third.isToBeSeenElsewise, days(third)]).toEqual(['suspect', true, 0.25])
    const dead = afterLook(third, seen(13.3, 'gone'), 0)
    expect([dead.state, dead.since, days(dead)]).toEqual(['dead', on(13.3), 30])
  })

  it('is not dead where the other look finds it, or where failures lie too close together', () => {
    const third = after(seen(0, 'gone'), seen(3, 'gone'), seen(6, 'gone'))
    expect(afterLook(third, good(6.3), 0).state).toBe('live')
    expect(afterLook(third, blocked(6.3), 0).state).toBe('blocked')
    expect(after(...Array.from({ length: 100 }, (_, index) => seen(index * 0.05, 'gone'))).state).toBe('suspect')
  })

  it('gives a server that fails longer than one that says the page is gone, and of mixed troubles goes by the most patient', () => {
    const failing = (trouble: Trouble, times: number): LinkRecord => after(...Array.from({ length: times }, (_, index) => seen(index * 7, trouble)))
    for (const trouble of ['server', 'timeout', 'tls'] as const) expect([failing(trouble, 5).state, failing(trouble, 6).state]).toEqual(['suspect', 'dead'])
    expect(failing('dns', 4).state).toBe('dead')
    expect(after(seen(0, 'gone'), seen(7, 'server'), seen(14, 'gone'), seen(21, 'gone')).state).toBe('suspect')
  })

  it('is changed or usurped only when it was seen twice, and live again after two good looks a day apart', () => {
    expect(after(good(0), seen(7, 'lost')).state).toBe('suspect')
    const changed = after(good(0), seen(7, 'lost'), seen(8, 'lost'))
    expect(changed.state).toBe('changed')
    expect(after(good(0), seen(7, 'lost'), seen(8, 'takenOver')).state).toBe('suspect')
    expect(after(seen(0, 'takenOver'), seen(3, 'takenOver')).state).toBe('usurped')
    const once = afterLook(changed, good(40), 0)
    expect([once.state, days(once)]).toEqual(['changed', 1])
    expect(afterLook(once, good(41), 0).state).toBe('live')
    expect(afterLook(afterLook(once, seen(41, 'lost'), 0), good(42), 0).state).toBe('changed')
  })

  it('becomes usurped where somebody else’s page stands at a dead address', () => {
    const dead = after(seen(0, 'gone'), seen(3, 'gone'), seen(6, 'gone'), seen(7, 'gone'))
    const once = afterLook(dead, seen(37, 'takenOver'), 0)
    expect([once.state, days(once)]).toEqual(['dead', 3])
    expect(afterLook(once, seen(40, 'takenOver'), 0).state).toBe('usurped')
  })

  it('stays as it is where nothing could be said', () => {
    const live = after(good(0))
    expect(afterLook(live, { at: on(7), found: 'unsure' }, 0)).toMatchObject({ state: 'live', since: on(0), goodSince: on(0) })
  })
})

const look: fc.Arbitrary<(at: string) => Look> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(CLOCKS) as Trouble[])).map((trouble) => (at: string): Look => ({ at, found: 'trouble', trouble })) },
  { weight: 2, arbitrary: fc.constantFrom('good' as const, 'blocked' as const, 'unsure' as const).map((found) => (at: string): Look => ({ at, found })) },
)
/** Looks at any pace, some of them as of a clock that was set back. */
const course = fc.array(fc.record({ look, pause: fc.double({ min: -1, max: 12, noNaN: true }), chance: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 60 })

function walk(steps: readonly { look(at: string): Look; pause: number; chance: number }[], visit?: (before: LinkRecord, look: Look, after: LinkRecord) => void): LinkRecord {
  let record = unknown
  let day = 0
  for (const step of steps) {
    day = Math.max(0, day + step.pause)
    const given = step.look(on(day))
    const next = afterLook(record, given, step.chance)
    visit?.(record, given, next)
    record = next
  }
  return record
}

describe('the state of any link', () => {
  it('is never dead without three failures at least three days apart', () => {
    fc.assert(
      fc.property(course, (steps) => {
        const failures: number[] = []
        walk(steps, (before, given, next) => {
          const at = Date.parse(next.checkedAt ?? '')
          if (given.found === 'trouble' && CLOCKS[given.trouble].verdict === 'dead') failures.push(at)
          else if (given.found !== 'unsure') failures.length = 0
          if (next.state !== 'dead' || before.state === 'dead') return
          const apart = failures.reduce<number[]>((kept, each) => (kept.length === 0 || each - (kept.at(-1) ?? 0) >= 3 * DAY_MS ? [...kept, each] : kept), [])
          expect(apart.length).toBeGreaterThanOrEqual(3)
          // And one more look than those three, of another shape.
          expect(failures.length).toBeGreaterThanOrEqual(4)
        })
      }),
      { numRuns: 500 },
    )
  })

  it('never becomes dead, changed or usurped by being blocked', () => {
    fc.assert(
      fc.property(course, (steps) => {
        walk(steps, (before, given, next) => {
          if (given.found === 'blocked' && next.state !== before.state) expect(next.state).toBe('blocked')
        })
        const only = walk(steps.map((step) => ({ ...step, look: (at: string): Look => ({ at, found: 'blocked' }) })))
        expect(['unknown', 'blocked']).toContain(only.state)
      }),
      { numRuns: 500 },
    )
  })

  it('has clocks that only go forward', () => {
    fc.assert(
      fc.property(course, (steps) => {
        walk(steps, (before, _look, next) => {
          expect((next.checkedAt ?? '') >= (before.checkedAt ?? '')).toBe(true)
          expect(next.nextAt > (next.checkedAt ?? '')).toBe(true)
          expect(next.since >= before.since && next.since <= (next.checkedAt ?? '')).toBe(true)
          const times = next.sightings.map(({ at }) => at)
          expect(times).toEqual(times.toSorted())
        })
      }),
      { numRuns: 500 },
    )
  })

  it('is what a person said, until they take it back', () => {
    fc.assert(
      fc.property(course, fc.constantFrom(...LOCKS), course, (before, lock, then) => {
        let record: LinkRecord = { ...walk(before), lock }
        let day = 5_000
        for (const step of then) {
          day += Math.max(0, step.pause)
          record = afterLook(record, step.look(on(day)), step.chance)
          expect(standing(record)).toBe(lock)
        }
        expect(standing({ ...record, lock: null })).toBe(record.state)
      }),
      { numRuns: 300 },
    )
  })

  it('is live after two good answers, each when it is due, whatever went before', () => {
    fc.assert(
      fc.property(course, (steps) => {
        let record = walk(steps)
        for (let times = 0; times < 2; times += 1) record = afterLook(record, { at: record.nextAt, found: 'good' }, 0)
        expect(record.state).toBe('live')
      }),
      { numRuns: 500 },
    )
  })
})
