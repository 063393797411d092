import { describe, expect, test } from 'vitest'
import { step, type Event, type Outcome, type Review } from '@/review/machine'
import { CODES, EVENTS, play, type Course, type Machine } from '../../support/review-steps'

const COURSES = 200
const STEPS = 100
const seeds = Array.from({ length: COURSES }, (_, index) => index + 1)
const sum = (courses: readonly Course[], of: 'done' | 'refused' | 'codes', what: string): number => courses.reduce((total, course) => total + (course[of].get(what) ?? 0), 0)

describe('review, beside a model of it', () => {
  test('says and does the same in each of 20,000 random steps, and what must always hold does', () => {
    const courses = seeds.map((seed) => play(seed, STEPS))
    expect(courses.flatMap(({ wrong }) => wrong ?? [])).toEqual([])
    expect(courses.reduce((total, { steps }) => total + steps, 0)).toBe(COURSES * STEPS)
    // A course in which nothing happens would prove nothing.
    for (const event of EVENTS) expect(sum(courses, 'done', event), event).toBeGreaterThan(20)
    expect(CODES.filter((code) => sum(courses, 'codes', code) === 0)).toEqual([])
    expect(courses.flatMap(({ codes }) => [...codes.keys()]).filter((code) => !CODES.some((known) => known === code))).toEqual([])
    expect(courses.filter(({ ownWorkflow }) => ownWorkflow).length).toBeGreaterThan(20)
  })

  /** Ours, but for what `change` makes of the review before or of what came out. */
  const but = (change: { before?(review: Review, event: Event): Review; after?(outcome: Outcome, review: Review, event: Event): Outcome }): Machine => (review, event) => {
    const outcome = step(change.before?.(review, event) ?? review, event)
    return change.after?.(outcome, review, event) ?? outcome
  }
  const unvoided = (review: Review): Review => (review.run === null ? review : { ...review, run: { ...review.run, signOffs: review.run.signOffs.map((one) => ({ ...one, voided: null, coverage: review.run?.coverage[one.slot] ?? one.coverage })) } })

  test.each<[string, Machine]>([
    ['whoever wrote may sign', but({ before: (review, event) => (event.type === 'signOff' ? { ...review, contributions: [] } : review), after: (outcome, { contributions }, { type }) => (outcome.ok && type === 'signOff' ? { ok: true, review: { ...outcome.review, contributions } } : outcome) })],
    ['a signature outlives an edit', but({ after: (outcome, _, { type }) => (outcome.ok && type === 'edited' ? { ok: true, review: unvoided(outcome.review) } : outcome) })],
    ['an edit takes every signature away', but({ after: (outcome, _, { type }) => (outcome.ok && type === 'edited' && outcome.review.run !== null ? { ok: true, review: { ...outcome.review, run: { ...outcome.review.run, signOffs: [] } } } : outcome) })],
    ['an open thread stops nobody', but({ before: (review) => ({ ...review, blocking: 0 }) })],
    ['an embargo stops nobody', but({ before: (review) => ({ ...review, embargo: null }) })],
    ['an exception counts for nothing', but({ before: (review) => ({ ...review, exceptions: [] }) })],
    ['an exception outlives the publication', but({ after: (outcome, { exceptions }, { type }) => (outcome.ok && type === 'publish' ? { ok: true, review: { ...outcome.review, exceptions } } : outcome) })],
    ['nobody counts as missing', but({ before: (review, event) => (event.type === 'submit' ? { ...review, team: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((id) => ({ id, roles: ['sources', 'care', 'copy', 'legal', 'publisher', 'editor'] })) } : review) })],
  ])('is found out where %s', (_, machine) => {
    expect(seeds.some((seed) => play(seed, STEPS, machine).wrong !== null)).toBe(true)
  })
})
