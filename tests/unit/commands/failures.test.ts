import { describe, expect, it } from 'vitest'
import { databaseFailure, plainReason, reasonWith } from '../../../commands/shared/failures'

const url = 'postgresql://editor:hunter2@db.example:6000/news'

describe('why a start failed', () => {
  it.each([
    ['28P01', 'refused the password of "editor"'],
    ['3D000', 'has no database "news"'],
    ['ECONNREFUSED', "can't be reached at db.example:6000"],
    ['57P03', 'starting up'],
  ])('%s is said in one line that names the place and keeps the password to itself', (code, words) => {
    const line = databaseFailure(Object.assign(new Error('the database system is starting up'), { code }), url)
    expect(line).toContain(words)
    expect(line).toContain('db.example:6000')
    expect(line).not.toMatch(/hunter2|\n/)
  })
  it('is found also where every address of a name was tried', () => {
    const error = new AggregateError([Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })])
    expect(databaseFailure(error, url)).toContain("can't be reached")
  })
  it('is a full disk, whoever noticed it', () => {
    expect(plainReason(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toContain('disk is full')
    expect(plainReason(new Error('initdb: could not write: No space left on device'))).toContain('disk is full')
  })
  it('is a full disk also where nobody said so', () => {
    expect(reasonWith(1_000_000, new Error('Failed query: insert'))).toContain('disk is full')
    expect(reasonWith(500_000_000, new Error('Failed query: insert'))).toBe('Failed query: insert')
  })
  it('is one line in any case', () => {
    expect(plainReason(new Error('first\nsecond'))).toBe('first')
  })
})
