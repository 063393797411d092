import { describe, expect, test } from 'vitest'
import type { Conflict } from '@/collaboration/merge/conflict'
import { canBothStand, fieldOfConflict, wordsOfSide } from '@/desk/conflict/conflict-words'
import type { NamedField } from '@/desk/review/fields-of-form'
import { paragraph } from '../../support/editing'

const fields = [['title', 'text'], ['slug', 'text'], ['kind', 'select'], ['body', 'richText'], ['warnings', 'array'], ['republication.author', 'text']].map(([path, type]) => ({ path, label: `The ${path}`, field: { name: path, type } })) as unknown as NamedField[]
const conflict = (more: Partial<Conflict>): Conflict => ({ path: 'title', index: null, kind: 'value', base: null, mine: 'm', theirs: 't', ...more })

describe('a conflict as people read it', () => {
  test('is named by its field, and a row by its list', () => {
    expect(fieldOfConflict(fields, conflict({ path: 'republication.author' }))?.label).toBe('The republication.author')
    expect(fieldOfConflict(fields, conflict({ path: 'warnings.row-1.note' }))?.label).toBe('The warnings')
    expect(fieldOfConflict(fields, conflict({ path: 'nowhere' }))).toBeUndefined()
  })

  test('shows the words of a block, and nothing for one that was deleted', () => {
    const block = conflict({ path: 'body', index: 2, kind: 'block', mine: paragraph('كلمات الفقرة'), theirs: null })
    expect([wordsOfSide(block, 'mine'), wordsOfSide(block, 'theirs')]).toEqual(['كلمات الفقرة', ''])
  })

  test('offers both only where both can stand', () => {
    const may = (more: Partial<Conflict>): boolean => canBothStand(fields, conflict(more))
    expect([may({}), may({ path: 'slug' }), may({ path: 'kind' }), may({ path: 'warnings.r', kind: 'row', mine: null })]).toEqual([true, false, false, false])
    expect([may({ path: 'body', index: 0, kind: 'block', mine: {}, theirs: {} }), may({ path: 'body', index: 0, kind: 'block', mine: null, theirs: {} })]).toEqual([true, false])
  })
})
