import { describe, expect, it } from 'vitest'
import { logLine } from '../../../src/platform/logger'

const at = new Date('2026-11-01T10:00:00Z')
const entry = (fields: Record<string, unknown>) => JSON.parse(logLine('info', 'Something happened', fields, at)) as Record<string, unknown>

describe('the log', () => {
  it('is one line of JSON, whatever the message holds', () => {
    expect(logLine('warn', 'two\nlines', {}, at)).not.toContain('\n')
  })
  it('leaves out what would tell who somebody is', () => {
    const kept = entry({ ip: '192.0.2.1', userAgent: 'Firefox', email: 'a@b.example', name: 'Ada', token: 't', Cookie: 'c', password: 'p', job: 7 })
    expect(kept).toEqual({ at: '2026-11-01T10:00:00.000Z', level: 'info', message: 'Something happened', job: 7 })
  })
  it('keeps of an error its message, code and stack, and not the row that it was about', () => {
    const error = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (email)=(a@b.example) exists' })
    const line = logLine('error', 'Failed', { error }, at)
    expect(line).toContain('23505')
    expect(line).not.toContain('a@b.example')
  })
  it('keeps nothing of the values of a query that failed', () => {
    const error = new Error('Failed query: insert into articles values ($1)\nparams: words of a\ndraft', { cause: new Error('violates foreign key constraint') })
    const line = logLine('error', 'Failed', { error }, at)
    expect(line).toContain('violates foreign key constraint')
    expect(line).toContain('logger.test.ts')
    expect(line).not.toMatch(/words of a|draft/)
  })
})
