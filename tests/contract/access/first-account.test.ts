import { afterAll, beforeAll, expect, it } from 'vitest'
import { database } from '@/platform/database'
import { openDesk, type Desk } from '../../support/desk'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

it.each([
  ['POST /users/first-register', 403],
  ['POST /users', 403],
  ['POST /users/login', 401],
  ['POST /users/reset-password', 403],
  ['PUT /users/first-register', 404],
] as const)('a new installation gives nobody who finds it the first account: %s', async (call, status) => {
  const account = { email: 'first@desk.example', password: 'long-enough-password', name: 'First', roles: ['administrator'], token: 'x' }
  const answered = await desk.rest(null, call, { body: account })
  expect([answered.status, answered.text]).toEqual([status, expect.stringContaining('errors')])
  const form = new FormData()
  form.set('_payload', JSON.stringify(account))
  expect((await desk.rest(null, call, { raw: form })).status).toBeGreaterThanOrEqual(400)
  expect((await database().query('select count(*)::int as accounts from users')).rows).toEqual([{ accounts: 0 }])
})
