import { describe, expect, test } from 'vitest'
import { COLUMNS, moveOf, type Column } from '@/desk/board/columns'
import { en } from '@/desk/words/en'
import { wordKey } from '@/desk/words/codes'

/** By hand from DESIGN section 5: from each column, what a move to each of the others is; the rest is no move. */
const MOVES: Record<Column, Partial<Record<Column, string>>> = {
  draft: { 'in-review': 'review/submit' },
  changed: { 'in-review': 'review/submit' },
  'in-review': { draft: 'review/cancel', changed: 'review/cancel', 'changes-requested': 'review/request-changes' },
  'changes-requested': { draft: 'review/cancel', changed: 'review/cancel', 'in-review': 'review/submit' },
  approved: { draft: 'review/cancel', changed: 'review/cancel', 'changes-requested': 'review/request-changes', scheduled: 'publishing/schedule', public: 'publishing/publish' },
  scheduled: { approved: 'publishing/unschedule' },
  public: { 'in-review': 'review/submit' },
}

describe('the moves of the board', () => {
  test.each(COLUMNS.flatMap((from) => COLUMNS.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    const move = moveOf({ column: from, asksChange: false }, to)
    expect('path' in move ? move.path : undefined).toBe(MOVES[from][to])
    if ('why' in move) expect(wordKey('noWay', move.why), move.why).not.toBeNull()
  })

  test('nothing goes public but what is approved, and nothing is approved by a move', () => {
    for (const from of COLUMNS) {
      if (from !== 'approved') expect(moveOf({ column: from, asksChange: false }, 'public'), from).toHaveProperty('why')
      if (from !== 'scheduled') expect(moveOf({ column: from, asksChange: false }, 'approved'), from).toHaveProperty('why')
    }
  })

  test('where readers have another text, going public asks what changed', () => {
    expect(moveOf({ column: 'approved', asksChange: true }, 'public')).toMatchObject({ kind: 'publishUpdate' })
    expect(moveOf({ column: 'approved', asksChange: true }, 'scheduled')).toMatchObject({ kind: 'scheduleUpdate' })
    expect(moveOf({ column: 'approved', asksChange: false }, 'public')).toMatchObject({ kind: 'publish' })
  })

  test('every column has a name', () => {
    for (const column of COLUMNS) expect(en).toHaveProperty(wordKey('column', column) ?? 'missing')
  })
})
