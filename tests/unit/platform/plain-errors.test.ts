import { APIError } from 'payload'
import { describe, expect, it } from 'vitest'
import { plainErrors } from '@/platform/plain-errors'

const answer = (error: Error) => plainErrors({ error, result: { errors: [{ message: 'x' }] } } as unknown as Parameters<typeof plainErrors>[0]) as { status: number; response: { errors: { message: string; data?: unknown }[] } }
const fault = (code: string, more = {}) => Object.assign(new Error('low-level words'), { code, ...more })

describe('plainErrors', () => {
  it.each([
    ['22021', 422],
    ['22P02', 422],
    ['23503', 422],
    ['23505', 409],
    ['23514', 403],
    ['57P01', 503],
    ['ECONNREFUSED', 503],
  ])('answers a database error %s with %d and none of its words', (code, status) => {
    for (const error of [fault(code), new Error('outer', { cause: fault(code) })]) {
      const { status: given, response } = answer(error)
      expect(given).toBe(status)
      expect(response.errors[0]?.message).not.toContain('low-level')
    }
  })

  it('keeps status, message and data of an error that was meant for the client', () => {
    const { status, response } = answer(new APIError('Stale', 409, { rev: 3 }, true))
    expect(status).toBe(409)
    expect(response.errors[0]).toMatchObject({ message: 'Stale', data: { rev: 3 } })
  })

  it('calls malformed JSON what it is', () => {
    expect(answer(new SyntaxError('Unexpected token')).status).toBe(400)
  })

  it('tells nothing of a fault of ours', () => {
    expect(answer(new TypeError('cannot read secrets'))).toEqual({ status: 500, response: { errors: [{ message: 'x' }] } })
  })
})
