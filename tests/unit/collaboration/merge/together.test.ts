import { describe, expect, test } from 'vitest'
import { mergeDocuments } from '@/collaboration/merge/merge'
import { ancestorOf, meet } from '@/collaboration/merge/writing'
import { blocksOf, bodyOf } from '../../../support/editing'
import { play, type Meeting } from '../../../support/together'

const SCHEDULES = 300
const seeds = Array.from({ length: SCHEDULES }, (_, index) => index + 1)

describe('two people in one document', () => {
  test('lose no word in any of 300 random schedules of edits, delays, losses, reloads and take-overs', () => {
    const played = seeds.map((seed) => ({ seed, ...play(seed, 120) }))
    expect(played.filter(({ lost }) => lost.length > 0).map(({ seed, lost }) => ({ seed, lost }))).toEqual([])
    const sum = (of: 'typed' | 'merges' | 'reloads' | 'saves' | 'questions'): number => played.reduce((total, each) => total + each[of], 0)
    // A simulation in which nothing happens would lose nothing either.
    expect(sum('typed')).toBeGreaterThan(10_000)
    for (const what of ['merges', 'reloads', 'saves'] as const) expect(sum(what)).toBeGreaterThan(500)
    expect(sum('questions')).toBeGreaterThan(50)
  })

  test.each<[string, Meeting]>([
    ['the last save wins', (writing, mine, stored, own) => ({ ...meet(writing, mine, stored, own), merged: mine, conflicts: [] })],
    ['the stored text wins', (writing, mine, stored, own) => ({ ...meet(writing, mine, stored, own), merged: stored, conflicts: [] })],
    ['what was sent counts as stored', (writing, mine, stored, _, decide) => ({ ...mergeDocuments(writing.sent.at(-1) ?? writing.base, mine, stored, decide), isAhead: true })],
  ])('lose words where %s', (_, meeting) => {
    // A tenth of them is enough to show that such a loss would be seen.
    expect(seeds.slice(0, SCHEDULES / 10).filter((seed) => play(seed, 120, meeting).lost.length > 0).length).toBeGreaterThan(5)
  })
})

describe('writing that meets a newer text', () => {
  const base = { title: 'A', body: bodyOf(['one two three', 'four five six']), rev: 3 }
  const sent = { ...base, body: bodyOf(['one two three and', 'four five six']) }
  const mine = { ...base, body: bodyOf(['one two three and more', 'four five six']) }

  test('isn’t in conflict with what it saved itself without hearing that it arrived', () => {
    const saved = { ...sent, rev: 4, slug: 'made-by-the-server' }
    const stored = { ...saved, rev: 5, title: 'Theirs' }
    expect(meet({ base, sent: [] }, mine, stored, [saved]).conflicts).toHaveLength(1)
    const { merged, conflicts, isAhead } = meet({ base, sent: [sent] }, mine, stored, [saved])
    expect([conflicts, merged.title, blocksOf(merged)[0], isAhead]).toEqual([[], 'Theirs', 'one two three and more', true])
  })

  test('takes neither what never arrived nor another window of the same person for what it began from', () => {
    const otherWindow = { ...base, title: 'From the other window', rev: 4 }
    expect(ancestorOf({ base, sent: [sent] }, [])).toBe(base)
    expect(ancestorOf({ base, sent: [sent] }, [otherWindow])).toBe(base)
    expect(ancestorOf({ base, sent: [sent] }, [{ ...sent, rev: 2 }])).toBe(base)
  })

  test('that is stored already has nothing to save', () => {
    expect(meet({ base, sent: [] }, base, { ...base, title: 'B', rev: 4 }, []).isAhead).toBe(false)
  })
})
