import { describe, expect, test } from 'vitest'
import { loginLimits } from '@/users/login-limits'

const VICTIM = 'victim@example.org'

describe('login limits', () => {
  test('one address can try an account ten times in ten minutes, however it is spelt', async () => {
    const limits = loginLimits()
    for (let count = 0; count < 10; count += 1) expect(await limits.attempt('198.51.100.7', count % 2 ? VICTIM : ' VICTIM@Example.org ')).toEqual({ allowed: true })
    const refused = await limits.attempt('198.51.100.7', VICTIM)
    expect(refused.allowed).toBe(false)
    expect(refused).toHaveProperty('retryAfter', expect.any(Number))
  })

  test('whoever is attacked from one address can still sign in from another', async () => {
    const limits = loginLimits()
    for (let count = 0; count < 200; count += 1) await limits.attempt('198.51.100.7', VICTIM)
    expect(await limits.attempt('203.0.113.5', VICTIM)).toEqual({ allowed: true })
  })

  test('an address that tries many accounts is stopped', async () => {
    const limits = loginLimits()
    const verdicts = []
    for (let count = 0; count < 40; count += 1) verdicts.push((await limits.attempt('198.51.100.7', `person-${count}@example.org`)).allowed)
    expect(verdicts.filter(Boolean)).toHaveLength(30)
    expect(await limits.attempt('203.0.113.5', 'person-39@example.org')).toEqual({ allowed: true })
  })

  test('an account takes no more than its share from all addresses together', async () => {
    const limits = loginLimits({ account: 20 })
    const verdicts = []
    for (let count = 0; count < 40; count += 1) verdicts.push((await limits.attempt(`203.0.113.${count}`, VICTIM)).allowed)
    expect(verdicts.filter(Boolean)).toHaveLength(20)
  })

  test('signing in clears the failed attempts before it', async () => {
    const limits = loginLimits()
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 8; count += 1) expect((await limits.attempt('198.51.100.7', VICTIM)).allowed).toBe(true)
      await limits.succeeded('198.51.100.7', VICTIM)
    }
  }, 5_000)
})
