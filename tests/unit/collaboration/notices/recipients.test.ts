import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kindOf, NOTICE_KINDS, RULES } from '@/collaboration/notices/kinds'
import { mayRead, recipientsOf, type NoticeEvent, type Situation } from '@/collaboration/notices/recipients'
import { ar } from '@/collaboration/notices/words/ar'
import { en, type NoticeWord } from '@/collaboration/notices/words/en'
import type { Actor, Role } from '@/permissions/roles'
import type { Review, Run } from '@/review/machine'
import type { Slot, Workflow } from '@/review/workflow'

const person = (id: string, ...roles: Role[]): Actor => ({ id, roles })
const TEAM = [person('author', 'editor'), person('sources', 'sources'), person('care', 'care'), person('copy', 'copy'), person('legal', 'legal'), person('publisher', 'publisher'), person('second', 'publisher'), person('contributor', 'contributor'), person('admin', 'administrator')]
const slot = (name: Slot['scope'], capacity: Role = name as Role): Slot => ({ slot: name, capacity, count: 1, scope: name, when: name === 'legal' ? 'namesPeople' : 'always' })
const WORKFLOW: Workflow = { name: 'article', version: 1, stages: [{ name: 'checks', slots: [slot('sources'), slot('care'), slot('copy'), slot('legal')] }, { name: 'approval', slots: [slot('approval', 'publisher')] }] }
const coverage = Object.fromEntries(['sources', 'care', 'copy', 'legal', 'approval'].map((slot) => [slot, { hash: slot, parts: [] }]))

function run(signed: [slot: string, by: string][] = [], state: Run['state'] = 'in-review'): Run {
  const signOffs = signed.map(([slot, by]) => ({ id: `${slot}-${by}`, slot, by, at: '2026-01-01T00:00:00Z', coverage: { hash: slot, parts: [] }, contentHash: 'x', note: null, voided: null }))
  return { id: 'run', workflow: WORKFLOW, namesPeople: false, state, submittedBy: 'author', contentHash: 'x', coverage, signOffs }
}

function situation(event: Partial<NoticeEvent> & { kind: string }, more: Partial<Situation> & { run?: Run | null } = {}): Situation {
  const subject = { collection: 'articles', id: 'd', createdBy: 'author', wasSubmitted: true, wasPublished: false }
  const { run: active = run(), ...rest } = more
  const review = { subject, run: active, contributions: [{ by: 'author', as: 'author', slots: [] }], exceptions: [], team: TEAM } as unknown as Review
  return {
    event: { id: '1', collection: 'articles', document: 'd', run: 'run', by: null, at: new Date(0), details: {}, ...event },
    subject,
    review,
    team: TEAM,
    submitter: 'author',
    authors: ['author'],
    participants: [],
    mentioned: [],
    ...rest,
  }
}

const told = (given: Situation): [string, string[]] | null => {
  const found = recipientsOf(given)
  return found === null ? null : [found.kind, found.people]
}

