import { setEnvironment } from '../../src/env'
import { closeDatabase } from '../../src/platform/database'
import { openDesk } from '../../tests/support/desk'
import { citationNode, lexical, openNewsroom, textNode } from '../../tests/support/newsroom'
import { percentile, timed, type Measure } from './table'

const TIMES = 60
const PARAGRAPHS = 20
const CITATIONS = 12

/** A text of some 1,500 words. */
function words(source: string): object {
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, index) => [
    textNode('The count was kept by hand and read aloud on the quay each evening. '.repeat(6)),
    ...(index < CITATIONS ? [citationNode({ key: `cited${String(index).padStart(3, '0')}`, source, quote: 'The words relied on' })] : []),
  ])
  return lexical(...paragraphs)
}

/**
 * A save of an article of 1,500 words by its author, against `payload.update` of the same collection with its hooks taken
 * away, turn by turn: of a draft, and of a text in review.
 */
export async function benchSaving(): Promise<Measure[]> {
  setEnvironment({ PAYLOAD_SECRET: 'of-a-bench-and-known-to-all' })
  const desk = await openDesk()
  const { payload } = desk
  try {
    const room = await openNewsroom(desk)
    const body = words(await room.write('sources'))
    const { hooks } = payload.collections.articles.config
    const guarded = { ...hooks }
    const measure = async (what: string, state: 'draft' | 'in-review'): Promise<Measure> => {
      const id = await room.make('articles', state, { body })
      const save = (index: number) => payload.update({ collection: 'articles', id, data: { standfirst: `Saved ${index}` }, user: room.team.author.user, overrideAccess: true, depth: 0 })
      const bare = async (index: number) => {
        Object.assign(hooks, { beforeOperation: [], beforeChange: [], afterChange: [] })
        await save(index)
      }
      const ours = async (index: number) => {
        Object.assign(hooks, guarded)
        await save(index)
      }
      const samples = { ours: [] as number[], bare: [] as number[] }
      await timed(5, ours)
      for (let turn = 0; turn < TIMES; turn += 1) {
        samples.bare.push(...(await timed(1, bare)))
        samples.ours.push(...(await timed(1, () => ours(turn))))
      }
      Object.assign(hooks, guarded)
      const [mine, plain] = [percentile(samples.ours, 0.5), percentile(samples.bare, 0.5)]
      return { what, value: mine / plain, unit: '×', budget: 1.2, note: `${plain.toFixed(1)} → ${mine.toFixed(1)} ms, medians of ${TIMES}` }
    }
    return [await measure('save of a draft, against a bare payload.update', 'draft'), await measure('save of a text in review, against the same', 'in-review')]
  } finally {
    await desk.close()
    await closeDatabase()
  }
}
