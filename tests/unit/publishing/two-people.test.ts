import { describe, expect, test } from 'vitest'
import { ROLES, type Role } from '@/permissions/roles'
import { whyNotConfirm } from '@/publishing/redact/two-people'

const person = (id: string, ...roles: Role[]) => ({ id, roles })

describe('who confirms a redaction', () => {
  test.each<[Role, Role, string | null]>([
    ['publisher', 'publisher', null],
    ['publisher', 'administrator', null],
    ['administrator', 'publisher', null],
    ['administrator', 'administrator', 'needsPublisher'],
    ['editor', 'publisher', 'proposerLostRole'],
    ['publisher', 'editor', 'notYourRole'],
  ])('after a proposal by a %s, a %s: %s', (proposer, other, code) => {
    expect(whyNotConfirm(person('one', proposer), person('two', other))?.code ?? null).toBe(code)
  })

  test('is never who proposed it, whatever their roles', () => {
    expect(whyNotConfirm(person('one', ...ROLES), person('one', ...ROLES))?.code).toBe('samePerson')
  })
})
