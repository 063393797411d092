import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { needsReason, THREAD_ACTS, whyNotAct, whyNotMention, type ThreadAct, type ThreadFacts } from '@/collaboration/threads/rights'
import { wordKey } from '@/desk/words/codes'
import { ROLES, type Actor, type Role } from '@/permissions/roles'
import type { Review } from '@/review/machine'
import { DEFAULT_WORKFLOWS } from '@/review/workflow'

const of = (...roles: Role[]): Actor => ({ id: 'me', roles })
const review = (more: Partial<Review['subject']> = {}, isInReview = true): Review => ({
  subject: { collection: 'articles', createdBy: 'writer', ...more },
  run: isInReview ? { id: 'run', workflow: DEFAULT_WORKFLOWS.article, namesPeople: false, state: 'in-review', submittedBy: 'writer', contentHash: '', coverage: {}, signOffs: [] } : null,
  contributions: [],
  exceptions: [], followUp: null,
  team: [{ id: 'contributor', roles: ['contributor'] }, { id: 'legal', roles: ['legal'] }, { id: 'roleless', roles: [] }],
})
const open: ThreadFacts = { by: 'somebody', blockedBy: null, isSuggestion: true, state: 'open' }
const allowed = (act: ThreadAct, thread: ThreadFacts, given = review()): string => ROLES.map((role) => (whyNotAct(act, of(role), thread, given) === null ? '+' : '-')).join('')

/** For each role in the order of ROLES, written by hand: + may, - may not. */
describe('what others’ threads allow', () => {
  //                                                             contributor editor sources care copy legal publisher administrator
  test.each<[string, ThreadAct, Partial<ThreadFacts>, Partial<Review['subject']>, string]>([
    ['reply', 'reply', {}, {}, '++++++++'],
    ['resolve', 'resolve', {}, {}, '-+----+-'],
    ['resolve, in one’s own text', 'resolve', {}, { createdBy: 'me' }, '+++++++-'],
    ['resolve, begun by oneself', 'resolve', { by: 'me' }, {}, '++++++++'],
    ['resolve, blocking', 'resolve', { blockedBy: 'somebody' }, {}, '------+-'],
    ['resolve, blocking, in one’s own text', 'resolve', { blockedBy: 'somebody' }, { createdBy: 'me' }, '------+-'],
    ['resolve, begun by oneself and blocked by another', 'resolve', { by: 'me', blockedBy: 'somebody' }, {}, '------+-'],
    ['resolve, blocked by oneself', 'resolve', { blockedBy: 'me' }, {}, '++++++++'],
    ['reopen', 'reopen', { state: 'resolved' }, {}, '-+----+-'],
    ['reopen what was accepted', 'reopen', { state: 'accepted', by: 'me' }, {}, '--------'],
    ['accept', 'accept', {}, {}, '-++++-+-'],
    ['accept one’s own, in another’s text', 'accept', { by: 'me' }, {}, '-++++-+-'],
    ['accept, settled', 'accept', { state: 'rejected' }, {}, '--------'],
    ['accept what suggests nothing', 'accept', { isSuggestion: false }, {}, '--------'],
    ['reject', 'reject', {}, {}, '-+----+-'],
    ['reject, blocking', 'reject', { blockedBy: 'somebody' }, {}, '------+-'],
    ['block', 'block', {}, {}, '-++++-+-'],
    ['block again', 'block', { blockedBy: 'somebody' }, {}, '--------'],
    ['unblock', 'unblock', { blockedBy: 'somebody' }, {}, '------+-'],
    ['unblock what isn’t', 'unblock', {}, {}, '--------'],
  ])('%s', (_, act, facts, subject, expected) => {
    expect(allowed(act, { ...open, ...facts }, review(subject))).toBe(expected)
  })

  test('without a run no slot lets anybody block', () => {
    expect(allowed('block', open, review({}, false))).toBe('-+----+-')
  })

  test('a reason is needed exactly for lifting what another set', () => {
    for (const act of THREAD_ACTS) {
      expect(needsReason(act, of('publisher'), { ...open, blockedBy: 'somebody' })).toBe(['resolve', 'reject', 'unblock'].includes(act))
      expect(needsReason(act, of('publisher'), { ...open, blockedBy: 'me' })).toBe(false)
      expect(needsReason(act, of('publisher'), open)).toBe(false)
    }
  })
})

describe('who can be mentioned', () => {
  const may = (person: string, actor: Actor, subject: Partial<Review['subject']> = {}): boolean => whyNotMention(person, actor, review(subject)) === null
  test('whoever may read once mentioned; no contributor by one who was only mentioned; nobody without a role', () => {
    expect([may('legal', of('contributor')), may('contributor', of('editor')), may('contributor', of('contributor')), may('roleless', of('editor')), may('stranger', of('editor'))]).toEqual([true, true, false, false, false])
    expect(may('contributor', of('contributor'), { createdBy: 'me' })).toBe(true)
  })
  test('of a private source, only whom it is granted to', () => {
    const hidden = { collection: 'sources', isPrivate: true, createdBy: 'me' }
    expect([may('legal', of('sources'), hidden), may('contributor', of('sources'), hidden)]).toEqual([false, false])
    expect(may('contributor', of('sources'), { ...hidden, isPrivate: false })).toBe(true)
  })
})

test('every refusal of threads is said in words of the desk', () => {
  const source = ['rights', 'talk', 'accept'].map((name) => readFileSync(new URL(`../../../../src/collaboration/threads/${name}.ts`, import.meta.url), 'utf8')).join('\n')
  const codes = new Set([...source.matchAll(/refusal\(\d{3}, '(\w+)'/g), ...source.matchAll(/', '(\w+)'\)/g)].map(([, code]) => code as string))
  codes.delete('malformed')
  expect(codes.size).toBeGreaterThan(12)
  for (const code of codes) expect(wordKey('why', code), code).not.toBeNull()
})
