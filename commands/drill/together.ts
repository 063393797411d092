import { play } from '../../tests/support/together'
import type { Drill } from '../drill'

const SCHEDULES = 10_000
const STEPS = 120
const TOLD_EVERY = 2_000

/** Two people in one document: random edits, delays, losses, reloads, crashes and take-overs; no word may be lost silently. */
export const drill: Drill = {
  what: `two people in one document, ${SCHEDULES.toLocaleString('en')} random schedules: no word is lost silently`,
  async run(say) {
    const total = { typed: 0, saves: 0, merges: 0, questions: 0, reloads: 0 }
    const wrong: string[] = []
    for (let seed = 1; seed <= SCHEDULES; seed += 1) {
      const played = play(seed, STEPS)
      for (const what of Object.keys(total) as (keyof typeof total)[]) total[what] += played[what]
      if (played.lost.length > 0) wrong.push(`Schedule ${seed} lost ${played.lost.join(', ')}`)
      if (seed % TOLD_EVERY === 0) say(`${seed} schedules: ${total.typed} words, ${total.saves} saves, ${total.merges} merges, ${total.questions} questions, ${total.reloads} reloads, ${wrong.length} losses`)
    }
    return wrong
  },
}
