import { CODES, EVENTS, play } from '../../tests/support/review-steps'
import type { Drill } from '../drill'

const COURSES = 10_000
const STEPS = 100
const TOLD_EVERY = 2_000
const MOST_TOLD = 5

/** The machine of review beside a model of it: a million random steps of random people in random workflows; both must agree on each. */
export const drill: Drill = {
  what: `the machine of review beside a model of it, ${(COURSES * STEPS).toLocaleString('en')} random steps: nothing unsigned becomes public`,
  async run(say) {
    const [done, refused, codes] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
    const add = (to: Map<string, number>, from: Map<string, number>): void => from.forEach((count, what) => to.set(what, (to.get(what) ?? 0) + count))
    const wrong: string[] = []
    const began = performance.now()
    let steps = 0
    for (let seed = 1; seed <= COURSES; seed += 1) {
      const course = play(seed, STEPS)
      steps += course.steps
      add(done, course.done)
      add(refused, course.refused)
      add(codes, course.codes)
      if (course.wrong !== null) wrong.push(course.wrong)
      if (seed % TOLD_EVERY === 0) say(`${steps.toLocaleString('en')} steps, ${Math.round(steps / ((performance.now() - began) / 1000)).toLocaleString('en')} a second, ${done.get('publish') ?? 0} publications, ${wrong.length} wrong`)
    }
    say(EVENTS.map((event) => `${event}: ${done.get(event) ?? 0} done, ${refused.get(event) ?? 0} refused`).join('; '))
    say(CODES.map((code) => `${code} ${codes.get(code) ?? 0}`).join(', '))
    const never = [...EVENTS.filter((event) => !done.has(event)), ...CODES.filter((code) => !codes.has(code))]
    return [...wrong.slice(0, MOST_TOLD), ...(wrong.length > MOST_TOLD ? [`… and ${wrong.length - MOST_TOLD} more courses`] : []), ...never.map((what) => `“${what}” was never reached`)]
  },
}
