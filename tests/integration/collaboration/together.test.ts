import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Decide } from '@/collaboration/merge/conflict'
import type { Data } from '@/collaboration/merge/merge'
import { ancestorOf, isAhead, meet, revOf, type Writing } from '@/collaboration/merge/writing'
import { openDesk, type Desk, type Person } from '../../support/desk'
import { bodyOf, edited, EDITS, fewer, freshWords, startingText, without, wordsOf } from '../../support/editing'
import { openNewsroom, type Newsroom } from '../../support/newsroom'
import { numbersFrom } from '../../support/together'

let desk: Desk
let room: Newsroom
let editors: [Person, Person]

beforeAll(async () => {
  desk = await openDesk()
  room = await openNewsroom(desk)
  editors = [room.team.author, await desk.person('Second editor', ['editor'])]
})
afterAll(() => desk.close())

const FIELDS = ['title', 'standfirst', 'body', 'republication', 'warnings', 'rev'] as const
const formOf = (document: Data): Data => Object.fromEntries(FIELDS.map((name) => [name, document[name]]))
const stored = async (by: Person, id: string): Promise<Data> => formOf((await room.must(by, `GET /articles/${id}`)).body)

/** The newer states that a person saved, as the desk asks for them. */
async function ownSaves(by: Person, id: string, after: number): Promise<Data[]> {
  const { body } = await room.must(by, `GET /articles/versions?where[parent][equals]=${id}&where[version.savedBy][equals]=${by.id}&where[version.rev][greater_than]=${after}&depth=0&limit=20`)
  return (body.docs as { version: Data }[]).map(({ version }) => formOf(version))
}

describe('two people who save one document through the guard', () => {
  // Every one of them makes some forty requests.
  test.each(Array.from({ length: 12 }, (_, index) => index + 1))('lose no word in schedule %i', async (seed) => {
    const random = numbersFrom(seed)
    const among = (count: number): number => Math.floor(random() * count)
    const began = startingText(2 + among(4), freshWords('base'))
    const rows = (began.warnings as Data[]).map((row) => ({ ...row, id: `${seed}-${String(row.id)}` }))
    const id = await room.write('articles', { ...Object.fromEntries(FIELDS.slice(0, 4).map((name) => [name, began[name]])), warnings: rows })
    const first = await stored(editors[0], id)
    const typed = new Set<string>()
    const excused = new Set<string>()
    const both: Decide = (conflict) => {
      // Between what can't both stand, the one that was there first goes.
      if (conflict.kind === 'value' && typeof conflict.mine !== typeof conflict.theirs) for (const word of fewer({ value: conflict.theirs }, { value: conflict.mine })) excused.add(word)
      return 'both'
    }
    const windows = editors.map((person, index) => ({ person, word: freshWords(`${'ab'[index]}${seed}`), form: first, writing: { base: first, sent: [] } as Writing }))
    const together = async (one: (typeof windows)[number]): Promise<void> => {
      const now = await stored(one.person, id)
      if (revOf(now) <= revOf(one.writing.base)) return
      one.form = formOf(meet(one.writing, one.form, now, await ownSaves(one.person, id, revOf(one.writing.base)), both).merged)
      one.writing = { base: now, sent: [] }
    }
    const save = async (one: (typeof windows)[number], fate: 'heard' | 'unheard' | 'lost'): Promise<void> => {
      if (!isAhead(one.writing.base, one.form)) return
      one.writing = { ...one.writing, sent: [...one.writing.sent, one.form] }
      if (fate === 'lost') return
      const answered = await desk.rest(one.person, `PATCH /articles/${id}?draft=true&autosave=true&depth=0`, { body: { ...one.form, rev: revOf(one.writing.base) } })
      expect([200, 409]).toContain(answered.status)
      if (fate === 'unheard') return
      if (answered.status === 200) one.writing = { base: formOf(answered.body.doc), sent: [] }
      else await together(one)
    }
    for (let step = 0; step < 40; step += 1) {
      const one = windows[among(2)] as (typeof windows)[number]
      const act = random()
      if (act < 0.5) {
        const kinds = EDITS.slice(0, 13)
        const before = one.form
        one.form = edited(before, { kind: kinds[random() < 0.6 ? among(3) : among(kinds.length)] ?? 'type', at: among(9), to: among(9) }, one.word)
        for (const word of fewer(before, one.form)) excused.add(word)
        for (const word of without(wordsOf(one.form), wordsOf(before))) typed.add(word)
      } else if (act < 0.7) await save(one, 'heard')
      else if (act < 0.78) await save(one, 'unheard')
      else if (act < 0.84) await save(one, 'lost')
      else await together(one)
    }
    for (const one of [...windows, ...windows, ...windows]) {
      await together(one)
      await save(one, 'heard')
    }
    const there = wordsOf(await stored(editors[0], id))
    expect([...typed].filter((word) => !there.has(word) && !excused.has(word))).toEqual([])
    expect(typed.size).toBeGreaterThan(5)
    for (const one of windows) expect(revOf(one.writing.base)).toBeGreaterThan(1)
  })

  test('a save whose answer was lost is found among one’s own saves, also when somebody saved since', async () => {
    const [one, two] = editors
    const id = await room.write('articles', { body: bodyOf(['one two three', 'four five six']) })
    const base = await stored(one, id)
    const sent = { ...base, body: bodyOf(['one two three, and', 'four five six']) }
    await room.must(one, `PATCH /articles/${id}?draft=true&autosave=true`, sent)
    await room.must(two, `PATCH /articles/${id}?draft=true&autosave=true`, { body: bodyOf(['one two three, and', 'four five six, theirs']), rev: 2 })
    const own = await ownSaves(one, id, 1)
    expect(revOf(ancestorOf({ base, sent: [sent] }, own))).toBe(2)
    const met = meet({ base, sent: [sent] }, { ...base, body: bodyOf(['one two three, and more', 'four five six']) }, await stored(one, id), own)
    expect([met.conflicts, JSON.stringify(met.merged.body)]).toEqual([[], expect.stringMatching(/and more.*theirs/)])
  })
})
