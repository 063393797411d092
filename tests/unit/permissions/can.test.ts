import { describe, expect, test } from 'vitest'
import { can, type Subject } from '@/permissions/can'
import { actorOf, ROLES, type Role } from '@/permissions/roles'
import type { Action } from '@/permissions/table'

const ME = 'me'
const mine: Subject = { collection: 'articles', id: 'd', createdBy: ME, wasPublished: false, wasSubmitted: false }
const theirs: Subject = { ...mine, createdBy: 'somebody' }
const of = (...roles: Role[]) => ({ id: ME, roles })

/** For each role in the order of ROLES: + allowed, - refused. Written by hand from DESIGN section 5. */
const EXPECTED: [Action, Subject, string][] = [
  //                                     contributor editor sources care copy legal publisher administrator
  ['create', theirs, '++----+-'],
  ['edit', mine, '++----+-'],
  ['edit', theirs, '-+----+-'],
  ['edit', { ...theirs, runSlots: ['care', 'publisher'] }, '-+-+--+-'],
  ['read', mine, '++++++++'],
  ['read', theirs, '-+++++++'],
  ['read', { ...theirs, isMentioned: true }, '++++++++'],
  ['submit', mine, '++----+-'],
  ['submit', theirs, '-+----+-'],
  ['cancel', theirs, '-+----+-'],
  ['signOff', { ...theirs, slotCapacity: 'care' }, '---+----'],
  ['signOff', { ...theirs, slotCapacity: 'publisher' }, '------+-'],
  ['requestChanges', { ...theirs, slotCapacity: 'legal' }, '-----+--'],
  ['publish', mine, '------+-'],
  ['withdraw', mine, '------+-'],
  ['checkTranslation', mine, '-+----+-'],
  ['checkSources', mine, '-++---+-'],
  ['redact', mine, '------++'],
  ['trash', mine, '++----+-'],
  ['trash', theirs, '-+----+-'],
  ['trash', { ...mine, wasSubmitted: true }, '-+----+-'],
  ['trash', { ...mine, wasPublished: true, wasSubmitted: true }, '--------'],
  ['trash', { collection: 'articles', createdBy: ME }, '--------'],
  ['grantException', mine, '-------+'],
  ['settleThread', mine, '+++++++-'],
  ['settleThread', theirs, '-+----+-'],
  ['blockThread', mine, '-+----+-'],
  ['blockThread', { ...theirs, runSlots: ['care', 'publisher'] }, '-+-+--+-'],
  ['settleBlocking', mine, '------+-'],
  ['assign', mine, '-+----+-'],
  ['assign', { ...theirs, collection: 'sources', isPrivate: false }, '-+----+-'],
  ['readAudit', mine, '++++++++'],
  ['readAudit', theirs, '------++'],
  ['create', { ...theirs, collection: 'topics' }, '-+----+-'],
  ['edit', { ...mine, collection: 'campaigns' }, '-+----+-'],
  ['read', { ...theirs, collection: 'pages' }, '++++++++'],
  ['submit', { ...mine, collection: 'people' }, '-+----+-'],
  ['create', { ...theirs, collection: 'sources' }, '+++---+-'],
  ['edit', { ...theirs, collection: 'sources', isPrivate: false }, '+++---+-'],
  ['verify', { ...theirs, collection: 'sources', isPrivate: false }, '--+-----'],
  ['read', { ...theirs, collection: 'sources', isPrivate: false }, '++++++++'],
  ['read', { ...theirs, collection: 'sources', isPrivate: true }, '--------'],
  ['read', { ...mine, collection: 'sources', isPrivate: true }, '-++---+-'],
  ['read', { ...theirs, collection: 'sources', isPrivate: true, grantedTo: [ME] }, '--+---+-'],
  ['read', { ...mine, collection: 'sources' }, '-++---+-'],
  ['edit', { ...theirs, collection: 'content-warnings' }, '---+---+'],
  ['edit', { ...theirs, collection: 'site-settings' }, '-------+'],
  ['create', { ...theirs, collection: 'users' }, '-------+'],
  ['edit', { collection: 'users', id: ME }, '++++++++'],
  ['edit', { collection: 'users', id: 'other' }, '-------+'],
  ['edit', { collection: 'publications' }, '--------'],
  ['read', { collection: 'nothing-known' }, '--------'],
]

describe('who may do what', () => {
  test.each(EXPECTED)('%s %j: %s', (action, subject, expected) => {
    expect(ROLES.map((role) => (can(of(role), action, subject).allowed ? '+' : '-')).join('')).toBe(expected)
  })

  test('several roles add up', () => {
    expect(can(of('care', 'editor'), 'edit', theirs).allowed).toBe(true)
    expect(can(of('administrator', 'contributor'), 'publish', mine).allowed).toBe(false)
  })

  test('nobody may do anything without signing in, and the refusal says so', () => {
    expect(can(null, 'read', mine)).toMatchObject({ allowed: false, why: { code: 'notSignedIn' } })
    expect(can(of(), 'read', mine)).toMatchObject({ allowed: false, why: { code: 'notYourRole' } })
    expect(can(of('contributor'), 'edit', theirs)).toMatchObject({ allowed: false, why: { code: 'notYours', message: expect.stringMatching(/\.$/u) } })
  })

  test('roles that don’t exist count for nothing', () => {
    expect(actorOf({ id: 1, roles: ['king', 'care'] })).toEqual({ id: '1', roles: ['care'] })
    expect(actorOf({ id: 'x', roles: 'administrator' })).toEqual({ id: 'x', roles: [] })
    expect(actorOf(null)).toBeNull()
  })
})