describe('who is told', () => {
  test('of what was submitted: those who may sign the first stage, and not those whose part isn’t asked for or comes later', () => {
    expect(told(situation({ kind: 'submitted', by: 'author' }))).toEqual(['toSign', ['care', 'copy', 'sources']])
    expect(told(situation({ kind: 'submitted', by: 'author' }, { run: { ...run(), namesPeople: true } }))).toEqual(['toSign', ['care', 'copy', 'legal', 'sources']])
  })

  test('of a part that is signed already: nobody', () => {
    expect(told(situation({ kind: 'submitted', by: 'author' }, { run: run([['care', 'care']]) }))).toEqual(['toSign', ['copy', 'sources']])
  })

  test('of a sign-off: nobody, but where it opened the next stage, those who may sign there', () => {
    const signed = run([['sources', 'sources'], ['care', 'care'], ['copy', 'copy']])
    expect(told(situation({ kind: 'signedOff', by: 'care' }))).toBe(null)
    expect(told(situation({ kind: 'signedOff', by: 'copy', details: { opens: 'approval' } }, { run: signed }))).toEqual(['toSign', ['publisher', 'second']])
  })

  test('of the last sign-off: the other publishers and whoever submitted it', () => {
    expect(told(situation({ kind: 'signedOff', by: 'publisher', details: { approved: true } }))).toEqual(['approved', ['author', 'second']])
  })

  test('of changes asked for, of a cancelled run and of an exception: who submitted it and who wrote it', () => {
    for (const kind of ['changesRequested', 'cancelled', 'exceptionGranted']) expect(told(situation({ kind, by: 'care' }, { submitter: 'publisher' }))).toEqual([kind, ['author', 'publisher']])
  })

  test('of sign-offs that fell: those whose they were', () => {
    expect(told(situation({ kind: 'signOffsVoided', by: 'author', details: { people: ['care', 'copy'] } }))).toEqual(['signOffsVoided', ['care', 'copy']])
  })

  test('of talk: who took part, who wrote the text, and who is named', () => {
    expect(told(situation({ kind: 'replied', by: 'care' }, { participants: ['care', 'legal'] }))).toEqual(['replied', ['author', 'legal']])
    expect(told(situation({ kind: 'commented', by: 'care', details: { participants: ['copy'] } }))).toEqual(['commented', ['author', 'copy']])
    expect(told(situation({ kind: 'mentioned', by: 'care', details: { person: 'legal' } }))).toEqual(['mentioned', ['legal']])
    expect(told(situation({ kind: 'assigned', by: 'admin', details: { person: 'author' } }))).toEqual(['assigned', ['author']])
  })

  test('of a run that has ended or begun anew since: nobody is asked to sign it', () => {
    expect(told(situation({ kind: 'submitted', by: 'author' }, { run: null }))).toEqual(['toSign', []])
    expect(told(situation({ kind: 'submitted', by: 'author', run: 'another' }))).toEqual(['toSign', []])
  })

  test('of a kind that isn’t known, and of details that are no ids: nobody', () => {
    expect(told(situation({ kind: 'noSuchThing' }))).toBe(null)
    expect(told(situation({ kind: 'toString' }))).toBe(null)
    expect(told(situation({ kind: 'mentioned', details: { person: 5, people: [null, {}] } }))).toEqual(['mentioned', []])
  })

  test('never whoever did it, never an account without roles, never somebody who may not read it', () => {
    const everybody = TEAM.map(({ id }) => id)
    fc.assert(
      fc.property(fc.constantFrom(...NOTICE_KINDS, 'submitted', 'signedOff'), fc.constantFrom(...everybody, null), fc.boolean(), fc.constantFrom('articles', 'sources', 'users', 'nowhere'), (kind, by, isPrivate, collection) => {
        const subject = { collection, id: 'd', createdBy: 'author', isPrivate, grantedTo: ['sources'] }
        const given = situation({ kind, by, details: { people: [...everybody, 'gone'], opens: 'approval' } }, { subject, authors: everybody, participants: everybody })
        for (const each of recipientsOf(given)?.people ?? []) {
          expect(each).not.toBe(by)
          expect(mayRead(TEAM.find(({ id }) => id === each)!, given)).toBe(true)
        }
      }),
    )
  })

  test('a contributor hears of what is theirs or where they were mentioned, and of nothing else', () => {
    const mention = situation({ kind: 'mentioned', by: 'care', details: { person: 'contributor' } })
    expect(told({ ...mention, mentioned: ['contributor'] })).toEqual(['mentioned', ['contributor']])
    expect(told(situation({ kind: 'published', by: 'publisher' }, { authors: ['contributor'] }))).toEqual(['published', ['author']])
    expect(told(situation({ kind: 'published', by: 'publisher' }, { authors: ['contributor'], subject: { collection: 'articles', id: 'd', createdBy: 'contributor' } }))).toEqual(['published', ['author', 'contributor']])
  })

  test('of a private source hear those who may see it, administrators not among them', () => {
    const subject = { collection: 'sources', id: 'd', createdBy: 'author', isPrivate: true, grantedTo: ['publisher'] }
    expect(told(situation({ kind: 'escalated' }, { subject }))).toEqual(['escalated', ['publisher']])
  })
})

describe('the kinds', () => {
  test('each has words in both languages, with the same things to fill in', () => {
    for (const kind of NOTICE_KINDS) expect(en[kind]).toMatch(/\S/)
    const inside = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string).sort()
    for (const word of Object.keys(en) as NoticeWord[]) {
      expect(inside(ar[word]), word).toEqual(inside(en[word]))
      if (ar[word].replace(/\{\{\w+\}\}/g, '').trim().length > 2) expect(ar[word], word).toMatch(/[\u0600-\u06FF]/)
    }
  })

  test('every event that review and publishing write is known to them', () => {
    const written = ['review/endpoints', 'review/after-save', 'publishing/publish', 'publishing/withdraw'].flatMap((name) => [...readFileSync(new URL(`../../../../src/${name}.ts`, import.meta.url), 'utf8').matchAll(/\bkind: '(\w+)'/g)].map(([, kind]) => kind as string))
    const events = written.filter((kind) => !['boolean', 'text', 'hash', 'choice'].includes(kind))
    expect(events.length).toBeGreaterThan(6)
    for (const kind of events) expect([kind, kindOf({ kind, details: { approved: true } })]).not.toEqual([kind, null])
    for (const kind of NOTICE_KINDS) expect(RULES[kind].to.length).toBeGreaterThan(0)
  })
})
